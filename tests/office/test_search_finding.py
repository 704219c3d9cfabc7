"""What a query finds, in what order, and what it was taken to mean."""

import pytest

from iad_portal.office.search.answering import answer
from iad_portal.office.search.correcting import is_one_slip
from iad_portal.office.search.finding import FEW, Narrowing, cells, latest, page
from iad_portal.office.search.query import understand
from relations.models import Alias
from tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]


EVERYTHING = Narrowing()


def keys(query: str, narrowing: Narrowing = EVERYTHING, start: int = 0, size: int = 20) -> list[str]:
    """The English titles of what a query finds."""
    given = answer(query)
    entries = page(given.query, narrowing, given.found, start, size) if given.found else []
    return [entry.title_en for entry in entries]


def article(title: str, lead: str = "", body: str = "", **facts):
    """An article whose Thai and English say the same."""
    return world.article(
        title_th=title, title_en=title, lead_th=lead, lead_en=lead, body_th=f"<p>{body}</p>", body_en="", **facts
    )


def test_whole_words_come_before_beginnings_and_parts_titles_before_texts():
    """The ladder, from the top; the whole name above all."""
    wanted = [
        "กรุงเทพ", "ข่าว กรุงเทพ", "ในความนำ", "ในเนื้อหา", "ข่าว กรุงเทพมหานคร", "ความนำเรื่องหนึ่ง", "เนื้อหาเรื่องหนึ่ง",
    ]  # fmt: skip
    article("เนื้อหาเรื่องหนึ่ง", body="กรุงเทพมหานคร"), article("ความนำเรื่องหนึ่ง", lead="กรุงเทพมหานคร")
    article("ข่าว กรุงเทพมหานคร"), article("ในเนื้อหา", body="ที่ กรุงเทพ"), article("ในความนำ", lead="ที่ กรุงเทพ")
    article("ข่าว กรุงเทพ"), article("กรุงเทพ")
    assert keys("กรุงเทพ") == wanted


def test_of_equals_the_newer_comes_first_and_the_undated_last():
    """Then a fixed key, the same on every database."""
    for slug, day in (("y", "2019-01-01"), ("x", "2019-01-01"), ("z", "2020-01-01")):
        article(f"Wombat {slug}", slug=slug, published_on=day)
    world.network("old", name_th="เครือข่าย", name_en="Wombats of the world")
    assert keys("wombat") == ["Wombat z", "Wombat x", "Wombat y", "Wombats of the world"]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("กรุงเทพมหานคร", "กรุงเทพ"),
        ("กรุงเทพมหานคร", "มหานคร"),
        ("เมืองพี่เมืองน้อง", "เมืองพี่ เมืองน้อง"),
        ("เมืองพี่ เมืองน้อง", "เมืองพี่เมืองน้อง"),
        ("สถานเอกอัครราชทูต", "เอกอัครราชทูต"),
        ("พ.ศ. ๒๕๖๓", "2563"),
        ("ปี 2563", "๒๕๖๓"),
        ("ปี 2563", "2020"),
        ("in 2020", "2563"),
        ("Sister cities", "sister city"),
        ("a sister city", "SISTER CITIES"),
        ("น้ำท่วม", "น\u0e49\u0e4d\u0e32ท่วม"),
        ("ที่ประชุม", "ท\u0e35\uf705ประชุม"),
        ("น\u0e49\u0e4d\u0e32ท่วม", "น้ำท่วม"),
        ("São Paulo", "sao paulo"),
        ("ASEM", "ＡＳＥＭ"),
        ("เชียงใหม่", "เซียงใหม่"),
        ("การประชุม\u00a0ระดับ\u200bสูง", "การประชุมระดับสูง"),
        ("Environment", "enviroment"),
        ("สิ่งแวดล้อม", "สิงแวดล้อม"),
        ("กทม. ชวน", "กทม"),
        ("พระเกียรติยศ", "เกียรติ"),
        ("横浜市との交流", "横浜市との交流"),
    ],
)
def test_a_text_is_found_by_what_people_type(text, query):
    """In any form, digit, era or spelling one slip away."""
    article("Wombat", body=text)
    assert keys(query) == ["Wombat"]


