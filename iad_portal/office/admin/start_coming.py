"""On the desk's first page: what comes in the next twelve months, and what should be done by now."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.components import DateItem
from iad_portal.lib.dates.format import format_date, format_month
from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.text.bilingual import reader_language
from networks.models import Commitment
from news.models import Article
from plans.models import Plan, PlanKind
from relations.models import Agreement
from relations.pages.growth import all_agreements
from relations.pages.partner_total import PartnerTotal
from relations.pages.ties import anniversaries, partners_by_name, share_agreements

from .start_numbers import Numbers
from .start_office import number_of
from .start_rows import Group, Link, Row, add_url, list_url, may_change, may_see

# Anniversaries of so many years, and their multiples, are marked; so many of the next ones are named.
EVERY, MOST_NAMED = 5, 3


def coming_group(request: HttpRequest, numbers: Numbers, today: date, partners: "PartnersNow") -> Group:
    """Anniversaries, ends of agreements, promises that are overdue, a month without its plan."""
    rows = [
        *_overdue(request, numbers),
        *_month_without_plan(request, numbers, today),
        *_ending(request, numbers),
        *_anniversaries(request, partners.anniversaries),
    ]
    return Group(_("Coming up"), rows)


def _overdue(request: HttpRequest, numbers: Numbers) -> list[Row]:
    found = number_of(numbers, "overdue", Commitment)
    if not found.count or not may_see(request, Commitment):
        return []
    said = _("The first was due by %(day)s.") % {"day": format_date(found.earliest, reader_language())}
    return [Row(_("Commitments that are overdue"), list_url(Commitment, "state=overdue"), _("Look"), found.count, said)]


def _month_without_plan(request: HttpRequest, numbers: Numbers, today: date) -> list[Row]:
    if number_of(numbers, "this_month", Plan).count or not may_change(request, Plan):
        return []
    month = format_month(today, reader_language())
    url = f"{add_url(Plan)}?kind={PlanKind.MONTHLY_PLAN.value}"
    return [Row(_("The plan of %(month)s is missing") % {"month": month}, url, _("Add"))]


def _ending(request: HttpRequest, numbers: Numbers) -> list[Row]:
    found = number_of(numbers, "ending", Agreement)
    if not found.count or not may_see(request, Agreement):
        return []
    said = _("The next one ends on %(day)s.") % {"day": format_date(found.earliest, reader_language())}
    url = list_url(Agreement, "state=ending")
    return [Row(_("Agreements that end within a year"), url, _("Look"), found.count, said)]


def _anniversaries(request: HttpRequest, coming: list[tuple[str, str, int]]) -> list[Row]:
    if not coming or not may_see(request, Agreement):
        return []
    parts = tuple(Link(words, url) for words, url, _days in coming[:MOST_NAMED])
    said = _("The next one is %(days)d days away.") % {"days": coming[0][2]}
    url, button = (add_url(Article), _("Draft news")) if may_change(request, Article) else (coming[0][1], _("Look"))
    return [Row(_("Anniversaries within a year"), url, button, len(coming), said, parts)]


@dataclass(frozen=True, slots=True)
class PartnersNow:
    """How many partner cities there are, in how many countries; and their next anniversaries.

    Of each anniversary its words with the day, the city's page, and how many days are left.
    """

    cities: int
    countries: int
    anniversaries: list[tuple[str, str, int]]


def partners_now(today: date) -> PartnersNow:
    """As the home page counts and tells them: two queries, once for each version of the content."""
    return kept("partners of the first page of the desk", ("relations",), lambda: _read(today))


def _read(today: date) -> PartnersNow:
    partners = partners_by_name().rows()
    share_agreements(all_agreements().rows(), partners)
    total = PartnerTotal.of(partners, today)
    told = [_told(item, today) for item in anniversaries(partners, today, every=EVERY)]
    return PartnersNow(total.cities, total.countries, told)


def _told(item: DateItem, today: date) -> tuple[str, str, int]:
    day = item.first_day
    words = format_html("{} · {}", item.label, format_date(day, reader_language()))
    return words, item.url, (day - today).days
