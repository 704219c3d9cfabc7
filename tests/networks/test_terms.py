"""Bangkok in a network on one line of time."""

from datetime import date

import pytest
from django.utils import translation

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from networks.models import Meeting, Membership, Role
from networks.pages import terms
from relations.models import City, CityKind
from tests import world
from tests.site.checks import assert_one_era

TODAY = date(2026, 11, 22)
BANGKOK = City(slug="bangkok", name_th="กรุงเทพมหานคร", name_en="Bangkok", kind=CityKind.HOME, status="published")
HANOI = City(slug="hanoi", name_th="กรุงฮานอย", name_en="Hanoi", status="published")


def day(text):
    return text and PartialDate.from_iso(text)


def member(begin=None, end=None, kind="full", confirmed=None):
    return Membership(kind=kind, joined_on=day(begin), left_on=day(end), confirmed_on=day(confirmed))


def role(begin=None, end=None, title="Chair"):
    return Role(title_th="ประธาน", title_en=title, starts_on=day(begin), ends_on=day(end))


def met(when=None, host=None):
    return Meeting(starts_on=day(when), host_city=host)


def plot(memberships=(), roles=(), meetings=(), is_cut=False, at=TODAY):
    return terms.terms_plot(memberships, roles, meetings, at, is_cut=is_cut)


def test_fewer_than_three_dates_are_not_drawn():
    assert plot([member("1992")], [role("1998"), role()], [met()]) is None


def test_memberships_and_roles_are_bars_with_their_terms_in_words():
    members = [member("2004", kind="unknown", confirmed="2026"), member(None, "2003")]
    drawn = plot(members, [role("2012", "2014"), role("1998")])
    found = [(lane.label, lane.kind, lane.stretch.is_sure) for lane in drawn.lanes]
    assert [(str(label), kind, sure) for label, kind, sure in found] == [
        ("Full member", "membership", False),
        ("Membership", "membership", True),
        ("Chair", "role", False),
        ("Chair", "role", True),
    ]
    words = [str(lane.term) for lane in drawn.lanes]
    assert words[0].endswith("; no beginning recorded") and words[1].endswith(", confirmed")
    assert "no end recorded" in words[2] and "2012–2014" in words[3]
    assert drawn.title == "Bangkok joined in 2004."


@pytest.mark.parametrize(
    ("confirmed", "term"),
    [(TODAY, "confirmed; no beginning recorded"), (None, "neither beginning nor end recorded")],
)
def test_a_membership_without_term_is_open_only_while_it_is_confirmed(confirmed, term):
    row = member(confirmed=confirmed and confirmed.isoformat())
    lane = plot([row], [role("1998", "2000"), role("2001")], at=calendar.today()).lanes[0]
    assert lane.term == term
    assert (lane.stretch.is_open, lane.stretch.has_begin) == (bool(confirmed), False)


def test_meetings_in_bangkok_are_marked_by_their_shape():
    drawn = plot(meetings=[met("2019-06", BANGKOK), met("2013-09-17", HANOI), met("2011")])
    marks = {mark.kind: mark.text for mark in drawn.meetings.marks}
    assert marks == {"home": "Bangkok 2019", "abroad": "Hanoi 2013", "unknown": "2011"}
    assert [key.label for key in drawn.meetings.key] == [
        "held in Bangkok",
        "held elsewhere",
        "host not recorded",
    ]
    assert drawn.title == "3 dated meetings, 1 of them in Bangkok."
    with translation.override("th"):
        assert "ฮานอย 2556" in {mark.text for mark in plot(meetings=[met("2013", HANOI)] * 3).meetings.marks}


def test_a_draft_host_and_a_name_in_the_other_language_are_not_set():
    draft = City(name_th="ลับ", name_en="Hidden", status="draft")
    thai = City(name_th="ฮานอย", name_en="", status="published")
    marks = plot(meetings=[met("2013", draft), met("2014", thai), met("2015", HANOI)]).meetings.marks
    assert {mark.text for mark in marks} == {"2013", "2014", "Hanoi 2015"}


def test_what_is_left_out_is_said(monkeypatch):
    monkeypatch.setattr(terms, "ROLES", 2)
    roles = [role(), role("2001"), role("2002"), role("2003")]
    drawn = plot(roles=roles, meetings=[met("2011"), met()], is_cut=True)
    assert drawn.notes == [
        "Not drawn: 1 role whose term is not recorded.",
        "Only the latest 2 roles are drawn.",
        "Not drawn: 1 meeting without a recorded date.",
        "Only the latest 1 meetings are drawn.",
    ]
    assert len(drawn.lanes) == 2


def test_roles_alone_are_told_by_their_years():
    assert plot(roles=[role("1998", "2000"), role("2001")]).title == "What is on record from 1998 to 2027."


@pytest.mark.django_db
def test_it_stands_on_the_page_of_the_network_in_both_languages(client):
    mgmac = world.network("mgmac")
    world.meeting(network=mgmac, host_city=world.bangkok()), world.meeting(network=mgmac, starts_on="2013-09-17")
    html = client.get("/en/networks/mgmac/").content.decode().split('id="terms"')[1].split("</figure>")[0]
    assert html.count('<li class="plot__lane">') == 2 and "from <time" in html and "plot__dot--home" in html
    assert "วันนี้" in client.get("/th/networks/mgmac/").content.decode()
    assert_one_era(client, "networks/mgmac/")
