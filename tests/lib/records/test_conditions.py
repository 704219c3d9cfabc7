"""Every constraint of the portal, worked out here and asked of the database: both say the same of every record."""

from contextlib import nullcontext
from datetime import UTC, datetime
from decimal import Decimal
from itertools import product

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.fields import PrecisionField
from iad_portal.lib.desk.unique_rows import Unique
from iad_portal.lib.records.conditions import CannotTell, holds
from iad_portal.lib.records.constraints import SaidCheck, SaidOnce, must, once
from relations.models import City, Figure

CONSTRAINTS = {
    constraint.name: (model, constraint)
    for model in apps.get_models()
    for constraint in model._meta.constraints
    if isinstance(constraint, SaidCheck | SaidOnce) and constraint.condition is not None
}


def values_of(field: models.Field) -> list:
    """Values around what conditions compare with; None also where the column refuses it."""
    if field.is_relation or field.primary_key:
        return [None, 1, 2]
    if isinstance(field, models.BooleanField):
        return [None, True, False]
    if isinstance(field, models.DateTimeField):
        return [None, *(datetime(2020, 1, day, tzinfo=UTC) for day in (1, 2))]
    if isinstance(field, models.DateField):
        return [None, *(PartialDate.from_iso(text).first_day for text in ("2019-12-31", "2020-01-01", "2020-01-02"))]
    if isinstance(field, models.DecimalField):
        return [None, *map(Decimal, ("-181", "-180", "-90", "-1", "0", "90", "180"))]
    if isinstance(field, models.IntegerField):
        return [None, -1, 0, 1, 4, 5, 100, 101, 1899, 1900, 2100, 2101]
    if isinstance(field, PrecisionField):
        return ["day", "month", "year"]  # a date without one is always a full day
    codes = [code for code, _label in field.flatchoices]
    return [None, "", "nonsense", *codes[:2], codes[-1]] if codes else [None, "", "th", "word"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", CONSTRAINTS)
def test_python_and_the_database_agree(name):
    model, constraint = CONSTRAINTS[name]
    fields = [model._meta.get_field(name) for name in sorted(constraint.condition.referenced_base_fields - {"pk"})]
    for values in product(*map(values_of, fields)):
        record = model(pk=1)
        record.__dict__.update({field.attname: value for field, value in zip(fields, values, strict=True)})
        said = constraint.condition.check(record._get_field_expression_map(meta=model._meta))
        assert (holds(constraint.condition, record) is not False) == said, values


CASES = [
    (Q(version=None), None),
    (Q(version__gt=1) & Q(slug="edo"), True),
    (Q(version__lt=2) | Q(slug="edo"), True),
    (~Q(version__gt=1) | Q(slug="other"), False),
    (Q(website__isnull=True) & Q(slug="edo"), False),
    (Q(latitude__gt=0) & Q(slug="edo"), None),
    (Q(latitude__gt=0) & Q(slug="other"), False),
    (Q(latitude__gt=0) | Q(slug="edo"), True),
    (~Q(latitude__gt=0), None),
    (Q(version=F("version")), True),
    (Q(pk=F("version")), False),
    (Q(latitude=F("longitude")), None),
]


@pytest.mark.parametrize(("condition", "answer"), CASES)
def test_what_is_unknown_stays_unknown(condition, answer):
    assert holds(condition, City(pk=1, slug="edo", version=2)) is answer


def test_of_excluded_fields_nothing_is_known():
    """Also when the rest would decide: Django does not ask such a constraint at all."""
    condition = Q(version__lt=0) & Q(latitude__gt=0)
    assert holds(condition, City(version=2), {"latitude"}) is None
    assert holds(Q(version=F("pk")), City(pk=1, version=2), {"pk"}) is None


@pytest.mark.parametrize(
    "condition",
    [
        Q(slug__regex="e"),
        Q(country__region="asean"),
        Q(nowhere=1),
        Q(version__gte="many"),
        Q(slug=Lower("slug")),
        Q(Lower("slug")),
        Q(version=1) ^ Q(version=2),
        models.Exists(City.objects.all()),
    ],
)
def test_what_only_the_database_can_tell(condition):
    with pytest.raises(CannotTell):
        holds(condition, City(pk=1, slug="edo", version=2))


def test_a_value_that_is_none_of_its_field_s_is_left_to_the_database():
    with pytest.raises(CannotTell):
        holds(Q(value__gte=0), Figure(value="plenty"))
    with pytest.raises(CannotTell):
        holds(Q(value__gte=0), Figure(value=F("value") + 1))


BEGINS_WITH_A = Q(slug__regex="^a")


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["ab", "ba"])
def test_the_database_is_asked_what_cannot_be_told_here(slug):
    """By a check, by a uniqueness, and by the rows of a form."""
    check = must(BEGINS_WITH_A, "begins_with_a", "a")
    only = once("slug", name="slug_once", sentence="b", condition=BEGINS_WITH_A)
    row, met = City(slug=slug), slug.startswith("a")
    with nullcontext() if met else pytest.raises(ValidationError, match="a"):
        check.validate(City, row)
    only.validate(City, row)
    assert Unique(City, ("slug",), frozenset(), only).key(row) == ((slug,) if met else None)


def test_what_is_no_column_cannot_be_told():
    with pytest.raises(CannotTell):
        holds(Q(agreements=1), City())
