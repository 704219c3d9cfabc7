"""The only ways in which a confirmation rises: a dated source that a record cites, and an officer's “still so”.

Neither ever lowers it: a source that is taken away, or dated earlier, leaves what was known. Only who takes back an
answer of the desk's queue puts there what stood before it, and a row that is used for another claim begins anew.
"""

from typing import Any

from django.db import models

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate

from .models import Confirmed

COLUMNS = ("confirmed_on", "confirmed_precision", "confirmed_by")


def hear(record: models.Model | None, day: PartialDate | None) -> bool:
    """Note in `record`, without saving it, that a source of `day` says so. Gives whether that is news.

    It is none for a record that claims nothing about now, or that its sources do not confirm, nor without a day.
    """
    if not isinstance(record, Confirmed) or not record.is_confirmed_by_sources or day is None:
        return False
    if record.confirmed_on and record.confirmed_on.first_day >= day.first_day:
        return False
    record.confirmed_on, record.confirmed_by = day, None
    return True


def hear_and_save(record: models.Model | None, day: PartialDate | None) -> None:
    """As `hear()`, for a stored record: what is news is stored."""
    if hear(record, day) and record is not None:
        record.save(update_fields=COLUMNS)


def forget(record: models.Model) -> None:
    """Let `record`, without saving it, know of no confirmation: it claims something else from now on."""
    if isinstance(record, Confirmed):
        record.confirmed_on, record.confirmed_by = None, None


def say_still_so(record: Confirmed, user: Any, on: PartialDate | None = None) -> None:
    """Note in `record`, without saving it, that the officer `user` confirmed on the day `on` (today) what it claims.

    Raises ValueError for a day before the one on which it was confirmed last: a confirmation never falls.
    """
    day = on or PartialDate.of(calendar.today())
    if record.confirmed_on and record.confirmed_on.first_day > day.first_day:
        raise ValueError(f"confirmed on {record.confirmed_on.iso} already, after {day.iso}")
    record.confirmed_on, record.confirmed_by = day, user
