"""What the page of feeds and calendars shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from iad_portal.lib.components import Link
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.context import NAMES
from relations.pages.follow import ATOM, ICALENDAR, JSON_FEED, all_news, calendar


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: its form, the code of its language, that language's own name, its address, its media type."""

    form: str
    language: str
    label: str
    url: str
    type: str


def context() -> dict[str, Any]:
    """All that portal/feeds.html needs: both forms of the feed of all news and the calendar of everything, in both
    languages; and where narrower ones are.
    """
    narrower = [
        Link(_("News by kind, city, network or embassy"), reverse("news:article_list")),
        Link(_("Partner cities"), reverse("relations:city_list")),
        Link(_("Networks"), reverse("networks:network_list")),
        Link(_("Embassies"), reverse("relations:embassy_list")),
        Link(_("Search"), reverse("search")),
    ]
    return {
        "feeds": [
            *_in_each_language("news:article_feed", "Atom", ATOM),
            *_in_each_language("news:article_feed_json", "JSON Feed", JSON_FEED),
        ],
        "calendars": list(_in_each_language("calendar", "iCalendar", ICALENDAR)),
        "narrower": narrower,
        "follow": [*all_news(), calendar(_("Calendar of meetings and activities"), "calendar")],
    }


def _in_each_language(name: str, form: str, kind: str) -> Iterator[Feed]:
    for language in LANGUAGES:
        with translation.override(language):
            yield Feed(form, language, NAMES[language], reverse(name), kind)
