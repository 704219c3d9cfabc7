"""Addresses and permanent codes that the portal makes by itself, so that no officer must invent one.

They come from the English name, else from the Thai one in Latin letters, else they are the kind of record and a number.
Once made they stay: a name that is corrected later, or translated later, changes no address.
"""

from collections.abc import Container, Sequence
from itertools import chain, count
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.text.romanising import romanised

from .publishing import Status

# Long enough to tell one title from another, short enough to read out.
LONGEST = 60
# What stands beside the records of a kind under the same address, such as news/feed/.
RESERVED = frozenset({"feed"})


def code_of(*texts: str | None, longest: int = LONGEST) -> str:
    """The first of `texts` that can be told in small Latin letters, digits and single hyphens; "" when none can.

    Whole words, as many as `longest` characters hold; a first word that is longer is cut.
    """
    for text in texts:
        code = slugify(romanised(text or ""))
        if code:
            return code if len(code) <= longest else _whole_words(code, longest)
    return ""


def _whole_words(code: str, longest: int) -> str:
    start, hyphen, _rest = code[: longest + 1].rpartition("-")
    return start if hyphen else code[:longest]


def not_taken(code: str, taken: Container[str], *, numbered: bool = False) -> str:
    """`code`, or the first of `code`-2, `code`-3 … that is not among `taken`; from `code`-1 on when `numbered`."""
    numbers = (f"{code}-{number}" for number in count(1 if numbered else 2))
    return next(free for free in (numbers if numbered else chain([code], numbers)) if free not in taken)


class CodeFormField(forms.SlugField):
    """Takes what people type as an address, also in Thai or with capitals and spaces, and makes a code of it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**(kwargs | {"empty_value": None, "required": False}))

    def to_python(self, value: Any) -> str | None:
        value = super().to_python(value)
        return value if value is None or self._is_code(value) else code_of(value) or None

    def _is_code(self, value: str) -> bool:
        try:
            self.run_validators(value)
        except ValidationError:
            return False
        return True


class CodeField(models.SlugField):
    """A unique code that is made when the record is first saved without one.

    The model's `named_by` names the texts it is made from, the best first: columns in two languages or plain
    attributes. A code that is emptied later stays, except that of a draft, which is made anew.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **(kwargs | {"blank": True}))

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        del kwargs["blank"]
        # Migrations see the plain column: they bring their own codes.
        return name, "django.db.models.SlugField", args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        said = {"help_text": _("Made by the portal from the name. Leave it empty, unless the office wants its own.")}
        return super().formfield(**(said | kwargs | {"form_class": CodeFormField, "validators": self.validators}))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if value in RESERVED:
            raise ValidationError(_("The portal itself uses this word in addresses: choose another one."))

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        code: str = super().pre_save(model_instance, add)
        if not code:
            code = self._stored(model_instance) if not add else ""
            code = code or self.made_for(model_instance)
            setattr(model_instance, self.attname, code)
        return code

    def _stored(self, record: models.Model) -> str:
        stored = type(record)._base_manager.filter(pk=record.pk).first()
        is_draft = getattr(stored, "status", None) == Status.DRAFT
        return "" if stored is None or is_draft else getattr(stored, self.attname)

    def made_for(self, record: models.Model) -> str:
        """The code that `record` gets: not that of another, nor one that another ever had."""
        english, thai = ([getattr(record, f"{name}_{tail}", "") for name in record.named_by] for tail in ("en", "th"))
        plain = [getattr(record, name, "") for name in record.named_by]
        code = code_of(
            *map(str, filter(None, (*english, *plain, *thai))), longest=min(LONGEST, (self.max_length or LONGEST) - 6)
        )
        kind = str(self.model._meta.model_name)
        if not code:
            return not_taken(kind, self._taken(kind, record), numbered=True)
        if code.isdigit():  # says nothing by itself, and is the address of a fiscal year among plans
            code = f"{kind}-{code}"
        return not_taken(code, self._taken(code, record))

    def _taken(self, code: str, record: models.Model) -> set[str]:
        like = models.Q(**{self.attname: code}) | models.Q(**{f"{self.attname}__startswith": f"{code}-"})
        kind = type(record)
        tables = [kind._base_manager, *([kind.history] if hasattr(kind, "history") else [])]
        key = kind._meta.pk.attname
        others = [table.filter(like).exclude(**{key: record.pk}) for table in tables]
        codes = [rows.order_by().values_list(self.attname, flat=True) for rows in others]
        return set(RESERVED).union(codes[0].union(*codes[1:]))
