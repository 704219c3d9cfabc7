"""Photos and documents as abstract models: a new upload is inspected, rewritten and stored exactly once, in save().

Each upload gets a folder of its own (``photos/<key>/``), and every name ends in the content's hash: an address never
changes its bytes. Files are reached through the default storage's API alone, so any S3 store will do, and are shown
only through the view named ``media``, which asks who may read.
"""

import re
from typing import Any, BinaryIO, Self, cast
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import Storage
from django.db import models, router
from django.db.models import signals
from django.db.models.fields.files import FieldFile
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from PIL import Image

from iad_portal.lib.components import Picture, PictureSource
from iad_portal.lib.media import held_files
from iad_portal.lib.media.document_uploads import DOCUMENT_MIMES, read_document
from iad_portal.lib.media.focus import FocusField, focus_class
from iad_portal.lib.media.kept_uploads import take_over
from iad_portal.lib.media.renditions import fallback, make_renditions
from iad_portal.lib.media.reused_files import gone
from iad_portal.lib.media.stored_files import GatheredFiles, WrittenFiles, remove_after_commit
from iad_portal.lib.media.turns import picture_turn
from iad_portal.lib.media.upload_fields import DocumentUploadField, ImageUploadField, media_url
from iad_portal.lib.media.uploads import ascii_stem, encode_original, prepare_image, sha256_of
from iad_portal.lib.records.unit_of_work import current_unit, unit_of_work

_KEY = re.compile(r"^[a-z]+/([0-9a-f]{32})/[^/]+$")
SHARE_WIDTH = 1280
_SOURCE_TYPES = (("avif", "image/avif"), ("webp", "image/webp"))


def upload_key(name: str) -> UUID | None:
    """The upload that the stored file ``name`` belongs to, or None for a name that no upload here was given."""
    match = _KEY.match(name)
    return UUID(match[1]) if match else None


