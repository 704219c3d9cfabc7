"""Every rule of the database has its sentence, in Thai and in English; nobody reads the name of a constraint."""

import re

import pytest
from django.apps import apps
from django.utils import translation

from iad_portal.office.models import OfficerRight, Presence
from tests import world
from tests.boxes import BOXES_ALONE

from .desk import desk_url, record_models, signed_in, untouched

THAI = re.compile("[ก-๛]")
# The portal itself writes these, from no form.
BY_THE_HOUSE = {OfficerRight, Presence}
# A library's tables, which no form of the desk writes.
ALLAUTH = {"account", "mfa"}
CONSTRAINTS = [
    (model, constraint)
    for model in apps.get_models()
    for constraint in model._meta.constraints
    if model not in BY_THE_HOUSE and model._meta.app_label not in ALLAUTH
]


@pytest.mark.parametrize("model, constraint", CONSTRAINTS, ids=lambda value: getattr(value, "name", ""))
def test_a_constraint_has_its_sentence(model, constraint):
    """Of every model that is installed; none names itself, nor is in the words of Django."""
    assert constraint.violation_error_message != constraint.default_violation_error_message
    said = {}
    for language in ("th", "en"):
        with translation.override(language):
            said[language] = constraint.get_violation_error_message()
    assert THAI.search(said["th"]) and not THAI.search(said["en"])
    assert not any(constraint.name in sentence for sentence in said.values())


@pytest.mark.parametrize("model, constraint", CONSTRAINTS, ids=lambda value: getattr(value, "name", ""))
def test_a_constraint_says_beside_which_field(model, constraint):
    """All but those about a choice between several fields."""
    names = {field.name for field in model._meta.get_fields()}
    beside = getattr(constraint, "beside", ())
    assert set(beside) <= names
    assert beside or constraint.name in ("commitment_one_origin", "participation_exactly_one")


def test_a_value_that_only_one_may_have_is_named():
    """In the words of its field and its kind of record, not as Django's Thai puts it."""
    unique = [
        (model, field) for model in record_models() for field in model._meta.concrete_fields
        if field.unique and field.editable and not field.auto_created
    ]  # fmt: skip
    assert len(unique) > 12
    for model, field in unique:
        for language in ("th", "en"):
            with translation.override(language):
                sentence = model().unique_error_message(model, (field.name,)).messages[0]
                label = str(field.verbose_name).casefold()
            assert bool(THAI.search(sentence)) == (language == "th"), sentence
            assert "already" in sentence or sentence.startswith("มี") or model.__name__ == "User", sentence
            assert label in sentence.casefold() or model.__name__ == "User", sentence


def sent(model, record=None, **typed):
    """The errors of the form of `record` (or a new one) after `typed`: field -> sentences. None when it was saved."""
    client = signed_in()
    url = desk_url(model, "change", record.pk) if record else desk_url(model, "add")
    answer = client.post(url, untouched(client, url, model) | typed, **BOXES_ALONE)
    if answer.status_code == 302:
        return None
    assert answer.status_code == 200
    return {name: [str(error) for error in errors] for name, errors in answer.context["adminform"].form.errors.items()}


def _signed():
    return world.agreement(signed_on="2010-05-01")


# What is made, what is typed into its form, and the field that tells.
TRIPPED = {
    "agreement_end_not_before_signing": (_signed, {"expires_on": "2009"}, "expires_on"),
    "agreement_renews_another": (_signed, lambda record: {"renews": record.pk}, "renews"),
    "city_one_home": (lambda: world.bangkok() and world.city(), {"kind": "home"}, "kind"),
    "city_place_on_earth": (world.city, {"latitude": "91"}, "latitude"),
    "exchange_end_not_before_start": (world.exchange, {"ends_on": "1/1/2540"}, "ends_on"),
    "meeting_end_not_before_start": (world.meeting, {"ends_on": "2018"}, "ends_on"),
    "meeting_network_or_partner": (
        world.meeting, lambda record: {"network": world.network().pk, "partner": world.city().pk}, "partner",
    ),
    "meeting_part_of_another": (world.meeting, lambda record: {"part_of": record.pk}, "part_of"),
    "plan_month_when_monthly": (world.plan, {"kind": "monthly_plan"}, "month"),
    "plan_end_not_before_start": (world.plan, {"period_to": "2010"}, "period_to"),
    "plan_fiscal_year_plausible": (world.plan, {"fiscal_year": "3569"}, "fiscal_year"),
    "project_budget_not_negative": (world.project, {"budget_thb": "-1"}, "budget_thb"),
    "project_spent_not_negative": (world.project, {"spent_thb": "-1"}, "spent_thb"),
    "article_end_not_before_start": (
        world.article, {"event_on": "2562-05-02", "event_ends_on": "2562-05-01"}, "event_ends_on",
    ),
    "figure_not_negative": (lambda: world.figure(world.city()), {"value": "-5"}, "value"),
    "slug": (lambda: world.city("paris") and world.city(), {"slug": "paris"}, "slug"),
    "country": (lambda: world.embassy("HU") and world.embassy(), {"country": "HU"}, "country"),
}  # fmt: skip


@pytest.mark.parametrize("name", TRIPPED)
def test_it_is_said_beside_the_field(name, db):
    """Once, and nowhere else."""
    make, typed, field = TRIPPED[name]
    record = make()
    errors = sent(type(record), record, **(typed(record) if callable(typed) else typed))
    assert list(errors) == [field], errors
    assert len(errors[field]) == 1 and THAI.search(errors[field][0])
