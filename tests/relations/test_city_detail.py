"""The page of one city."""

import pytest
from django.utils.html import strip_tags

from iad_portal.lib.dates import calendar
from networks.models import CityMembership
from relations.models import (
    Agency,
    Document,
    Instrument,
    KeyRecipient,
    Person,
    Post,
    PostKind,
    Side,
    Signatory,
    YouthGroup,
)
from tests import world
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/cities/washington-dc/"


@pytest.fixture
def washington():
    return world.washington()


def page(client, url=URL) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def section(html: str, name: str) -> str:
    return html.split(f'aria-labelledby="{name}"')[1].split("</section>")[0]


def test_both_languages_tell_the_first_tie_in_their_era(client, washington):
    assert "19 February 1962" in page(client)
    thai = page(client, "/th/cities/washington-dc/")
    assert "19 กุมภาพันธ์ 2505" in thai and '<p class="panel__sub" lang="en">Washington, D.C.</p>' in thai
    assert_one_era(client, "cities/washington-dc/")


def test_a_tie_without_a_date_says_so(client):
    world.agreement(world.city("lausanne"))
    html = page(client, "/en/cities/lausanne/")
    assert "The date of the tie is to be added." in html
    assert "Coming dates" not in html


def test_a_former_partner_is_told_as_such(client):
    world.agreement(world.city("oldtown"), signed_on="1980-05-01", expires_on="1985-05-01")
    assert "A partner city of Bangkok from 1 May 1980 to 1 May 1985." in page(client, "/en/cities/oldtown/")


def test_signatories_stand_by_side_with_their_posts(client, washington):
    signed = washington.agreements.get()
    Signatory.objects.create(
        agreement=signed,
        side=Side.PARTNER,
        person=world.person("gray", name_en="Vincent Gray", rank_en="Mr"),
        post_title_th="นายกเทศมนตรี",
        post_title_en="Mayor",
    )
    html = section(page(client), "ties")
    assert "For Washington, D.C." in html and "Mr Vincent Gray, Mayor" in html
    assert "Names to be added" in html  # the other side


def test_a_renewal_leads_to_what_it_renews(client, washington):
    first = washington.agreements.get()
    world.agreement(washington, signed_on="2012-05-18", instrument=Instrument.REAFFIRMATION, renews=first)
    ties = section(page(client), "ties")
    assert f'Renews <a href="/en/agreements/{first.number}/">' in ties
    assert ties.index("2012") < ties.index("1962")


def test_draft_agreements_exchanges_and_news_are_not_named(client, washington):
    world.agreement(washington, status="draft", title_en="Secret pact")
    world.exchange(washington, status="draft", title_en="Secret call")
    world.article(status="draft", title_en="Secret news").cities.add(washington)
    assert "Secret" not in page(client)


def test_papers_of_its_agreements_are_listed(client, washington):
    Document.objects.create(subject=washington.agreements.get(), title_th="ข้อตกลง", title_en="The signed text")
    assert "The signed text" in section(page(client), "documents")


def test_figures_carry_their_year_and_source(client, washington):
    figure = world.figure(washington, value=684394, qualifier="about", as_of="2025")
    world.cite(figure)
    html = section(page(client), "facts")
    assert "about 684,394" in html and "as of 2025" in html and "#source-1" in html


def test_the_newest_figure_stands_on_the_page_and_its_rivals_in_the_record(client, washington):
    for value, year in ((601723, "2010"), (684394, "2025")):
        world.figure(washington, value=value, as_of=year)
    html, record = page(client).split('<details class="record"')
    assert "684,394" in html and "601,723" not in html and "601,723" in record


def test_the_leader_is_the_one_seen_last(client, washington):
    for name, year in (("Walter Tobriner", "1962"), ("Vincent Gray", "2012")):
        person = Person.objects.create(slug=f"p{year}", name_th=name, name_en=name)
        Post.objects.create(
            person=person, city=washington, kind=PostKind.LEADER, title_th="นายกเทศมนตรี", title_en="Mayor", as_of=year
        )
    html = section(page(client), "who")
    assert "Vincent Gray" in html and "as of" in html and "Tobriner" not in html


def test_networks_where_both_cities_met(client, washington):
    both, alone = world.network("both", acronym="BOTH"), world.network("alone", acronym="ALONE")
    shared = world.meeting("shared", network=both, host_city=world.bangkok())
    shared.participation.create(city=washington)
    world.meeting("its-own", network=alone, host_city=washington)
    world.meeting("draft", title_en="Secret meeting", status="draft", host_city=washington)
    html = section(page(client), "meetings")
    assert "1 meeting with both cities" in html and html.count("both cities</span>") == 1
    assert "Meeting shared" in html and "Meeting its-own" in html and "Secret" not in html


def test_what_is_still_to_come(client, washington):
    soon = calendar.today().replace(year=calendar.today().year + 1)
    world.exchange(washington, starts_on=soon, title_en="A coming visit")
    world.meeting("later", host_city=washington, starts_on=soon, ends_on=soon)
    html = page(client)
    coming = section(html, "coming")
    assert "A coming visit" in coming and "Meeting later" in coming and "years of ties" in coming
    assert html.count("A coming visit") == 1


def test_latest_six_news_and_the_way_to_all(client, washington):
    for number in range(7):
        world.article(published_on=f"2019-05-0{number + 1}").cities.add(washington)
    html = section(page(client), "news")
    assert html.count("<article") == 6 and "/en/news/?city=washington-dc" in html


