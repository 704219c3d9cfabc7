"""One value from two columns: every way a record is made, loaded, changed, copied and asked for."""

import copy
import datetime
import pickle

import pytest
from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test.utils import isolate_apps

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.dates.fields import DayField, MomentField, PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import Month, Year, ends_not_before_starts, has_begun, is_not_over

date, partial = datetime.date, PartialDate.from_iso
JUNE = partial("2006-06")


class Dated(models.Model):
    """Abstract, so that no table of it is ever asked for; the deeds below are made apart from the portal's apps."""

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.pk)


with isolate_apps("iad_portal"):

    class Deed(Dated):
        signed_on = PartialDateField(null=True, blank=True, precision_field="signed_precision")
        signed_precision = PrecisionField()
        begins_on = DayField(null=True, blank=True)

        class Meta:
            app_label = "iad_portal"
            db_table = "floor_deed"
            constraints = [ends_not_before_starts("begins_on", "signed_on", "signed_precision", "floor_deed_order")]

    class Turned(Dated):
        """The same with its columns the other way round, and the precision a plain column."""

        signed_precision = models.CharField(max_length=5, blank=True, default="")
        signed_on = PartialDateField(null=True, blank=True, precision_field="signed_precision")
        begins_on = DayField(null=True, blank=True)

        class Meta:
            app_label = "iad_portal"
            db_table = "floor_deed"

    class Careless(Dated):
        signed_on = PartialDateField(precision_field="signed_precison")

        class Meta:
            app_label = "iad_portal"


both = pytest.mark.parametrize("model", [Deed, Turned])


@pytest.fixture
def table(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE floor_deed (id bigint PRIMARY KEY, signed_on date, "
            "signed_precision varchar(5) NOT NULL, begins_on date)"
        )


@both
@pytest.mark.parametrize(
    "values",
    [
        {"signed_on": JUNE},
        {"signed_on": JUNE, "signed_precision": "month"},
        {"signed_on": "2006-06"},
        {"signed_on": date(2006, 6, 1), "signed_precision": "month"},
        {"signed_precision": "month", "signed_on": date(2006, 6, 15)},
        {"signed_on": "2006-06-01", "signed_precision": "month"},
    ],
)
def test_a_record_is_made_in_any_order(model, values):
    deed = model(**values)
    assert (deed.signed_on, deed.signed_precision) == (JUNE, "month")


@both
def test_a_plain_date_is_a_full_day(model):
    for value in (date(2006, 6, 1), "2006-06-01", datetime.datetime(2006, 6, 1, 9)):
        deed = model(signed_on=value)
        assert (deed.signed_on, deed.signed_precision) == (date(2006, 6, 1), "day")
    assert model(signed_on=date(2006, 6, 1), signed_precision="").signed_precision == "day"


@both
def test_no_date_has_no_precision(model):
    for values in ({}, {"signed_on": None, "signed_precision": "month"}, {"signed_on": ""}):
        deed = model(**values)
        assert (deed.signed_on, deed.signed_precision) == (None, "")


@both
def test_later_changes_keep_both_in_step(model):
    deed = model(signed_on=JUNE)
    deed.signed_on = date(2006, 6, 1)
    assert deed.signed_precision == "day"
    deed.signed_on = partial("1993")
    assert (deed.signed_precision, deed.signed_on.iso) == ("year", "1993")
    deed.signed_precision = "month"
    assert deed.signed_on.iso == "1993-01"
    deed.signed_precision = ""
    assert deed.signed_precision == "month"
    deed.signed_on = None
    assert deed.signed_precision == ""
    deed.signed_precision = "day"
    assert (deed.signed_on, deed.signed_precision) == (None, "")


@both
def test_nonsense_is_kept_for_validation_to_refuse(model):
    deed = model(signed_on="soon")
    assert deed.signed_on == "soon"
    with pytest.raises(ValidationError) as caught:
        deed.clean_fields()
    assert "signed_on" in caught.value.message_dict
    deed.signed_on = models.F("begins_on")
    assert isinstance(deed.signed_on, models.F)


def test_copies_keep_what_is_known(monkeypatch):
    monkeypatch.setitem(apps.all_models["iad_portal"], "deed", Deed)  # a copied record looks its model up
    deed = Deed(signed_on=JUNE)
    for twin in (copy.copy(deed), copy.deepcopy(deed), pickle.loads(pickle.dumps(deed))):
        assert (twin.signed_on, twin.signed_precision) == (JUNE, "month")
    deed.clean_fields(exclude=["id"])
    assert deed.signed_on == JUNE


def test_fixtures_keep_what_is_known(monkeypatch):
    monkeypatch.setitem(apps.all_models["iad_portal"], "deed", Deed)
    monkeypatch.setitem(apps.all_models["iad_portal"], "turned", Turned)
    for model in (Deed, Turned):
        written = serializers.serialize("json", [model(pk=1, signed_on=JUNE)])
        (read,) = serializers.deserialize("json", written)
        assert read.object.signed_on == JUNE


def test_class_attribute_is_the_descriptor():
    assert Deed.signed_on.field.name == "signed_on"


@both
@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("text", ["1993", "2006-06", "2011-07-11"])
def test_what_is_saved_comes_back(model, text):
    model(pk=1, signed_on=partial(text)).save(force_insert=True)
    model.objects.bulk_create([model(pk=2, signed_on=partial(text))])
    for deed in model.objects.all():
        assert (deed.signed_on.iso, deed.signed_precision) == (text, partial(text).precision)
    assert model.objects.filter(signed_on=partial(text)).count() == 2
    assert set(model.objects.values_list("signed_on", flat=True)) == {partial(text).first_day}


@both
@pytest.mark.usefixtures("table")
def test_deferred_columns_are_fetched_when_asked_for(model):
    model(pk=1, signed_on=JUNE).save(force_insert=True)
    assert model.objects.only("pk").get().signed_on == JUNE
    assert model.objects.only("signed_on").get().signed_on == JUNE
    assert model.objects.only("pk").get().signed_precision == "month"
    deed = model.objects.only("pk").get()
    deed.signed_on = date(2020, 1, 5)
    assert deed.signed_on == date(2020, 1, 5)
    deed.save()
    assert model.objects.get().signed_on == date(2020, 1, 5)


@both
@pytest.mark.usefixtures("table")
def test_refresh_and_update(model):
    deed = model(pk=1, signed_on=JUNE)
    deed.save(force_insert=True)
    model.objects.update(signed_on=partial("1993"), signed_precision="year")
    deed.refresh_from_db()
    assert deed.signed_on.iso == "1993"
    model.objects.update(signed_on=date(2006, 6, 1), signed_precision="month")
    deed.refresh_from_db(fields=["signed_on"])
    assert deed.signed_on == JUNE
    model.objects.update(signed_precision="")
    assert model.objects.get().signed_on == date(2006, 6, 1)


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("end", "over_after"),
    [("2017", date(2017, 12, 31)), ("2017-02", date(2017, 2, 28)), ("2017-02-03", date(2017, 2, 3))],
)
def test_is_over_after_the_last_day_it_may_mean(end, over_after):
    Deed(pk=1, signed_on=partial(end)).save(force_insert=True)

    def not_over(at):
        return Deed.objects.filter(is_not_over("signed_on", "signed_precision", at)).exists()

    assert not_over(over_after - datetime.timedelta(400)) and not_over(over_after)
    assert not not_over(over_after + datetime.timedelta(1))
    Deed(pk=2).save(force_insert=True)
    over = Deed.objects.exclude(is_not_over("signed_on", "signed_precision", over_after + datetime.timedelta(1)))
    assert [deed.pk for deed in over] == [1]


