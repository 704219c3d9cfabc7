"""The press page, and the names it gives away."""

import csv
import io

import pytest

from iad_portal.lib.dates import calendar
from iad_portal.office.models import Page
from news.models import PressContact
from relations.models import Post, Signatory
from tests import world
from tests.site.checks import assert_queries, grows_not

pytestmark = pytest.mark.django_db


def names(client, language="th") -> list[dict]:
    answer = client.get(f"/{language}/press/names.csv")
    assert answer["Content-Type"].startswith("text/csv") and not answer.cookies
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_it_names_the_press_desk_or_says_whom_to_ask(client):
    assert "No press contact is on record" in client.get("/en/press/").content.decode()
    PressContact.objects.create(name_th="ก", name_en="Own", phone="1")
    PressContact.objects.create(name_th="ข", name_en="News desk", phone="0 0000 0001", is_default=True)
    html = client.get("/en/press/").content.decode()
    assert "News desk" in html and 'href="tel:000000001"' in html and "Own" not in html


def test_the_office_writes_its_own_terms_and_boilerplate_as_pages(client):
    """A draft is not shown; until there are terms, a plain sentence stands."""
    assert "Where none is given, ask the office" in client.get("/en/press/").content.decode()
    for slug in ("terms-of-use", "about-the-office"):
        Page.objects.create(slug=slug, title_th="ก", title_en="A", body_en=f"<p>Words {slug}</p>", status="draft")
    assert "Words" not in client.get("/en/press/").content.decode()
    for page in Page.objects.all():
        page.status = "published"
        page.save()
    html = client.get("/en/press/").content.decode()
    assert "Words terms-of-use" in html and "Words about-the-office" in html and "Where none is given" not in html


def test_the_totals_are_those_of_the_home_page(client):
    world.washington(), world.network("league"), world.embassy("JP")
    here, home = (client.get(page).context["totals"] for page in ("/en/press/", "/en/"))
    assert [(str(one.label), one.value) for one in here] == [(str(one.label), one.value) for one in home]


@pytest.mark.parametrize(("language", "from_gregorian"), [("th", 543), ("en", 0)])
def test_each_total_stands_as_a_sentence_with_its_day_and_an_address_that_keeps_it(client, language, from_gregorian):
    today = calendar.today()
    world.washington(), world.network("league"), world.embassy("JP")
    home = client.get(f"/{language}/").content.decode()
    assert f'href="/{language}/press/#figures"' in home
    figures = client.get(f"/{language}/press/").context["figures"]
    assert len(figures) == 3 and all(str(today.year + from_gregorian) in figure for figure in figures)
    for figure, address in zip(figures, (f"cities/?at={today}", f"networks/?at={today}", "embassies/"), strict=True):
        assert f"/{language}/{address}<" in figure
        assert client.get(f"/{language}/{address}").status_code == 200


def test_names_are_given_in_both_languages_with_ranks_and_nothing_hidden(client):
    world.city("edo", name_th="เอโดะ", name_en="Edo"), world.city("held", name_en="Held", hold_en=True)
    world.city("draft", name_en="Draft city", status="draft")
    person = world.person("a", name_th="อัศวิน", name_en="Aswin", rank_th="พล.ต.อ.", rank_en="Police General")
    world.article("visit").people.add(person)
    world.article("draft", status="draft").people.add(world.person("secret", name_en="Secret"))
    rows = {row["name_en"] or row["name_th"]: row for row in names(client)}
    assert rows["Edo"]["name_th"] == "เอโดะ" and rows["เมือง held"]["name_en"] == ""
    assert (rows["Aswin"]["kind"], rows["Aswin"]["rank_en"]) == ("person", "Police General")
    assert not {"Draft city", "Secret"} & rows.keys()


@pytest.mark.parametrize("status", ["published", "draft"])
def test_people_stand_there_by_every_public_record_that_names_them(client, status):
    people = {name: world.person(name, name_en=name) for name in ("signed", "chaired", "met", "led")}
    agreement = world.agreement(status=status)
    Signatory.objects.create(agreement=agreement, person=people["signed"], side="partner")
    world.meeting(status=status).chairs.add(people["chaired"])
    world.exchange(status=status).people.add(people["met"])
    city = world.city(status=status)
    Post.objects.create(person=people["led"], title_th="นายก", title_en="Mayor", kind="leader", city=city, as_of="2019")
    found = {row["name_en"] for row in names(client) if row["kind"] == "person"}
    assert found == (set(people) if status == "published" else set())


def test_it_is_led_to_from_every_page_and_found_by_its_words(client):
    assert 'href="/th/press/"' in client.get("/th/about/").content.decode()
    for words in ("สื่อมวลชน", "press"):
        assert "/th/press/" in client.get("/th/search/", {"q": words}).content.decode()


def test_the_mark_is_a_file_to_keep(client):
    address = client.get("/th/press/").context["files"][2].url
    answer = client.get(address)
    assert answer["Content-Type"] == "image/svg+xml" and "attachment" in answer["Content-Disposition"]
    assert answer.content.startswith(b"<svg") and not answer.cookies


def test_queries_do_not_grow(client):
    def add(number):
        world.agreement(world.city(f"c{number}")), world.network(f"n{number}")
        world.article().people.add(world.person(f"p{number}"))

    grows_not(client, "/en/press/", add)
    assert_queries(client, "/th/press/names.csv", 8)
