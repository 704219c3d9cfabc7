"""Which language of a record follows the other: what a save marks, clears, and leaves alone."""

from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.records.sides import behind_in_words, behind_since, is_behind
from iad_portal.lib.records.unit_of_work import unit_of_work
from news.models import Article
from tests import world

pytestmark = pytest.mark.django_db
FIRST, LATER = date(2026, 11, 20), date(2026, 11, 25)


@pytest.fixture
def article():
    return world.article(
        "visit", lead_th="ความนำ", lead_en="A lead", credit_th="ที่มา", credit_en="", doubt_th="สงสัย", doubt_en="?"
    )


def saved(record, day=FIRST, user=True, only=None, agree=False, **facts):
    """`record` as an officer opens it, changed and saved on `day`: since when Thai and English are behind then."""
    record = type(record).objects.get(pk=record.pk)
    for name, value in facts.items():
        setattr(record, name, value)
    record.sides_agree = agree
    officer = User.objects.get_or_create(username="malee")[0] if user else None
    # Two in the morning in Bangkok: in London it is still the day before.
    clock = datetime(day.year, day.month, day.day - 1, 19, tzinfo=UTC)
    with patch("django.utils.timezone.now", return_value=clock), unit_of_work("/admin/", officer):
        record.save(update_fields=only)
    return type(record).objects.values_list("th_behind_since", "en_behind_since").get(pk=record.pk)


@pytest.mark.parametrize(
    ("language", "behind"), [("th", (None, FIRST)), ("en", (FIRST, None))], ids=["Thai changed", "English changed"]
)
def test_a_change_of_one_side_leaves_the_other_behind_from_that_day_in_bangkok(article, language, behind):
    """And a second change of it leaves the day of the first: what the other side does not tell begins there."""
    assert saved(article, **{f"body_{language}": "<p>x</p>"}) == behind
    assert saved(article, LATER, **{f"lead_{language}": "y"}) == behind


@pytest.mark.parametrize(
    ("facts", "agree"),
    [({"lead_en": "new"}, False), ({"lead_th": "ใหม่", "title_en": "New"}, False), ({}, True), ({"lead_th": "ใ"}, True)],
    ids=["it is changed", "both are changed", "an officer says so", "an officer says so of this change"],
)
def test_a_side_that_was_behind_follows_again(article, facts, agree):
    saved(article, lead_th="แก้ไข")
    assert saved(article, LATER, agree=agree, **facts) == (None, None)


@pytest.mark.parametrize(
    "facts",
    [
        {"lead_th": "ใหม่", "lead_en": "New"},
        {"title_th": "ใหม่", "credit_en": "A first translation"},
        {"credit_en": "A first translation"},
        {"credit_th": "ที่มาใหม่"},
        {"lead_en": ""},
        {"lead_th": "  ความนำ\u200b "},
        {"body_th": "<p onclick='x'>เนื้อข่าวภาษาไทย</p>"},
        {"doubt_th": "ไม่แน่ใจ"},
        {"event_on": "2019-05-22"},
        {"status": "withdrawn"},
    ],
    ids=str,
)
def test_what_leaves_both_sides_in_step(article, facts):
    """Both at once; a text that one side gets, loses, or has alone; spelling of the code; what no reader is given."""
    assert saved(article, **facts) == (None, None)


def test_only_an_officer_changes_a_side(article):
    """A load, a restore and a command mark nothing, and clear nothing."""
    assert saved(article, user=False, lead_th="จากแฟ้ม") == (None, None)
    saved(article, lead_th="แก้ไข")
    assert saved(article, LATER, user=False, lead_en="From a file") == (None, FIRST)


def test_a_side_that_is_held_back_neither_lags_nor_leads(article):
    """English behind counts again once it is let out; what was changed in a held text is no public change."""
    saved(article, lead_th="แก้ไข")
    for hold in ("hold_en", "hold_th"):
        saved(article, **{hold: True})
        article.refresh_from_db()
        assert behind_since(article, "en") is None and not Article.objects.filter(is_behind("en"))
        saved(article, **{hold: False})
    article.refresh_from_db()
    assert behind_since(article, "en") == FIRST and Article.objects.get(is_behind("en")) == article
    saved(article, agree=True)
    assert saved(article, hold_en=True, lead_en="Drafted anew") == (None, None)


def test_what_a_save_does_not_write_changes_nothing(article):
    """A save of a few columns, with another text in hand; a row of which the texts were not read; an old copy."""
    old = Article.objects.get(pk=article.pk)
    assert saved(article, only=["event_on"], lead_th="ไม่ได้บันทึก") == (None, None)
    assert saved(article, only=["lead_th"], lead_th="บันทึกแล้ว") == (None, FIRST)
    with unit_of_work("/admin/", User.objects.get()):
        Article.objects.only("slug").get(pk=article.pk).save()
        old.save(update_fields=["event_on"])
    article.refresh_from_db()
    assert article.en_behind_since == FIRST


def test_a_word_that_the_other_side_is_right_counts_for_one_save(article):
    article.sides_agree = True
    officer = User.objects.create(username="malee")
    with unit_of_work("/admin/", officer):
        article.save()
        article.lead_th = "แก้ไข"
        article.save()
    assert article.en_behind_since is not None and article.th_behind_since is None


def test_it_is_said_in_the_language_of_the_reader(article):
    """Of the reader's own side, or, to officers, of the other; nothing of the side that leads."""
    from django.utils.translation import override

    saved(article, lead_th="แก้ไข")
    article.refresh_from_db()
    with override("en"):
        said = "The English text does not yet follow the change of 20 November 2026."
        assert behind_in_words(article) == said and behind_in_words(article, "th") == ""
    with override("th"):
        said = "ฉบับภาษาอังกฤษยังไม่ได้ปรับตามการแก้ไขวันที่ 20 พฤศจิกายน 2569"
        assert behind_in_words(article, "en") == said and behind_in_words(article) == ""
    saved(article, agree=True)
    saved(article, lead_en="Changed")
    article.refresh_from_db()
    with override("th"):
        assert behind_in_words(article) == "ฉบับภาษาไทยยังไม่ได้ปรับตามการแก้ไขวันที่ 20 พฤศจิกายน 2569"


def test_comparing_asks_nothing_more(article):
    """The texts come with the row that a save reads anyway."""
    article.title_th = "ใหม่"
    with CaptureQueriesContext(connection) as captured, unit_of_work("/admin/"):
        article.save()
    read = [
        one["sql"] for one in captured.captured_queries if one["sql"].startswith("SELECT") and "body_th" in one["sql"]
    ]
    assert len(read) == 1
