"""A file that a form's script sends by itself, while the form lies open: judged, stored and kept for that form.

The script is answered what the form is to carry of the file, or a sentence that says why it is not taken: so of many
photographs each comes in, or is refused, by itself. A kept picture is shown small to its officer alone.
"""

from http import HTTPStatus
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils.translation import gettext as _

from iad_portal.lib.desk.kept_forms import form_at
from iad_portal.lib.desk.uploads import Aside
from iad_portal.lib.media import kept_uploads
from iad_portal.lib.media.renditions import fallback
from iad_portal.lib.media.response import send
from iad_portal.lib.media.upload_fields import SMALL, shown_url, text_key_of

_ACTS = ("add", "change")


def received(request: HttpRequest) -> JsonResponse:
    """Keep the file that `request` sends: "page", the address of its form; "box", the name of its box; "file".

    The answer: {"token", "name", "shown", "key"}, or {"said"} when it is not taken.
    """
    if not (request.user.is_active and request.user.is_staff):
        said = _("Your session has ended. Save the form, sign in, and choose the file again.")
        return _said(said, HTTPStatus.UNAUTHORIZED)
    aside, upload, box = _aside(request), request.FILES.get("file"), request.POST.get("box", "")
    holder = aside and aside.holder(box)
    if holder is None or upload is None:
        return _said(_("This file could not be taken. Choose it again."), HTTPStatus.BAD_REQUEST)
    if not any(request.user.has_perm(f"{holder._meta.app_label}.{act}_{holder._meta.model_name}") for act in _ACTS):
        return _said(_("You may not add files here."), HTTPStatus.FORBIDDEN)
    kept_uploads.keep(upload, holder, request.user, aside.form)
    kept_uploads.make_room_for(upload, request.user, aside.form)
    kept_uploads.remove_old(kept_uploads.SWEPT_AT_ONCE)
    if refusal := getattr(upload, "refusal", None):
        return _said(" ".join(refusal.messages), HTTPStatus.UNPROCESSABLE_ENTITY)
    return JsonResponse(
        {
            "token": kept_uploads.token_of(upload),
            "name": upload.name,
            "shown": shown_url(upload),
            "key": text_key_of(upload),
        }
    )


def _said(sentence: str, status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"said": sentence}, status=status)


def _aside(request: HttpRequest) -> Aside | None:
    """The uploads of the form whose page `request` names; None where this officer has no form that takes files."""
    page = request.POST.get("page", "")
    form = form_at(page)
    if form is None:
        return None
    model_admin, is_stored = form
    may = model_admin.has_change_permission if is_stored else model_admin.has_add_permission
    return Aside(model_admin, request, resolve(page).kwargs.get("object_id")) if may(request) else None


def kept_picture(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The kept picture `key`, small, for the officer who chose it, and for those who look through what waits."""
    own = Q(officer=request.user) | Q(form=kept_uploads.IN_REVIEW)
    kept = kept_uploads.table().objects.filter(own, pk=key).first()
    rendition = fallback(kept.facts.get("renditions", ()), SMALL) if kept else {}
    if not rendition:
        raise Http404
    return send(request, rendition["name"], is_public=False)
