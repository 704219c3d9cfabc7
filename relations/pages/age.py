"""The words for claims about now, by their age: the present tense and green are for what is confirmed."""

from collections.abc import Iterable
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.components import Seen, Tag
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language
from relations.models import Agreement, AgreementState, Post


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
    return Seen(format_html(words, when(day)), bool(holds))


def _by_office(record: Confirmed, day: PartialDate, at: date) -> bool | None:
    """Whether a confirmation of the office of that `day` still holds; None when it was not the office's."""
    return record.is_confirmed(at) if record.confirmed_by_office == day else None


def agreement_tag(agreement: Agreement, renewals: Iterable[Agreement], at: date | None = None) -> Tag:
    """What the agreement is on the day `at` (today); `renewals` may hold any agreements, those that renew it count."""
    at = at or calendar.today()
    state, language = agreement.state(at), reader_language()
    if state == AgreementState.NOT_YET:
        return Tag(state.label)
    if state == AgreementState.ENDED:
        end = agreement.ended_on(at)
        return Tag(_("Ended %(year)s") % {"year": format_year(end.year, language)} if end else state.label)
    if renewed := renewed_on(agreement, renewals, at):
        return Tag(_("Renewed %(year)s") % {"year": format_year(renewed.year, language)})
    if agreement.is_confirmed(at):
        return Tag(_("Confirmed in force"), "on")
    return Tag(_("No end recorded"))


def renewed_on(agreement: Agreement, renewals: Iterable[Agreement], at: date) -> date | None:
    """When an agreement among `renewals` that renews it began, the latest by the day `at`; None when none did."""
    begun = (other.begins_on for other in renewals if other.renews_id == agreement.pk and other.begins_on)
    return max((day.first_day for day in begun if day.first_day <= at), default=None)


def post_time(post: Post, at: date | None = None) -> SafeString | str:
    """The term of a post, or the day a source saw the person in it; what has no end is only said of a confirmed one."""
    at = at or calendar.today()
    if post.starts_on and post.ends_on:
        return format_html(_("from {start} to {end}"), start=when(post.starts_on), end=when(post.ends_on))
    if post.starts_on and post.is_confirmed(at):
        return format_html(_("since {start}"), start=when(post.starts_on))
    if post.starts_on:
        known = when(post.claim().known_on(at) or post.starts_on)
        return format_html(_("from {start}; last known {day}"), start=when(post.starts_on), day=known)
    if post.ends_on:
        return format_html(_("until {end}"), end=when(post.ends_on))
    if known_on := post.claim().known_on(at):
        return format_html(_("as of {day}"), day=when(known_on))
    return _("the source gives no date")
