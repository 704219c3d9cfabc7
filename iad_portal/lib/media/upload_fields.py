"""Fields for uploads: the content is inspected wherever the model is validated, and a form keeps what was chosen."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.db.models.fields.files import FieldFile, ImageFieldFile
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from iad_portal.lib.media.document_uploads import DOCUMENT_SUFFIXES, inspect_document
from iad_portal.lib.media.kept_uploads import token_of
from iad_portal.lib.media.renditions import fallback
from iad_portal.lib.media.uploads import IMAGE_TYPES, inspect_image

# What a form sends beside the file: the token of one chosen before, and the wish to leave that one out.
KEPT_SUFFIX, LEFT_OUT_SUFFIX = "-kept", "-left-out"
# A picture in a list or a tile of the desk is at most so many pixels wide.
SMALL = 320


def media_url(name: str) -> str:
    """The address of the stored file ``name``, whatever the storage; "" for no name."""
    return reverse("media", kwargs={"name": name}) if name else ""


def is_judged(upload: Any) -> bool:
    """Whether `upload` was taken in before its form is saved: its files are stored, for it or for another row."""
    return bool(getattr(upload, "kept", None) or getattr(upload, "reused", None))


def shown_url(upload: Any) -> str:
    """The address of a small picture of `upload`, for its officer; "" when it is none, or is not taken in."""
    kept, reused = getattr(upload, "kept", None), getattr(upload, "reused", None)
    if reused:
        return media_url(fallback(reused.facts.get("renditions", ()), SMALL).get("name", ""))
    return reverse("admin:kept_picture", args=[kept.pk]) if kept and kept.facts.get("renditions") else ""


def text_key_of(upload: Any) -> str:
    """By which key a text will name the new picture that takes `upload` over; "" when it is not taken in."""
    kept, reused = getattr(upload, "kept", None), getattr(upload, "reused", None)
    return reused.key.hex if reused else kept.pk.hex if kept else ""


class _MediaFile:
    @property
    def url(self) -> str:
        return media_url(self.name)


class MediaFieldFile(_MediaFile, FieldFile):
    """A stored document whose address is the portal's own, also on S3."""


class MediaImageFieldFile(_MediaFile, ImageFieldFile):
    """A stored photo whose address is the portal's own, also on S3."""


class UploadInput(AdminFileWidget):
    """A file input that tells of a file chosen before, which the page cannot put back into the browser's own box."""

    template_name = "admin/widgets/upload.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        if isinstance(value, UploadedFile):
            # The name is told to people and kept in the token, never used as a name in the store.
            context["widget"] |= {
                "chosen": value.name,
                "chosen_size": filesizeformat(value.size),
                "is_kept": is_judged(value),
                "token_name": f"{name}{KEPT_SUFFIX}",
                "token": token_of(value),
                "left_out_name": f"{name}{LEFT_OUT_SUFFIX}",
                "left_out_id": f"id_{name}{LEFT_OUT_SUFFIX}",
            }
        return context


class UploadFormField(forms.FileField):
    """A file input that offers only fitting files; what counts is decided by the model field, from the content."""

    def __init__(self, *, accept: str = "", **kwargs: Any) -> None:
        self.accept = accept
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "accept": self.accept}

    def to_python(self, data: Any) -> Any:
        if refusal := getattr(data, "refusal", None):
            raise refusal
        return super().to_python(data)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What the box of a refused form is to tell of: the file that was chosen, if anything is known of it."""
        is_known = is_judged(data) or hasattr(data, "refusal")
        return data if is_known else super().bound_data(data, initial)


class UploadField:
    """What both upload fields share: the content is inspected wherever the model is validated."""

    accept = ""

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        # The upload's own name is not kept: it may be of any length, and in Thai.
        own = {"widget": UploadInput, "max_length": None}
        return super().formfield(**{"form_class": UploadFormField, "accept": self.accept, **kwargs, **own})

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        file = getattr(model_instance, self.attname)
        if file and not file._committed:
            raise ValueError("A new upload is written by save(), not by a bulk write")
        return file


def _if_new(inspect: Callable[[Any], object]) -> Callable[[Any], None]:
    def validate(file: Any) -> None:
        if not file._committed and not is_judged(file.file):
            inspect(file.file)

    return validate


class ImageUploadField(UploadField, models.ImageField):
    """The photo itself. Validation reads the whole picture and refuses what lib.media.uploads refuses."""

    attr_class = MediaImageFieldFile
    accept = IMAGE_TYPES
    default_validators = [_if_new(inspect_image)]


class DocumentUploadField(UploadField, models.FileField):
    """A document's file. Validation refuses what lib.media.document_uploads refuses."""

    attr_class = MediaFieldFile
    accept = DOCUMENT_SUFFIXES
    default_validators = [_if_new(inspect_document)]
