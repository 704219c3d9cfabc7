"""The page of one meeting."""

from datetime import timedelta

import pytest
from django.utils import translation

from iad_portal.lib.dates import calendar
from iad_portal.office.models import SiteNotice
from networks.models import Commitment, CommitmentNote, Framework, MeetingKind, Participation, Point, PointKind
from relations.models import Agency, CityKind, Document, Measure, Post
from tests import world
from tests.networks.pages import words
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db
URL = "/en/meetings/summit/"


@pytest.fixture
def summit():
    return world.meeting(
        "summit",
        title_en="Capitals summit",
        title_th="การประชุมสุดยอด",
        network=world.network("mgmac", acronym="MGMAC"),
        ordinal=7,
        host_city=world.bangkok(),
        country=world.country("TH"),
        venue_en="City Hall",
        venue_th="ศาลาว่าการ",
        theme_en="Together 2019",
        theme_th="ร่วมกัน",
    )


def promise(meeting, code="camp", **facts) -> Commitment:
    names = {"title_th": "ค่ายเยาวชน", "title_en": "Youth camp"}
    return Commitment.objects.create(code=code, meeting=meeting, framework=Framework.BOTH, **names | facts)


def test_it_tells_when_where_and_who_in_both_languages(client, summit):
    chair = world.person("aswin", name_en="Aswin", rank_en="Pol. Gen.")
    Post.objects.create(person=chair, title_th="ผู้ว่าฯ", title_en="Governor", starts_on="2016-10-01")
    Post.objects.create(person=chair, title_th="อดีต", title_en="Former post", ends_on="2002-01-01")
    summit.chairs.add(chair)
    text = words(client, URL)
    for word in ("MGMAC · 7th meeting · Leaders’ meeting", "Theme: Together 2019", "When 26–28 June 2019"):
        assert word in text
    assert "Where City Hall Bangkok Host Bangkok Chair Pol. Gen. Aswin Governor at the time" in text
    assert "Former post" not in text
    assert "26–28 มิถุนายน 2562" in words(client, "/th/meetings/summit/")
    assert_one_era(client, "meetings/summit/")


def test_parts_are_seen_from_the_whole_and_from_each_other(client, summit):
    officials = world.meeting("officials", part_of=summit, title_en="Officials meet", starts_on="2019-04-22")
    world.meeting("closing", part_of=summit, title_en="Closing session", starts_on="2019-06-29", ends_on=None)
    world.meeting("hidden", part_of=summit, title_en="Hidden part", status="draft")
    for url, others in (
        ("/en/meetings/officials/", ["Capitals summit", "Closing session"]),
        (URL, ["Officials meet", "Closing session"]),
    ):
        related = client.get(url).context["related"]
        assert [str(meeting.title) for meeting in related] == others and all(meeting.url for meeting in related)
    summit.status = "draft"
    summit.save()
    text = words(client, officials.get_absolute_url())
    assert "summit" not in text and "Closing" not in text


def test_the_way_down_leads_over_the_network_and_the_whole_meeting(client, summit):
    world.meeting("officials", part_of=summit, network=summit.network)
    labels = [str(crumb.label) for crumb in client.get("/en/meetings/officials/").context["crumbs"]]
    assert labels == ["Meetings", "MGMAC", "Capitals summit"]


def test_who_took_part_is_counted_and_what_they_presented_told(client, summit):
    hanoi = world.city("hanoi", name_en="Hanoi", kind=CityKind.CAPITAL)
    hidden = world.city(status="draft", name_en="Hidden city")
    withdrawn = world.city("gone", status="withdrawn", name_en="Gone city", kind=CityKind.CAPITAL)
    rows = [{"city": hanoi, "presented_th": "ท่องเที่ยว", "presented_en": "Tourism"}, {"city": hidden}]
    rows += [{"city": withdrawn}, {"agency": world.agency()}]
    rows += [{"body_th": "สำนักเลขาธิการ", "body_en": "ASEAN Secretariat"}]
    for order, row in enumerate(rows):
        Participation.objects.create(meeting=summit, order=order, **row)
    world.figure(summit, measure=Measure.CITIES_ATTENDING, value=10)
    text, html = words(client, URL), client.get(URL).content.decode()
    assert "Took part 2 capitals and 1 agency of Bangkok and 1 other body" in text
    assert "Who took part, and what they presented Hanoi Tourism Cities Gone city" in text and "Hidden" not in text
    assert "Figures from other days and sources Cities attending 10" in text
    assert '<a href="/en/cities/hanoi/">Hanoi</a>' in html and "/en/cities/gone/" not in html and "Gone city" in text


