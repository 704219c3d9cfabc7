"""Whatever kind of record is deleted on the desk: it comes back with every row and column as it was."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.contrib import admin
from django.db import models
from hypothesis import given, settings
from hypothesis import strategies as st

from iad_portal.lib.desk.bin import put
from iad_portal.lib.desk.bin_contents import Contents, as_json, from_json, stored
from iad_portal.lib.desk.bin_return import bring_back
from iad_portal.lib.records.publishing import Publishable
from iad_portal.office.models import SiteNotice
from relations.models import Agreement, City, Exchange, Photo
from tests.desk.whole import differences, laden, tables
from tests.making import records

from .desk import officer

KINDS = [model for model in admin.site._registry if model in records()]
VALUES = {
    models.BooleanField: st.booleans(),
    models.DateTimeField: st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    models.DateField: st.dates(date(1000, 1, 1)),
    models.DecimalField: st.decimals(-180, 180, places=6).map(Decimal),
    models.IntegerField: st.integers(0, 2**31 - 1),
    models.JSONField: st.lists(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=2)),
    models.UUIDField: st.uuids(version=4).map(lambda key: UUID(key.hex)),
}


@pytest.mark.django_db
@pytest.mark.parametrize("model", KINDS, ids=lambda model: model._meta.model_name)
def test_every_row_and_column_comes_back(model):
    """Its parts, theirs, its links from both sides, links that were emptied; what was public as a draft."""
    who, record = officer(), laden(model)
    before = tables()
    entry = put(record, who)
    gone = tables()
    assert gone["iad_portal_binnedrecord"].keys() == {entry.pk} and differences(before, gone)
    assert not stored(model).filter(pk=entry.record_key).exists()
    bring_back(entry.pk, who)
    became_draft = (model._meta.db_table, _key(model, entry), "status", "published", "draft")
    assert differences(before, tables()) == ([became_draft] if issubclass(model, Publishable) else [])


def _key(model, entry):
    return model._meta.pk.to_python(entry.record_key)


def _values(column) -> st.SearchStrategy:
    if column.is_relation:
        return st.integers(1, 2**40) if not isinstance(column.target_field, models.CharField) else st.just("JP")
    kind = next((values for kind, values in VALUES.items() if isinstance(column, kind)), None)
    value = kind if kind is not None else st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
    return st.none() | value if column.null else value


# Between them they have columns of every sort.
@pytest.mark.parametrize("model", [Agreement, City, Exchange.cities.through, Photo, SiteNotice])
@settings(max_examples=20)
@given(data=st.data())
def test_a_row_is_read_from_the_bin_as_it_was_written(model, data):
    """Whatever a column may hold: moments to the microsecond, decimals, any letter, nothing."""
    row = {column.attname: data.draw(_values(column)) for column in model._meta.concrete_fields}
    contents = Contents({model: [row]}, {})
    assert from_json(as_json(contents)).rows == contents.rows
