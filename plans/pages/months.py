"""The months of a fiscal year of which the plans or the registers hold something."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Month, MonthEntry
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate, Precision
from iad_portal.lib.dates.queries import falls_within
from iad_portal.lib.text.bilingual import text_of
from networks.models import Meeting
from plans.models import Plan, PlanKind, Project
from relations.models import Agreement, City, Embassy, Exchange

# What lasts longer than a quarter stands in the months of its beginning and its end; anything else in each it touches.
LONG = 92
# Where the page lists its projects.
PROJECTS = "#projects"


def months_of(year: int, plans: Iterable[Plan], projects: Iterable[Project]) -> list[Month]:
    """The months of a fiscal year that hold something, October first: each with its monthly plan and what falls in it.

    `projects` are those of the year; the meetings, agreements and exchanges take three queries.
    """
    urls = {plan.month: plan.get_absolute_url() for plan in plans if plan.kind == PlanKind.MONTHLY_PLAN}
    entries = sorted(_entries(year, projects), key=lambda entry: entry.start.first_day)
    months = (
        Month(month, [entry for entry in entries if falls_in(entry, month)], urls.get(month, ""))
        for month in calendar.fiscal_months(year)
    )
    return [month for month in months if month.entries or month.url]


def happenings(months: Iterable[Month]) -> int:
    """How many meetings, signings and exchanges stand in `months`, each counted once; no projects."""
    return len({entry for month in months for entry in month.entries if entry.url != PROJECTS})


def falls_in(entry: MonthEntry, month: date) -> bool:
    """Whether `entry` stands in the month that begins with the day `month`."""
    first, last = entry.start.first_day, entry.start.last_day
    if entry.end and entry.end.precision != Precision.YEAR:
        last = entry.end.last_day
    if (last - first).days > LONG:
        return month in (first.replace(day=1), last.replace(day=1))
    return first <= PartialDate.of(month, "month").last_day and last >= month


def _entries(year: int, projects: Iterable[Project]) -> Iterator[MonthEntry]:
    span = calendar.fiscal_year_span(year)
    within = falls_within("starts", "ends", *span)
    for meeting in Meeting.objects.published().not_called_off().filter(within).order_by("starts_on", "pk"):
        yield MonthEntry(meeting.starts_on, meeting.ends_on, text_of(meeting, "title"), meeting.get_absolute_url())
    signed = Agreement.objects.published().filter(signed_on__range=span).exclude(signed_precision=Precision.YEAR)
    for agreement in signed.select_related("city").order_by("signed_on", "number"):
        if agreement.city.is_published():
            label = _("Signed with %(city)s") % {"city": text_of(agreement.city, "name")}
            yield MonthEntry(cast(PartialDate, agreement.signed_on), None, label, agreement.get_absolute_url())
    for exchange in _with_hosts(Exchange.objects.published().filter(within)).order_by("starts_on", "pk"):
        yield MonthEntry(
            cast(PartialDate, exchange.starts_on), exchange.ends_on, text_of(exchange, "title"), _ledger_url(exchange)
        )
    for project in projects:
        if project.starts_on and project.starts_on.precision != Precision.YEAR:
            yield MonthEntry(project.starts_on, project.ends_on, text_of(project, "title"), PROJECTS)


def _with_hosts(exchanges: QuerySet[Exchange]) -> QuerySet[Exchange]:
    """`exchanges`, each with `city_slug` or `embassy_iso`: a record on whose page it is listed."""
    cities = City.objects.published().abroad().order_by("slug")
    took_part, about = (Subquery(cities.filter(**{name: OuterRef("pk")}).values("slug")[:1]) for name in _LINKS)
    embassies = Embassy.objects.published().filter(exchanges=OuterRef("pk")).order_by("country_id")
    return exchanges.annotate(
        city_slug=took_part, about_slug=about, embassy_iso=Subquery(embassies.values("country_id")[:1])
    )


_LINKS = ("exchanges", "exchanges_about")


def _ledger_url(exchange: Exchange) -> str:
    if slug := exchange.city_slug or exchange.about_slug:
        return f"{reverse('relations:city_detail', args=[slug])}#done"
    if exchange.embassy_iso:
        return f"{reverse('relations:embassy_detail', args=[exchange.embassy_iso.lower()])}#exchanges"
    return ""
