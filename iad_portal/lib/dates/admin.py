"""Dates in the lists and read-only rows of the admin, which would otherwise print the Common Era in Thai."""

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db import models
from django.utils.translation import get_language

from iad_portal.lib.text.translatable import Translatable

from .format import format_date, format_moment, format_year

# Of None a read-only row of a form would write "None".
NOTHING = "–"


def date_column(field: str, label: Translatable) -> Callable[[Any], Any]:
    """A column for list_display and readonly_fields: the record's `field` in the officer's era, sorted by its date."""

    @admin.display(description=label, ordering=field)
    def column(record: models.Model) -> str:
        value = getattr(record, field)
        write = format_moment if isinstance(value, datetime.datetime) else format_date
        return write(value, get_language(), "short") or NOTHING

    return column


def fiscal_year_column(label: Translatable, field: str = "fiscal_year") -> Callable[[Any], Any]:
    """A column for list_display and readonly_fields: the record's fiscal year in the officer's era."""

    @admin.display(description=label, ordering=field)
    def column(record: models.Model) -> str:
        year = getattr(record, field)
        return format_year(year, get_language()) if year else NOTHING

    return column
