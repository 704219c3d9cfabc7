"""Differences that the desk tells of: those of this run, each set aside or not as an officer left it."""

from collections.abc import Iterable

from django.utils import timezone

from iad_portal.office.models import Difference
from iad_portal.office.models.difference import as_kept

from .inventory import Unlike


def keep(found: Iterable[Unlike]) -> None:
    """Let `found` be all differences there are. What has not changed since the last run is left as it stands."""
    values: dict[tuple[str, str], dict] = {}
    for unlike in found:
        place = unlike.record._meta.label, str(unlike.record.pk)
        values.setdefault(place, {}).update({name: as_kept(value) for name, value in unlike.values.items()})
    kept = {(difference.kind, difference.key): difference for difference in Difference.objects.all()}
    for (kind, key), said in values.items():
        before = kept.pop((kind, key), None)
        if before is None or before.values != said:
            facts = {"values": said, "is_set_aside": False, "found_at": timezone.now()}
            Difference.objects.update_or_create(kind=kind, key=key, defaults=facts)
    for settled in kept.values():
        settled.delete()
