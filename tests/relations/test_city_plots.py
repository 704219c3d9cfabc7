"""Partners by region over the list of cities."""

import pytest

from relations.models import Region
from relations.pages.regions import regions_plot
from tests import world


@pytest.mark.django_db
def test_each_region_leads_to_its_cities(client):
    for iso in ("JP", "JP", "US"):
        world.agreement(world.city(iso=iso))
    world.city(iso="HU")
    response = client.get("/en/cities/")
    assert [(bar["label"], bar["number"], bar["length"]) for bar in response.context["regions"]["bars"]] == [
        ("East Asia", 2, "100%"),
        ("Americas", 1, "50%"),
    ]
    html = response.content.decode()
    assert '<a href="/en/cities/?region=east_asia">East Asia</a>' in html
    assert "2 of 3 partner cities are in the region East Asia." in html and "No partner city is in: ASEAN," in html
    assert client.get("/en/cities/?region=americas").context["regions"] is None


def test_a_single_region_is_not_drawn():
    assert regions_plot({Region.EUROPE: 3}) is None and regions_plot({}) is None
