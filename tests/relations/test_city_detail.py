"""The page of one city."""

import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from iad_portal.lib.dates import calendar
from networks.models import CityMembership
from relations.models import (
    Agency,
    Document,
    Instrument,
    KeyRecipient,
    Photo,
    Post,
    PostKind,
    Side,
    Signatory,
    YouthGroup,
)
from tests import world
from tests.lib.media.pictures import drawn, encoded
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


def answers(html: str) -> str:
    """The row of answers under the panel."""
    return shown(html.split('class="statement"')[1].split("</dl>")[0])


def shown(html: str) -> str:
    return " ".join(re.sub("<[^>]*>", " ", html).split())


@pytest.mark.parametrize(
    ("agreements", "said"),
    [
        ([{"signed_on": "1980-05-01"}], "Bangkok and Edo became sister cities on 1 May 1980."),
        (
            [{"signed_on": "2013-11", "instrument": "friendship_agreement"}, {"signed_on": "2018"}],
            "Bangkok and Edo established friendly relations in November 2013, and became sister cities in 2018.",
        ),
        ([{}], "Bangkok and Edo made an agreement. Its date is to be added."),
        (
            [{"signed_on": "1980-05-01", "expires_on": "1985-05-01"}],
            "A partner city of Bangkok from 1 May 1980 to 1 May 1985.",
        ),
        (
            [{"signed_on": "2025-02-06", "instrument": "joint_statement", "cooperation_en": "Tourism and culture."}],
            "Bangkok and Edo made a joint statement on 6 February 2025. Fields of cooperation: tourism and culture.",
        ),
        ([], "The two cities have made no agreement yet."),
    ],
)
def test_the_statement_is_a_sentence(client, agreements, said):
    city = world.city("edo", name_en="Edo")
    for facts in agreements:
        world.agreement(city, **facts)
    assert f'<p class="cityhead__say">{said}</p>' in page(client, "/en/cities/edo/")


def test_five_answers_stand_in_a_row(client, washington):
    world.exchange(washington, kind="gift", starts_on="2020-01-01")
    world.exchange(washington, starts_on="2019-05-23")
    world.exchange(about=[washington], starts_on="2021-01-01")
    text = answers(page(client))
    year = calendar.today().year
    coming = next(day for day in range(year, year + 6) if (day - 1962) % 5 == 0 and (day > year or is_before_19_feb()))
    for said in (
        "State Sister city agreement 1 agreement",
        "First agreement 19 February 1962",
        "Last met 23 May 2019 Official visit",  # nobody meets over a gift, nor where the city was only spoken of
        f"Next date 19 February {coming} {coming - 1962} years of ties",
        "Contact International Affairs Office",
    ):
        assert said in text, text


def is_before_19_feb() -> bool:
    return (calendar.today().month, calendar.today().day) <= (2, 19)


def test_since_is_said_only_of_what_is_confirmed(client, washington):
    """The present tense needs a witness of the last years."""
    assert "Since" not in answers(page(client))
    world.still_so(washington.agreements.get(), None)
    assert "Since 19 February 1962" in answers(page(client))


def test_the_dot_is_filled_only_where_the_office_confirmed(client, washington, django_user_model):
    world.exchange(washington, starts_on="2019-05-23")
    html = page(client)
    assert "seen--yes" not in html and "Last known" in html and "23 May 2019" in html
    world.still_so(washington.agreements.get(), django_user_model.objects.create(username="officer"))
    html = page(client)
    assert 'class="seen seen--yes"' in html and "Confirmed by the office on" in html


def test_an_undated_tie_waits_for_its_date(client):
    world.agreement(world.city("lausanne"))
    text = answers(page(client, "/en/cities/lausanne/"))
    assert "First agreement Date to be added" in text and "Next date" not in text


def test_agreements_tell_who_signed_what_they_are_about_and_their_state(client, washington):
    signed = washington.agreements.get()
    signed.cooperation_en = "Parks"
    signed.save()
    person = world.person("gray", name_en="Vincent Gray", rank_en="Mr")
    Signatory.objects.create(agreement=signed, side=Side.PARTNER, person=person)
    text = shown(section(page(client), "ties"))
    assert "19 February 1962 Washington, D.C. No end recorded" in text
    assert "Signed by Mr Vincent Gray" in text and "Parks" in text


def test_a_renewal_leads_to_what_it_renews(client, washington):
    first = washington.agreements.get()
    world.agreement(washington, signed_on="2012-05-18", instrument=Instrument.REAFFIRMATION, renews=first)
    ties = section(page(client), "ties")
    assert f'Renews that of <a href="/en/agreements/{first.number}/">1962</a>' in ties and "Renewed 2012" in ties
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


def post_of(city, name: str, **facts) -> Post:
    titles = {"title_th": "นายกเทศมนตรี", "title_en": "Mayor"}
    return Post.objects.create(person=world.person(name_en=name), city=city, kind=PostKind.LEADER, **titles, **facts)


