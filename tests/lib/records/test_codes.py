"""Addresses and codes that the portal makes."""

import pytest
from django.core.exceptions import ValidationError

from iad_portal.lib.records.codes import CodeFormField, code_of, not_taken
from news.models import Article
from relations.models import Agency, City, Person
from tests import world


@pytest.mark.parametrize(
    "texts, code",
    [
        (("Governor’s visit to São Paulo", "การเยือน"), "governors-visit-to-sao-paulo"),
        (("Łódź_Ørsted Straße",), "lodz-orsted-strasse"),
        (("", None, "กรุงเทพมหานคร"), "krungthepmahanakhon"),
        (("การประชุม UCLG ครั้งที่ ๕",), "kanprachum-uclg-khrang-thi-5"),
        (("東京", "ปักกิ่ง"), "pakking"),
        (("東京", "– ๆ –"), ""),
        (("word " * 40,), "-".join(["word"] * 12)),
        (("w" * 90,), "w" * 60),
    ],
)
def test_the_first_text_that_can_be_told_in_latin_letters_counts(texts, code):
    """English before Thai; no accents, no signs, whole words."""
    assert code_of(*texts) == code


def test_a_code_that_is_taken_gets_a_number():
    """The first free one."""
    assert not_taken("tokyo", {"tokyo", "tokyo-2", "tokyo-4"}) == "tokyo-3"


@pytest.mark.parametrize(
    "typed, code", [("Tokyo Visit", "tokyo-visit"), ("ปักกิ่ง", "pakking"), ("fine-1", "fine-1"), ("", None), ("ๆ", None)]
)
def test_what_is_typed_as_an_address_becomes_one(typed, code):
    """Capitals, spaces and Thai are no fault; nothing means that the portal makes it."""
    assert CodeFormField().clean(typed) == code


@pytest.mark.django_db
@pytest.mark.history
def test_an_address_once_given_is_not_given_to_another():
    """Neither the one in use, nor the old one of a record that has moved: old links lead there."""
    first = Article.objects.create(title_th="ข่าว", title_en="One title")
    first.slug = "another"
    first.save()
    second, third = (Article.objects.create(title_th="ข่าว", title_en="One title") for _one in range(2))
    assert (second.slug, third.slug) == ("one-title-2", "one-title-3")


@pytest.mark.django_db
def test_a_record_without_a_word_is_a_kind_and_a_number():
    """Digits alone would be the address of a fiscal year."""
    assert Article.objects.create(title_th="๒๕๖๙").slug == "article-2569"
    assert [Person.objects.create(name_th="ๆ").slug for _one in range(2)] == ["person-1", "person-2"]


@pytest.mark.django_db
def test_an_emptied_address_stays_unless_the_record_is_a_draft():
    """What was public keeps its address; a draft gets one of its new name."""
    city = world.city("edo", name_en="Tokyo")
    city.slug = None
    city.save()
    assert city.slug == "edo"
    City.objects.update(status="draft")
    city.slug, city.status = "", "published"
    city.save()
    assert City.objects.get().slug == "tokyo"


@pytest.mark.django_db
def test_a_word_that_the_portal_uses_itself_is_no_address():
    """news/feed/ is the feed."""
    assert Article.objects.create(title_th="ฟีด", title_en="Feed").slug == "feed-2"
    with pytest.raises(ValidationError, match="ที่อยู่"):
        Article(title_th="ฟีด", slug="feed").full_clean()


@pytest.mark.django_db
def test_a_short_column_gets_a_short_code():
    """An agency's has 40 letters."""
    made = [Agency.objects.create(name_en="Department of " + "very " * 20 + "long names", kind="office") for _ in "12"]
    assert [len(record.slug) <= 40 for record in made] == [True, True] and made[0].slug != made[1].slug
