"""Addresses of the old sites whose shape no table can list; the others are rows of django.contrib.redirects."""

from base64 import b64decode
from binascii import Error

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from iad_portal.lib.operations.old_addresses import new_address_of
from iad_portal.lib.text.bilingual import LANGUAGES

# The old switcher: 1 led to the Thai page, 2 to the English one; the page's path stood behind it in base64.
OLD_LANGUAGE_CODES = {1: "th", 2: "en"}


@require_safe
def set_lang(request, code: int, target: str):
    """Decode the old language switcher and lead by one 301 to the record in the language it asked for."""
    language = OLD_LANGUAGE_CODES.get(code)
    if language is None:
        raise Http404
    new = new_address_of(_decoded(target))
    if not new:
        raise Http404
    first, rest = new[1:].partition("/")[::2]
    return HttpResponsePermanentRedirect(f"/{language}/{rest}" if first in LANGUAGES else new)


def _decoded(target: str) -> str:
    try:
        path = b64decode(target + "=" * (-len(target) % 4), altchars=b"-_", validate=True).decode("utf-8")
    except (Error, ValueError) as error:
        raise Http404 from error
    return path.replace("\x00", "")


@require_safe
def internews(request, name: str):
    """All files of the old newsletter lead to the list of newsletters, in Thai."""
    with translation.override("th"):
        return HttpResponsePermanentRedirect(reverse("news:newsletter_list"))
