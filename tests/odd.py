"""Odd values for any field of a form and any column of a table: empty, longest, strange, extreme."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django import forms
from django.db import models

STRANGE = (
    "\u202eกลับหัว\u202c <b>&amp;\"'{{ x }}{% y %} %s %(count)s \U0001f9d1\u200d\U0001f4bb",
    "ก็่้๊๋" * 12,
    "a\u0300\u0301\u0302" * 12 + " ﷺ \x0b\x7f\ufeff",
    "-+=@|\\;,\t“”…—",
)
DATES = ("", "1900", "2699", "31/12/9999", "1/1/0001", "1/1/544", "29/2/2567", "2020-02", "31/12/2642", "1/1/2443")
NUMBERS = ("", "0", "1", "-1", "32767", "2147483647", "9999999999999", "0.01", "180", "-180", "90")
URLS = ("", "https://" + "a" * 250 + ".th/", "http://[::1]/", "https://ไทย.ไทย/ก?ข=%", "https://example.org:99999/")


def typed_into(field: forms.Field) -> list:
    """What an officer, or a script, may send for `field` of a form."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return [[], [str(record.pk) for record in field.queryset[:4]]]
    if isinstance(field, forms.ModelChoiceField):
        return ["", *[str(record.pk) for record in field.queryset[:3]]]
    if isinstance(field, forms.ChoiceField):
        return ["", *(str(code) for code, _label in field.choices if not isinstance(code, list | tuple))]
    if isinstance(field, forms.BooleanField):
        return ["", "on"]
    if isinstance(field, forms.DateField | forms.DateTimeField):
        return list(DATES)
    if isinstance(field, forms.IntegerField | forms.DecimalField):
        return list(NUMBERS)
    if isinstance(field, forms.URLField):
        return list(URLS)
    longest = getattr(field, "max_length", None) or 5000
    texts = ("", "ก" * longest, "คำ " * longest, *STRANGE)
    return [text[:longest].strip() for text in texts]


def written_into(field: models.Field) -> list:
    """What may be written past every form into the column of `field`; the database refuses some of it."""
    found = [None] if field.null else []
    if isinstance(field, models.ForeignKey):
        found += list(field.related_model._base_manager.values_list("pk", flat=True)[:3])
    elif isinstance(field, models.BooleanField):
        found += [True, False]
    elif isinstance(field, models.DateTimeField):
        found += [datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)]
    elif isinstance(field, models.DateField):
        found += [date(1, 1, 1), date(9999, 12, 31), date(543, 1, 1), date(2000, 2, 29), date(9456, 12, 31)]
    elif isinstance(field, models.DecimalField):
        found += [
            Decimal(0),
            Decimal(10) ** (field.max_digits - field.decimal_places) - 1,
            Decimal("0.01"),
            Decimal(-1),
        ]
    elif isinstance(field, models.IntegerField):
        found += [0, 1, 32767, 2147483647, -1]
    elif isinstance(field, models.JSONField):
        found += [[], {}]
    else:
        longest = min(field.max_length or 5000, 5000)
        found += ["", "ก" * longest, "x" * longest, *(text[:longest] for text in STRANGE)]
        found += [code for code, _label in field.flatchoices or ()]
    return found or [None]
