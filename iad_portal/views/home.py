"""The home page: the map, the computed totals, what happened lately, what comes next."""

from django.db.models import Min
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib import dates
from iad_portal.lib.bilingual import reader_language, text_of
from iad_portal.pages.home import agreement_items, meeting_items, totals, totals_note
from networks.models import Meeting, Network
from news.cards import article_cards
from news.models import Article
from relations.models import Agreement, City, Embassy
from relations.pages.partner_map import partner_map

NEWS, MEETINGS, AGREEMENTS, NETWORKS = 4, 4, 6, 12


@require_safe
def home(request):
    """Everything on it is computed on the day of reading."""
    today = dates.today()
    partners = list(City.objects.published().partners().select_related("country").by_name(reader_language()))
    first_years = first_tie_years(partners)
    networks = list(Network.objects.published().with_bangkok().by_name(reader_language()))
    context = {
        "today": today,
        "partner_count": len(partners),
        "country_count": len({city.country_id for city in partners}),
        "oldest_year": min((year for year in first_years.values() if year), default=None),
        "partner_map": partner_map(partners, first_years, draws=True),
        "totals": totals(partners, len(networks), Embassy.objects.published().count()),
        "news": article_cards(Article.objects.published().newest_first()[:NEWS]),
        "coming": meeting_items(Meeting.objects.published().upcoming().select_related("host_city")[:MEETINGS]),
        "recent": meeting_items(Meeting.objects.published().past().select_related("host_city")[:MEETINGS]),
        "agreements": agreement_items(
            Agreement.objects.published().dated().newest_first().select_related("city")[:AGREEMENTS]
        ),
        "networks": [
            {
                "label": network.acronym or text_of(network, "name"),
                "url": network.get_absolute_url(),
                "text": text_of(network, "name"),
            }
            for network in networks[:NETWORKS]
        ],
        "totals_note": totals_note(today, sum(year is None for year in first_years.values())),
    }
    return render(request, "portal/home.html", context)


def first_tie_years(cities: list[City]) -> dict[int, int | None]:
    """The C.E. year of each city's first published tie in force, by its key; None when none has a date."""
    first = (
        Agreement.objects.published()
        .tie_making()
        .in_force()
        .filter(city__in=cities)
        .order_by()
        .values_list("city")
        .annotate(Min("signed_on"))
    )
    return {key: day.year if day else None for key, day in first}
