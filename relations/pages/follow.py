"""What a page offers to those who come back for more: news by e-mail, feeds of news, calendars."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from iad_portal.lib.components import FeedLink, Follow, Words
from iad_portal.lib.operations.outgoing import mail_is_set_up

ATOM, JSON_FEED, ICALENDAR = "application/atom+xml", "application/feed+json", "text/calendar"
NEWS_FEEDS = ("news:article_feed", "news:article_feed_json")
SEARCH_FEEDS = ("search_feed", "search_feed_json")
# What alerts by e-mail can be narrowed to, of all by which the list of news can.
ALERTED = ("kind", "city", "network")


def alerts_url(query: Mapping[str, str] | None = None) -> str:
    """The way to news by e-mail, with what is chosen there already (ALERTED); "" where none is sent."""
    return _with_query(reverse("news:alerts"), query) if mail_is_set_up() else ""


def feeds(label: Words, names: tuple[str, str] = NEWS_FEEDS, query: Mapping[str, str] | None = None) -> Follow:
    """Both forms of a feed, at the addresses that `names` name, with what is asked of it; `label` says of what."""
    atom, json = (_with_query(reverse(name), query) for name in names)
    return Follow(label, [FeedLink("Atom", atom, ATOM), FeedLink("JSON Feed", json, JSON_FEED)])


def news_of(label: Words, query: Mapping[str, str] | None = None) -> list[Follow]:
    """The ways to the news that fit `query`, also where the first is still to come: by e-mail, if it can be; feeds."""
    by_mail = "" if {*(query or {})} - {*ALERTED} else alerts_url(query)
    links = [FeedLink(_("By e-mail"), by_mail)] if by_mail else []
    return [Follow(label, [*links, *feeds(label, query=query).links])]


def all_news() -> list[Follow]:
    """The ways to all news."""
    return news_of(_("All news"))


def calendar(label: Words, name: str, *key: str) -> Follow:
    """A calendar to take along or to subscribe to; `name` and `key` make its address, `label` says of what."""
    return Follow(label, [FeedLink("iCalendar", reverse(name, args=key), ICALENDAR)])


def _with_query(url: str, query: Mapping[str, str] | None) -> str:
    return f"{url}?{urlencode(query)}" if query else url
