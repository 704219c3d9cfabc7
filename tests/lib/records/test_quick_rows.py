"""Records that come from the database without __init__ are the same as those that Django makes."""

import pytest
from django.apps import apps
from django.db import models
from django.db.models.signals import post_init

from iad_portal.lib.records import quick_rows
from iad_portal.lib.records.quick_rows import QuickRow
from relations.models import City, Exchange, Source

MODELS = [model for model in apps.get_models() if issubclass(model, QuickRow)]


def columns(record: models.Model) -> dict:
    return {name: value for name, value in vars(record).items() if not name.startswith("_")}


def slow(model: type[models.Model], names: list[str], values: list) -> models.Model:
    return models.Model.from_db.__func__(model, "default", names, values)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_each_model_is_made_quickly(model):
    assert quick_rows._columns_of(model) is not None


@pytest.mark.usefixtures("starting_data")
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_each_record_is_as_django_makes_it(model):
    names = [field.attname for field in model._meta.concrete_fields]
    for row in model._base_manager.order_by("pk").values_list(*names)[:60]:
        quick, made = model.from_db("default", names, list(row)), slow(model, names, list(row))
        assert columns(quick) == columns(made)
        assert quick._state.db == "default"
        assert not quick._state.adding


@pytest.mark.parametrize(
    ("day", "precision", "kept"), [("2012-05-01", "", "day"), ("2012-05-01", "month", "month"), (None, "year", "")]
)
def test_a_date_and_its_precision_agree(day, precision, kept):
    day = day and models.DateField().to_python(day)
    names = [field.attname for field in Exchange._meta.concrete_fields]
    values = [{"starts_on": day, "starts_precision": precision}.get(name) for name in names]
    quick, made = Exchange.from_db("default", names, values), slow(Exchange, names, values)
    assert quick.starts_precision == made.starts_precision == kept


@pytest.mark.django_db
def test_what_was_left_out_is_asked_for_later(django_assert_num_queries):
    Source.objects.create(code="one", publisher_th="ก", publisher_en="A")
    source = Source.objects.only("code").get()
    assert source.get_deferred_fields()
    with django_assert_num_queries(1):
        assert source.publisher_en == "A"


def test_a_model_whose_making_is_listened_to_is_made_by_django():
    def hear(**_kwargs):
        """Whatever it does."""

    post_init.connect(hear, sender=City)
    try:
        assert quick_rows._columns_of.__wrapped__(City) is None
    finally:
        post_init.disconnect(hear, sender=City)


def test_a_model_of_which_more_happens_is_made_django_s_way(monkeypatch):
    """By Model.__init__, which tells its listeners."""
    heard = []

    def hear(instance, **_said):
        heard.append(instance.slug)

    monkeypatch.setattr(quick_rows, "_columns_of", lambda _model: None)
    names = [field.attname for field in City._meta.concrete_fields]
    post_init.connect(hear, sender=City)
    try:
        made = City.from_db("default", names, ["edo" if name == "slug" else None for name in names])
    finally:
        post_init.disconnect(hear, sender=City)
    assert made.slug == "edo" and heard == ["edo"]
