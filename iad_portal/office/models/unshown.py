"""What a page could not show, kept for the desk until its record is changed."""

import hashlib
import logging
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import cast

from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.db import DatabaseError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.versions import version_of
from iad_portal.lib.records import faults
from iad_portal.lib.records.constraints import once

logger = logging.getLogger(__name__)
# The same fault is written down once in so many seconds, however many readers meet it.
AGAIN_AFTER = 600
# What nobody met for so long is taken for mended.
FORGOTTEN_AFTER = timedelta(days=7)
# What this request met; it is written once the answer is sent. None outside a request: written at once.
_met: ContextVar[list | None] = ContextVar("faults_met", default=None)


class UnshownQuerySet(models.QuerySet):
    """Which faults still stand."""

    def recent(self, at: datetime | None = None):
        """Those met lately, the latest first."""
        return self.filter(seen_at__gte=(at or timezone.now()) - FORGOTTEN_AFTER).order_by("-seen_at", "-pk")


class Unshown(models.Model):
    """One record that one place of the site left out, at the `version` that the record then had."""

    kind = models.CharField(max_length=60)  # the model's label
    key = models.CharField(max_length=40)
    place = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    error = models.CharField(max_length=300)
    version = models.PositiveBigIntegerField(default=0)
    seen_at = models.DateTimeField()

    objects = UnshownQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            once("kind", "key", "place", name="unshown_once", sentence=_("This part of the record is noted already."))
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.place}"


def version_now(record: models.Model) -> int:
    """The count of its saves; 0 for what keeps none."""
    return version_of(record) if hasattr(record, "version") or hasattr(record, "history") else 0


def keep(fault: faults.Fault) -> None:
    """Write `fault` down for the desk, after the answer is sent; never makes the page fail or wait."""
    if fault.record is None or fault.record.pk is None:
        return
    met = _met.get()
    if met is None:
        _write([fault])
    else:
        met.append(fault)


def _write(met: list[faults.Fault]) -> None:
    for fault in met:
        record = cast(models.Model, fault.record)  # what is of no record is only logged: see keep()
        kind, key = record._meta.label, str(record.pk)
        mark = hashlib.sha256(f"{kind} {key} {fault.place}".encode()).hexdigest()
        try:
            if not cache.add(f"unshown:{mark}", 1, AGAIN_AFTER):
                continue
            with transaction.atomic():
                about = {"name": fault.name[:200], "error": fault.error[:300], "seen_at": timezone.now()}
                about["version"] = version_now(record)
                Unshown.objects.update_or_create(kind=kind, key=key[:40], place=fault.place[:120], defaults=about)
        except DatabaseError:
            logger.exception("A fault could not be kept for the desk")


def _begin(**_kwargs) -> None:
    _met.set([])


def _end(**_kwargs) -> None:
    met = _met.get()
    _met.set(None)
    _write(met or [])


def watch() -> None:
    """Keep what pages tell from now on; called once, when all apps are there."""
    faults.keepers[:] = [keep]
    request_started.connect(_begin, dispatch_uid="portal-unshown")
    request_finished.connect(_end, dispatch_uid="portal-unshown")
