"""Languages: what people type becomes a code, codes are shown by name, every code is valid as `lang`."""

import re

import pytest
from django import forms
from django.db import models
from django.utils.translation import override

from iad_portal.lib.text.languages import (
    FIRST,
    SEVERAL,
    UNKNOWN,
    LanguageField,
    LanguageFormField,
    known_language,
    language_choices,
    language_code,
    language_name,
)

TYPED = {
    "en": ["en", "EN", "eng", "English", "english language", "อังกฤษ", "ภาษาอังกฤษ", " ภาษา อังกฤษ ", "en-GB", "en_us"],
    "th": ["th", "Thai", "ไทย", "ภาษาไทย", "tha", "th-TH"],
    "zh": ["จีน", "จีนกลาง", "ภาษาจีน", "Chinese", "Mandarin", "zh-Hant", "zh_Hans_CN", "chi"],
    "ja": ["ญี่ปุ่น", "ภาษาญี่ปุ่น", "Japanese", "jpn"],
    "my": ["พม่า", "เมียนมา", "Burmese"], "km": ["เขมร", "กัมพูชา", "Khmer"], "fil": ["ตากาล็อก", "tl", "ฟิลิปปินส์"],
    "id": ["อินโดนีเซีย", "Bahasa Indonesia"], "mnw": ["มอญ", "Mon"],
    SEVERAL: ["ไทย/อังกฤษ", "ไทยและอังกฤษ", "Thai, English", "Thai and English", "ไทย-อังกฤษ", "สองภาษา", "mul"],
    UNKNOWN: ["und", "-", "ไม่ทราบ"],
    "": ["", "กขค", "Klingon", "xx-YY", "ไทย/กขค", "english and klingon"],
}  # fmt: skip


@pytest.mark.parametrize(("code", "typed"), [(code, typed) for code, every in TYPED.items() for typed in every])
def test_a_language_is_known_by_code_and_by_name(code, typed):
    assert language_code(typed) == code


def test_every_language_is_found_by_both_its_names_and_is_a_valid_attribute():
    for code, _name in language_choices()[1:]:
        assert re.fullmatch("[a-z]{2,3}", code)
        assert {language_code(language_name(code, language)) for language in ("th", "en")} == {code}


def test_the_usual_ones_come_first_and_each_once_by_its_name():
    with override("th"):
        codes, names = zip(*language_choices(), strict=True)
    assert codes[:3] == ("", "th", "en") and codes[1 : len(FIRST) + 1] == FIRST and codes[-2:] == (SEVERAL, UNKNOWN)
    assert len(set(codes)) == len(codes) and names[1] == "ภาษาไทย" and names[-2:] == ("หลายภาษา", "ไม่ทราบภาษา")
    with override("en"):
        assert language_choices()[1] == ("th", "Thai") and language_name("xx") == "xx"


class PaperForm(forms.Form):
    language = LanguageFormField(required=False)


def test_a_form_offers_names_and_takes_them_too():
    assert '<option value="ja">ภาษาญี่ปุ่น</option>' in str(PaperForm())
    for typed, code in (("ja", "ja"), ("ญี่ปุ่น", "ja"), ("", "")):
        form = PaperForm({"language": typed})
        assert form.is_valid() and form.cleaned_data == {"language": code}
    assert not PaperForm({"language": "กขค"}).is_valid()


class Paper(models.Model):
    """Has a language."""

    language = LanguageField(max_length=10, blank=True)

    class Meta:
        app_label = "tests"
        managed = False
        constraints = [known_language("language", "paper_language")]

    def __str__(self):
        return self.language


def test_any_write_stores_the_code():
    field, paper = Paper._meta.get_field("language"), Paper(language="ภาษาญี่ปุ่น")
    assert field.to_python("Japanese") == field.get_prep_value("ญี่ปุ่น") == "ja"
    assert field.pre_save(paper, add=True) == paper.language == "ja"
    assert [field.get_prep_value(value) for value in ("", None, "กขค")] == ["", None, "กขค"]
    assert isinstance(field.formfield(widget=forms.TextInput).widget, forms.Select)
