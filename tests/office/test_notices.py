"""The notices over every public page: when they stand, in which order and words, and who keeps them."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from iad_portal.office.caching import LONGEST, seconds_until_change
from iad_portal.office.groups import OFFICERS
from iad_portal.office.models import SiteNotice
from iad_portal.office.pages.frame import Frame, frame_now
from iad_portal.office.pages.notices import Notices
from relations.models import Agency
from tests import world
from tests.site.checks import grows_not

from ..desk.desk import as_sent, desk_url, errors_of, signed_in, untouched

pytestmark = pytest.mark.django_db
NOON = timezone.make_aware(timezone.datetime(2026, 11, 22, 12))


def notice(kind: str = "closure", **facts) -> SiteNotice:
    """A notice that is switched on, in both languages."""
    words = {"text_th": f"ข้อความ {kind}", "text_en": f"Text {kind}", "is_on": True}
    return SiteNotice.objects.create(kind=kind, **words | facts)


@pytest.mark.parametrize("path", ["", "cities/", "contact/", "about/", "search/", "no-such-page/", "data/"])
def test_a_notice_stands_over_every_public_page_in_the_readers_language(client, path):
    """Under a name that screen readers list; also where a page is missing."""
    notice(url="/th/news/", link_label_th="อ่านต่อ", link_label_en="More")
    for language, text, link, name in [("th", "ข้อความ", "อ่านต่อ", "ประกาศ"), ("en", "Text", "More", "Notices")]:
        html = client.get(f"/{language}/{path}").content.decode()
        assert f'<section class="banners" aria-label="{name}">' in html and f"{text} closure" in html
        assert f'<a href="/{language}/news/">{link}</a>' in html
        assert html.index("banner--closure") < html.index("<header") and 'class="mourning"' not in html


def test_no_bar_without_a_notice(client):
    """Nothing at all, and none on the desk."""
    assert "banners" not in client.get("/th/").content.decode()
    notice()
    assert "banners" not in signed_in().get("/admin/").content.decode()


def test_a_missing_text_falls_back_and_is_marked(client):
    """Thai on an English page."""
    notice(text_en="")
    assert '<span lang="th">ข้อความ closure</span>' in client.get("/en/").content.decode()


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"is_on": False}, "off"),
        ({"starts_at": NOON + timedelta(seconds=1)}, "coming"),
        ({"starts_at": NOON}, "standing"),
        ({"ends_at": NOON + timedelta(seconds=1)}, "standing"),
        ({"ends_at": NOON}, "over"),
        ({}, "standing"),
    ],
)
def test_when_a_notice_stands(facts, state):
    """From its first moment to just before its last, while it is switched on; list and record agree."""
    made = notice(**facts)
    assert made.state(NOON) == state
    assert (made in SiteNotice.objects.standing(NOON)) == (state == "standing")


def test_a_page_is_kept_no_longer_than_to_the_next_moment_of_a_notice(client):
    """Its beginning and its end; not while it is switched off; a missing page neither."""
    made = notice(starts_at=NOON + timedelta(seconds=9), ends_at=NOON + timedelta(seconds=20))
    assert seconds_until_change(NOON) == 9
    assert seconds_until_change(NOON + timedelta(seconds=9)) == 11
    SiteNotice.objects.update(is_on=False)
    assert seconds_until_change(NOON) == LONGEST
    made.starts_at, made.ends_at = None, timezone.now() + timedelta(seconds=5)
    made.save()
    for path in ("", "no-such-page/"):
        said = client.get(f"/th/{path}")["Cache-Control"]
        seconds = [int(number) for number in re.findall(r"(?:age|validate)=(\d+)", said)]
        assert len(seconds) == 3 and max(seconds) <= 5 and seconds[2] == 0, "max-age, s-maxage, stale-while-revalidate"


def test_several_stand_with_the_most_urgent_first():
    """Of one kind the newest first."""
    for kind in ("information", "mourning", "closure", "emergency"):
        notice(kind)
    notice("closure", text_th="ใหม่กว่า")
    bars = frame_now().notices.bars
    assert [bar.kind for bar in bars] == ["emergency", "closure", "closure", "mourning", "information"]
    assert str(bars[1].text) == "ใหม่กว่า"


def test_mourning_turns_the_whole_site_grey(client):
    """By one class on the root; the browser's frame as well."""
    notice("mourning")
    html = client.get("/en/").content.decode()
    assert '<html lang="en" class="mourning">' in html and "#0a3628" not in html.split("</head>")[0]


