"""The feeds of articles, Atom and JSON Feed, one each a language: with their full texts and photographs."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import BANGKOK
from iad_portal.lib.records.faults import shown
from iad_portal.lib.registers.feeds import JsonFeed, RecordFeed, understood
from iad_portal.lib.text.bilingual import text_of
from news.forms import ArticleFilter
from news.models import Article
from news.pages.feed_texts import entry_maker

LENGTH = 50


class ArticleFeed(RecordFeed):
    """The newest articles, all of them or those that fit the filters of the list of news. Dates are Gregorian."""

    url_name = "news:article_feed"

    def get_object(self, request):
        if not request.GET:
            return None
        form = ArticleFilter(request)
        understood(request, form)
        return form

    def path(self, form):
        return reverse(self.url_name)

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
        articles = list(rows.newest_first()[:LENGTH])
        entry = entry_maker(articles)
        return shown(articles, lambda article: self._whole(entry(article)), "feed of news")

    def lasting(self, item):
        return "article", item.article.pk

    def _whole(self, entry):
        """The entry itself, once all that the feed tells of it could be made."""
        for part in (self.text, self.item_title, self.item_link, self.item_pubdate, self.item_updateddate):
            part(entry)
        return entry

    def item_title(self, item):
        return str(text_of(item.article, "title"))

    def text(self, item):
        return item.summary

    def content(self, item):
        return item.content

    def item_language(self, item):
        title = text_of(item.article, "title")
        return title.language if title.is_fallback else ""

    def item_enclosures(self, item):
        return item.enclosures

    def item_categories(self, item):
        return [item.article.get_kind_display()]

    def item_link(self, item):
        return settings.SITE_URL + item.article.get_absolute_url()

    def item_pubdate(self, item):
        # What came out at a time that nobody knows says nothing of it; an event's day would be a lie.
        article = item.article
        return timezone.localtime(article.dated_at, BANGKOK) if article.published_day else None

    def item_updateddate(self, item):
        return max(item.article.changed_at or item.article.dated_at, item.article.dated_at)


class JsonArticleFeed(ArticleFeed):
    """The same as JSON Feed."""

    feed_type, url_name = JsonFeed, "news:article_feed_json"
