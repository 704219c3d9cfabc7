"""Files in a form of the desk: taken in before the save's transaction, and still chosen when the save is refused.

`saved_with_uploads()` goes around the transaction of one sent form. Before it, each new file is judged, rendered and
stored, and each file kept from an earlier sending is put back in its place; the form then meets both as it would any
upload. After it, what the record took stays with it, what a refused form still needs is kept, the rest is removed.
"""

import re
import time
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.merged_rows import ORDER
from iad_portal.lib.desk.preview_forms import is_preview
from iad_portal.lib.media import kept_uploads
from iad_portal.lib.media.upload_fields import KEPT_SUFFIX, LEFT_OUT_SUFFIX, UploadField

# One save renders so many files, for so many seconds; what is beyond it is to be chosen again in the next.
MOST_FILES = 30
MOST_SECONDS = 40
# The box of a kind of rows in which several files are chosen at once: the rows' prefix, and the field of each.
_MANY = re.compile(r"(.+)-more-(\w+)")


class Aside:
    """The uploads of one sent form."""

    def __init__(self, model_admin: Any, request: HttpRequest, object_id: str | None) -> None:
        self.request, self.officer = request, request.user
        self.form = f"{model_admin.opts.label_lower}:{object_id or ''}"
        models = [model_admin.model, *(inline.model for inline in model_admin.inlines)]
        self.holders = {
            field.name: model for model in models for field in model._meta.fields if isinstance(field, UploadField)
        }
        self.uploads: list[UploadedFile] = []

    def holder(self, name: str) -> type[models.Model] | None:
        """The model whose row will hold the file that the box `name` sent; None for a box of no form here."""
        return self.holders.get(name.rpartition("-")[2])

    def spread(self) -> None:
        """Of several files chosen in one box for a kind of rows, each becomes a new row."""
        for box in [name for name in self.request.FILES if _MANY.fullmatch(name)]:
            prefix, field = _MANY.fullmatch(box).groups()
            total = self.request.POST.get(f"{prefix}-TOTAL_FORMS", "")
            chosen = self.request.FILES.pop(box)
            if not self.holder(field) or not total.isdecimal():
                continue
            post = self.request.POST = self.request.POST.copy()
            for number, upload in enumerate(chosen[:MOST_FILES], int(total)):
                self.request.FILES[f"{prefix}-{number}-{field}"] = upload
                post[f"{prefix}-{number}-{ORDER}"] = str(number)
                post[f"{prefix}-TOTAL_FORMS"] = str(number + 1)

    def take_in(self) -> None:
        """Judge, render and store what was newly chosen."""
        began, count = time.monotonic(), 0
        for name, upload in self.request.FILES.items():
            if self.holder(name):
                self.uploads.append(upload)
                count += 1
                if count > MOST_FILES or time.monotonic() - began > MOST_SECONDS:
                    upload.refusal = _too_much()
                else:
                    kept_uploads.keep(upload, self.holder(name), self.officer, self.form)
        if count:
            kept_uploads.remove_old(kept_uploads.SWEPT_AT_ONCE)

    def bring_back(self) -> None:
        """Put what was kept from before in its place, unless another file was chosen or it is to be left out."""
        post, files = self.request.POST, self.request.FILES
        for token_name in [name for name in post if name.endswith(KEPT_SUFFIX)]:
            name, token = token_name.removesuffix(KEPT_SUFFIX), post[token_name]
            if not self.holder(name):
                continue
            if name in files or post.get(f"{name}{LEFT_OUT_SUFFIX}"):
                kept_uploads.discard(kept_uploads.key_in(token, self.officer))
            elif upload := kept_uploads.from_token(token, self.holder(name), self.officer, self.form):
                files[name] = upload
                self.uploads.append(upload)

    def settle(self, response: HttpResponse) -> None:
        """After the save: keep on for a refused form and for a preview, which shows them; tidy up after a saved one."""
        if response.status_code == 200 or is_preview(self.request) or hasattr(self.request, "keeps_uploads"):
            kept_uploads.keep_on(self.uploads, self.officer)
        else:
            kept_uploads.discard([upload.kept.pk for upload in self.uploads if getattr(upload, "kept", None)])


def saved_with_uploads(
    model_admin: Any, request: HttpRequest, object_id: str | None, save: Callable[..., Any]
) -> HttpResponse:
    """The answer of `save()`, which saves the form of `request` in one transaction, with its files taken in before."""
    aside = Aside(model_admin, request, object_id)
    may = model_admin.has_change_permission if object_id else model_admin.has_add_permission
    if not aside.holders or not may(request):
        return save()
    aside.spread()
    aside.take_in()
    aside.bring_back()
    response = save()
    aside.settle(response)
    return response


def _too_much() -> ValidationError:
    return ValidationError(
        _("These are more files than one save can take in. Save the others first, then choose this one again."),
        code="too_many_files",
    )