def test_notices_stand_whether_the_office_is_entered_or_not(django_assert_num_queries):
    """The office tells whether any stands: without one, a page asks once."""
    with django_assert_num_queries(2):
        assert frame_now() == Frame(None, Notices([], False))
    office = world.agency(Agency.HOME_SLUG)
    with django_assert_num_queries(1):
        assert frame_now() == Frame(office, Notices([], False))
    notice()
    with django_assert_num_queries(1):
        assert len(frame_now().notices.bars) == 1
    office.delete()
    assert len(frame_now().notices.bars) == 1


def test_many_notices_ask_no_more(client):
    """One query for all."""
    world.city("edo")
    grows_not(client, "/th/cities/edo/", lambda number: notice())


@pytest.mark.parametrize(
    ("url", "is_right"),
    [
        ("/th/news/", True), ("https://www.bangkok.go.th/x?y=1", True), ("http://example.org", True),
        ("javascript:alert(1)", False), ("//evil.example/", False), ("news", False), ("https://", False),
        ("/ x", False),
    ],
)  # fmt: skip
def test_a_link_leads_to_a_page_and_says_where(url, is_right):
    """An address of the site or of the web; and never without its words, nor words without an address."""
    made = notice(url=url, link_label_th="อ่านต่อ")
    if is_right:
        made.full_clean()
    else:
        with pytest.raises(ValidationError):
            made.full_clean()
    made.url = ""
    with pytest.raises(ValidationError, match="ลิงก์"):
        made.full_clean()


@pytest.mark.history
def test_an_officer_switches_a_notice_on_and_off(client):
    """In the group's own right; readers see it at once; the moments are typed in either era."""
    desk, url = signed_in(group=OFFICERS), desk_url(SiteNotice, "add")
    page = desk.get(url)
    typed = {"kind": "emergency", "text_th": "น้ำท่วม", "is_on": "on", "starts_at": "1/1/2563 09:00", "ends_at": ""}
    answer = desk.post(url, as_sent(page, SiteNotice) | typed)
    assert answer.status_code == 302, errors_of(answer)
    made = SiteNotice.objects.get()
    assert made.starts_at.year == 2020 and "น้ำท่วม" in client.get("/th/").content.decode()
    assert "กำลังแสดง" in desk.get(desk_url(SiteNotice)).content.decode()
    url = desk_url(SiteNotice, "change", made.pk)
    sent = untouched(desk, url, SiteNotice)
    sent.pop("is_on")
    assert desk.post(url, sent).status_code == 302
    assert "น้ำท่วม" not in client.get("/th/").content.decode()
    assert "น้ำท่วม" in desk.get(desk_url(SiteNotice, "history", made.pk)).content.decode()


def test_a_notice_does_not_end_before_it_begins():
    """Said in Thai on the desk; refused by the database as well."""
    desk, url = signed_in(), desk_url(SiteNotice, "add")
    typed = {"kind": "closure", "text_th": "ปิด", "starts_at": "2/1/2563 09:00", "ends_at": "1/1/2563 09:00"}
    answer = desk.post(url, untouched(desk, url, SiteNotice) | typed)
    assert answer.status_code == 200 and "วันเวลาสิ้นสุดอยู่ก่อนวันเวลาเริ่มต้น" in answer.content.decode()


def test_a_link_into_this_site_opens_in_the_readers_language_any_other_as_it_is():
    for url, thai, english in [
        ("/th/news/?year=2019", "/th/news/?year=2019", "/en/news/?year=2019"),
        ("/en/news/", "/th/news/", "/en/news/"),
        ("/th", "/th", "/en"),
        ("/data/news.csv", "/data/news.csv", "/data/news.csv"),
        ("/theatre/", "/theatre/", "/theatre/"),
        ("https://example.org/th/x", "https://example.org/th/x", "https://example.org/th/x"),
        ("th/news/", "th/news/", "th/news/"),
    ]:
        made = SiteNotice(url=url)
        assert (made.address("th"), made.address("en"), made.address()) == (thai, english, thai)
