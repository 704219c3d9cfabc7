"""Boxes for a place on earth."""

from decimal import Decimal

import pytest
from django import forms

from iad_portal.lib.intake.coordinate_fields import CoordinateField, CoordinateFormField
from iad_portal.lib.intake.coordinate_parse import LATITUDE, LONGITUDE


class PinForm(forms.Form):
    latitude = CoordinateFormField(axis=LATITUDE, required=False)
    longitude = CoordinateFormField(axis=LONGITUDE, required=False)


def test_degrees_are_rounded_to_a_metre_and_the_box_says_so():
    form = PinForm({"latitude": "-26.3263492837", "longitude": " "})
    assert form.is_valid() and form.cleaned_data == {"latitude": Decimal("-26.32635"), "longitude": None}
    assert "= -26.32635</output>" in str(form) and 'value="-26.3263492837"' in str(form)
    box = form.fields["latitude"]
    assert "-26.32635" in box.reading("-26.3263492837", Decimal("-26.32635"))
    assert not box.reading("-26.5", Decimal("-26.50000")) and not box.reading("", None)


def test_stored_degrees_are_shown_as_they_are_and_have_not_changed():
    initial = {"latitude": Decimal("13.75400"), "longitude": Decimal("100.50140")}
    assert 'value="13.75400"' in str(PinForm(initial=initial))
    assert not PinForm({"latitude": "13.754", "longitude": "100°30'5.04\"E"}, initial=initial).has_changed()
    assert CoordinateFormField(axis=LATITUDE).clean(Decimal("13.7540001")) == Decimal("13.75400")


@pytest.mark.parametrize("plain", ["13.75", "13.75000", "x", ""])
def test_what_is_plain_to_see_is_not_said_again(plain):
    assert "<output" not in str(PinForm({"latitude": plain}))


def test_a_place_in_a_box_that_has_no_other_is_refused():
    assert "longitude" not in PinForm({"latitude": "13.75, 100.5"}).errors
    assert PinForm({"latitude": "13.75, 100.5"}).errors["latitude"]


def test_migrations_know_the_axis():
    field = CoordinateField("latitude", axis=LATITUDE)
    assert field.deconstruct()[3]["axis"] == LATITUDE
    assert isinstance(field.formfield(widget=forms.Textarea), CoordinateFormField)