def test_a_city_that_is_not_a_partner_reads_naturally(client):
    host = world.city("yangzhou")
    world.city("beside")
    world.meeting("hosted", host_city=host)
    html = page(client, "/en/cities/yangzhou/")
    assert "Bangkok meets it at international meetings." in html
    assert "Not yet in the register: agreements with Bangkok, visits and joint work, the story of the city" in html
    assert 'id="ties"' not in html and 'id="done"' not in html
    assert "/en/cities/beside/" in section(html, "neighbours")


def test_bangkoks_own_page(client):
    home = world.bangkok()
    world.meeting("hosted", host_city=home)
    governor = Post.objects.create(
        person=world.person("governor", name_en="The Governor"),
        city=home,
        kind=PostKind.GOVERNOR,
        title_th="ผู้ว่าราชการกรุงเทพมหานคร",
        title_en="Governor of Bangkok",
        starts_on="1992",
        ends_on="1996",
    )
    html = page(client, "/en/cities/bangkok/")
    assert governor.person.name_en in section(html, "leaders") and "1996" in section(html, "leaders")
    assert "Meeting hosted" in section(html, "meetings")
    assert "map--locator" not in html and "No agreement" not in html


def test_a_long_text_in_the_other_language_is_marked(client, washington):
    washington.profile_th = "<p>เมืองหลวง</p>"
    washington.save()
    html = section(page(client), "profile")
    assert "This text is available in Thai only." in html and '<div class="prose rich" lang="th">' in html


def test_a_withdrawn_city_stands_under_its_notice(client, washington):
    washington.status, washington.withdrawn_notice_en, washington.withdrawn_notice_th = "withdrawn", "Left.", "ถอน"
    washington.save()
    html = page(client)
    assert "notice--alert" in html and "Left." in html and "noindex" in html and "19 February 1962" in html


@pytest.mark.parametrize("slug", ["none", "draft"])
def test_what_is_not_there_is_a_404(client, slug):
    world.city("draft", status="draft")
    assert client.get(f"/en/cities/{slug}/").status_code == 404


def test_only_reading_is_allowed(client, washington):
    assert client.post(URL).status_code == 405


def fill(city):
    """One more row of everything that the page shows."""
    signed = world.agreement(city, signed_on="2001-01-01")
    Signatory.objects.create(agreement=signed, side=Side.BANGKOK, person=world.person())
    exchange = world.exchange(city, world.city(iso="US"))
    exchange.people.add(world.person())
    figure = world.figure(city)
    Document.objects.create(subject=signed, title_th="ก", title_en="A")
    post = Post.objects.create(person=world.person(), city=city, title_th="ก", title_en="Mayor", as_of="2020")
    meeting = world.meeting(network=world.network(), host_city=world.bangkok())
    meeting.participation.create(city=city)
    world.article().cities.add(city)
    for record in (signed, exchange, figure, post):
        world.cite(record)


def test_queries_do_not_grow(client, washington):
    world.agency(Agency.HOME_SLUG)
    grows_not(client, URL, lambda number: fill(washington), few=2, many=10)


def test_the_strip_counts_what_there_is_and_leaves_out_the_rest(client, washington):
    world.exchange(washington)
    strip = page(client).split('class="strip"')[1].split("</dl>")[0]
    assert "First recorded agreement" in strip and "19 February 1962" in strip
    assert "<dd>1</dd>" in strip and "Meetings at which" not in strip


def test_a_long_page_opens_with_its_parts(client, washington):
    world.exchange(washington), world.article().cities.add(washington)
    html = page(client)
    parts = html.split('class="contents"')[1].split("</nav>")[0]
    assert 'href="#ties"' in parts and 'href="#facts"' in parts and html.index("contents") < html.index('id="ties"')


def test_the_profile_has_its_day(client, washington):
    washington.profile_th = washington.profile_en = "<p>On the Potomac</p>"
    washington.profile_as_of = "2025"
    washington.save()
    assert "as of 2025" in strip_tags(section(page(client), "profile"))
    assert "ณ พ.ศ. 2568" in strip_tags(section(page(client, "/th/cities/washington-dc/"), "profile"))


def test_networks_of_the_city_stand_with_role_and_day_and_drafts_do_not(client, washington):
    for slug, status in (("open", "published"), ("hidden", "draft")):
        network = world.network(slug, acronym=slug.upper(), status=status)
        CityMembership.objects.create(network=network, city=washington, role="board", as_of="2022-03-08")
    html = section(page(client), "meetings")
    assert "OPEN" in html and "HIDDEN" not in html
    assert "Board member, as of 8 March 2022" in strip_tags(html)
    assert "กรรมการ ข้อมูล ณ 8 มีนาคม 2565" in strip_tags(page(client, "/th/cities/washington-dc/"))


def test_an_exchange_tells_of_young_people_of_this_city_and_of_the_key(client, washington):
    edo = world.city("edo")
    visit = world.exchange(washington, edo, direction="out")
    for city, people in ((washington, 5), (edo, 8)):
        YouthGroup.objects.create(exchange=visit, city=city, year=2019, direction="out", people=people)
    KeyRecipient.objects.create(name_th="ผู้ว่าการ", name_en="The Mayor", exchange=visit)
    text = strip_tags(section(page(client), "done"))
    assert "Key to the City: The Mayor · 5 young people from Bangkok" in text and "8 young" not in text
    visit.status = "draft"
    visit.save()
    assert "The Mayor" not in page(client)
