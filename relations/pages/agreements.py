"""What the pages of agreements show."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Row, Total
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.forms import AgreementFilter
from relations.models import Agreement, Instrument

from .age import agreement_tag
from .links import name_link


def totals() -> list[Total]:
    """Counts of the published agreements, worked out for today, each with the register it counts: four queries."""
    rows, url = Agreement.objects.published(), reverse("relations:agreement_list")
    return [
        Total(_("Agreements on record"), rows.count(), url),
        Total(_("Confirmed in force"), rows.confirmed().count(), f"{url}?state=confirmed"),
        Total(_("Without a recorded end"), rows.in_force().count(), f"{url}?state=in_force"),
        Total(_("Without a recorded date"), rows.undated().count(), f"{url}?state=undated"),
    ]


def totals_note() -> str:
    """The day of the count, and what it counts."""
    today = format_date(calendar.today(), reader_language())
    words = _("Worked out on %(date)s. Confirmed: an officer, or a dated source of the last years, says so.")
    return words % {"date": today}


def result(form: AgreementFilter) -> str:
    """How many agreements pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s agreement", "%(count)s agreements", form.total) % words
    return ngettext("%(count)s of %(total)s agreement", "%(count)s of %(total)s agreements", form.total) % words


def ledger(agreements: Iterable[Agreement], at: date | None = None) -> Ledger:
    """The ledger of `agreements` from `with_renewals()`, with their state on the day `at` (today)."""
    columns = [_("Agreement"), _("No."), _("Partner city"), _("Signed on"), _("Signed at"), _("State today")]
    return Ledger.of_rows(columns, shown(agreements, lambda agreement: _row(agreement, at), "register of agreements"))


def _row(agreement: Agreement, at: date | None) -> Row:
    title, city = agreement.shown_title(), name_link(agreement.city)
    tag = agreement_tag(agreement, agreement.published_renewals, at)
    instrument = agreement.get_instrument_display()
    is_plain = agreement.instrument == Instrument.NOT_STATED or instrument.casefold() == str(title).casefold()
    cells = [
        Cell(str(agreement.number), is_named=True),
        Cell(city.label, url=city.url),
        Cell(_("not known"), agreement.signed_on, is_named=not agreement.signed_on),
        Cell(text_of(agreement, "place")),
        Cell(tag.label, tag=tag.kind or "plain"),
    ]
    return Row(title, cells, agreement.get_absolute_url(), sub="" if is_plain else instrument)


def with_renewals(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """`agreements` with their city, and with those that renew each as `published_renewals`: one query more."""
    renewals = Prefetch("renewed_by", Agreement.objects.published(), to_attr="published_renewals")
    return agreements.select_related("city").prefetch_related(renewals)
