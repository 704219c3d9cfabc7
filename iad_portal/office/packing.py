"""How an answer that everybody gets alike leaves packed."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from iad_portal.lib.operations.compression import WORTH_COMPRESSING, compress, is_text


def is_packable(answer: HttpResponseBase) -> bool:
    """Text that is worth it, or the word that the reader's own copy still holds."""
    if answer.streaming or answer.has_header("Content-Encoding"):
        return False
    return answer.status_code == 304 or (
        len(answer.content) >= WORTH_COMPRESSING and is_text(answer.get("Content-Type", ""))
    )


def pack(answer: HttpResponse, coding: str) -> None:
    """Put `answer` into that coding ("br", "gzip", "" for none), if it is packable; its headers say so."""
    if not is_packable(answer):
        return
    patch_vary_headers(answer, ["Accept-Encoding"])
    if coding and answer.content:
        answer.content = compress(answer.content, coding)
        answer["Content-Encoding"] = coding
        answer["Content-Length"] = str(len(answer.content))
    if coding and answer.get("ETag", "").startswith('"'):
        answer["ETag"] = f"W/{answer['ETag']}"  # the same page, not the same bytes
