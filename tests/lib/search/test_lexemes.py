"""Lexemes: a condition means the same on both engines, is answered from the index, and the index follows the rows."""

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Case, F, When
from django.test.utils import isolate_apps

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.search import lexemes
from iad_portal.lib.search.lexemes import (
    Every,
    Has,
    LexemesField,
    Some,
    Without,
    ensure_index,
    every,
    from_index,
    some,
    written,
)
from iad_portal.office.models import SearchEntry

A, B, C, D, AB = Has("a"), Has("b"), Has("c"), Has("d", True), Has("ab", True)
INDEX = "iad_portal_searchentry_words"
EMPTY = {"is_result": True, "edition": 1} | dict.fromkeys(("page", "title_th", "title_en", "names"), "")

RENDERED = [
    (A, "'a'", '"a"'), (Has("กรุง", True), "'กรุง':*", '"กรุง" *'),
    (Has("it's"), "'it''s'", '"it\'s"'), (Has('6"'), "'6\"'", '"6"""'),
    (Has("a\\'b", True), "'a\\\\''b':*", '"a\\\'b" *'),
    (Every((A, B)), "('a' & 'b')", '("a" AND "b")'), (Some((A, B)), "('a' | 'b')", '("a" OR "b")'),
    (Without(A, B), "('a' & !'b')", '("a" NOT "b")'),
    (Without(Every((A, Some((B, C)))), Some((B, D))),
     "(('a' & ('b' | 'c')) & !('b' | 'd':*))", '(("a" AND ("b" OR "c")) NOT ("b" OR "d" *))'),
]  # fmt: skip
SHORTENED = [
    (every([A]), A), (some([A]), A), (every([A, A, A]), A),
    (every([A, Every((B, C)), B]), Every((A, B, C))), (some([A, Some((B, C)), B]), Some((A, B, C))),
    (every([Some((A, B)), C]), Every((Some((A, B)), C))), (some([Every((A, B)), C]), Some((Every((A, B)), C))),
    # A beginning finds what begins so: as a word, and as a longer beginning
    (some([A, AB, Has("abc", True), Has("abd")]), Some((A, AB))), (some([Has("ab"), AB]), AB),
    (some([AB, D, Has("de", True)]), Some((AB, D))), (some([Every((A, B)), AB]), Some((Every((A, B)), AB))),
    # But where all must be there, none is needless
    (every([Has("ab"), AB]), Every((Has("ab"), AB))),
]  # fmt: skip

ROWS = {
    "home": ["t:กรุงเทพมหานคร", "b:กรุงเทพมหานคร", "b~มหานคร", "n:กรุงเทพมหานคร", "c:th"],
    "short": ["t:กรุงเทพ", "b:กรุงเทพ", "b:2567", "b@city:12", "e:กรงเทพ"],
    "edo": ["t:edo", "b:edo", "b:and", "b:not", "b:near", "b:東京都", "b@city:1", "c:jp"],
    "marks": ["b:กา", "b:ก้า", "b:a-b_c.d=e/f~g", "b:łódź", "b:𠮷野", "b:ab", "b'\\\"", "c:jp"],
    "empty": [],
}
ASKED = [
    (Has("t:กรุงเทพมหานคร"), "home"), (Has("t:กรุงเทพ"), "short"), (Has("กรุงเทพ"), ""),
    (Has("t:กรุงเทพ", True), "home short"), (Has("t:กรุงเทพม", True), "home"), (Has("กรุง", True), ""),
    (Has("b~มหานคร"), "home"), (Has("b:มหานคร"), ""),
    # Vowel and tone marks, accents and rare letters count
    (Has("b:กา"), "marks"), (Has("b:ก"), ""), (Has("b:ก", True), "home short marks"),
    (Has("b:łódź"), "marks"), (Has("b:lodz"), ""), (Has("b:𠮷", True), "marks"), (Has("b:東京", True), "edo"),
    # A lexeme is one whatever marks it has, and no word of the engines' own has a meaning
    (Has("b:a-b_c.d=e/f~g"), "marks"), (Has("b:a"), ""), (Has("b@city:1"), "edo"), (Has("b@city:1", True), "edo short"),
    (Has("b:and"), "edo"), (Has("b:not"), "edo"), (Has("b:near"), "edo"), (Has("b:or"), ""),
    # Together
    (every([Has("c:jp"), Has("b:edo")]), "edo"), (some([Has("c:jp"), Has("c:th")]), "home edo marks"),
    (some([Has("b:edo"), Has("b:ed", True), Has("c:th")]), "home edo"),
    (Without(Has("c:jp"), Has("b:edo")), "marks"), (Without(Has("c:jp"), Has("nowhere")), "edo marks"),
    (Without(Has("c:jp"), some([Has("b:e", True), Has("b:กา")])), ""),
    (every([Without(Has("c:jp"), Has("b:edo")), some([Has("b:ab"), Has("b:cd")])]), "marks"),
    (some([Without(Has("c:jp"), Has("b:edo")), every([Has("b:2567"), Has("b@city:12")])]), "short marks"),
    (Without(Without(Has("c:", True), Has("c:th")), Without(Has("c:jp"), Has("b:edo"))), "edo"),
    (some(Has(f"b:{number}") for number in range(2000, 3000)), "short"),
]  # fmt: skip


def entry(key: str, words, **facts) -> SearchEntry:
    """A row that holds nothing else."""
    return SearchEntry(kind="page", key=key, words=words, **EMPTY | facts)


def found(condition) -> set[str]:
    """The keys of the rows that the condition finds; a kept query finds the same."""
    keys = set(asking(words=condition))
    assert keys == set(kept_query(asking)(words=written(condition)))
    return keys


