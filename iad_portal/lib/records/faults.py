"""No single record can break a page: what one record cannot be turned into is left out, logged and remembered.

This is the one boundary at which any failure is caught: where a page, a feed, a file or the index turns records into
what it shows. What fails is a mistake of ours, or a value that nobody thought of; it is logged with the record's name
and told to the officers, and it is raised where settings.FAULTS_ARE_LOUD is true (in tests, and with DEBUG). A database
that fails is nobody's record's fault, and passes on, as does an answer such as Http404.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, models
from django.http import Http404
from django.utils.functional import SimpleLazyObject

from iad_portal.lib.components import OfRecord

logger = logging.getLogger(__name__)
PASSES_ON = (DatabaseError, Http404, PermissionDenied)
Built = TypeVar("Built")


@dataclass(frozen=True, slots=True)
class Fault:
    """One record of which one place could not be shown, and why."""

    record: models.Model | None
    place: str
    error: str

    @property
    def name(self) -> str:
        """What the record is called, even when that is just what fails; "" without one."""
        try:
            return str(self.record) if self.record else ""
        except Exception:  # its name may be the part that cannot be shown
            return f"{type(self.record).__name__} {self.record.pk}"


# Where faults are kept for the officers; the office app sets it, as lib has no tables.
keepers: list[Callable[[Fault], None]] = []


def shown(records: Iterable[Any], build: Callable[..., Built], place: str) -> list[Built]:
    """`build(record)` for each of `records`, in their order; one that cannot be built is left out of `place`.

    `place` says in English, for the log, what was being made ("card of news"). A shape that is an OfRecord notes its
    record.
    """
    built: list[Any] = []
    for record in records:
        try:
            made: Any = build(record)
        except PASSES_ON:
            raise
        except Exception as error:  # whatever one record makes fail: see above
            tell(record, place, error)
            continue
        if isinstance(made, OfRecord) and isinstance(record, models.Model):
            # The last step of making it: for everybody else it is frozen.
            object.__setattr__(made, "record", record)
        built.append(made)
    return built


def parts_of_page(record: models.Model | None, parts: Mapping[str, object]) -> dict[str, Any]:
    """The context of a page of `record` (None: of no single one): each of `parts` is called, if it can be, by itself.

    A part that fails is None, and the rest of the page stands. `record_of_page` is the record.
    """
    return {"record_of_page": record} | {name: _part(record, name, part) for name, part in parts.items()}


def parts_when_asked(record: models.Model | None, parts: Mapping[str, Callable[[], object]]) -> dict[str, Any]:
    """The same, but each part is called when the template first asks for it: never where what it shows is kept."""
    lazy = {name: SimpleLazyObject(partial(_part, record, name, part)) for name, part in parts.items()}
    return {"record_of_page": record} | lazy


def _part(record: models.Model | None, name: str, part: object) -> object:
    try:
        return part() if callable(part) else part
    except PASSES_ON:
        raise
    except Exception as error:  # the rest of the page stands: see above
        tell(record, f"part of its page: {name}" if record else f"part of a page: {name}", error)
        return None


def tell(record: models.Model | None, place: str, error: Exception) -> None:
    """Log that `place` could not show `record`, and have it kept; raises `error` where faults are loud."""
    if settings.FAULTS_ARE_LOUD:
        raise error
    fault = Fault(record if isinstance(record, models.Model) else None, place, f"{type(error).__name__}: {error}")
    kind, key = (fault.record._meta.label, fault.record.pk) if fault.record else (type(record).__name__, "")
    logger.error("%s %s “%s” is left out of: %s (%s)", kind, key, fault.name, place, fault.error, exc_info=error)
    for keep in keepers:
        keep(fault)
