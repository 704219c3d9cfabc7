"""What the page of open data shows: the registers that are given away as files."""

from typing import Any

from django.urls import reverse

from iad_portal.lib.dates import calendar
from iad_portal.office.open_data import REGISTERS
from iad_portal.office.open_data.catalogue import data_catalogue, file_links


def context() -> dict[str, Any]:
    """All that portal/data.html needs: no query."""
    registers = [
        {
            "slug": register.slug,
            "title": register.title,
            "url": reverse("dataset", args=[register.slug]),
            "files": file_links(register),
        }
        for register in REGISTERS
    ]
    return {"registers": registers, "as_of": calendar.today(), "structured": [data_catalogue(REGISTERS)]}
