"""People of a city whom Bangkok met, and when; nobody is named as holding a post today unless that is confirmed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import PersonEntry, Words
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.format import format_date, format_year
from iad_portal.lib.records.faults import shown
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.models import Agreement, Post, Side

from .age import post_time
from .links import listed


def people_met(
    posts: Iterable[Post], exchanges: Iterable[Any], agreements: Iterable[Agreement], at: date
) -> list[PersonEntry]:
    """For components/met.html: the holders of `posts` who took part in `exchanges` or signed `agreements`, and when.

    Whoever did neither is there only while the post is confirmed. `posts` are in their order, each with its person; of
    somebody with several the first counts.
    """
    days = _days_met(exchanges, agreements)
    first = {post.person_id: post for post in reversed(list(posts))}
    people = [post for post in first.values() if days[post.person_id] or post.is_confirmed(at)]
    people.sort(key=lambda post: _newest(post, days[post.person_id]), reverse=True)
    return shown(people, lambda post: _entry(post, days[post.person_id], at), "people of a city")


def _days_met(exchanges: Iterable[Any], agreements: Iterable[Agreement]) -> dict[int, list[PartialDate]]:
    """When each person, by key, was there."""
    days: dict[int, list[PartialDate]] = defaultdict(list)
    for exchange in exchanges:
        for person in exchange.shown_people if exchange.starts_on else ():
            days[person.pk].append(exchange.starts_on)
    for agreement in agreements:
        if day := agreement.signed_on:
            for signatory in agreement.shown_signatories:
                if signatory.side == Side.PARTNER:
                    days[signatory.person_id].append(day)
    return days


def _newest(post: Post, days: Iterable[PartialDate]) -> date:
    known = [*days, *(day for day in (post.starts_on, post.as_of) if day)]
    return max((day.first_day for day in known), default=date.min)


def _entry(post: Post, days: list[PartialDate], at: date) -> PersonEntry:
    title = marked(text_of(post, "title"))
    if days:
        role = format_html(_("{post}, met {days}"), post=title, days=_met(days))
    else:
        role = format_html(_("{post}, {time}"), post=title, time=post_time(post, at))
    return PersonEntry(post.person.full_name(), role, shows=[post, post.person])


def _met(days: list[PartialDate]) -> SafeString | Words:
    """The day, where it was in one year only; else the years."""
    language = reader_language()
    years = sorted({day.year for day in days})
    if len(years) == 1:
        return when(max(days, key=lambda day: (day.last_day, day.first_day)))
    first = format_date(PartialDate(years[0], precision="year"), language)
    return listed([first, *(format_year(year, language) for year in years[1:])])
