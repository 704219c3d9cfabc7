"""A stored upload in another row: taken from the library, or sent once more. No byte is stored twice.

Rows that share an upload are equal: each may be deleted or get another file, and the files go with the last of them.
What a form carries of such an upload is signed, as is what it carries of a kept one.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.translation import gettext_lazy as _

_SALT = "iad_portal.reused_file"


@dataclass(frozen=True)
class Reused:
    """The upload `key` of a row of `holder` (a StoredFile), and the `facts` that another row is to be told of it."""

    holder: type[models.Model]
    key: UUID
    facts: dict[str, Any]

    @property
    def token(self) -> str:
        """What a form carries of it."""
        return signing.dumps([self.holder._meta.label_lower, self.key.hex], salt=_SALT, compress=True)

    def is_held(self, using: str) -> bool:
        """Whether a row still holds it; that row is held until the transaction ends, so that its files stay."""
        rows = self.holder._base_manager.using(using).filter(upload_key=self.key).select_for_update()
        return bool(rows.values_list("pk", flat=True).first())


def reused_of(row: Any) -> Reused | None:
    """The upload of the stored `row`; None without one."""
    if not row.upload_key:
        return None
    facts = {name: getattr(row, name) for name in row.FACT_FIELDS}
    return Reused(type(row), row.upload_key, facts | {row.FILE_FIELD: str(getattr(row, row.FILE_FIELD).name)})


def twin_of(holder: type[models.Model], sha256: str) -> Reused | None:
    """The upload with this content that a row of `holder` has already; None when there is none."""
    row = holder._base_manager.filter(sha256=sha256, upload_key__isnull=False).first() if sha256 else None
    return reused_of(row) if row is not None else None


def from_token(token: str, holder: type[models.Model]) -> UploadedFile | None:
    """The upload that `token` stands for, for a row of `holder`; None for no such token.

    One that no row has any more carries a refusal.
    """
    try:
        label, key = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError):
        return None
    if label != holder._meta.label_lower:
        return None
    row = holder._base_manager.filter(upload_key=UUID(key)).first()
    return uploaded(reused_of(row) if row is not None else None)


def uploaded(reused: Reused | None) -> UploadedFile:
    """What a form reads in place of a file: it carries `reused`, or the refusal that it is gone."""
    name = str(reused.facts[reused.holder.FILE_FIELD]).rpartition("/")[2] if reused else "–"
    upload = UploadedFile(BytesIO(), name=name, size=reused.facts["size"] if reused else 1)
    if reused:
        upload.reused = reused
    else:
        upload.refusal = gone(name)
    return upload


def gone(name: str) -> ValidationError:
    """The refusal of a save whose upload is no longer there."""
    return ValidationError(
        _("The chosen file “%(name)s” is no longer here. Choose it again, or tick that it is to be left out."),
        code="gone",
        params={"name": name},
    )
