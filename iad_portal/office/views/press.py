"""The press page, and the names that it gives away."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.registers.export import csv_pieces
from iad_portal.lib.registers.listing import kept_page
from iad_portal.office import press_names
from iad_portal.office.pages import press_page


@require_safe
def press(request: HttpRequest) -> HttpResponse:
    """Whom to ask, what the office is in a few sentences, the totals, names to take away, terms of use, the mark."""
    apps = ("relations", "networks", "office")
    context = kept_page(request, apps, press_page.context, contact=press_page.contact())
    return render(request, "portal/press.html", context)


@require_safe
def names(request: HttpRequest) -> HttpResponse:
    """The official names as CSV; the file carries the day it was read."""
    content = "".join(csv_pieces(press_names.COLUMNS, press_names.rows())).encode()
    name = f"names-{calendar.today().isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


@require_safe
def mark(request: HttpRequest) -> HttpResponse:
    """The mark of this site, as a file to keep."""
    content = Path(settings.BASE_DIR, "static", "img", "icon.svg").read_bytes()
    headers = {"Content-Disposition": 'attachment; filename="mark.svg"'}
    return HttpResponse(content, content_type="image/svg+xml", headers=headers)
