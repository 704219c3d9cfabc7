"""The home page: the map, the computed totals, what happened lately, what comes next."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.faults import parts_of_page
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.pages import home as page
from networks.models import Meeting, Network
from news.models import Article
from relations.models import City, Embassy
from relations.pages.growth import all_agreements, growth_of, growth_plot
from relations.pages.partner_map import partner_map
from relations.pages.partner_total import PartnerTotal
from relations.pages.ties import anniversaries, first_years, share_agreements

# News: so many of the newest are looked through for one with a photograph, and so many stand beside the lead.
NEWEST, BESIDE = 12, 3
DOINGS, COMING, EVERY = 6, 6, 5


@require_safe
def home(request):
    """Everything on it is computed on the day of reading."""
    today = calendar.today()
    partners = list(City.objects.published().partners().select_related("country").by_name(reader_language()))
    agreements = list(all_agreements())
    share_agreements(agreements, partners)
    years, total = first_years(partners, today), PartnerTotal.of(partners, today)
    networks = list(Network.objects.published().with_bangkok())
    meetings = Meeting.objects.published().select_related("host_city")
    parts = {
        "total": total,
        "oldest_year": lambda: min((year for year in years.values() if year), default=None),
        "partner_map": lambda: partner_map(partners, years, draws=True),
        "totals": lambda: page.totals(total, networks, Embassy.objects.published().count()),
        "totals_note": lambda: page.totals_note(today),
        "growth": lambda: growth_plot(growth_of(agreements, today)),
        "news": lambda: page.front_news(Article.objects.published().newest_first()[:NEWEST], BESIDE),
        "doings": lambda: page.doings(
            page.recent_exchanges(today, DOINGS), meetings.past()[:DOINGS], agreements, today, DOINGS
        ),
        "coming": lambda: page.coming(
            meetings.upcoming()[:COMING], anniversaries(partners, today, every=EVERY), COMING
        ),
        "evidence": lambda: page.evidence(total),
    }
    return render(request, "portal/home.html", parts_of_page(None, parts))