def test_every_word_must_be_met_unless_nothing_has_them_all():
    """Then what has most of them is shown, and said to be so."""
    article("Wombat and numbat"), article("Wombat and bilby"), article("Quokka")
    assert keys("wombat numbat") == ["Wombat and numbat"]
    given = answer("wombat numbat quokka")
    assert given.query.is_loose and keys("wombat numbat quokka")[0] == "Wombat and numbat" and given.found == 3


def test_words_that_say_nothing_are_left_out():
    """While others remain."""
    article("Wombats"), article("What is it with the of")
    assert keys("what is the wombat") == ["Wombats"] and keys("what is it with") == ["What is it with the of"]


def test_a_name_by_any_spelling_finds_the_others_and_the_linked():
    """The city itself first, then what bears another of its names."""
    city = world.city("spb", name_th="เซนต์ปีเตอร์สเบิร์ก", name_en="Saint Petersburg")
    Alias.objects.create(subject=city, name="เซ็นปีเตอร์สเบิร์ก", language="th", kind="old_site")
    Alias.objects.create(subject=city, name="Leningrad", language="en", kind="historical")
    article("Wombat", body="Saint Petersburg"), article("Numbat").cities.add(city)
    for query in ("Leningrad", "เซ็นปีเตอร์สเบิร์ก", "saint-petersburg", "เซนปีเตอร์สเบิร์ก"):
        assert keys(query)[0] == "Saint Petersburg" and set(keys(query)[1:]) == {"Wombat", "Numbat"}, query


def test_a_slip_is_corrected_when_nothing_is_found_and_offered_when_little_is():
    """In the words that the portal uses; what nobody may see is not offered."""
    world.city("edo", name_th="เมืองโยโกฮามา", name_en="Yokohama"), article("Chadronia")
    article("Charron and wombats"), article("Charron", body="x"), article("Charron again"), article("Charron once more")
    assert answer("Yokohma").instead and keys("Yokohma") == ["Yokohama"]
    given = answer("chadron")
    assert not given.instead and given.hint == "Charron" and given.found == 1
    world.city("secret", status="draft", name_en="Xanadupolis")
    assert answer("Xanadupoli").found == 0 and answer("Xanadupoli").hint == ""


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("tokyo", "tokyo", True), ("tokyo", "toyko", True), ("tokyo", "tokio", True), ("tokyo", "tokyoo", True),
        ("tokyo", "okyo", True), ("tokyo", "tkoio", False), ("tokyo", "tok", False), ("ปักกิง", "ปักกิ่ง", True),
        ("อังการา", "อังกฤษ", False), ("abcd", "bcde", False),
    ],
)  # fmt: skip
def test_what_one_slip_is(one, other, is_one):
    """A letter missing, added, wrong, or changed about; tone marks at will."""
    assert is_one_slip(one, other) is is_one and is_one_slip(other, one) is is_one


def test_counts_and_pages_agree_however_much_is_found(monkeypatch):
    """Few results are ranked in one query, many rung by rung: the same order, page by page, whatever narrows it."""
    for number in range(12):
        title = f"Wombat {number}" if number % 2 else f"Quokka {number}"
        article(title, body="wombat", published_on=f"20{10 + number}-01-01")
    whole = keys("wombat")
    assert len(whole) == 12 == sum(number for number, _codes in cells(understand("wombat")))
    monkeypatch.setattr("iad_portal.office.search.finding.FEW", 3)
    assert FEW > 3 and keys("wombat") == whole
    assert [title for start in range(0, 12, 5) for title in keys("wombat", start=start, size=5)] == whole
    of_one_year = Narrowing(kind="article", year=2013)
    assert keys("wombat", of_one_year) == ["Wombat 3"] and keys("wombat", Narrowing(country="jp")) == []
    assert [entry.title_en for entry in latest(understand("wombat"), Narrowing(), 2)] == ["Wombat 11", "Quokka 10"]