def test_cities_are_not_called_capitals_when_one_is_none(client, summit):
    for kind in (CityKind.CAPITAL, CityKind.PROVINCE):
        Participation.objects.create(meeting=summit, city=world.city(kind=kind))
    assert "Took part 2 cities" in words(client, URL)


def test_points_of_the_record(client, summit):
    for kind in PointKind:
        Point.objects.create(meeting=summit, kind=kind, text_th=f"ข้อ {kind}", text_en=f"Said as {kind}")
    text = words(client, URL)
    for said in ("Agreed Said as outcome", "Recommendations Said as recommendation", "Discussed Said as topic"):
        assert said in text


def test_what_was_agreed_comes_first_and_the_work_that_followed_next(client, summit):
    promise(summit)
    Point.objects.create(meeting=summit, kind=PointKind.OUTCOME, text_th="ข้อ", text_en="A joint project")
    Participation.objects.create(meeting=summit, city=world.city())
    Document.objects.create(subject=summit, title_th="ปฏิญญา", title_en="Declaration")
    html = client.get(URL).content.decode()
    order = [html.index(f'id="{section}"') for section in ("agreed", "work", "documents", "who")]
    assert order == sorted(order)


def test_what_is_missing_takes_one_line_and_of_a_meeting_to_come_only_what_is_known_before(client):
    day = calendar.today() + timedelta(days=9)
    world.meeting("past", starts_on="2019-06-26"), world.meeting("next", starts_on=day, ends_on=None)
    past, coming = words(client, "/en/meetings/past/"), words(client, "/en/meetings/next/")
    assert "Not yet in the register: the venue, what was agreed, who took part and papers" in past
    assert "Not yet in the register: the venue " in coming and "what was agreed" not in coming


def test_commitments_tell_where_they_stand(client, summit):
    camp = promise(summit, due_on="2020-12-31")
    camp.agencies.add(world.agency("culture", name_en="Culture Department"))
    camp.cities.add(world.city("singapore", name_en="Singapore"), world.city(status="draft", name_en="Hidden city"))
    days = {"2020-02-14": ("under_way", "Data asked for"), calendar.today() + timedelta(days=1): ("done", "Hidden end")}
    for day, (state, text) in days.items():
        CommitmentNote.objects.create(commitment=camp, noted_on=day, state=state, text_th=text, text_en=text)
    promise(summit, "school", title_en="Sport school")
    text = words(client, URL)
    assert "With Singapore · Culture Department Due 31 December 2020; that day is past" in text
    assert "14 February 2020 · Under way: Data asked for" in text and "Hidden" not in text
    assert text.count("Under way (when last known)") == 1 and "no progress is on record" not in text
    camp.notes.all().delete()
    text = words(client, URL)
    assert "Agreed; no progress is on record yet." in text and "(now)" not in text


def test_projects_news_and_papers(client, summit):
    world.project(meeting=summit, title_en="Student news centre").notes.create(percent=40, as_of="2020-01-01")
    world.project(meeting=summit, title_en="Hidden project", status="draft")
    world.article(title_en="Declaration signed").meetings.add(summit)
    Document.objects.create(subject=summit, title_th="ปฏิญญา", title_en="Bangkok Declaration")
    text = words(client, URL)
    assert "Student news centre" in text and "1 January 2020" in text and "Hidden" not in text
    assert "Declaration signed" in text and "Bangkok Declaration not yet on this site" in text


