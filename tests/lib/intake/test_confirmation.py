"""Asked once, confirmed by saving again: the form by itself."""

import pytest
from django import forms
from django.utils.translation import override

from iad_portal.lib.intake.confirmation import Confirming, Question


class YearForm(Confirming, forms.Form):
    """Asks about years far ahead, and about a guest without any year."""

    year = forms.IntegerField(required=False)
    guest = forms.CharField(required=False)

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("year") or 0) > 2100:
            self.ask("year", "Is that year meant?", "far_ahead")
        if cleaned.get("guest") and not cleaned.get("year"):
            self.ask(None, "A guest without a year?", "no_year", about=cleaned["guest"])
        return cleaned


def refused(data):
    form = YearForm(data)
    assert not form.is_valid()
    return form, " ".join(form.shown)


def test_the_first_time_it_asks_and_says_how_to_go_on():
    with override("en"):
        form, _shown = refused({"year": "2108"})
    assert 'class="question">Is that year meant? If it is meant, save again.' in str(form.errors["year"])
    assert [type(error) for error in form.errors.as_data()["year"]] == [Question]


def test_all_that_is_to_be_asked_of_a_value_is_asked_at_once():
    class LeapForm(YearForm):
        def clean(self):
            cleaned = super().clean()
            if cleaned.get("year") == 2108:
                self.ask("year", "A leap year?", "leap", next_step="Then say so.")
            return cleaned

    form = LeapForm({"year": "2108"})
    with override("en"):
        asked = str(form.errors["year"])
    assert "Is that year meant? If it is meant" in asked and "A leap year? Then say so." in asked
    assert LeapForm({"year": "2108", "confirmed": " ".join(form.shown)}).is_valid()


def test_a_question_is_no_refusal():
    form = YearForm({"year": "2108", "guest": "Mali"})
    assert not form.is_valid() and form.refused() == set()
    form.add_error("guest", "Not here.")
    assert form.refused() == {"guest"}


def test_saved_again_it_is_answered():
    _form, shown = refused({"year": "2108"})
    form = YearForm({"year": "2108", "confirmed": shown})
    assert form.is_valid() and form.cleaned_data["year"] == 2108


@pytest.mark.parametrize("other", [{"year": "2109"}, {"year": "2108 "}])
def test_another_value_is_asked_about_anew(other):
    _form, shown = refused({"year": "2108"})
    refused(other | {"confirmed": shown})


def test_a_question_without_a_field_is_about_what_it_says_or_is_told():
    form, shown = refused({"guest": "Mali"})
    assert "A guest without a year?" in str(form.non_field_errors())
    assert YearForm({"guest": "Mali", "confirmed": shown}).is_valid()
    refused({"guest": "Mana", "confirmed": shown})


def test_one_answer_does_not_answer_the_other_question():
    _form, shown = refused({"year": "2108"})
    refused({"guest": "2108", "confirmed": shown})


@pytest.mark.parametrize("nonsense", ["", "x", "0" * 15, "zz" * 8, "\udc80"])
def test_nonsense_answers_nothing(nonsense):
    refused({"year": "2108", "confirmed": nonsense})


def test_links_in_a_sentence_stay_and_markup_typed_into_it_does_not():
    form = YearForm({})
    form.is_valid()
    form.ask(None, "<b>bold</b>", "markup")
    assert "&lt;b&gt;" in str(form.non_field_errors())