def asking(*, words):
    return SearchEntry.objects.filter(words__matching=words).values_list("key", flat=True)


@pytest.fixture
def rows(db):
    """ROWS, stored."""
    return {row.key: row for row in SearchEntry.objects.bulk_create(entry(*facts) for facts in ROWS.items())}


@pytest.mark.parametrize(("condition", "tsquery", "fts5"), RENDERED)
def test_a_question_is_said_in_each_engines_language(condition, tsquery, fts5):
    """What is quoted there is quoted as there."""
    assert (lexemes.as_tsquery(condition), lexemes.as_fts5(condition)) == (tsquery, fts5)


@pytest.mark.parametrize(("condition", "short"), SHORTENED)
def test_a_question_is_said_as_shortly_as_may_be(condition, short):
    """In the order in which it was put together."""
    assert condition == short


@pytest.mark.parametrize(("condition", "keys"), ASKED)
def test_a_question_finds_its_rows(rows, condition, keys):
    """From the index alone as well; all other rows are found by the opposite."""
    assert found(condition) == set(keys.split())
    others = SearchEntry.objects.exclude(words__matching=condition).values_list("key", flat=True)
    assert set(others) == set(ROWS) - set(keys.split())
    with from_index():
        assert found(condition) == set(keys.split())


def test_what_was_stored_is_read_again(rows):
    """As a frozenset, whatever went in; nothing is an empty one; a value the database has not is None."""
    stored = dict(SearchEntry.objects.values_list("key", "words"))
    assert stored == {key: frozenset(words) for key, words in ROWS.items()}
    assert all(type(words) is frozenset for words in stored.values())
    for nothing in ("", [], frozenset()):
        SearchEntry.objects.filter(key="home").update(words=nothing)
        assert SearchEntry.objects.get(key="home").words == frozenset()
    absent = Case(When(key="nowhere", then=F("words")), output_field=LexemesField())
    assert SearchEntry.objects.annotate(absent=absent).values_list("absent", flat=True)[0] is None
    with pytest.raises(IntegrityError), transaction.atomic():
        entry("none", None).save()


def test_the_index_follows_every_change(rows):
    """One row or many, in whatever way they are written; another column leaves it alone; what is gone is not found."""
    home, short = rows["home"], rows["short"]
    home.words = {"b:new"}
    home.save()
    assert found(Has("b:new")) == {"home"} and found(Has("t:กรุงเทพ", True)) == {"short"}
    SearchEntry.objects.filter(key="home").update(page="elsewhere")
    SearchEntry.objects.filter(key="short").update(words={"b:new", "b:newer"})
    assert found(Has("b:new")) == {"home", "short"} and found(Has("b@city:12")) == set()
    home.words, short.words = {"b:third"}, {"b:third"}
    SearchEntry.objects.bulk_update([home, short], ["words"])
    assert found(Has("b:new", True)) == set() and found(Has("b:third")) == {"home", "short"}
    again = {"update_conflicts": True, "unique_fields": ["kind", "key"], "update_fields": ["words"]}
    SearchEntry.objects.bulk_create([entry("home", {"b:fourth"}), entry("fresh", {"b:fourth"})], **again)
    assert found(Has("b:fourth")) == {"home", "fresh"} and found(Has("b:third")) == {"short"}
    short.delete()
    SearchEntry.objects.filter(key__in=["fresh", "edo"]).delete()
    assert found(some([Has("b:", True), Has("c:", True)])) == {"home", "marks"}


def test_answers_come_from_the_index(rows):
    """The engine itself says so, even for a lexeme of nearly all rows."""
    with from_index():
        assert INDEX in SearchEntry.objects.filter(words__matching=Has("b:", True)).explain()


def _setting() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW enable_seqscan")
        return cursor.fetchone()[0]


@pytest.fixture
def setting(db):
    """Asks PostgreSQL whether it may read whole tables."""
    if connection.vendor != "postgresql":
        pytest.skip("about PostgreSQL")
    return lambda: connection.connection.execute("SHOW enable_seqscan").fetchone()[0]


def test_the_planner_is_left_as_it_was(setting):
    """Behind the block, and after an exception."""
    with from_index():
        assert setting() == "off"
    assert setting() == "on"
    with pytest.raises(ZeroDivisionError), from_index():
        _ = 1 / 0
    assert setting() == "on"


def test_the_end_of_an_inner_block_leaves_the_outer_one_alone(setting):
    """What was set before is what it was."""
    with from_index():
        with from_index():
            pass
        assert setting() == "off"


def test_the_index_is_made_where_it_is_missing(rows):
    """As after a migration that rebuilt the table; asked again, it does nothing."""
    lost = f'DROP INDEX "{INDEX}"' if connection.vendor == "postgresql" else f'DROP TRIGGER "{INDEX}_added"'
    with connection.cursor() as cursor:
        cursor.execute(lost)
    for _again in range(2):
        ensure_index(SearchEntry, "words", "default")
    entry("fresh", ["b:fresh"]).save()
    assert found(Has("b:fresh")) == {"fresh"}
    test_answers_come_from_the_index(rows)


@pytest.mark.django_db
@isolate_apps("iad_portal")
def test_a_table_that_is_not_there_yet_needs_no_index(django_assert_num_queries):
    """Migrations may be run a step at a time: the one condition is which tables there are."""

    class Later(models.Model):  # noqa: DJ008
        words = LexemesField()

        class Meta:
            app_label = "iad_portal"

    with django_assert_num_queries(1):
        ensure_index(Later, "words", "default")
