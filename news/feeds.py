"""The Atom feed of articles, one a language."""

from datetime import datetime, time

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from iad_portal.lib.bilingual import reader_language, text_of
from iad_portal.lib.dates import BANGKOK
from news.cards import excerpt
from news.models import Article

LENGTH = 50


class Atom(Atom1Feed):
    """An Atom feed that says in which language each entry really is, where that is not the feed's own."""

    def item_attributes(self, item):
        attributes = super().item_attributes(item)
        return attributes | ({"xml:lang": item["language"]} if item.get("language") else {})


class ArticleFeed(Feed):
    """The newest articles in the language of the address. Dates are Gregorian, as Atom wants them."""

    feed_type = Atom

    def title(self):
        return _("News of the International Affairs Office, Bangkok")

    def subtitle(self):
        return _("Ties with cities of the world, meetings, visits and announcements.")

    def link(self):
        return reverse("news:article_list")

    def feed_url(self):
        return settings.SITE_URL + reverse("news:article_feed")

    def items(self):
        return Article.objects.published().newest_first()[:LENGTH]

    def item_title(self, item):
        return str(text_of(item, "title"))

    def item_description(self, item):
        return str(excerpt(item))

    def item_link(self, item):
        return item.get_absolute_url()

    def item_pubdate(self, item):
        return datetime.combine(item.dated_on, time(), tzinfo=BANGKOK)

    def item_updateddate(self, item):
        return item.updated_at

    def item_extra_kwargs(self, item):
        title = text_of(item, "title")
        return {"language": title.language if title.is_fallback else ""}

    def get_feed(self, obj, request):
        feed = super().get_feed(obj, request)
        feed.feed["language"] = reader_language()
        return feed
