"""That something is still to be confirmed is public; what it is, is the office's own."""

import pytest

from relations.models import Agency, Agreement, Country, Person, Sourced
from tests import world

from .test_doubtful_records import LINE, SHOWN_BY, WITH_A_PAGE

pytestmark = pytest.mark.django_db


def test_every_kind_that_may_be_doubted_is_walked():
    """A new one must say where its rows stand. People stand beside what they did; projects and papers are rows too."""
    apart = {Country, Person, Agency}
    rows = {model.__name__ for model in Sourced.__subclasses__()} - {"Project", "ProjectProgress", "Document"}
    assert rows == {model.__name__ for model in {*WITH_A_PAGE, *SHOWN_BY, *apart}}


def test_people_whose_names_are_doubted_are_marked_where_they_are_named(client):
    hue = world.city("hue")
    world.exchange(hue).people.add(world.person(doubt_en="Spelling"))
    assert client.get(hue.get_absolute_url()).content.decode().count(LINE) == 1
    Person.objects.update(doubt_en="")
    assert LINE not in client.get(hue.get_absolute_url()).content.decode()


@pytest.mark.search_index
def test_search_marks_what_it_found(client):
    """From the next save of a record on."""
    city = world.city("hue", name_en="Hue")
    found = "/en/search/?q=hue"
    assert "/en/cities/hue/" in client.get(found).content.decode() and LINE not in client.get(found).content.decode()
    city.doubt_th = "ถามเว้"
    city.save()
    assert client.get(found).content.decode().count(LINE) == 1


def test_a_list_marks_what_its_rows_are_of(client):
    world.agreement(doubt_th="ถามเว้")
    html = client.get("/th/agreements/").content.decode()
    assert html.count(LINE) == 1 and "ถามเว้" not in html


@pytest.mark.parametrize("path", ["/en/", "/en/cities/"])
def test_a_list_of_cities_marks_the_facts_that_it_shows_and_no_others(client, path):
    """The year of the first agreement is one; what is doubted of the city itself stands on its own page."""
    city = world.city("hue", doubt_en="Website")
    tie = world.agreement(city, signed_on="2016-01-01")
    assert LINE not in client.get(path).content.decode()
    assert LINE in client.get(city.get_absolute_url()).content.decode()
    Agreement.objects.filter(pk=tie.pk).update(doubt_en="Day")
    assert LINE in client.get(path).content.decode()
    # Without a year and a form nothing of it is on the list.
    Agreement.objects.filter(pk=tie.pk).update(signed_on=None, signed_precision="", instrument="not_stated")
    assert LINE not in client.get(path).content.decode()
