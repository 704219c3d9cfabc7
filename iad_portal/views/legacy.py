"""Addresses of the old sites whose shape no table can list; the others are rows of django.contrib.redirects."""

from base64 import b64decode
from binascii import Error

from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

# The old switcher: 1 led to the Thai page, 2 to the English one; the page's path stood behind it in base64.
OLD_LANGUAGE_CODES = {1: "th", 2: "en"}


@require_safe
def set_lang(request, code: int, target: str):
    """Decode the old language switcher and lead by one 301 to the record in the language it asked for."""
    language = OLD_LANGUAGE_CODES.get(code)
    if language is None:
        raise Http404
    old_path = _decoded(target)
    row = Redirect.objects.filter(site=Site.objects.get_current(), old_path=old_path).first()
    if row is None or not row.new_path:
        raise Http404
    _empty, _language, rest = row.new_path.split("/", 2)
    return HttpResponsePermanentRedirect(f"/{language}/{rest}")


def _decoded(target: str) -> str:
    try:
        path = b64decode(target + "=" * (-len(target) % 4), altchars=b"-_", validate=True).decode("utf-8")
    except (Error, ValueError) as error:
        raise Http404 from error
    if "\x00" in path or len(path) > 200:
        raise Http404
    return path


@require_safe
def internews(request, name: str):
    """All files of the old newsletter lead to the list of newsletters, in Thai."""
    with translation.override("th"):
        return HttpResponsePermanentRedirect(reverse("news:newsletter_list"))
