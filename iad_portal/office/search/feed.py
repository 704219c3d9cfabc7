"""A feed of whatever a query finds, for journalists and others who follow one subject."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.conf import settings
from django.db.models import Case, CharField, DateTimeField, F, Max, Model, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from iad_portal.lib.components import Found
from iad_portal.lib.dates.calendar import BANGKOK
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.publishing import Publishable
from iad_portal.lib.registers.feeds import NEVER, JsonFeed, RecordFeed, understood
from iad_portal.lib.search.lexemes import from_index
from iad_portal.office.models import SearchEntry
from news.models import Article
from news.pages.feed_texts import Entry, entry_maker
from relations.models import Agency

from .finding import latest
from .kinds import KINDS
from .results import ResultFilter, hits_of, item_of

LENGTH = 50
ARTICLE = "article"
# News came out on the day that the office knows, or at the moment that the portal noted.
_CAME_OUT: dict[type[Model], Combinable] = {
    Article: Case(
        When(Q(published_on__isnull=False) | Q(first_published_at__isnull=False), then=F("dated_at")),
        output_field=DateTimeField(),
    )
}


@dataclass(frozen=True, slots=True)
class Moments:
    """When a record was first published (None: not known) and when it was last changed."""

    published: datetime | None
    changed: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """One record as the feed tells of it; `article`: the whole of a news item, None of any other record."""

    entry: SearchEntry
    result: Found
    moments: Moments
    article: Entry | None


class SearchFeed(RecordFeed):
    """The newest records that the query of the address finds, with its filters, in the language of the address."""

    def get_object(self, request):
        form = ResultFilter(request)
        if not form.answer.typed:
            raise Http404  # a feed of nothing would never tell why it stays empty
        if form.answer.found or request.GET.keys() - form.fields.keys():
            understood(request, form)
        return form

    url_name = "search_feed"

    def path(self, form):
        return reverse(self.url_name)

    def query(self, form):
        return form.asked

    def title(self, form):
        return _("Search for “%(query)s”: International Affairs Office, Bangkok") % {"query": form.answer.query.text}

    def link(self, form):
        return f"{settings.SITE_URL}{reverse('search')}?{urlencode(form.asked)}"

    def items(self, form):
        hits = hits_of(form.answer)
        entries = latest(form.answer.query, form.narrowing, LENGTH)
        moments = moments_of(entries)
        articles = _articles_of(entries)
        whole = entry_maker(list(articles.values()))

        def told(entry: SearchEntry) -> Told:
            article = articles.get(entry.key) if entry.kind == ARTICLE else None
            return Told(entry, item_of(entry, hits), moments[entry], whole(article) if article else None)

        return shown(entries, told, "feed of a search")

    def lasting(self, item):
        return item.entry.kind, item.entry.key

    def item_title(self, item):
        return _plain(item.result.title)

    def text(self, item):
        return _plain(item.result.excerpt)

    def item_language(self, item):
        title = item.entry.text("title")
        return title.language if title.is_fallback else ""

    def content(self, item):
        return item.article.content if item.article else None

    def item_enclosures(self, item):
        return item.article.enclosures if item.article else []

    def item_link(self, item):
        return f"{settings.SITE_URL}{item.result.url}"

    def item_pubdate(self, item):
        moment = item.moments.published
        return timezone.localtime(moment, BANGKOK) if moment else None

    def item_updateddate(self, item):
        return item.moments.changed

    def item_categories(self, item):
        return [str(item.result.kind)]

    @from_index()
    def __call__(self, request, *args, **kwargs):
        return super().__call__(request, *args, **kwargs)


class JsonSearchFeed(SearchFeed):
    """The same as JSON Feed."""

    feed_type, url_name = JsonFeed, "search_feed_json"


def _articles_of(entries: Iterable[SearchEntry]) -> dict[str, Article]:
    """The published news items among `entries`, by their keys as the index writes them: one query, none without any."""
    keys = [entry.key for entry in entries if entry.kind == ARTICLE]
    return {str(article.pk): article for article in Article.objects.published().filter(pk__in=keys)} if keys else {}


def moments_of(entries: Iterable[SearchEntry]) -> dict[SearchEntry, Moments]:
    """When the records of `entries` came out and were changed: two queries at most, for all kinds together."""
    entries, keys = list(entries), defaultdict(list)
    for entry in entries:
        keys[entry.kind].append(entry.key)
    parts = [_moments(kind, some) for kind, some in keys.items() if issubclass(KINDS[kind].model, Publishable)]
    rows = list(parts[0].union(*parts[1:], all=True)) if parts else []
    if "agency" in keys:
        # It has no state: only history knows when an officer changed it.
        changes = Agency.history.filter(id__in=keys["agency"], history_user__isnull=False).order_by().values_list("id")
        rows += [("agency", str(pk), None, changed) for pk, changed in changes.annotate(Max("history_date"))]
    found = {}
    for kind, key, published, changed in rows:
        found[kind, key] = Moments(published, max(filter(None, (published, changed)), default=NEVER))
    return {entry: found.get((entry.kind, entry.key), Moments(None, NEVER)) for entry in entries}


def _moments(kind: str, keys: list[str]) -> QuerySet:
    model = KINDS[kind].model
    published = _CAME_OUT.get(model, F("first_published_at"))
    about = {"kind_": Value(kind), "key_": Cast("pk", CharField()), "published_": published}
    rows = model.objects.filter(pk__in=keys).order_by().annotate(**about)
    # What was loaded and never changed since has no such moment, as `Publishable.changed_at` says.
    is_as_loaded = When(was_public=True, first_published_at__isnull=True, version=1, then=Value(None))
    changed = Case(is_as_loaded, default=F("updated_at"), output_field=DateTimeField())
    return rows.annotate(changed_=changed).values_list("kind_", "key_", "published_", "changed_")


def _plain(html: str) -> str:
    return unescape(strip_tags(html))