def test_people_are_told_as_met_and_when(client, washington):
    """On the day, or in the years; whoever was only seen in post is named while that is confirmed."""
    signer, guest = post_of(washington, "The Signer", as_of="1962"), post_of(washington, "The Guest", as_of="2012")
    post_of(washington, "Of Old", as_of="2000")
    post_of(washington, "Of Today", as_of=calendar.today())
    Signatory.objects.create(agreement=washington.agreements.get(), side=Side.PARTNER, person=signer.person)
    for day in ("2012-05-01", "2016-05-01"):
        world.exchange(washington, starts_on=day).people.add(guest.person)
    text = shown(section(page(client), "met"))
    assert "The Signer Mayor, met 19 February 1962" in text and "The Guest Mayor, met 2012 and 2016" in text
    assert "Of Today Mayor, as of" in text and "Of Old" not in text


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
    """The nearest is an answer of the statement; all are listed, and are not among what was done."""
    soon = calendar.today() + timedelta(days=1)
    world.exchange(washington, starts_on=soon, title_en="A coming visit")
    world.meeting("later", host_city=washington, starts_on=soon + timedelta(days=1), ends_on=None)
    html = page(client)
    assert "A coming visit" in answers(html) and 'id="done"' not in html
    coming = section(html, "coming")
    assert coming.index("A coming visit") < coming.index("Meeting later")


def test_latest_six_news_and_the_way_to_all(client, washington):
    for number in range(7):
        world.article(published_on=f"2019-05-0{number + 1}").cities.add(washington)
    html = section(page(client), "news")
    assert html.count("<li>") == 6 and "/en/news/?city=washington-dc" in html


def test_a_city_that_is_not_a_partner_reads_naturally(client):
    """No arc, no crumb of the partners, no empty section; what is missing takes one line."""
    host = world.city("yangzhou", name_en="Yangzhou")
    world.meeting("hosted", host_city=host, starts_on="2018-03-01", ends_on=None).participation.create(
        city=world.bangkok()
    )
    html = page(client, "/en/cities/yangzhou/")
    assert "Bangkok and Yangzhou both took part in Meeting hosted on 1 March 2018." in html
    assert "State Also met No agreement yet Last met 1 March 2018 Meeting hosted Contact" in answers(html)
    assert '<a href="/en/cities/?standing=other">Also met</a>' in html and "map__arc" not in html
    assert "Not yet in the register: visits and joint work, the story of the city, photographs and documents" in html
    assert 'id="ties"' not in html and 'id="done"' not in html


def test_the_menu_shows_the_way_to_partners_only(client, washington):
    """Who is no partner stands in no section of the menu; Bangkok leads to its partners."""
    world.city("yangzhou"), world.bangkok()
    for slug, is_lit in (("washington-dc", True), ("bangkok", True), ("yangzhou", False)):
        menu = page(client, f"/en/cities/{slug}/").split('id="menu"')[1].split("</nav>")[0]
        assert ("aria-current" in menu) == is_lit, slug


def test_neighbours_are_partners_or_others(client, washington):
    world.agreement(world.city("a-partner", "US", name_en="A Partner"))
    world.city("another", "US", name_en="Another")
    text = shown(section(page(client), "neighbours"))
    assert "Partner cities A Partner Also met Another" in text


def test_the_first_photograph_stands_in_the_head_and_the_others_in_the_gallery(client, washington):
    for order in range(2):
        image = ContentFile(encoded(drawn(64, 48)), "a.jpg")
        Photo.objects.create(subject=washington, order=order, alt_th="ภาพ", alt_en=f"Picture {order}", image=image)
    html = page(client)
    head, rest = html.split('class="statement"')
    assert 'alt="Picture 0"' in head and "cityhead__map" in head and "cityhead__alone" not in head
    assert 'alt="Picture 1"' in section(rest, "photos") and 'alt="Picture 0"' not in section(rest, "photos")


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


def test_the_profile_has_its_day(client, washington):
    washington.profile_th = washington.profile_en = "<p>On the Potomac</p>"
    washington.profile_as_of = "2025"
    washington.save()
    assert "as of 2025" in shown(section(page(client), "profile"))
    assert "ณ พ.ศ. 2568" in shown(section(page(client, "/th/cities/washington-dc/"), "profile"))


def test_networks_of_the_city_stand_with_role_and_day_and_drafts_do_not(client, washington):
    for slug, status in (("open", "published"), ("hidden", "draft")):
        network = world.network(slug, acronym=slug.upper(), status=status)
        CityMembership.objects.create(network=network, city=washington, role="board", as_of="2022-03-08")
    html = section(page(client), "meetings")
    assert "OPEN" in html and "HIDDEN" not in html
    assert "Board member · Last known 8 March 2022" in shown(html)
    CityMembership.objects.update(as_of=calendar.today())
    assert "Board member, as of" in shown(page(client))
    CityMembership.objects.update(as_of="2022-03-08", left_on="2024-05-01")
    assert "กรรมการ จนถึง 1 พฤษภาคม 2567" in shown(page(client, "/th/cities/washington-dc/"))


def test_an_exchange_tells_of_young_people_of_this_city_and_of_the_key(client, washington):
    edo = world.city("edo")
    visit = world.exchange(washington, edo, direction="out")
    for city, people in ((washington, 5), (edo, 8)):
        YouthGroup.objects.create(exchange=visit, city=city, year=2019, direction="out", people=people)
    KeyRecipient.objects.create(name_th="ผู้ว่าการ", name_en="The Mayor", exchange=visit)
    text = shown(section(page(client), "done"))
    assert "Key to the City: The Mayor · 5 young people from Bangkok" in text and "8 young" not in text
    visit.status = "draft"
    visit.save()
    assert "The Mayor" not in page(client)
