"""Lists and totals as of a day that is asked for: `?at=`."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from networks.models import CityMembership, Membership, Role
from relations.models import Post, PostKind
from relations.pages.partner_total import PartnerTotal, undated_now
from tests import world
from tests.networks.pages import words
from tests.site.checks import assert_one_era, assert_queries

pytestmark = pytest.mark.django_db
DAY = "2012-01-01"
OF_A_DAY = ["cities/", "agreements/", "networks/", "cities/hanoi/", "networks/c40/"]


@pytest.fixture(autouse=True)
def some_history():
    """A tie of 2004, one of 2015, one without a date; networks joined in 2006, in 2018 and nobody knows when."""
    hanoi = world.city("hanoi", name_en="Hanoi")
    world.agreement(hanoi, number=1, signed_on="2004-02-01")
    world.agreement(hanoi, number=2)
    world.agreement(world.city("seoul", name_en="Seoul"), number=3, signed_on="2015-01-01", instrument="mou")
    world.agreement(world.city("undated", name_en="Nodate"), number=4)
    for slug, joined in (("c40", "2006"), ("late", "2018"), ("nobody-knows", None)):
        network = world.network(slug, member=False, name_en=f"Network {slug}")
        Membership.objects.create(network=network, joined_on=joined)
        CityMembership.objects.create(network=network, city=hanoi, as_of=joined or "2020")
        Role.objects.create(network=network, title_en=f"Chair of {slug}", starts_on=joined)
    Post.objects.create(person=world.person(name_en="Mayor Then"), kind=PostKind.LEADER, city=hanoi, title_en="Mayor",
                        starts_on="2010", ends_on="2013")  # fmt: skip


@pytest.mark.parametrize("path", OF_A_DAY)
def test_a_day_typed_in_either_era_leads_to_its_one_address(client, path):
    for typed in ("1/1/2555", "๑ ม.ค. ๒๕๕๕", "2555", "2012", "1 January 2012", " 2012-01-01"):
        answer = client.get(f"/th/{path}", {"at": typed})
        assert (answer.status_code, answer["Location"]) == (301, f"/th/{path}?at={DAY}"), typed


@pytest.mark.parametrize("path", OF_A_DAY)
def test_what_is_no_day_is_told_in_the_readers_language(client, path):
    for typed in ("soon", "31/2/2555", "12", "0", "9999-01-01", "%00"):
        for language, title in (("th", "ไม่สามารถแสดงข้อมูลของวันนั้น"), ("en", "That day cannot be shown")):
            answer = client.get(f"/{language}/{path}", {"at": typed})
            assert answer.status_code == 400 and title in answer.content.decode(), (typed, language)


def test_a_day_to_come_and_two_days_are_refused(client):
    coming = calendar.today() + timedelta(days=1)
    answer = client.get("/en/cities/", {"at": coming.isoformat()})
    assert answer.status_code == 400 and "has not come yet" in answer.content.decode()
    assert client.get(f"/en/cities/?at={DAY}&at=2013-01-01").status_code == 400


def test_the_partner_cities_of_a_day_and_what_is_not_counted(client):
    text = words(client, f"/en/cities/?at={DAY}")
    assert "As it stood on 1 January 2012" in text and "with 1 city in 1 country" in text
    assert "Hanoi" in text and "Seoul" not in text and "Nodate" not in text
    assert "Not counted: 1 partner city of today" in text and "since" not in text
    assert "1 มกราคม 2555" in words(client, f"/th/cities/?at={DAY}")
    for path in OF_A_DAY:
        assert_one_era(client, f"{path}?at={DAY}")


def test_the_total_of_a_day_is_that_of_its_list(client):
    for day in (date(2004, 1, 1), date(2004, 2, 1), date(2012, 1, 1), date(2016, 1, 1)):
        context = client.get(f"/en/cities/?at={day}").context
        assert PartnerTotal.on(day).cities == context["form"].found == context["page"].paginator.count
    assert [PartnerTotal.on(date(year, 12, 31)).cities for year in (2003, 2004, 2015)] == [0, 1, 2]
    assert undated_now() == 1


def test_the_agreements_of_a_day(client):
    context = client.get(f"/en/agreements/?at={DAY}").context
    assert [row.url for row in context["ledger"].groups[0].rows] == ["/en/agreements/1/"]
    assert sum(total.value for total in context["totals"][1:]) == context["totals"][0].value == 1
    text = words(client, f"/en/agreements/?at={DAY}")
    assert "Not counted: 2 agreements without a recorded date" in text and "State on that day" in text
    assert context["totals"][1].url.endswith(f"&at={DAY}")


def test_the_networks_of_a_day(client):
    text = words(client, f"/en/networks/?at={DAY}")
    assert "Network c40" in text and "Network late" not in text and "nobody-knows" not in text
    assert "on record in 1 network by a dated membership" in text and "Not counted: 1 network of today" in text
    assert 'name="activity"' not in client.get(f"/en/networks/?at={DAY}").content.decode()


def test_a_city_and_a_network_on_a_day(client):
    city, network = words(client, f"/en/cities/hanoi/?at={DAY}"), words(client, f"/en/networks/c40/?at={DAY}")
    assert "Partner city" in city and "Mayor Then" in city and "Not counted: 1 agreement" in city
    assert "Network c40" in city and "Network late" not in city and "Network nobody-knows" not in city
    assert "from 2006" in network and "Chair of c40" in network and "Hanoi" in network
    assert "No dated membership" in words(client, f"/en/networks/late/?at={DAY}")
    assert "Mayor Then" not in words(client, "/en/cities/hanoi/?at=2014-01-01")


def test_nothing_hidden_is_told_of_a_day(client):
    world.agreement(world.city("draft", name_en="Draftville", status="draft"), signed_on="2000-01-01")
    world.network("hush", name_en="Hushed", status="draft")
    assert "Draftville" not in words(client, f"/en/cities/?at={DAY}")
    assert (
        client.get(f"/en/cities/draft/?at={DAY}").status_code
        == client.get(f"/en/networks/hush/?at={DAY}").status_code
        == 404
    )


def test_filters_orders_and_parts_keep_the_day(client):
    html = client.get(f"/en/cities/?at={DAY}&sort=name").content.decode()
    assert f'<input type="hidden" name="at" value="{DAY}">' in html and f"sort=date&amp;at={DAY}" in html
    counts = client.get(f"/en/cities/?at={DAY}&state=all").context["form"].counts
    assert counts["network"]["c40"] == 1 and not counts["network"]["late"] and not counts["instrument"]["mou"]


def test_searchers_are_led_to_the_page_of_today_and_nothing_is_stored(client, settings):
    answer = client.get(f"/en/cities/?at={DAY}&sort=name")
    assert answer["X-Robots-Tag"] == "noindex"
    assert '<link rel="canonical" href="http://localhost:8000/en/cities/?sort=name">' in answer.content.decode()
    from iad_portal.office.page_store import may_be_kept

    assert not may_be_kept(answer.wsgi_request, answer)


def test_a_figure_is_cited_with_its_day_and_its_lasting_address(client):
    today = calendar.today()
    with translation.override("th"):
        day = format_date(today, "th")
    cited = client.get("/th/cities/").context["as_of"]
    assert cited.permanent.endswith(f"/th/cities/?at={today}") and cited.permanent in cited.cited
    assert f"ณ วันที่ {day} กรุงเทพมหานครมีเมืองคู่ความร่วมมือ 3 เมือง" in cited.cited
    assert client.get(cited.permanent.removeprefix("http://localhost:8000")).context["form"].found == 3
    english = client.get(f"/en/cities/?at={DAY}").context["as_of"].cited
    assert english.startswith("On 1 January 2012 Bangkok had 1 partner cities with dated ties")


@pytest.mark.parametrize("path", OF_A_DAY)
def test_a_page_of_a_day_asks_no_more_than_a_page_may(client, path):
    assert_queries(client, f"/th/{path}?at={DAY}")
