"""The boxes officers type dates into: either era goes in, both are shown, what was typed is never lost."""

import datetime

import pytest
from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminSplitDateTime
from django.utils.translation import override

from iad_portal.lib.dates.calendar import BANGKOK, PartialDate
from iad_portal.lib.dates.fields import DayField, MomentField, PartialDateField
from iad_portal.lib.dates.forms import DayFormField, EraInput, MomentFormField, MomentInput, PartialDateFormField

MORNING = datetime.datetime(2020, 2, 14, 9, 0, tzinfo=BANGKOK)


class DeedForm(forms.Form):
    signed_on = PartialDateFormField(required=False)
    day = DayFormField(required=False, help_text="The day of the ceremony.")
    at = MomentFormField(required=False)


def test_either_era_goes_in():
    form = DeedForm({"signed_on": "ก.พ. ๒๕๖๓", "day": "14/2/2563", "at": "2020-02-14 09:00"})
    assert form.is_valid()
    assert form.cleaned_data == {
        "signed_on": PartialDate.from_iso("2020-02"),
        "day": datetime.date(2020, 2, 14),
        "at": MORNING,
    }
    assert type(form.cleaned_data["day"]) is datetime.date


@pytest.mark.parametrize("typed", ["", " \u200b "])
def test_nothing_is_none(typed):
    form = DeedForm({"signed_on": typed, "day": typed, "at": typed})
    assert form.is_valid() and set(form.cleaned_data.values()) == {None}


def test_errors_say_what_to_do_and_keep_what_was_typed():
    with override("en"):
        form = DeedForm({"signed_on": "31 ก.พ. 2563", "day": "2/2563", "at": "เมื่อวาน"})
        page = str(form)
        assert "There is no day 31 in February 2020" in form.errors["signed_on"][0]
        assert "The day is missing" in form.errors["day"][0]
        assert "could not be read" in form.errors["at"][0]
    for typed in ("31 ก.พ. 2563", "2/2563", "เมื่อวาน"):
        assert f'value="{typed}"' in page


def test_stored_dates_are_shown_in_the_buddhist_era_and_under_it_in_both():
    form = DeedForm(initial={"signed_on": PartialDate.from_iso("2006-06"), "day": MORNING.date(), "at": MORNING})
    page = str(form)
    for shown in (
        'value="มิถุนายน 2549"',
        '<time class="era-line" datetime="2006-06">มิถุนายน 2549 (June 2006)</time>',
        'value="14 กุมภาพันธ์ 2563"',
        'value="14 กุมภาพันธ์ 2563 09:00"',
        "14 กุมภาพันธ์ 2563 (14 February 2020) 09.00 น.",
    ):
        assert shown in page
    assert "style=" not in page and "<script" not in page


def test_what_is_shown_counts_as_unchanged():
    at = MORNING.astimezone(datetime.UTC).replace(second=7, microsecond=5)
    initial = {"signed_on": PartialDate.from_iso("2006-06"), "day": MORNING.date(), "at": at}
    shown = {name: DeedForm(initial=initial)[name] for name in initial}
    typed = {name: bound.field.widget.format_value(bound.value()) for name, bound in shown.items()}
    assert typed["at"] == "14 กุมภาพันธ์ 2563 09:00:07"
    form = DeedForm(typed, initial=initial)
    assert form.is_valid() and not form.has_changed()
    assert DeedForm(typed | {"signed_on": "2549"}, initial=initial).changed_data == ["signed_on"]


def test_help_gives_an_example():
    with override("en"):
        fields = DeedForm().fields
        assert "14/2/2563" in str(fields["signed_on"].help_text)
        assert str(fields["day"].help_text).startswith("The day of the ceremony. Either era")


def test_values_from_code_pass():
    assert DayFormField().clean(MORNING.date()) == MORNING.date()
    assert MomentFormField().clean(MORNING.date()) == MORNING.replace(hour=0)
    assert MomentFormField().clean(datetime.datetime(2020, 2, 14, 9)) == MORNING
    assert MomentFormField().clean(MORNING.astimezone(datetime.UTC)).tzinfo is BANGKOK


def test_widgets_show_other_values_as_they_are():
    assert EraInput().format_value(None) is None and MomentInput().format_value("x") == "x"
    assert EraInput(attrs={"size": "9"}).render("day", None).count('size="9"') == 1
    assert "era-line" not in MomentInput().render("at", "nonsense") + EraInput().render("day", "")


@pytest.mark.parametrize(
    ("field", "form_class", "admin_kwargs"),
    [
        (PartialDateField(precision_field="known"), PartialDateFormField, {"widget": AdminDateWidget}),
        (DayField(), DayFormField, {"widget": AdminDateWidget}),
        (MomentField(), MomentFormField, {"form_class": forms.SplitDateTimeField, "widget": AdminSplitDateTime}),
    ],
)
def test_model_fields_bring_their_box_into_the_admin_too(field, form_class, admin_kwargs):
    for kwargs in ({}, admin_kwargs):
        box = field.formfield(**kwargs)
        assert type(box) is form_class and type(box.widget) is form_class.widget
