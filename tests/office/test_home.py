"""The home page: computed, in both languages, in a fixed number of queries."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.dates import calendar
from iad_portal.office.open_data import BY_SLUG
from relations.models import Agreement, Photo
from relations.pages.partner_total import PartnerTotal
from relations.pages.ties import on_year
from tests import world
from tests.lib.media.pictures import drawn, encoded
from tests.reading import as_read
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db


def test_totals_are_counted_from_the_records(client):
    """Two partners in two countries, one of them without a date: said in the reader's calendar."""
    (
        world.bangkok(),
        world.washington(),
        world.agreement(world.city("hue")),
        world.network("citynet"),
        world.embassy("JP"),
    )
    world.city("no-tie")
    html = client.get("/en/").content.decode()
    assert '<b class="nobr">2 cities</b> in <b class="nobr">2 countries</b>' in html
    assert "since 1962" in html and "1 with a date on record, 1 with a date to be added" in html
    assert '<rect class="split__part" width="50.00%"' in as_read(html)
    assert "2505" in client.get("/th/").content.decode()


def test_parts_of_totals_are_called_alike_in_thai_whatever_is_counted(client):
    """Networks are no cities."""
    world.network("citynet")
    [networks] = [total for total in client.get("/th/").context["totals"] if "networks" in total.url]
    assert networks.value == 1 and "แห่ง" in networks.made and "เมือง" not in networks.made


def test_every_headline_counts_the_partners_alike(client, starting_data):
    """Home, the list, the plot and open data: one number, with parts that add up to it."""
    total = PartnerTotal.today()
    shown = client.get("/en/").context
    assert shown["total"] == total and total.dated + total.undated == total.cities
    assert total.confirmed + total.last_known == total.cities
    stairs = shown["growth"].stairs
    assert (stairs.end, stairs.totals[-1], stairs.undated) == (total.cities, total.dated, total.undated)
    assert total.made() in client.get("/en/cities/").context["lead"]
    rows = [dict(zip(BY_SLUG["cities"].names(), row, strict=True)) for row in BY_SLUG["cities"].table()]
    partners = [row for row in rows if row["standing"] == "partner"]
    assert (len(partners), sum(not row["first_tie_on"] for row in partners)) == (total.cities, total.undated)
    assert len({row["country"] for row in partners}) == total.countries


def test_what_the_office_stated_stands_in_the_record(client):
    """Closed, apart from what is counted."""
    world.figure(world.agency("iao"), measure="partner_cities_stated", value=36)
    html = client.get("/en/").content.decode().split('<details class="record"')
    assert "\n36" in html[1] and "\n36" not in html[0]


def test_drafts_are_nowhere(client):
    """Neither in totals nor in lists."""
    city = world.city("secret", status="draft")
    world.agreement(city, signed_on="2015-01-01"), world.article("secret-news", status="draft")
    world.meeting("secret-meeting", status="draft"), world.network("secret-net", status="draft")
    assert "secret" not in client.get("/en/").content.decode()


def test_an_empty_house_still_has_a_home_page(client):
    """Before anything is loaded."""
    assert client.get("/th/").status_code == client.get("/en/").status_code == 200


def test_years_are_those_of_the_reader(client):
    """Everything on it. Names without numbers: the world's own may look like a year."""
    world.washington(), world.article("arrival"), world.meeting("talks")
    assert_one_era(client, "")


def test_queries_do_not_grow(client):
    """With everything it shows."""

    def add(number):
        world.agreement(world.city(f"c{number}"), signed_on="2015-01-01"), world.article(), world.network()
        world.meeting(host_city=world.city())

    grows_not(client, "/th/", add)


@pytest.mark.parametrize(
    ("accept", "leads_to"),
    [("en-GB,en;q=0.9", "/en/"), ("th", "/th/"), ("fr", "/th/"), ("", "/th/"), ("fr,en;q=0.5", "/en/")],
)
def test_the_root_sends_the_visitor_on(client, accept, leads_to):
    """By Accept-Language, Thai at last; no cookie."""
    response = client.get("/", headers={"accept-language": accept})
    assert (response.status_code, response["Location"]) == (302, leads_to)
    assert "Accept-Language" in response["Vary"] and not response.cookies


def test_what_comes_next_joins_meetings_and_every_fifth_anniversary_by_day(client):
    """Each under its own name; of a tie known to its year only no day is computed."""
    today = calendar.today()
    for years, name in ((5, "Hue"), (6, "Hanoi")):
        world.agreement(world.city(name_en=name), signed_on=on_year(today, today.year - years).isoformat())
    world.agreement(world.city("aichi", name_en="Aichi"), signed_on=str(today.year - 5))
    world.meeting(title_en="Summit", starts_on=(today + timedelta(days=400)).isoformat(), ends_on=None)
    coming = client.get("/en/").content.decode().split('aria-labelledby="coming"')[1].split("</section>")[0]
    assert coming.index("5 years of ties with Hue") < coming.index("Summit")
    assert "Aichi" not in coming and "Hanoi" not in coming


