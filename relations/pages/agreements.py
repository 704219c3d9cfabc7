"""What the register of agreements shows: its totals, its rows, the drawing through time."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django.core.paginator import Page
from django.db.models import Count, F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Row, Total
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.given_rows import give
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.registers.days import as_of, is_past
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.forms import AgreementFilter
from relations.models import Agreement, Instrument, ListedAs, with_list_state

from .age import agreement_tag
from .growth import all_agreements, growth_of, growth_plot
from .links import name_link


def context(request: HttpRequest, form: AgreementFilter, part: Page[Agreement]) -> dict[str, Any]:
    """All that relations/agreement_list.html needs, worked out for today, or for the past day of `form`.

    `part` holds rows with their city. The register is drawn through time where all of it is listed.
    """
    past, day = form.past, form.past or calendar.today()
    return {
        "lead": lead_then(form.total, day) if past else lead(form.total),
        "as_of": as_of(request, figure(form.total, form.undated_of_all, day), left_out() if past else ""),
        "form": form,
        "growth": None if form.values or past else growth_plot(growth_of(all_agreements().rows(), calendar.today())),
        "result": result(form),
        "page": part,
        "is_empty": not part.object_list,
        "ledger": ledger(list(part), past),
        "totals": totals(past),
        "note": totals_note(past),
    }


def lead(number: int) -> str:
    """The sentence over the list of `number` agreements."""
    words = ngettext(
        "%(number)s paper that Bangkok has signed with cities.",
        "%(number)s papers that Bangkok has signed with cities, the newest first.",
        number,
    )
    return words % {"number": f"{number:,}"}


def totals(past: date | None = None) -> list[Total]:
    """How many published agreements there are today, and of what they are made: the others add up to the first.

    Each stands with the register that it counts: one query. `past`: the same of those signed by that day.
    """
    counts = dict(_states(past) if past else _by_state())
    url, day = reverse("relations:agreement_list"), f"at={past.isoformat()}" if past else ""
    parts = [(state, counts[state]) for state in ListedAs if state in counts]
    return [
        Total(_("Agreements on record"), sum(counts.values()), f"{url}?{day}" if day else url),
        *(Total(state.label, number, f"{url}?state={state}" + (f"&{day}" if day else "")) for state, number in parts),
    ]


@kept_query
def _by_state() -> QuerySet[Agreement, Any]:
    return _states()


def _states(past: date | None = None) -> QuerySet[Agreement, Any]:
    rows = Agreement.objects.published().order_by()
    rows = with_list_state(rows.signed_by(past) if past else rows, past)
    return cast("QuerySet[Agreement, Any]", rows.values_list("list_state").annotate(number=Count("pk")))


def totals_note(past: date | None = None) -> str:
    """The day of the count, and what it counts."""
    if past:
        words = _("As they stood on %(date)s. Confirmed: a dated source of the years before says so.")
    else:
        words = _("Worked out on %(date)s. Confirmed: an officer, or a dated source of the last years, says so.")
    return words % {"date": format_date(past or calendar.today(), reader_language())}


def lead_then(number: int, day: date) -> str:
    """The sentence over the `number` agreements that were signed by a past day."""
    words = ngettext(
        "%(number)s paper that Bangkok had signed with cities by %(day)s.",
        "%(number)s papers that Bangkok had signed with cities by %(day)s.",
        number,
    )
    return words % {"number": f"{number:,}", "day": format_date(day, reader_language())}


def left_out() -> str:
    """That so many agreements without a date are not counted for a past day; "" where all have one. One query."""
    number = Agreement.objects.published().undated().count()
    words = ngettext(
        "Not counted: %(number)s agreement without a recorded date.",
        "Not counted: %(number)s agreements without a recorded date.",
        number,
    )
    return words % {"number": number} if number else ""


def figure(number: int, undated: int, day: date) -> str:
    """A sentence that quotes the `number` of agreements on record on the `day`, `undated` of them without a date."""
    words = {"day": format_date(day, reader_language()), "number": number, "undated": undated}
    if undated:
        return _("On %(day)s %(number)s agreements of Bangkok were on record, %(undated)s of them undated.") % words
    return _("By %(day)s Bangkok had signed %(number)s agreements whose date is on record.") % words


def result(form: AgreementFilter) -> str:
    """How many agreements pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s agreement", "%(count)s agreements", form.total) % words
    return ngettext("%(count)s of %(total)s agreement", "%(count)s of %(total)s agreements", form.total) % words


def ledger(agreements: Sequence[Agreement], at: date | None = None, *, names_city: bool = True) -> Ledger:
    """The ledger of `agreements`, which come with their city, with their state on the day `at` (today): one query.

    `names_city`: False on the page of their city.
    """
    columns = [_("Agreement"), _("No."), *([_("Partner city")] if names_city else []), _("Signed on"), _("Signed at")]
    columns.append(_("State on that day") if is_past(at) else _("State today"))
    give(agreements, "published_renewals", _renewals_of(agreements=agreements), "renews")
    rows = shown(agreements, lambda one: _row(one, at, names_city=names_city), "register of agreements")
    return Ledger.of_rows(columns, rows)


def _row(agreement: Agreement, at: date | None, *, names_city: bool) -> Row:
    title, city = agreement.shown_title(), name_link(agreement.city)
    tag = agreement_tag(agreement, agreement.published_renewals, at)
    instrument = agreement.get_instrument_display()
    is_plain = agreement.instrument == Instrument.NOT_STATED or instrument.casefold() == str(title).casefold()
    cells = [
        Cell(str(agreement.number), is_named=True),
        *([Cell(city.label, url=city.url)] if names_city else []),
        Cell(_("to be added"), agreement.signed_on, is_named=not agreement.signed_on),
        Cell(text_of(agreement, "place")),
        Cell(tag.label, tag=tag.kind or "plain"),
    ]
    return Row(title, cells, agreement.get_absolute_url(), sub="" if is_plain else instrument)


@kept_query
def _renewals_of(*, agreements: Sequence[Agreement]) -> QuerySet[Agreement]:
    return cast(
        "QuerySet[Agreement]", Agreement.objects.published().filter(renews__pk__in=agreements).annotate(of=F("renews"))
    )
