"""The home page: the map, the computed totals, what happened lately, what comes next."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.faults import parts_of_page
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.pages import home as page
from networks.models import Meeting, Network
from news.models import Article
from news.pages.cards import article_cards
from relations.models import City, Embassy
from relations.pages.growth import all_agreements, growth_of, growth_plot
from relations.pages.partner_map import partner_map
from relations.pages.ties import anniversaries, first_years, share_agreements

NEWS, COMING, MEETINGS, AGREEMENTS = 4, 6, 6, 6


@require_safe
def home(request):
    """Everything on it is computed on the day of reading."""
    today = calendar.today()
    partners = list(City.objects.published().partners().select_related("country").by_name(reader_language()))
    agreements = list(all_agreements())
    share_agreements(agreements, partners)
    years = first_years(partners, today)
    networks = list(Network.objects.published().with_bangkok().by_name(reader_language()))
    meetings = Meeting.objects.published().select_related("host_city")
    articles = list(Article.objects.published().newest_first()[:NEWS])
    parts = {
        "today": today,
        "partner_count": lambda: len(partners),
        "country_count": lambda: len({city.country_id for city in partners}),
        "oldest_year": lambda: min((year for year in years.values() if year), default=None),
        "partner_map": lambda: partner_map(partners, years, draws=True),
        "totals": lambda: page.totals(partners, len(networks), Embassy.objects.published().count()),
        "totals_note": lambda: page.totals_note(today, sum(year is None for year in years.values())),
        "growth": lambda: growth_plot(growth_of(agreements, today)),
        "news": lambda: article_cards(articles),
        "news_map": lambda: page.map_of(articles),
        "coming": lambda: page.coming(meetings.upcoming()[:COMING], anniversaries(partners, today), COMING),
        "recent": lambda: page.meeting_items(meetings.past()[:MEETINGS]),
        "agreements": lambda: page.newest_agreements(agreements, AGREEMENTS),
        "networks": lambda: page.network_items(networks),
    }
    return render(request, "portal/home.html", parts_of_page(None, parts))