class StoredFile(models.Model):
    """A row that holds one upload. Subclasses name its field and say what is kept of a new one."""

    FILE_FIELD = ""
    FACT_FIELDS: tuple[str, ...] = ("upload_key", "sha256", "size")

    upload_key = models.UUIDField(null=True, editable=False, db_index=True)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        # Cascades and querysets delete without calling delete(): this is where every deletion passes.
        signals.post_delete.connect(_remove_files_of_deleted, sender=cls)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new upload, once, with the row. Raises ValidationError when the upload is refused."""
        fields = kwargs.get("update_fields")
        if fields is not None and self.FILE_FIELD not in fields:
            return super().save(*args, **kwargs)
        using = kwargs.get("using") or router.db_for_write(type(self), instance=self)
        own = (self.FILE_FIELD, *self.FACT_FIELDS)
        kept = {name: self.__dict__[name] for name in own if name in self.__dict__}
        written = WrittenFiles(self._storage)
        try:
            files = GatheredFiles()
            facts = self._facts(files)  # before the transaction: nobody waits for a picture that is worked on
            with unit_of_work():
                before = self._stored_row(using)
                self._take_over(facts, files, written, using)
                if fields is not None:
                    kwargs["update_fields"] = {*fields, *self.FACT_FIELDS}
                super().save(*args, **kwargs)
                if before:
                    _remove_unused(before, before.file_names() - self.file_names(), using)
        except BaseException:
            written.take_back()
            self.__dict__.update(kept)  # the upload is still in hand for the next try
            raise

    def file_names(self) -> set[str]:
        """The storage names of every file that this row holds."""
        return {str(self._file.name)} if self._file else set()

    @classmethod
    def with_file(cls, name: str) -> models.QuerySet[Any]:
        """The rows whose upload holds the stored file ``name``: several when they share it, none for a strange name."""
        key = upload_key(name)
        return cls._default_manager.filter(upload_key=key) if key else cls._default_manager.none()

    @property
    def url(self) -> str:
        """The address of the file as kept; "" without one."""
        return media_url(self._file.name or "")

    def size_text(self, language: str | None = None) -> str:
        """The size as people write it ("1.2 MB"), in ``language`` or the active one; "" without a file."""
        with translation.override(language or translation.get_language()):
            return filesizeformat(self.size) if self._file else ""

    @property
    def title_for_saving(self) -> str:
        """What a reader's computer calls the file; "" leaves it its name in the address."""
        return ""

    @property
    def _file(self) -> FieldFile:
        file: FieldFile = getattr(self, self.FILE_FIELD)
        return file

    @property
    def _storage(self) -> Storage:
        return self._file.storage

    def _stored_row(self, using: str) -> Self | None:
        rows = type(self)._base_manager.using(using).select_for_update()  # two officers may replace one photo at once
        return rows.filter(pk=self.pk).first() if self.pk else None

    def _facts(self, files: GatheredFiles) -> dict[str, Any]:
        """The facts that the file brings along; a new one is judged, and gathers in `files`."""
        file = self._file
        if not file:
            return {name: self._meta.get_field(name).get_default() for name in self.FACT_FIELDS}
        if file._committed:
            return {"upload_key": upload_key(str(file.name))}
        if kept := getattr(file.file, "kept", None):
            return {**kept.facts, "upload_key": kept.pk}
        if reused := getattr(file.file, "reused", None):
            return dict(reused.facts)
        try:
            # Django's File reads as a file of Python's own does, though it is none by its class.
            return self.store_upload(cast(BinaryIO, file.file), uuid4(), files)
        except ValidationError as error:
            raise ValidationError({self.FILE_FIELD: error.error_list}) from error

    def _take_over(self, facts: dict[str, Any], files: GatheredFiles, written: WrittenFiles, using: str) -> None:
        """Store `files` through `written` and make `facts` this row's own."""
        file = self._file
        if files:
            files.write(written.save)
        elif file and not file._committed and (reused := getattr(file.file, "reused", None)):
            if not reused.is_held(using) and not _is_let_go_here(reused.key):
                raise gone(str(file.name))
        elif file and not file._committed:
            take_over(file.file.kept, type(self), using)
        for name, value in facts.items():
            setattr(self, name, value)

    @classmethod
    def store_upload(cls, upload: BinaryIO, key: UUID, written: Any) -> dict[str, Any]:
        """Judge ``upload`` and store it through ``written.save``; give a row's new values, the file field's among them.

        Raises ValidationError when it is refused.
        """
        raise NotImplementedError


def _remove_files_of_deleted(instance: StoredFile, using: str, **_kwargs: Any) -> None:
    _remove_unused(instance, instance.file_names(), using)


def _remove_unused(row: StoredFile, names: set[str], using: str) -> None:
    """Remove the files ``names`` of ``row`` after commit, unless another row shares its upload by then, or the bin."""
    rows = type(row)._base_manager.using(using).filter(upload_key=row.upload_key, upload_key__isnull=False)
    if unit := current_unit():
        unit.note(_let_go(row.upload_key), True)
    if names:
        key = held_files.key_of(row)
        remove_after_commit(row._storage, names, using, lambda: rows.exists() or held_files.is_held(key, using))


def _let_go(key: UUID | None) -> tuple[str, UUID | None]:
    return "upload let go", key


def _is_let_go_here(key: UUID) -> bool:
    """Whether this unit of work took the upload `key` from its last row: its files stay until the end, and longer when
    another row has taken it over by then, as when a photo is deleted and put in again with one save."""
    unit = current_unit()
    return bool(unit and unit.noted(_let_go(key)))


