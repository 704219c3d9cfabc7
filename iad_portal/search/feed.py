"""An Atom feed of whatever a query finds, for journalists and others who follow one subject."""

from datetime import datetime, time
from html import unescape

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from iad_portal.lib.bilingual import reader_language
from iad_portal.lib.dates import BANGKOK
from iad_portal.lib.lexemes import from_index
from news.feeds import Atom

from .finding import latest
from .results import ResultFilter, hits_of, item_of

LENGTH = 50


class SearchFeed(Feed):
    """The newest records that the query of the address finds, with its filters, in the language of the address."""

    feed_type = Atom

    def get_object(self, request):
        form = ResultFilter(request)
        if not form.answer.typed:
            raise Http404  # a feed of nothing would never tell why it stays empty
        return form

    def title(self, form):
        return _("Search for “%(query)s”: International Affairs Office, Bangkok") % {"query": form.answer.query.text}

    def link(self, form):
        return f"{reverse('search')}?{urlencode(form.asked)}"

    def feed_url(self, form):
        return f"{settings.SITE_URL}{reverse('search_feed')}?{urlencode(form.asked)}"

    def items(self, form):
        hits = hits_of(form.answer)
        return [(entry, item_of(entry, hits)) for entry in latest(form.answer.query, form.narrowing, LENGTH)]

    def item_title(self, item):
        return _plain(item[1]["title"])

    def item_description(self, item):
        return _plain(item[1]["excerpt"])

    def item_link(self, item):
        return item[1]["url"]

    def item_pubdate(self, item):
        return datetime.combine(item[0].day.first_day, time(), tzinfo=BANGKOK) if item[0].day else None

    def item_categories(self, item):
        return [str(item[1]["kind"])]

    @from_index()
    def __call__(self, request, *args, **kwargs):
        return super().__call__(request, *args, **kwargs)

    def get_feed(self, form, request):
        feed = super().get_feed(form, request)
        feed.feed["language"] = reader_language()
        return feed


def _plain(html: str) -> str:
    return unescape(strip_tags(html))
