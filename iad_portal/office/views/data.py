"""Open data: each register as CSV and JSON, in both languages, with the day it was read."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.registers.export import csv_pieces, json_pieces
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.lib.text.structured_data import Thing, absolute, thing
from iad_portal.office.open_data import BY_SLUG, REGISTERS, Register
from iad_portal.office.page_store import LARGEST
from relations.pages.structured_data import the_office

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}


@require_safe
def data(request):
    """What is given away, in which forms, and what the columns are called."""
    registers = [
        {"slug": register.slug, "title": register.title, "columns": register.names()} for register in REGISTERS
    ]
    structured = [_dataset(register) for register in REGISTERS]
    context = {"registers": registers, "as_of": calendar.today(), "structured": structured}
    return render(request, "portal/data.html", context)


def _file_url(register: Register, form: str) -> str:
    return reverse("data_file", args=[register.slug, form])


def _dataset(register: Register) -> Thing:
    """`register` as programs that look for data know it: its page, its columns, its files."""
    page = absolute(f"{reverse('data')}#{register.slug}")
    about = _("%(register)s: a register of the International Affairs Office, Bangkok")
    files = [
        thing("DataDownload", encodingFormat=kind.partition(";")[0], contentUrl=absolute(_file_url(register, form)))
        for form, kind in TYPES.items()
    ]
    return thing(
        "Dataset",
        id_=page,
        url=page,
        name=register.title,
        description=about % {"register": register.title},
        creator=the_office(),
        inLanguage=list(LANGUAGES),
        variableMeasured=register.names(),
        distribution=files,
    )


@require_safe
def data_file(request, register: str, form: str):
    """One register as a file; its name and its content carry the day it was read."""
    if register not in BY_SLUG or form not in TYPES:
        raise Http404
    chosen, as_of = BY_SLUG[register], calendar.today()
    if form == "csv":
        pieces = csv_pieces([*chosen.names(), "as_of"], ([*row, as_of] for row in chosen.table()))
    else:
        pieces = json_pieces(chosen.names(), chosen.table(), register=register, as_of=as_of.isoformat())
    name = f"{register}-{as_of.isoformat()}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return _whole_or_streamed(map(str.encode, pieces), content_type=TYPES[form], headers=headers)


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
