"""Small rows come with the row to which they belong."""

import pytest
from django.db.models import OuterRef

from iad_portal.lib.records.gathered import gathered, values_of
from relations.models import City, Country
from tests import world

pytestmark = pytest.mark.django_db


def test_rows_come_with_theirs_in_one_query(django_assert_num_queries):
    for slug in ("osaka", "kyoto"):
        world.city(slug, name_th='ก"', name_en=slug)
    world.country("TH")
    cities = gathered(City.objects.filter(country=OuterRef("pk")), "id", "name_th", "name_en")
    with django_assert_num_queries(1):
        japan, thailand = Country.objects.filter(iso__in=["JP", "TH"]).annotate(found=cities).order_by("iso")
    assert [values["name_en"] for values in values_of(japan.found, "name_en")] == ["kyoto", "osaka"]
    assert values_of(japan.found, "id")[0] == {
        "id": City.objects.get(slug="osaka").pk,
        "name_th": 'ก"',
        "name_en": "osaka",
    }
    assert values_of(thailand.found) == []
