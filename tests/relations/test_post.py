"""Who held what, and when."""

from datetime import date, timedelta

import pytest

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.records import kept_queries
from relations.models import Person, Post, PostKind
from relations.pages import posts_then
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


def test_an_open_term_of_a_governor_lasts_as_long_as_the_law_says():
    governor("chadchart", "2022-06-01")
    assert governors(date(2026, 6, 1)) == ["chadchart"]
    assert governors(date(2026, 6, 2)) == []


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


P, DAY, TODAY = PartialDate.from_iso, timedelta(days=1), calendar.today()
BORDERS = {
    "start, to the day": ({"starts_on": "2009-01-11"}, date(2009, 1, 11), [False, True, True]),
    "start, to the month": ({"starts_on": P("2009-01")}, date(2009, 1, 1), [False, True, True]),
    "start, to the year": ({"starts_on": P("2009")}, date(2009, 1, 1), [False, True, True]),
    "end, to the day": ({"starts_on": P("2009"), "ends_on": "2013-01-09"}, date(2013, 1, 9), [True, True, False]),
    "end, to the month": ({"starts_on": P("2009"), "ends_on": P("2013-02")}, date(2013, 2, 28), [True, True, False]),
    "end, to the year": ({"starts_on": P("2009"), "ends_on": P("2013")}, date(2013, 12, 31), [True, True, False]),
    "seen in a month, first day": ({"as_of": P("2018-02")}, date(2018, 2, 1), [False, True, True]),
    "seen in a month, last day": ({"as_of": P("2018-02")}, date(2018, 2, 28), [True, True, False]),
    "seen in a year, last day": ({"as_of": P("2018")}, date(2018, 12, 31), [True, True, False]),
    "seen after the start": ({"starts_on": "2009-01-11", "as_of": "2010"}, date(2009, 1, 11), [False, True, True]),
    "seen in a term that ended": (
        {"starts_on": "2009-01-11", "as_of": "2010-01-01", "ends_on": "2013-01-09"},
        date(2013, 1, 9), [True, True, False],
    ),
    "seen in the year in which the term ended": (
        {"starts_on": P("2009"), "as_of": P("2013"), "ends_on": "2013-01-09"}, date(2013, 1, 9), [True, True, False],
    ),
    "an end alone": ({"ends_on": "2013-01-09"}, date(2013, 1, 9), [False, False, False]),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "border", "held"), BORDERS.values(), ids=BORDERS)
def test_the_day_before_the_day_itself_and_the_day_after(facts, border, held):
    post = Post.objects.create(person=world.person(), title_th="ประธาน", **facts)
    post.refresh_from_db()
    around = [border + days * DAY for days in (-1, 0, 1)]
    assert [Post.objects.open_at(day).exists() for day in around] == held
    assert [post.is_open_at(day) for day in around] == held


@pytest.mark.parametrize(
    ("facts", "is_held"),
    [
        ({"starts_on": TODAY}, True),
        ({"starts_on": TODAY + DAY}, False),
        ({"starts_on": P("2009"), "ends_on": TODAY}, True),
        ({"starts_on": P("2009"), "ends_on": TODAY - DAY}, False),
    ],
)
def test_without_a_day_it_is_today(facts, is_held):
    post = Post.objects.create(person=world.person(), title_th="ประธาน", kind=PostKind.GOVERNOR, **facts)
    assert Post.objects.open_at().exists() == Post.objects.held_by(post.person).exists() == is_held
    assert Post.objects.governors().exists() == is_held


def test_the_latest_holder_comes_first_of_one_day_the_one_entered_first():
    rows = [{}, {"as_of": "2015"}, {"starts_on": "2010"}, {"starts_on": "2020"}, {"starts_on": "2010"}, {}]
    made = [Post.objects.create(person=world.person(), title_th="ทูต", **row) for row in rows]
    expected = [made[number] for number in (3, 1, 2, 4, 0, 5)]
    assert list(Post.objects.latest_first()) == list(Post.objects.all()) == expected


def test_a_person_is_written_with_the_rank_in_the_language_of_the_name():
    person = Person(rank_th="พลตำรวจเอก", rank_en="Pol. Gen.", name_th="อัศวิน ขวัญเมือง", name_en="Aswin Kwanmuang")
    assert person.full_name("th").value == "พลตำรวจเอก อัศวิน ขวัญเมือง"
    assert person.full_name("en").value == "Pol. Gen. Aswin Kwanmuang"
    assert str(person) == "พลตำรวจเอก อัศวิน ขวัญเมือง"


def test_a_person_without_a_rank_or_a_name_in_the_readers_language():
    thai = Person(rank_th="นาย", rank_en="Mr", name_th="สมชาย", name_en="")
    name = thai.full_name("en")
    assert (name.value, name.language, name.wanted) == ("นายสมชาย", "th", "en")
    plain = Person(name_th="สมชาย", name_en="Somchai")
    assert (plain.full_name("th").value, plain.full_name("en").value, str(plain)) == ("สมชาย", "Somchai", "สมชาย")


def test_a_post_is_known_by_its_person_and_title():
    assert str(Post(person=Person(name_th="สมชาย"), title_th="ปลัด")) == "สมชาย · ปลัด"


def test_the_day_of_which_a_page_tells_makes_no_query_of_its_own():
    """Thousands of articles tell of thousands of days: a kept query each took 100 KB of every worker."""
    post = governor("chadchart", "2022-06-01")
    told = world.article()
    told.people.add(post.person)
    posts_then.people_then("articles", told, P("2022-06-01"))
    kept = len(kept_queries._plans)
    assert [one.post_en for one in posts_then.people_then("articles", told, P("2022-06-02"))] == [post.title_en]
    assert [one.post_en for one in posts_then.people_then("articles", told, P("2022-05-31"))] == [None]
    assert len(kept_queries._plans) == kept