def test_doings_of_all_registers_stand_in_one_list(client):
    """The newest first, what is still to come left out, a signing once, and at most six."""
    hue = world.city("hue", name_en="Hue")
    signing = world.agreement(hue, signed_on="2019-01-02", title_en="Memorandum")
    world.exchange(hue, title_en="The signing", starts_on="2019-01-02", agreement=signing)
    world.meeting(title_en="Summit", starts_on="2019-01-03", ends_on=None)
    world.agreement(world.city("hanoi", name_en="Hanoi"), signed_on="2019-01-01")
    world.exchange(hue, title_en="To come", starts_on=(calendar.today() + timedelta(days=9)).isoformat())
    done = client.get("/en/").context["doings"]
    assert [str(one.title).split(":")[0] for one in done[:2]] == ["Summit", "The signing"]
    older = Agreement.objects.get(city__slug="hanoi")
    assert [one.url for one in done[1:]] == ["/en/cities/hue/", older.get_absolute_url()]
    for _number in range(6):
        world.exchange(hue)
    assert len(client.get("/en/").context["doings"]) == 6


def test_of_many_signings_the_latest_are_told(client):
    hue = world.city("hue")
    for year in range(2001, 2010):
        world.agreement(hue, signed_on=f"{year}-01-02")
    assert [one.first_day.year for one in client.get("/en/").context["doings"]] == [*range(2009, 2003, -1)]


def test_a_page_without_records_has_no_bare_heading(client):
    html = client.get("/en/").content.decode()
    assert html.count('class="empty"') == 1
    assert not [part for part in ("recent", "coming", "growth") if f'id="{part}"' in html]


def test_the_newest_news_with_a_photograph_leads(client):
    """Without any, the newest does, as type alone; each under the days of what it tells of."""
    old = world.article("old", event_on="2018-02-03")
    for number in range(5):
        world.article(f"new-{number}")
    news = client.get("/en/").context["news"]
    assert news.is_type and news.lead.url.endswith("/new-4/") and len(news.more) == 3
    Photo.objects.create(subject=old, alt_th="ภาพ", image=ContentFile(encoded(drawn()), "a.jpg"))
    news = client.get("/en/").context["news"]
    assert (news.is_type, news.lead.url, news.lead.date.iso) == (False, "/en/news/old/", "2018-02-03")
    assert len(news.more) == 3


def test_the_map_can_be_passed_by_keyboard(client):
    """One link over its many."""
    html = client.get("/en/").content.decode()
    assert html.index('href="#news"') < html.index('class="map__room')


def test_what_the_office_entered_is_the_way_to_it(client):
    office = world.agency("iao", phone="02 123 4567", is_official_site=True)
    html = client.get("/en/").content.decode()
    assert html.count('href="tel:021234567"') == 2 and "mailto:" not in html  # before the footer, and in it
    assert "An official website of the Bangkok" in html
    type(office).objects.update(is_official_site=False)
    assert "An official website of the Bangkok" not in client.get("/en/").content.decode()


def test_an_article_that_is_saved_redraws_the_news_alone(client, kept_pages):
    """The rest is kept, and asks nothing: only the registers of news are read."""
    world.agreement(world.washington()), world.meeting(title_th="ประชุมเดิม")
    world.article(title_th="ข่าวเดิม"), client.get("/th/")
    world.article(title_th="ข่าวใหม่")
    with CaptureQueriesContext(connection) as asked:
        html = as_read(client.get("/th/").content.decode())
    assert "ข่าวใหม่" in html and "ประชุมเดิม" in html
    tables = " ".join(query["sql"] for query in asked)
    assert '"news_article"."title_th"' in tables
    assert '"relations_agreement"."number"' not in tables and '"networks_meeting"."title_th"' not in tables
    world.meeting(title_th="ประชุมใหม่")
    assert "ประชุมใหม่" in as_read(client.get("/th/").content.decode())


def test_the_foot_names_each_page_once_in_three_groups(client):
    """Registers, news, the office: no group holds what another has, and the whole main menu is there."""
    foot = client.get("/th/").context["footer"]
    urls = [link.url for group in foot.groups for link in group.links]
    assert len(foot.groups) == 3 and len(urls) == len(set(urls))
    assert {link.url for link in client.get("/th/").context["sections"]} <= set(urls)