def test_an_internal_meeting_and_one_with_a_partner_read_naturally(client):
    world.meeting("inside", kind=MeetingKind.INTERNAL, ends_on=None)
    world.meeting("pair", partner=world.city("lyon", name_en="Lyon"))
    inside, pair = words(client, "/en/meetings/inside/"), words(client, "/en/meetings/pair/")
    assert "Internal meeting" in inside and "Network" not in inside
    assert "Home Meetings Lyon With Lyon · Leaders’ meeting" in pair


def test_draft_networks_and_hosts_are_not_named(client):
    network = world.network(status="draft", name_en="Hidden network", acronym="HIDDEN")
    city = world.city(status="draft", name_en="Hidden city")
    world.meeting("plain", network=network, host_city=city)
    assert "hidden" not in words(client, "/en/meetings/plain/").lower()


def test_drafts_and_unknown_ones_are_404_and_writing_is_refused(client, summit):
    world.meeting("draft", status="draft")
    for path in ("draft", "nothing", "x" * 300):
        assert client.get(f"/en/meetings/{path}/").status_code == 404
    assert client.post(URL).status_code == 405


def test_a_withdrawn_one_stands_under_its_notice(client, summit):
    summit.status, summit.withdrawn_notice_en = "withdrawn", "It did not take place."
    summit.save()
    html = client.get(URL).content.decode()
    assert "It did not take place." in html and '<meta name="robots" content="noindex">' in html
    assert "Capitals summit" not in words(client, "/en/meetings/")


def test_texts_in_the_other_language_are_marked(client, summit):
    summit.hold_en, summit.note_th, summit.note_en = True, "หมายเหตุ", "A note"
    summit.save()
    Point.objects.create(meeting=summit, kind=PointKind.TOPIC, text_th="หัวข้อหารือ", text_en="Held back")
    html = client.get(URL).content.decode()
    assert "available in Thai only" in html and '<p class="prose" lang="th">หมายเหตุ</p>' in html
    assert '<li lang="th">หัวข้อหารือ</li>' in html and "Held back" not in html and "Capitals summit" not in html


def test_queries_do_not_grow(client, summit):
    """Of everything a meeting may have, under a notice."""
    world.agency(Agency.HOME_SLUG)
    SiteNotice.objects.create(kind="closure", text_th="ปิด", text_en="Closed", is_on=True)

    def add(number):
        camp = promise(summit, f"camp-{number}")
        camp.agencies.add(world.agency(f"a-{number}"))
        camp.cities.add(world.city())
        CommitmentNote.objects.create(commitment=camp, noted_on="2020-01-01", state="done")
        world.meeting(part_of=summit)
        Point.objects.create(meeting=summit, kind=PointKind.TOPIC, text_th="ก", text_en="a")
        Participation.objects.create(meeting=summit, city=world.city())
        Participation.objects.create(meeting=summit, agency=world.agency(f"b-{number}"))
        world.cite(world.figure(summit), world.source())
        Document.objects.create(subject=summit, title_th="เอกสาร", title_en="Paper")
        summit.chairs.add(world.person())
        project = world.project(world.plan(), meeting=summit)
        project.agencies.add(world.agency(f"c-{number}"))
        project.notes.create(percent=40)
        world.article().meetings.add(summit)

    grows_not(client, URL, add)


@pytest.mark.parametrize("kind", [kind for kind in MeetingKind if kind != MeetingKind.LEADERS])
def test_a_number_of_its_own_kind_is_not_the_ordinal_of_the_network(client, kind):
    """A committee’s first meeting is not the first of its network; so with senior officials, boards and others."""
    world.meeting("first", kind=kind, ordinal=1, network=world.network(acronym="MGMAC"))
    with translation.override("en"):
        assert f"MGMAC · {kind.label} No. 1" in words(client, "/en/meetings/first/")
    thai = words(client, "/th/meetings/first/").replace("\u2060", "").replace("\u200b", "")
    assert f"MGMAC · {kind.label} ครั้งที่ 1" in thai
