"""Columns of lists whose yes or no is a word: an icon that says "True" is heard in English."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db import models
from django.utils.translation import gettext as _

from iad_portal.lib.dates.admin import NOTHING
from iad_portal.lib.text.translatable import Translatable


def yes_column(field: str, label: Translatable) -> Callable[[Any], Any]:
    """A column for list_display: "Yes" where the record's `field` is true; sorted by it."""

    @admin.display(description=label, ordering=field)
    def column(record: models.Model) -> str:
        return _("Yes") if getattr(record, field) else NOTHING

    return column
