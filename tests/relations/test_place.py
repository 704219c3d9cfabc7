"""A place is both coordinates or neither: the form says so, the database holds it, pages stand on either."""

import pytest
from django.db import IntegrityError, transaction

from iad_portal.office.middleware import ADMIN_LANGUAGE_COOKIE
from relations.models import City, Embassy
from tests import world
from tests.desk.desk import desk_url, signed_in, untouched
from tests.past_the_checks import past_the_checks

pytestmark = pytest.mark.django_db
PLACED = {City: lambda **facts: world.city("seoul", **facts), Embassy: world.embassy}
LONE = [("latitude", "longitude"), ("longitude", "latitude")]


@pytest.mark.parametrize("language, word", [("th", "พิกัด"), ("en", "both boxes")])
@pytest.mark.parametrize("given, empty", LONE)
@pytest.mark.parametrize("model", PLACED)
def test_one_coordinate_alone_is_refused_in_words_beside_the_empty_box(model, given, empty, language, word):
    record = PLACED[model](latitude="37.56", longitude="126.97")
    client = signed_in()
    client.cookies[ADMIN_LANGUAGE_COOKIE] = language
    url = desk_url(model, "change", record.pk)
    answer = client.post(url, untouched(client, url, model) | {empty: ""})
    assert list(answer.context["adminform"].form.errors) == [empty]
    assert word in answer.context["adminform"].form.errors[empty][0]


@pytest.mark.parametrize("model", PLACED)
def test_both_boxes_may_be_emptied(model):
    record = PLACED[model](latitude="37.56", longitude="126.97")
    client, url = signed_in(), desk_url(model, "change", record.pk)
    answer = client.post(url, untouched(client, url, model) | {"latitude": "", "longitude": ""})
    record.refresh_from_db()
    assert answer.status_code == 302 and record.coordinates is None


def test_a_coordinate_that_is_no_number_is_one_mistake_not_two():
    client, url = signed_in(), desk_url(City, "change", world.city("seoul", latitude=None, longitude=None).pk)
    answer = client.post(url, untouched(client, url, City) | {"latitude": "?", "longitude": "126.97"})
    assert {name: len(said) for name, said in answer.context["adminform"].form.errors.items()} == {"latitude": 1}


@pytest.mark.parametrize("place", [("37", None), (None, "126"), ("91", "0"), ("0", "181"), ("91", None)])
@pytest.mark.parametrize("model", PLACED)
def test_the_database_takes_no_half_place_and_none_off_the_earth(model, place):
    record = PLACED[model]()
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=record.pk).update(latitude=place[0], longitude=place[1])


@pytest.mark.parametrize("given, _empty", LONE)
def test_every_page_of_a_city_stands_on_half_a_place_from_before(client, given, _empty):
    city = world.city("seoul", latitude=None, longitude=None)
    world.agreement(city)
    world.article().cities.add(city)
    with past_the_checks(City):
        City.objects.filter(pk=city.pk).update(**{given: "37.56"})
    for path in ("", "cities/", "cities/seoul/", "data/cities.csv", "data/cities.json"):
        assert client.get(f"/th/{path}").status_code == client.get(f"/en/{path}").status_code == 200, path
    assert "37.56" not in client.get("/th/data/cities.csv").content.decode()
