"""What a page offers to programs that come back for more: feeds of news, calendars."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from iad_portal.lib.components import FeedLink, Follow, Words

ATOM, JSON_FEED, ICALENDAR = "application/atom+xml", "application/feed+json", "text/calendar"
NEWS_FEEDS = ("news:article_feed", "news:article_feed_json")
SEARCH_FEEDS = ("search_feed", "search_feed_json")


def feeds(label: Words, names: tuple[str, str] = NEWS_FEEDS, query: Mapping[str, str] | None = None) -> Follow:
    """Both forms of a feed, at the addresses that `names` name, with what is asked of it; `label` says of what."""
    asked = f"?{urlencode(query)}" if query else ""
    atom, json = (reverse(name) + asked for name in names)
    return Follow(label, [FeedLink("Atom", atom, ATOM), FeedLink("JSON Feed", json, JSON_FEED)])


def news_feeds() -> Follow:
    """The feeds of all news."""
    return feeds(_("Feed of all news"))


def calendar(label: Words, name: str, *key: str) -> Follow:
    """A calendar to take along or to subscribe to; `name` and `key` make its address, `label` says of what."""
    return Follow(label, [FeedLink("iCalendar", reverse(name, args=key), ICALENDAR)])
