"""Addresses and permanent codes in officers' forms: made by the portal, shown folded at the end, never asked."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.addresses import Slugged


def codes_of(model: type[models.Model]) -> list[str]:
    """The names of the columns of `model` that hold an address or a permanent code."""
    return [field.name for field in model._meta.concrete_fields if isinstance(field, models.SlugField)]


def codes_last(model: type[models.Model], fieldsets: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """`fieldsets` of a form without the codes of `model`, which get a folded section of their own behind the others."""
    codes = codes_of(model)
    if not codes:
        return fieldsets
    others = [(title, options | {"fields": _without(codes, options["fields"])}) for title, options in fieldsets]
    title = _("Address of the page") if issubclass(model, Slugged) else _("Permanent code")
    return [*others, (title, {"fields": codes, "classes": ["collapse"]})]


def _without(codes: list[str], rows: list[Any]) -> list[Any]:
    """The rows of fields without `codes`."""
    kept = [row if isinstance(row, str) else tuple(name for name in row if name not in codes) for row in rows]
    return [row for row in kept if row and row not in codes]
