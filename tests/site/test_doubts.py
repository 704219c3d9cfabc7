"""That something is still to be confirmed is public; what it is, is the office's own."""

from collections import Counter
from html import escape

import pytest
from django.utils import translation

from iad_portal.office.models import Page
from iad_portal.office.open_data import REGISTERS
from networks.models import CityMembership, Commitment, Fee, Meeting, Membership, Network, Role
from news.models import Article, Newsletter
from plans.models import Plan
from relations.models import (
    Agency,
    Agreement,
    City,
    Country,
    Embassy,
    Exchange,
    Figure,
    KeyRecipient,
    Person,
    Post,
    Sourced,
    YouthGroup,
)
from tests import world

pytestmark = pytest.mark.django_db

LINE = 'class="doubt"'
# Who shows the rows that have no page of their own. Of a country only its formal name is doubted, which no page shows.
WITH_A_PAGE = (City, Agreement, Embassy, Network, Meeting, Plan, Article, Newsletter, Page)
SHOWN_BY = {
    Membership: lambda row: [row.network],
    Role: lambda row: [row.network],
    Fee: lambda row: [row.network],
    Commitment: lambda row: [row.meeting or row.agreement],
    Exchange: lambda row: [*row.cities.all(), *row.embassies.all()] if row.is_published() else [],
    Figure: lambda row: [row.subject] if isinstance(row.subject, WITH_A_PAGE) else [],
    Post: lambda row: [row.embassy] if row.embassy else [],
    CityMembership: lambda row: [row.network],
    YouthGroup: lambda row: [row.city] if row.people else [],
    KeyRecipient: lambda row: list(row.exchange.embassies.all()) if row.exchange else [],
}


def doubtful(model):
    return [record for record in model._base_manager.all() if record.is_doubtful]


def lines_due() -> Counter:
    """How many lines each page must show at least: for its record, and for each doubtful row on it."""
    due = Counter(record for model in WITH_A_PAGE for record in doubtful(model) if record.is_readable())
    for model, pages in SHOWN_BY.items():
        due.update(page for row in doubtful(model) for page in pages(row) if page.is_readable())
    return due


def test_no_doubtful_record_of_the_starting_data_stands_without_its_line(client, starting_data):
    """Record by record and row by row; and not a word of any doubt, in either language."""
    models = [model for model in Sourced.__subclasses__() if model._meta.concrete_model]
    texts = {
        text or "" for model in models for record in doubtful(model) for text in (record.doubt_th, record.doubt_en)
    }
    words = {text for text in texts if len(text) > 12}  # a shorter one may be anybody's
    due = lines_due()
    assert len(due) > 80 and len(words) > 50
    for record, number in due.items():
        with translation.override("en"):
            html = client.get(record.get_absolute_url()).content.decode()
        assert html.count(LINE) >= number, record
        assert not [text for text in words if escape(text) in html], record


def test_every_kind_that_may_be_doubted_is_walked():
    """A new one must say where its rows stand. People stand beside what they did; projects and papers are rows too."""
    apart = {Country, Person, Agency}
    rows = {model.__name__ for model in Sourced.__subclasses__()} - {"Project", "ProjectProgress", "Document"}
    assert rows == {model.__name__ for model in {*WITH_A_PAGE, *SHOWN_BY, *apart}}


def test_open_data_says_of_each_row_whether_it_is_to_be_confirmed(starting_data):
    """In the last column of every register."""
    for register in REGISTERS:
        told = [row[register.names().index("to_be_confirmed")] for row in register.table()]
        assert sum(told) == sum(getattr(row, "is_doubtful", False) for row in register.rows()), register.slug


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
