"""Records from rows of the database, without the detour through __init__.

Django gives each value of a row to __init__, which sets it by the descriptor of its field, between two signals, in
modeltranslation's own __init__ as well: a hundred calls a record, where a page reads hundreds. What a row holds is
what ends up in the record's `__dict__`, so it is put there. Models of which that is not known are made Django's way.
"""

import inspect
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from django.db import models
from django.db.models.base import ModelState
from django.db.models.fields.files import FileDescriptor
from django.db.models.fields.related_descriptors import ForeignKeyDeferredAttribute
from django.db.models.signals import post_init, pre_init
from modeltranslation.fields import TranslationFieldDescriptor
from modeltranslation.translator import delete_mt_init

from iad_portal.lib.dates.fields import PartialDateField

# Descriptors that, in __init__, write the value and nothing else.
_PLAIN = (ForeignKeyDeferredAttribute, TranslationFieldDescriptor, FileDescriptor)
_INITS = {"Model.__init__", "object.__init__", "patch_constructor.<locals>.new_init"}


class QuickRow(models.Model):
    """Records that come quickly from the database."""

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any]) -> Self:
        """The record of one row, as Django's own from_db() makes it. `field_names` are those of `values`."""
        known = _columns_of(cls)
        if known is None:
            return super().from_db(db, field_names, values)
        record = cls.__new__(cls)
        columns = vars(record)
        columns["_state"] = state = ModelState()
        state.adding, state.db = False, db
        columns.update(zip(known.names if len(values) == len(known.names) else field_names, values, strict=True))
        for date, precision in known.dates:
            if date not in columns:
                continue
            if columns[date] is None:
                columns[precision] = ""
            elif columns.get(precision) == "":
                columns[precision] = "day"
        return record


@dataclass(frozen=True, slots=True)
class _Columns:
    """All columns of a model, and its pairs of a partial date and its precision."""

    names: tuple[str, ...]
    dates: tuple[tuple[str, str], ...]


@cache
def _columns_of(model: type[models.Model]) -> _Columns | None:
    """None where making a record does more than to set its columns."""
    fields = model._meta.concrete_fields
    dates = {field.attname: field.precision_field for field in fields if isinstance(field, PartialDateField)}
    others = [field.attname for field in fields if field.attname not in {*dates, *dates.values()}]
    if (
        not all(_is_plain(inspect.getattr_static(model, name)) for name in others)
        or not {vars(cls)["__init__"].__qualname__ for cls in model.__mro__ if "__init__" in vars(cls)} <= _INITS
        or any(listener is not delete_mt_init for listener in _listeners(model))
    ):
        return None
    return _Columns(tuple(field.attname for field in fields), tuple(dates.items()))


def _is_plain(descriptor: Any) -> bool:
    return isinstance(descriptor, _PLAIN) or not hasattr(type(descriptor), "__set__")


def _listeners(model: type[models.Model]) -> list[Any]:
    return [listener for signal in (pre_init, post_init) for some in signal._live_receivers(model) for listener in some]
