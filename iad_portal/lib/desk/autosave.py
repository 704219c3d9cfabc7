"""Forms that keep what is typed by themselves: a script sends their boxes every few seconds, nothing of it is saved.

What the script is answered is a sentence for the officer. The signed marks of form and browser say who typed (see
`kept_forms`), not the session: so what is typed is kept even when the session is over, until the officer signs in.
"""

import json
from copy import copy
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment, format_time
from iad_portal.lib.desk.kept_forms import (
    KEPT,
    KEPT_AS,
    KEPT_FOR,
    forget,
    form_at,
    keep,
    mark_of_copy,
    table,
    typist_of,
)
from iad_portal.lib.text.bilingual import reader_language


@dataclass(frozen=True)
class KeptCopy:
    """What an officer typed and did not save, as a list shows it: `kind` and `name` of the record, `when` in words."""

    key: UUID
    mark: str
    kind: str
    name: str
    is_new: bool
    when: str
    url: str


def is_autosave(request: HttpRequest) -> bool:
    """Whether a form's script sent `request`."""
    return request.path == reverse("admin:keep")


def autosaved(request: HttpRequest) -> JsonResponse:
    """Keep the boxes of a form: {"page": its address, "boxes": [[name, [value]]]}.

    The answer: {"said": what came of it, "kept_as": the form's mark from now on}.
    """
    sent = _read(request)
    if sent is None:
        return _said(_("This could not be read. What you typed is not kept: save now."), HTTPStatus.BAD_REQUEST)
    page, typed = sent
    officer = typist_of(request, typed)
    if officer is None or not _may_save(request, officer, page):
        said = _("What you typed is not kept: copy what you need, and open this form anew.")
        return _said(said, HTTPStatus.FORBIDDEN)
    kept = keep(typed, officer.pk, page)
    if kept is None:
        said = _("This is too much to be kept while you type: save now.")
        return _said(said, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    said = _("What you typed is kept (%(time)s), not saved yet.")
    if request.user != officer:
        said = _("What you typed is kept (%(time)s), but your session has ended: save, and sign in.")
    said %= {"time": format_time(kept.kept_at, reader_language())}
    return JsonResponse({"said": said, KEPT_AS: kept.mark})


def _said(sentence: str, status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"said": sentence}, status=status)


def _read(request: HttpRequest) -> tuple[str, QueryDict] | None:
    """The address of the form, and its boxes; None when it is nothing that the script sends."""
    typed = QueryDict(mutable=True)
    try:
        sent = json.loads(request.body)
        page, boxes = sent["page"], sent["boxes"]
        for name, values in boxes:
            typed.setlist(_readable(name), [_readable(value) for value in values])
        return _readable(page), typed
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _readable(text: str) -> str:
    """`text` without halves of characters, which a form's own sending never has."""
    return text.encode(errors="replace").decode()


def _may_save(request: HttpRequest, officer: AbstractBaseUser, page: str) -> bool:
    form = form_at(page)
    if form is None:
        return False
    model_admin, is_stored = form
    asked = copy(request)
    asked.user = officer
    return (model_admin.has_change_permission if is_stored else model_admin.has_add_permission)(asked)


def copies_of(officer: AbstractBaseUser, page: str = "") -> list[KeptCopy]:
    """What `officer` typed and did not save, the latest first: everywhere, or in the form at `page`. One query."""
    kept = table().objects.filter(officer=officer.pk, kept_at__gte=timezone.now() - KEPT_FOR).order_by("-kept_at")
    rows = (kept.filter(path=page) if page else kept).values_list("pk", "path", "name", "kept_at")
    copies = []
    for key, path, name, kept_at in rows:
        if form := form_at(path):
            model_admin, is_stored = form
            kind, when = capfirst(str(model_admin.opts.verbose_name)), format_moment(kept_at, reader_language())
            copies.append(
                KeptCopy(key, mark_of_copy(key, kept_at), kind, name, not is_stored, when, f"{path}?{KEPT}={key}")
            )
    return copies


def discarded(request: HttpRequest) -> HttpResponse:
    """Forget a copy that its officer does not want, and lead back to the form that offered it, or to the desk."""
    if forget(request.POST.get(KEPT), request.user):
        messages.success(request, _("Discarded: what you had typed and not saved."))
    else:
        messages.warning(request, _("Nothing was discarded: it was typed on, saved or discarded meanwhile."))
    page = request.POST.get("page", "")
    return HttpResponseRedirect(page if form_at(page) else reverse("admin:index"))
