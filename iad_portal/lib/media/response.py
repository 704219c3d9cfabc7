"""Sending a stored file: its type from our own table, caching, nginx's help. The caller says who may read.

Parts of a file (Range) are nginx's work; without it the whole is sent, which every browser and PDF viewer takes.
Every name the portal writes holds its content's hash, so a public file may be kept for ever by every cache. A file
shown to an officer before publication is kept by none.
"""

import re
from pathlib import PurePath
from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date

from iad_portal.lib.media.document_uploads import DOCUMENT_MIMES
from iad_portal.lib.media.file_names import as_file_name

IMAGE_MIMES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif"}
_MIMES = {**IMAGE_MIMES, **DOCUMENT_MIMES}
_INLINE = {*IMAGE_MIMES, "pdf"}

# The only shape of name that lib.media.models gives: no dot but the suffix's, so no way up or out of the store.
_NAME = re.compile(r"[a-z]+(?:/[A-Za-z0-9_-]+)+\.[a-z]+", re.ASCII)
_HASHED = re.compile(r"-[0-9a-f]{12}(?:-\d+)?\.[a-z]+$")

# A picture needs nothing. A browser's PDF viewer does, so only framing is forbidden there.
_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
_PDF_POLICY = "frame-ancestors 'none'"


def send(request: HttpRequest, name: str, *, is_public: bool, filename: str = "") -> HttpResponseBase:
    """The stored file ``name`` as an answer to ``request`` (GET or HEAD).

    ``is_public`` says whether anybody may keep it (caches for a year) or nobody (an officer's look at a draft).
    ``filename`` is what the reader saves it as: any title, with or without suffix (RFC 6266, RFC 5987). Answers 200,
    304 or 412; raises Http404 for a name that is not ours, or that the storage does not have.
    """
    suffix = PurePath(name).suffix.removeprefix(".")
    if len(name) > 250 or not _NAME.fullmatch(name) or suffix not in _MIMES:
        raise Http404
    if settings.MEDIA_ACCEL_PREFIX:
        response: HttpResponseBase = HttpResponse()
        response["X-Accel-Redirect"] = f"{settings.MEDIA_ACCEL_PREFIX.rstrip('/')}/{quote(name)}"
    else:
        response = _from_storage(request, name)
    if response.status_code == 200:
        response["Content-Type"] = _MIMES[suffix] + ("; charset=utf-8" if suffix in {"csv", "txt"} else "")
        title = as_file_name(filename.removesuffix(f".{suffix}"))
        shown = f"{title}.{suffix}" if title else PurePath(name).name
        response["Content-Disposition"] = str(content_disposition_header(suffix not in _INLINE, shown))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = _PDF_POLICY if suffix == "pdf" else _POLICY
    response["Cache-Control"] = _cache_control(name, is_public)
    return _for_nginx(response) if settings.MEDIA_ACCEL_PREFIX else response


def _for_nginx(response: HttpResponseBase) -> HttpResponseBase:
    """The same answer with what is true of the file alone under names that nginx does not pass on by itself.

    nginx would send them with its own 404 as well, and browsers would keep that for a year. deploy/nginx.conf gives
    them their names back once the file is really there.
    """
    for name in ("Cache-Control", "Content-Disposition"):
        response[f"X-File-{name}"] = response[name]
        del response[name]
    return response


def _cache_control(name: str, is_public: bool) -> str:
    if not is_public:
        return "private, no-store"
    return "public, max-age=31536000, immutable" if _HASHED.search(name) else "public, max-age=300"


def _from_storage(request: HttpRequest, name: str) -> HttpResponseBase:
    try:
        file = default_storage.open(name)
        size = file.size
        modified = int(default_storage.get_modified_time(name).timestamp())
    except OSError as error:  # missing, or a folder
        raise Http404 from error
    etag = f'"{PurePath(name).stem}-{size:x}-{modified:x}"'
    conditional = get_conditional_response(request, etag=etag, last_modified=modified)
    if conditional is not None:
        file.close()
    response = FileResponse(file) if conditional is None else conditional
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified)
    return response
