"""A place on earth: both coordinates or neither, asked for as one thing."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.intake.coordinate_fields import CoordinateField
from iad_portal.lib.intake.coordinate_parse import LATITUDE, LONGITUDE
from iad_portal.lib.records.constraints import SaidCheck, must

HAS_COORDINATES = Q(latitude__isnull=False, longitude__isnull=False)


class Coordinates(NamedTuple):
    """Degrees north and degrees east."""

    latitude: Decimal
    longitude: Decimal


class Placed(models.Model):
    """A record that may have a place on the map."""

    latitude = CoordinateField(gettext_lazy("latitude"), axis=LATITUDE, null=True, blank=True)
    longitude = CoordinateField(gettext_lazy("longitude"), axis=LONGITUDE, null=True, blank=True)

    # Where it is to be found, a key of country_boxes.csv, when that is not in its country.
    place_in = ""

    class Meta:
        abstract = True

    @property
    def coordinates(self) -> Coordinates | None:
        """Where it is; None unless both coordinates are known. Whoever shows a place asks here."""
        if self.latitude is None or self.longitude is None:
            return None
        return Coordinates(self.latitude, self.longitude)

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Also: both coordinates or neither, said beside the empty one (unless one was already found wrong)."""
        errors: dict[str, Any] = {}
        try:
            super().clean_fields(exclude=exclude)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if not {"latitude", "longitude"} & ({*errors} | {*(exclude or ())}):
            errors |= _lone_coordinate(self)
        if errors:
            raise ValidationError(errors)


def _lone_coordinate(record: Placed) -> dict[str, ValidationError]:
    if record.latitude is None and record.longitude is not None:
        sentence = _("Give the latitude too, or empty both boxes: one of the two is no place on the map.")
        return {"latitude": ValidationError(sentence, "half_a_place")}
    if record.longitude is None and record.latitude is not None:
        sentence = _("Give the longitude too, or empty both boxes: one of the two is no place on the map.")
        return {"longitude": ValidationError(sentence, "half_a_place")}
    return {}


def place_on_earth(name: str) -> SaidCheck:
    """A constraint that both coordinates are there and on earth, or that neither is.

    A comparison with NULL is neither true nor false, and a CHECK refuses only what is false: so that both are there is
    asked in words of its own.
    """
    on_earth = Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
    sentence = gettext_lazy(
        "A place needs both coordinates: a latitude from −90 to 90 and a longitude from −180 to 180 degrees."
    )
    return must(
        Q(latitude__isnull=True, longitude__isnull=True) | (HAS_COORDINATES & on_earth), name, sentence, "latitude"
    )