@pytest.mark.usefixtures("table")
def test_begins_on_the_first_day_and_an_unknown_end_never_comes():
    Deed(pk=1, begins_on=date(2017, 2, 3)).save(force_insert=True)
    Deed(pk=2).save(force_insert=True)
    begun = [Deed.objects.filter(has_begun("begins_on", date(2017, 2, day))).count() for day in (2, 3, 4)]
    assert begun == [0, 1, 1]
    assert Deed.objects.filter(is_not_over("signed_on", "signed_precision", date(2100, 1, 1))).count() == 2


@pytest.mark.usefixtures("table")
def test_years_and_months_of_dates_are_the_databases_own():
    for number, text in enumerate(("2017-02-03", "1993", "2017-12", None)):
        Deed.objects.create(pk=number, signed_on=text and partial(text))
    rows = Deed.objects.order_by("pk").annotate(year=Year("signed_on"), month=Month("signed_on"))
    assert list(rows.values_list("year", "month")) == [(2017, 2), (1993, 1), (2017, 12), (None, None)]
    assert Deed.objects.alias(month=Month("signed_on")).filter(month=12).count() == 1


def test_queries_may_walk_to_another_record():
    assert dict(has_begun("since", JUNE, prefix="membership__").children) == {"membership__since__lte": JUNE}
    children = is_not_over("until", "until_precision", date(2017, 6, 5), prefix="membership__").flatten()
    assert "membership__until_precision" in str(list(children))


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        ("2017-06-01", "2017-05-31", False),
        ("2017-06-01", "2017-06-01", True),
        ("2017-06-01", "2017", True),
        ("2017-06-15", "2017-06", True),
        ("2017-06-15", "2016", False),
        ("2017-06-15", "2017-05", False),
        ("2017-06-01", None, True),
        (None, "2017-06-01", True),
    ],
)
def test_end_is_not_before_the_beginning(start, end, right):
    deed = Deed(pk=1, begins_on=start and date.fromisoformat(start), signed_on=end and partial(end))
    if right:
        deed.validate_constraints()
    else:
        with pytest.raises(ValidationError):
            deed.validate_constraints()
        if deed.signed_precision != "day":
            deed.validate_constraints(exclude=["begins_on"])


def test_a_full_day_needs_no_precision_column():
    constraint = ends_not_before_starts("begins_on", "ends_on", None, "order")
    assert "precision" not in str(constraint.condition)


def test_migrations_see_a_plain_constraint():
    (constraint,) = Deed._meta.constraints
    path, args, kwargs = constraint.deconstruct()
    assert path == "django.db.models.CheckConstraint"
    assert models.CheckConstraint(*args, **kwargs) == constraint == constraint.clone()


@pytest.mark.parametrize(
    ("field", "settings"),
    [
        (PartialDateField(null=True, precision_field="known"), {"null": True, "precision_field": "known"}),
        (PrecisionField(), {}),
        (PrecisionField(max_length=9), {"max_length": 9}),
        (DayField(), {}),
        (MomentField(null=True), {"null": True}),
    ],
)
def test_migrations_write_what_was_asked_for(field, settings):
    _name, path, args, kwargs = field.deconstruct()
    assert (path, args, kwargs) == (f"iad_portal.lib.dates.fields.{type(field).__name__}", [], settings)
    assert field.clone().deconstruct()[1:] == (path, args, kwargs)


def test_a_missing_sibling_is_told():
    assert [error.id for error in Careless._meta.get_field("signed_on").check()] == ["portal.E001"]
    assert Deed._meta.get_field("signed_on").check() == []
