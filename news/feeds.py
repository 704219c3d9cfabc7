"""The Atom feed of articles, one a language."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import BANGKOK
from iad_portal.lib.records.faults import shown
from iad_portal.lib.registers.feeds import AtomFeed, understood
from iad_portal.lib.text.bilingual import text_of
from news.forms import ArticleFilter
from news.models import Article
from news.pages.cards import excerpt

LENGTH = 50


class ArticleFeed(AtomFeed):
    """The newest articles, all of them or those that fit the filters of the list of news. Dates are Gregorian."""

    def get_object(self, request):
        if not request.GET:
            return None
        form = ArticleFilter(request)
        understood(request, form)
        return form

    def path(self, form):
        return reverse("news:article_feed")

    def query(self, form):
        return form.asked if form else {}

    def title(self, form):
        about = [f"{chip.name}: {chip.label}" for chip in form.chips] if form else []
        return " · ".join([_("News of the International Affairs Office, Bangkok"), *about])

    def subtitle(self):
        return _("Ties with cities of the world, meetings, visits and announcements.")

    def link(self):
        return settings.SITE_URL + reverse("news:article_list")

    def items(self, form):
        rows = form.rows() if form else Article.objects.published()
        return shown(rows.newest_first()[:LENGTH], self._whole, "feed of news")

    def lasting(self, item):
        return "article", item.pk

    def _whole(self, article):
        """The article itself, once all that the feed tells of it could be made."""
        for part in (self.item_title, self.text, self.item_link, self.item_pubdate, self.item_updateddate):
            part(article)
        return article

    def item_title(self, item):
        return str(text_of(item, "title"))

    def text(self, item):
        text = str(excerpt(item))
        doubt = _("To be confirmed by the office")
        return f"{text} ({doubt})" if item.is_doubtful else text

    def item_link(self, item):
        return settings.SITE_URL + item.get_absolute_url()

    def item_pubdate(self, item):
        # What came out at a time that nobody knows says nothing of it; an event's day would be a lie.
        return timezone.localtime(item.dated_at, BANGKOK) if item.published_day else None

    def item_updateddate(self, item):
        return max(item.changed_at or item.dated_at, item.dated_at)

    def item_extra_kwargs(self, item):
        title = text_of(item, "title")
        return {"language": title.language if title.is_fallback else ""}
