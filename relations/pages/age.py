"""The words for claims about now, by their age: the present tense and green are for what is confirmed."""

from collections.abc import Iterable
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.components import Seen, Tag
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.lib.text.quick_html import quick_html
from relations.models import Agreement, ListedAs, Post, listed_as, renewed_on


def age_line(records: Iterable[Confirmed], at: date | None = None) -> SafeString | str:
    """“Confirmed by the office on …” or “Last known …”: the newest confirmation of `records` on the day `at` (today).

    Empty when none of them was ever confirmed.
    """
    known = seen_of(records, at)
    return known.words if known else ""


def seen_of(records: Iterable[Confirmed], at: date | None = None, events: Iterable[PartialDate] = ()) -> Seen | None:
    """The same for components/statement.html; days of `events` tell of the newest that is known, too.

    None when none of them was ever confirmed.
    """
    at = at or calendar.today()
    known = [(day, _by_office(record, day, at)) for record in records if (day := record.claim().known_on(at))]
    known += [(day, None) for day in events if day.first_day <= at]
    if not known:
        return None
    day, holds = max(known, key=lambda pair: (pair[0].first_day, pair[1] is not None))
    words = _("Last known {}") if holds is None else _("Confirmed by the office on {}")
    return Seen(quick_html(words, when(day)), bool(holds))


def _by_office(record: Confirmed, day: PartialDate, at: date) -> bool | None:
    """Whether a confirmation of the office of that `day` still holds; None when it was not the office's."""
    return record.is_confirmed(at) if record.confirmed_by_office == day else None


def agreement_tag(agreement: Agreement, renewals: Iterable[Agreement], at: date | None = None) -> Tag:
    """What the agreement is on the day `at` (today); `renewals` may hold any agreements, those that renew it count."""
    at, language = at or calendar.today(), reader_language()
    state = listed_as(agreement, renewals, at)
    if state == ListedAs.ENDED and (end := agreement.ended_on(at)):
        return Tag(_("Ended %(year)s") % {"year": format_year(end.year, language)})
    if state == ListedAs.RENEWED and (renewed := renewed_on(agreement, renewals, at)):
        return Tag(_("Renewed %(year)s") % {"year": format_year(renewed.year, language)})
    return Tag(state.label, "on" if state == ListedAs.CONFIRMED else "")


def post_time(post: Post, at: date | None = None) -> SafeString | str:
    """The term of a post, or the day a source saw the person in it; what has no end is only said of a confirmed one."""
    at = at or calendar.today()
    if post.starts_on and post.ends_on:
        return quick_html(_("from {start} to {end}"), start=when(post.starts_on), end=when(post.ends_on))
    if post.starts_on and post.is_confirmed(at):
        return quick_html(_("since {start}"), start=when(post.starts_on))
    if post.starts_on:
        known = when(post.claim().known_on(at) or post.starts_on)
        return quick_html(_("from {start}; last known {day}"), start=when(post.starts_on), day=known)
    if post.ends_on:
        return quick_html(_("until {end}"), end=when(post.ends_on))
    if known_on := post.claim().known_on(at):
        return quick_html(_("as of {day}"), day=when(known_on))
    return _("date to be added")


def by_age(confirmed: int, last_known: int) -> str:
    """Of what a total is made by age, in words: “12 confirmed, 23 as last known”."""
    words = ngettext("%(number)s confirmed", "%(number)s confirmed", confirmed)
    others = ngettext("%(number)s as last known", "%(number)s as last known", last_known)
    return pair(words, confirmed, others, last_known)


def pair(first: str, first_number: int, second: str, second_number: int) -> str:
    """Two parts of a total in words, each a sentence with `%(number)s`."""
    words = {"one": first % {"number": first_number}, "other": second % {"number": second_number}}
    return _("%(one)s, %(other)s") % words
