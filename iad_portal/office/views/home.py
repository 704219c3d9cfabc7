"""The home page: the map, the computed totals, what happened lately, what comes next."""

from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.faults import parts_when_asked
from iad_portal.office.pages import home as page
from relations.models import Agreement, City
from relations.pages.growth import all_agreements, growth_of, growth_plot
from relations.pages.partner_map import partner_map
from relations.pages.partner_total import PartnerTotal
from relations.pages.ties import anniversaries, first_ties, partners_by_name, share_agreements, signed

# News: so many of the newest are looked through for one with a photograph, and so many stand beside the lead.
NEWEST, BESIDE = 12, 3
DOINGS, COMING, EVERY = 6, 6, 5


class _Registers:
    """What several parts of the page are worked out from, each read when the first of them is made."""

    def __init__(self) -> None:
        self.today = calendar.today()

    @cached_property
    def agreements(self) -> list[Agreement]:
        """The published agreements with their cities."""
        return all_agreements().rows()

    @cached_property
    def partners(self) -> list[City]:
        """The partner cities of today with their agreements."""
        partners = partners_by_name().rows()
        share_agreements(self.agreements, partners)
        return partners

    @cached_property
    def ties(self) -> dict[int, Agreement | None]:
        """The first tie of each."""
        return first_ties(self.partners, self.today)

    @cached_property
    def total(self) -> PartnerTotal:
        """How many they are."""
        return PartnerTotal.of(self.partners, self.today)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Everything on it is computed on the day of reading; the template keeps what the news does not change."""
    read = _Registers()
    today = read.today
    parts = {
        "total": lambda: read.total,
        "oldest_year": lambda: min((signed(tie).year for tie in read.ties.values() if tie), default=None),
        "partner_map": lambda: partner_map(read.partners, read.ties, draws=True),
        "totals": lambda: page.totals(read.total, page.networks().rows(), page.embassies().count()),
        "totals_note": lambda: page.totals_note_with_way(today),
        "growth": lambda: growth_plot(growth_of(read.agreements, today)),
        "news": lambda: page.front_news(page.newest()[:NEWEST], BESIDE),
        "doings": lambda: page.doings(
            page.recent_exchanges()[:DOINGS], page.past_meetings()[:DOINGS], read.agreements, today, DOINGS
        ),
        "coming": lambda: page.coming(
            page.coming_meetings()[:COMING], anniversaries(read.partners, today, every=EVERY), COMING
        ),
        "follow": lambda: page.follow(),
        "evidence": lambda: page.evidence(read.total),
    }
    return render(request, "portal/home.html", parts_when_asked(None, parts))
