"""One record of a row: checked against its fields, and saved; what is wrong with it is a Fault at its row."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils import translation

from iad_portal.lib.records.publishing import Publishable, Status

from .rows import Row


def check(record: models.Model, row: Row) -> None:
    """See that every value of `record` fits its field; a Fault at its row when one does not."""
    relations = [field.name for field in record._meta.fields if field.is_relation]
    try:
        record.clean_fields(exclude=relations)
    except ValidationError as error:
        raise row.fault(_in_words(error, record)) from error


def store(record: models.Model, row: Row) -> None:
    """Save `record`; a Fault at its row when it breaks a rule of its own or of the database.

    What is published so was public on the office's old site: it does not come out on the day of the load.
    """
    if isinstance(record, Publishable):
        record.was_public = record.status == Status.PUBLISHED
    try:
        record.clean()
        record.save()
    except ValidationError as error:
        raise row.fault(_in_words(error, record)) from error
    except IntegrityError as error:
        raise row.fault(f"the database refuses this {record._meta.model_name}: {error}") from error


def _in_words(error: ValidationError, record: models.Model) -> str:
    """What is wrong with `record`, naming the field and its value, in English like all that commands say."""
    with translation.override("en"):
        problems = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    field, messages = next(iter(problems.items()))
    value = f"{field} {getattr(record, field, '')!r}: " if field else ""
    return value + " ".join(messages)
