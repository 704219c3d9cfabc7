"""What the page of one register as a dataset shows: its terms, its columns, its files."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Link
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.registers.days import as_of as as_of_box
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.open_data import Register
from iad_portal.office.open_data.catalogue import dataset, facts_of, file_links, licence_of, notes_of
from iad_portal.office.open_data.dictionary import dictionary_of


def context(request: HttpRequest, register: Register, day: date | None) -> dict[str, Any]:
    """All that portal/dataset.html needs, of today, or of the `day` that was asked for."""
    licence = licence_of(register.slug)
    as_of = day or calendar.today()
    return {
        "crumbs": [Link(_("Open data"), reverse("data"))],
        "title": register.title,
        "notes": notes_of(register),
        "files": file_links(register, day),
        "facts": facts_of(register, licence, format_date(as_of, reader_language()), register.number()),
        "columns": dictionary_of(register),
        "as_of": as_of_box(request) if register.depends_on_day else None,
        "structured": [dataset(register, licence, as_of)],
    }
