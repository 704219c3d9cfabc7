"""Fields that are written without templates are letter by letter those of Django's templates."""

import pytest
from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTextareaWidget
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from iad_portal.lib.intake.plain_widgets import _WRITTEN, PlainRenderer

ODD = (None, "", 0, 1234567, 0.5, "<b>&\"'", mark_safe("<b>&amp;"), gettext_lazy("Cities"), "ก\n<", True)
ATTRS = {
    "id": 'a"b',
    "class": mark_safe("a&b"),
    "required": True,
    "disabled": False,
    "data-n": 12345,
    "x": gettext_lazy("Cities"),
}
CHOICES = [
    ("", "---------"),
    (1234, 1234),
    ("<", mark_safe("<i>&lt;</i>")),
    ("th", gettext_lazy("Cities")),
    ("Group <", [("a", "A"), (True, "B")]),
    (None, [("c", "C")]),
]
PLAIN = [
    kind
    for base in (forms.Widget, forms.widgets.Input, forms.TextInput, forms.DateTimeInput.__base__)
    for kind in base.__subclasses__()
    if getattr(kind, "template_name", "") in _WRITTEN and kind is not forms.DateTimeInput.__base__
]


def both(widget, value, attrs=ATTRS) -> set[str]:
    """What the two renderers make of it."""
    return {widget.render("na<me", value, attrs, renderer) for renderer in (PlainRenderer(), TemplatesSetting())}


class OwnChoices(forms.Select):
    """Choices that are written by another template."""

    option_template_name = "django/forms/widgets/radio_option.html"


@pytest.mark.parametrize("value", ODD, ids=repr)
@pytest.mark.parametrize("kind", [*PLAIN, AdminTextareaWidget, AdminDateWidget])
def test_boxes(kind, value):
    assert len(both(kind(), value)) == 1


@pytest.mark.parametrize("chosen", [None, "th", 1234, "1234", ["th", "a"], ""])
@pytest.mark.parametrize("kind", [forms.Select, forms.SelectMultiple, forms.RadioSelect, OwnChoices])
def test_choices(kind, chosen):
    assert len(both(kind(choices=CHOICES), chosen)) == 1


def test_every_plain_kind_is_compared():
    assert {kind.template_name for kind in PLAIN} == set(_WRITTEN)


class Small(forms.Form):
    """A form whose label is odd, and whose class for a box that must be filled is told."""

    required_css_class = "must"
    odd = forms.CharField(label='a<b>&"', error_messages={"required": "<b>&"})


@pytest.mark.parametrize("contents", [None, mark_safe("<i>&amp;</i>"), "a<b", gettext_lazy("Cities")])
@pytest.mark.parametrize("attrs", [None, {"class": 'a"b', "data-n": 12345, "hidden": True, "x": False}])
@pytest.mark.parametrize("auto_id", ["id_%s", False])
def test_labels(contents, attrs, auto_id):
    made = [Small(auto_id=auto_id, renderer=renderer()) for renderer in (PlainRenderer, TemplatesSetting)]
    assert len({form["odd"].label_tag(contents, attrs) for form in made}) == 1
    assert len({form["odd"].legend_tag(contents, attrs) for form in made}) == 1


@pytest.mark.parametrize("data", [{}, {"odd": "x"}])
def test_errors(data):
    """With and without one."""
    plain, django = [Small(data, renderer=renderer()) for renderer in (PlainRenderer, TemplatesSetting)]
    assert str(plain["odd"].errors) == str(django["odd"].errors)
    assert plain["odd"].errors.as_ul() == django["odd"].errors.as_ul()
