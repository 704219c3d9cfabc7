"""What was done with a city is found, and added, in the city's form."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from iad_portal.office.groups import EDITORS, TRANSLATORS
from networks.models import Meeting
from relations.admin import activities
from relations.models import City, Exchange, Post
from tests import world
from tests.boxes import BOXES_ALONE

from .desk import as_sent, desk_url, errors_of, signed_in
from .test_every_inline import Form

pytestmark = pytest.mark.django_db
ADD = "เพิ่มการเยือนหรือกิจกรรม"


def add_url(city):
    return f"{desk_url(Exchange, 'add')}?cities={city.pk}"


def page_of(client, city):
    return client.get(desk_url(City, "change", city.pk)).content.decode()


def sent(client, city, **more):
    """A visit typed in the form that the city's form leads to."""
    page = client.get(add_url(city), **BOXES_ALONE)
    typed = {"title_th": "คณะผู้แทนเข้าพบ", "kind": "talks", "direction": "in", "code": "visit-1"}
    answer = client.post(add_url(city), as_sent(page, Exchange) | typed | more)
    assert answer.status_code == 302, errors_of(answer)
    return answer.url


def test_the_form_of_a_city_lists_the_latest_with_links_whatever_their_state(monkeypatch):
    """In the officer's era; another city's are not there; more than some are in the list."""
    monkeypatch.setattr(activities, "LATEST", 2)
    city = world.city("edo")
    first, second, third = (
        world.exchange(city, title_th=f"งานที่ {n}", starts_on=f"200{n}-05-01", status="draft") for n in (1, 2, 3)
    )
    other = world.exchange(world.city(), title_th="งานของเมืองอื่น")
    client = signed_in()
    html = page_of(client, city)
    addresses = [desk_url(Exchange, "change", record.pk) for record in (third, second, first, other)]
    assert [address in html for address in addresses] == [True, True, False, False]
    assert html.index("งานที่ 3") < html.index("งานที่ 2") and "พ.ค. 2546" in html and "ฉบับร่าง" in html
    whole = client.get(f"{desk_url(Exchange)}?city={city.pk}").context["cl"].result_list
    assert [record.pk for record in whole] == [third.pk, second.pk, first.pk]


def test_a_city_that_was_only_spoken_of_has_its_line():
    city = world.city("edo")
    about = world.exchange(world.city(), about=[city], title_th="การหารือเรื่องเอโดะ")
    assert desk_url(Exchange, "change", about.pk) in page_of(signed_in(), city)


def is_of_lines(sql):
    """Whether the lines are read by it."""
    return sql.startswith('SELECT "relations_exchange"') and "LIMIT 21" in sql


@pytest.mark.parametrize("many", [1, 12])
def test_the_lines_cost_one_query(many):
    city, client = world.city("edo"), signed_in()
    page_of(client, city)
    for _number in range(many):
        world.exchange(city)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page_of(client, city)
    assert len([query for query in asked.captured_queries if is_of_lines(query["sql"])]) == 1


def test_an_activity_begins_with_the_city_and_leads_back_to_it():
    client, city = signed_in(group=EDITORS), world.city("edo")
    assert ADD in page_of(client, city) and add_url(city) in page_of(client, city)
    assert sent(client, city).startswith(desk_url(City, "change", city.pk))
    exchange = Exchange.objects.get()
    assert list(exchange.cities.all()) == [city] and exchange.status == "draft"


def test_add_another_keeps_the_city():
    client, city = signed_in(), world.city("edo")
    assert sent(client, city, _addanother="1") == add_url(city)
    assert (
        sent(client, city, code="visit-2", title_th="การหารือเรื่องน้ำ", _continue="1")
        .partition("?")[0]
        .endswith("/change/")
    )


def test_a_form_that_was_opened_elsewhere_leads_where_it_always_did():
    client = signed_in()
    form = Form(client, Exchange)
    form.data |= {"title_th": "งาน", "kind": "talks", "direction": "in", "code": "a"}
    assert form.send().url == desk_url(Exchange)


@pytest.mark.parametrize("key", ["nonsense", "99999999", "1e9", "-1", "", "9" * 40, "1,x", "%00"])
def test_no_address_breaks_a_form(key):
    """Whether it names several records, one, or one by its code."""
    client = signed_in()
    for model, name in ((Exchange, "cities"), (Exchange, "agreement"), (Meeting, "network"), (City, "country")):
        assert client.get(f"{desk_url(model, 'add')}?{name}={key}").status_code == 200
    assert client.get(f"{desk_url(Exchange)}?city={key}").status_code in (200, 302)


def test_who_may_not_add_is_not_invited():
    """A translator sees the lines."""
    city = world.city("edo")
    world.exchange(city, title_th="งานที่ทำ")
    html = page_of(signed_in(group=TRANSLATORS), city)
    assert "งานที่ทำ" in html and ADD not in html


def test_a_new_city_has_no_activities_yet():
    assert "activities__lines" not in signed_in().get(desk_url(City, "add")).content.decode()


def test_a_leader_is_typed_in_the_form_of_the_city():
    """A new row is a leader's, which nobody has to choose."""
    client, city, mayor = signed_in(), world.city("edo"), world.person()
    form = Form(client, City, city)
    assert form.blank[Post]["kind"] == "leader"
    form.put(Post, {"person": mayor.pk, "title_th": "นายกเทศมนตรี", "as_of": "1/5/2562"})
    answer = form.send()
    assert answer.status_code == 302, errors_of(answer)
    post = city.posts.get()
    assert (post.person, post.kind, str(post.as_of)) == (mayor, "leader", "2019-05-01")
