"""Who held what, and when."""

from datetime import date

import pytest

from iad_portal.lib.dates.calendar import PartialDate
from relations.models import Post, PostKind
from tests import world

pytestmark = pytest.mark.django_db


def governor(slug: str, starts: str, ends: str | None = None) -> Post:
    """A governor of Bangkok whose term is known as exactly as the ISO texts say."""
    return Post.objects.create(
        person=world.person(slug),
        kind=PostKind.GOVERNOR,
        title_th="ผู้ว่าราชการกรุงเทพมหานคร",
        title_en="Governor of Bangkok",
        starts_on=PartialDate.from_iso(starts),
        ends_on=PartialDate.from_iso(ends) if ends else None,
    )


def governors(at: date | None = None) -> list[str]:
    return sorted(Post.objects.governors(at).values_list("person__slug", flat=True))


def test_governors_of_a_day():
    """A term known by its years runs from their first to their last day; both stand in the year of a change."""
    governor("bhichit", "1996", "2000")
    governor("samak", "2000", "2004-08-28")
    assert governors(date(1995, 12, 31)) == []
    assert governors(date(1996, 1, 1)) == ["bhichit"]
    assert governors(date(2000, 12, 31)) == ["bhichit", "samak"]
    assert governors(date(2004, 8, 28)) == ["samak"]
    assert governors(date(2004, 8, 29)) == []


def test_an_open_term_lasts_until_today():
    """Without an end the governor still governs."""
    governor("chadchart", "2022-06-01")
    assert governors() == ["chadchart"]


def test_a_post_seen_on_a_day_is_held_on_that_day_only():
    """Where no term is known, the day of the source is all that is claimed."""
    seen = Post.objects.create(person=world.person(), title_th="เอกอัครราชทูต", title_en="Ambassador", as_of="2018-11-26")
    assert list(Post.objects.open_at(date(2018, 11, 26))) == [seen]
    assert not Post.objects.open_at(date(2018, 11, 25)).exists()
    assert not Post.objects.open_at(date(2018, 11, 27)).exists()


def test_a_post_without_any_date_is_held_on_no_day():
    """Nothing is claimed of a post of which no date is known."""
    Post.objects.create(person=world.person(), title_th="ประธาน", title_en="Chair")
    assert not Post.objects.open_at().exists()


def test_held_by_asks_for_one_person():
    """The posts of somebody else are left out, and so are those held at another time."""
    post = governor("apirak", "2004", "2008")
    governor("sukhumbhand", "2004", "2008")
    assert list(Post.objects.held_by(post.person, date(2005, 11, 23))) == [post]
    assert not Post.objects.held_by(post.person, date(2010, 1, 1)).exists()


def test_heads_of_mission_come_latest_first():
    """By the start of the term or the day seen; undated ones last; a day narrows them to who was in post."""
    embassy = world.embassy("HU")
    rows = [{"starts_on": "2010-01-01", "ends_on": "2014-01-01"}, {"as_of": "2018-11-26"}, {}]
    first, seen, undated = (
        Post.objects.create(
            person=world.person(),
            kind=PostKind.HEAD_OF_MISSION,
            embassy=embassy,
            title_th="ทูต",
            title_en="Ambassador",
            **row,
        )
        for row in rows
    )
    assert list(embassy.heads()) == [seen, first, undated]
    assert list(embassy.heads(date(2012, 5, 1))) == [first]
