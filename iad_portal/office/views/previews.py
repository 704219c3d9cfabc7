"""A page before it is public, for its officer and for whoever got the link."""

from uuid import UUID

from csp.decorators import csp_replace
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

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
def page(request, key: UUID, language: str):
    """The kept page in `language`. 404 for a language that the portal has not; 410 when nobody shares it (any more),
    or its officer has left."""
    if language not in LANGUAGES:
        raise Http404
    preview = Preview.objects.filter(pk=key, officer__is_active=True).first()
    if preview is None or not (preview.is_shared() or preview.officer_id == request.user.pk):
        with translation.override(language):
            gone = render_to_string("410_preview.html", request=request)
            return HttpResponse(gone, status=410, headers=HEADERS)
    return HttpResponse(preview.page(language), headers=HEADERS | {"Content-Language": language})
