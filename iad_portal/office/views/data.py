"""Open data: each register as a dataset with its page, and as CSV, XLSX and JSON, with the day of which it tells."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.registers.days import asked_day, of_a_day, refused
from iad_portal.lib.registers.export import csv_pieces, json_pieces
from iad_portal.lib.registers.listing import kept_page
from iad_portal.office.open_data import BY_SLUG, Register
from iad_portal.office.open_data.catalogue import FORMS, metadata_of
from iad_portal.office.page_store import LARGEST
from iad_portal.office.pages import dataset_page, open_data_page

TYPES = FORMS
# Whose tables the pages about the files read; that about news reads those of news, too.
APPS = ("relations", "networks", "plans", "office")


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """What is given away, in which forms."""
    return render(request, "portal/data.html", kept_page(request, APPS, open_data_page.context))


@require_safe
@of_a_day
def data_page(request: HttpRequest, register: str) -> HttpResponse:
    """One register as a dataset: its terms, its columns, its files; of a day where it depends on the day."""
    if register not in BY_SLUG:
        raise Http404
    chosen, day = BY_SLUG[register], asked_day(request)
    if day and not chosen.depends_on_day:
        return refused(request)
    apps = (*APPS, "news") if chosen.slug == "news" else APPS
    context = kept_page(request, apps, lambda: dataset_page.context(request, chosen, day))
    return render(request, "portal/dataset.html", context)


@require_safe
@of_a_day
def data_file(request: HttpRequest, register: str, form: str) -> HttpResponseBase:
    """One register as a file; its name and its content carry the day of which it tells."""
    if register not in BY_SLUG or form not in TYPES:
        raise Http404
    chosen, day = BY_SLUG[register], asked_day(request)
    if day and not chosen.depends_on_day:
        return refused(request)
    as_of = day or calendar.today()
    headers = {"Content-Disposition": f'attachment; filename="{register}-{as_of.isoformat()}.{form}"'}
    rows = chosen.table(as_of)
    if form == "xlsx":
        return _workbook(chosen, ([*row, as_of] for row in rows), as_of, headers)
    if form == "csv":
        pieces = csv_pieces([*chosen.names(), "as_of"], ([*row, as_of] for row in rows))
    else:
        pieces = json_pieces(chosen.names(), rows, register=register, as_of=as_of.isoformat(), **metadata_of(chosen))
    return _whole_or_streamed(map(str.encode, pieces), content_type=TYPES[form], headers=headers)


def _workbook(register: Register, rows: Iterator[list[Any]], as_of: date, headers: dict[str, str]) -> HttpResponseBase:
    # Loaded when the first workbook is asked for: it takes 15 MB of each process.
    from iad_portal.lib.registers.workbooks import workbook

    file = workbook(register.slug, [*register.names(), "as_of"], rows, as_of)
    pieces = iter(lambda: file.read(64 * 1024), b"")
    return _whole_or_streamed(pieces, content_type=TYPES["xlsx"], headers=headers)


def _whole_or_streamed(pieces: Iterator[bytes], **about: Any) -> HttpResponseBase:
    """What the store of pages may keep is an answer as any other; what is longer leaves while it is being read.

    `about` is given to the answer.
    """
    begun, size = [], 0
    for piece in pieces:
        begun.append(piece)
        size += len(piece)
        if size > LARGEST:
            return StreamingHttpResponse(chain(begun, pieces), **about)
    return HttpResponse(b"".join(begun), **about)