class ImageFile(StoredFile):
    """A photo: upright, in sRGB, without the camera's notes, and its renditions for every screen."""

    FILE_FIELD = "image"
    FACT_FIELDS = (*StoredFile.FACT_FIELDS, "width", "height", "renditions")

    image = ImageUploadField(_("picture"), upload_to="photos", max_length=200)
    width = models.PositiveIntegerField(_("width in pixels"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height in pixels"), default=0, editable=False)
    renditions = models.JSONField(default=list, editable=False)
    focus_x = FocusField(_("focal point, from the left (%)"))
    focus_y = FocusField(_("focal point, from the top (%)"))
    # By which a text names it (lib.rich_text.photos): the key of its first upload, which a form knows before it is
    # saved; it stays when another file is chosen.
    text_key = models.UUIDField(null=True, editable=False)

    class Meta:
        abstract = True

    def file_names(self) -> set[str]:
        return super().file_names() | {rendition["name"] for rendition in self.renditions}

    def _take_over(self, facts: dict[str, Any], files: GatheredFiles, written: WrittenFiles, using: str) -> None:
        super()._take_over(facts, files, written, using)
        self.text_key = self.text_key or self.upload_key

    def sources(self, sizes: str = "100vw") -> Picture | None:
        """The image for components/picture.html, shown as wide as ``sizes`` says; None without one."""
        fallback = self._fallback(SHARE_WIDTH)
        if not fallback:
            return None
        return Picture(
            src=media_url(fallback["name"]),
            srcset=self._srcset(fallback["format"]),
            sizes=sizes,
            width=fallback["width"],
            height=fallback["height"],
            sources=[PictureSource(mime, self._srcset(format_)) for format_, mime in _SOURCE_TYPES],
            focus=focus_class(self.focus_x, self.focus_y),
        )

    @property
    def share_url(self) -> str:
        """The address of a JPEG or PNG at most 1280 pixels wide, for feeds and shared links; "" without one."""
        return media_url(self._fallback(SHARE_WIDTH).get("name", ""))

    @property
    def thumbnail_url(self) -> str:
        """The address of a JPEG or PNG at most 320 pixels wide, for lists in the admin; "" without one."""
        return media_url(self._fallback(320).get("name", ""))

    def _fallback(self, width: int) -> dict[str, Any]:
        return fallback(self.renditions, width)

    def _srcset(self, format_: str) -> str:
        found = sorted((r for r in self.renditions if r["format"] == format_), key=lambda r: r["width"])
        return ", ".join(f"{media_url(r['name'])} {r['width']}w" for r in found)

    @classmethod
    def store_upload(cls, upload: BinaryIO, key: UUID, written: Any) -> dict[str, Any]:
        with picture_turn():
            return cls._store_picture(prepare_image(upload), key, written)

    @classmethod
    def _store_picture(cls, picture: Image.Image, key: UUID, written: Any) -> dict[str, Any]:
        original = encode_original(picture)
        sha256 = sha256_of(original)
        stem, _dot, suffix = original.name.rpartition(".")
        base_name = f"photos/{key.hex}/{stem}-{sha256[:12]}"
        return {
            "image": written.save(f"{base_name}.{suffix}", original),
            "upload_key": key,
            "sha256": sha256,
            "size": original.size,
            "width": picture.width,
            "height": picture.height,
            "renditions": make_renditions(picture, written, base_name),
        }


class DocumentFile(StoredFile):
    """A document, as uploaded or mended; or one that is only on record, without its file."""

    FILE_FIELD = "file"
    FACT_FIELDS = (*StoredFile.FACT_FIELDS, "kind")

    file = DocumentUploadField(_("file"), upload_to="documents", max_length=200, blank=True)
    kind = models.CharField(
        _("kind of file"),
        max_length=8,
        blank=True,
        editable=False,
        choices=[(kind, kind.upper()) for kind in DOCUMENT_MIMES],
    )

    class Meta:
        abstract = True

    @property
    def kind_text(self) -> str:
        """ "PDF", "DOCX" ...; "" without a file."""
        return self.kind.upper()

    @classmethod
    def store_upload(cls, upload: BinaryIO, key: UUID, written: Any) -> dict[str, Any]:
        facts, content = read_document(upload)
        stem = ascii_stem(upload.name or "", "document")
        name = f"documents/{key.hex}/{stem}-{facts.sha256[:12]}.{facts.kind}"
        # Wrapped, so that the storage copies: it would move a large upload's temporary file away.
        stored = written.save(name, File(content))
        return {"file": stored, "upload_key": key, "sha256": facts.sha256, "size": facts.size, "kind": facts.kind}
