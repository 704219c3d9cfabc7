"""A page before it is public, for its officer and for whoever got a link; and the files that the page shows."""

from uuid import UUID

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from iad_portal.lib.media.response import send
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.models import Preview

# Kept by no cache, found by no searcher, and the address is told to no other site.
HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": ["'self'"]})  # type: ignore[arg-type]  # its types know no view with arguments
def page(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """The kept page in `language`. 404 for a language that the portal has not; 410 when nobody shares it (any more),
    or its officer has left."""
    if language not in LANGUAGES:
        raise Http404
    preview = _shown_to(request, key)
    if preview is None:
        return gone(request, language, "410_preview.html")
    return kept_page(preview.page(language), language, files_below("preview_file", key))


@require_safe
def file(request: HttpRequest, key: UUID, name: str) -> HttpResponseBase:
    """A file that the kept page shows: whoever sees the page sees it. Else 404."""
    preview = _shown_to(request, key)
    if preview is None:
        raise Http404
    return kept_file(request, name, preview.page_th, preview.page_en)


def _shown_to(request: HttpRequest, key: UUID) -> Preview | None:
    preview = Preview.objects.filter(pk=key, officer__is_active=True).first()
    is_shown = preview and (preview.is_shared() or preview.officer_id == request.user.pk)
    return preview if is_shown else None


def files_below(name: str, key: UUID) -> str:
    """The address below which the URL `name` gives the files of the page with this `key`."""
    return reverse(name, args=[key, "-"]).removesuffix("-")


def kept_page(text: str, language: str, files: str) -> HttpResponse:
    """`text`, a whole page that was kept, as an answer; its files are asked for below the address `files`."""
    return HttpResponse(text.replace(settings.MEDIA_URL, files), headers=HEADERS | {"Content-Language": language})


def kept_file(request: HttpRequest, name: str, *pages: str) -> HttpResponseBase:
    """The stored file `name`, when one of the kept `pages` shows it; else 404. Kept by no cache."""
    if not any(f"{settings.MEDIA_URL}{name}" in text for text in pages):
        raise Http404
    answer = send(request, name, is_public=False)
    answer["Cache-Control"] = HEADERS["Cache-Control"]
    return answer


def gone(request: HttpRequest, language: str, template: str) -> HttpResponse:
    """The page `template` in `language`, which says that nothing is shown here any more."""
    with translation.override(language):
        return HttpResponse(render_to_string(template, request=request), status=410, headers=HEADERS)
