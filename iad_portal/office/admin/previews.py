"""The page on which an officer looks at a preview, on a wide screen and on a telephone, and shares it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from csp.decorators import csp_update
from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.components import Link
from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language
from iad_portal.office.models import Preview

from . import outlets
from .outlets import DAYS, PAGES

WIDTHS = {"wide": gettext_lazy("Wide screen"), "phone": gettext_lazy("Telephone")}


class ShareForm(forms.Form):
    """For how long a link shows the page."""

    days = forms.TypedChoiceField(
        label=gettext_lazy("The link holds for"), choices=DAYS, coerce=int, initial=7, widget=forms.Select
    )


@dataclass(frozen=True)
class SharedLink:
    """A link that shows a preview of this form: `until` is the moment of its end, in words."""

    key: UUID
    made: str
    until: str
    addresses: list[Link]


@csp_update({"frame-src": ["'self'"]})
def preview(request: HttpRequest, key: UUID) -> HttpResponse:
    """The officer's own preview with the key `key`; 404 for anybody else's. POST shares it, or takes a link back."""
    kept = Preview.objects.filter(pk=key, officer=request.user.pk).first()
    if kept is None:
        raise Http404
    form = ShareForm(request.POST if "share" in request.POST else None)
    refused = None
    if {outlets.GIVE, outlets.TAKE_BACK} & set(request.POST):
        refused = outlets.answered(request, kept)
    if request.method == "POST" and not refused:
        if form.is_valid():
            _share(kept, form.cleaned_data["days"])
            messages.success(request, _("Whoever has the link sees this page now."))
        elif "take_back" in request.POST:
            _links(kept).filter(pk=outlets.key_in(request, "take_back")).update(shared_until=None)
            messages.success(request, _("The link shows nothing any more."))
        return HttpResponseRedirect(request.get_full_path())
    return TemplateResponse(request, "admin/preview.html", _context(request, kept, form, refused))


def _share(kept: Preview, days: int) -> None:
    kept.shared_until = timezone.now() + timedelta(days=days)
    kept.save(update_fields=["shared_until"])


def _links(kept: Preview) -> Any:
    """What this officer shares of the same form."""
    return Preview.objects.filter(officer=kept.officer_id, form_path=kept.form_path, shared_until__gt=timezone.now())


def _context(
    request: HttpRequest, kept: Preview, form: ShareForm, refused: outlets.OutletForm | None
) -> dict[str, Any]:
    language = request.GET.get("language") if request.GET.get("language") in LANGUAGES else LANGUAGES[0]
    width = request.GET.get("width") if request.GET.get("width") in WIDTHS else "wide"
    page = reverse("admin:preview", args=[kept.pk])
    return admin.site.each_context(request) | {
        "title": _("Preview: %(record)s") % {"record": kept.title},
        "form": form,
        "form_path": kept.form_path,
        "made": format_moment(kept.made_at, reader_language()),
        "frame_url": kept.url(language),
        "width": width,
        "languages": [
            Link(PAGES[code], f"{page}?language={code}&width={width}", is_current=code == language)
            for code in LANGUAGES
        ],
        "widths": [
            Link(label, f"{page}?language={language}&width={code}", is_current=code == width)
            for code, label in WIDTHS.items()
        ],
        "outlets": outlets.shown(request, kept, refused),
        "links": [_told(request, one) for one in _links(kept).order_by("-shared_until")],
    }


def _told(request: HttpRequest, kept: Preview) -> SharedLink:
    return SharedLink(
        key=kept.pk,
        made=format_moment(kept.made_at, reader_language()),
        until=format_moment(kept.shared_until, reader_language()),
        addresses=[Link(PAGES[code], request.build_absolute_uri(kept.url(code))) for code in LANGUAGES],
    )
