"""What a form showed when it was opened: a short mark of each box, which the form carries out of sight.

When it is sent, the marks tell box by box what the officer changed, and what a colleague changed meanwhile. They are
taken of the stored values, not of how a box writes them: the same date is the same in either language. Of links to many
records the keys are kept themselves, since what both officers did to them is put together.

The marks come from an officer's own browser and are not signed: who may save the record may also write over it.
"""

import base64
import binascii
import datetime
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models.fields.files import FieldFile

from iad_portal.lib.records.in_order import keys_in_order

# Of one value: "" of nothing, letters of a digest, or the keys of many records.
Mark = str | list[str]
Marks = dict[str, Mark]
# The box in which a form carries them.
SEEN = "seen"
_MOST_BYTES = 5_000_000


@dataclass
class Opened:
    """The marks of a form as it was opened: of the record's own boxes by name, and of its rows by prefix and key."""

    own: Marks = field(default_factory=dict)
    rows: dict[str, dict[str, Marks]] = field(default_factory=dict)
    is_known: bool = True

    def of_row(self, prefix: str, key: str) -> Marks | None:
        """The marks of a row; None when the form did not show it, or nobody knows."""
        return self.rows.get(prefix, {}).get(key)


NOT_KNOWN = Opened(is_known=False)


def mark_of(column: models.Field, value: Any) -> Mark:
    """The mark of `value`, as it is stored in `column`, or as the form read it."""
    if column.many_to_many:
        return keys_in_order(column, map(_key, value or ()))
    written = _written(value)
    return digest(written) if written else ""


def digest(text: str) -> str:
    """Eight letters for `text`, which no other text is likely to have."""
    found = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return base64.urlsafe_b64encode(found).decode()


def _key(value: Any) -> str:
    return str(value.pk if isinstance(value, models.Model) else value)


def _written(value: Any) -> str:
    """One way of writing what counts as one value."""
    if value is None or isinstance(value, FieldFile):
        return (value and value.name) or ""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).replace(microsecond=0).isoformat()
    if isinstance(value, datetime.date):
        return getattr(value, "iso", None) or value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return _key(value)


def boxes_of(form: forms.ModelForm) -> Iterator[tuple[str, models.Field]]:
    """The boxes of `form` that hold what is stored: each name, and the field of the model."""
    opts = form._meta.model._meta
    for name, box in form.fields.items():
        try:
            column = opts.get_field(name)
        except FieldDoesNotExist:
            continue
        if not column.primary_key and not box.disabled and not isinstance(box, forms.models.InlineForeignKeyField):
            yield name, column


def marks_of(form: forms.ModelForm) -> Marks:
    """The marks of what is stored in the record or row of `form`."""
    return {name: mark_of(column, stored_in(form, name)) for name, column in boxes_of(form)}


def stored_in(form: forms.ModelForm, name: str) -> Any:
    """What is stored for the box `name` of `form`."""
    return form.get_initial_for_field(form.fields[name], name)


def written_out(opened: Opened) -> str:
    """What the form carries: names once for each kind of row, and all of it packed."""
    rows = {prefix: _packed(kept) for prefix, kept in opened.rows.items() if kept}
    return _sealed([opened.own, rows])


def _packed(rows: Mapping[str, Marks]) -> list[Any]:
    names = list(dict.fromkeys(name for marks in rows.values() for name in marks))
    return [names, {key: [marks.get(name) for name in names] for key, marks in rows.items()}]


def _sealed(content: Any) -> str:
    packed = zlib.compress(json.dumps(content, separators=(",", ":")).encode())
    return base64.urlsafe_b64encode(packed).decode()


def read_back(text: str) -> Opened:
    """What `written_out` wrote; NOT_KNOWN for anything else."""
    try:
        opener = zlib.decompressobj()
        own, packed = json.loads(opener.decompress(base64.urlsafe_b64decode(text), _MOST_BYTES))
        rows = {
            prefix: {key: _unpacked(names, marks) for key, marks in kept.items()}
            for prefix, (names, kept) in packed.items()
        }
        return Opened({name: _checked(one) for name, one in own.items()}, rows)
    except (ValueError, TypeError, AttributeError, binascii.Error, zlib.error):
        return NOT_KNOWN


def opened_in(data: Any) -> Opened | None:
    """What the sent form `data` carries; None when it carries nothing, as a preview or a script does."""
    sent = data.get(SEEN)
    return read_back(sent) if sent else None


def _unpacked(names: Iterable[str], marks: list[Any]) -> Marks:
    return {name: _checked(one) for name, one in zip(names, marks, strict=True) if one is not None}


def _checked(one: Any) -> Mark:
    if isinstance(one, str) or (isinstance(one, list) and all(isinstance(key, str) for key in one)):
        return one
    raise ValueError("no mark")
