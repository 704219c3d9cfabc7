"""The pictures of shared links: what each shows, its address, and how it is made.

A picture is made when its address is first asked for, and kept in the store of uploads under a name that holds the hash
of all that it shows: another content has another address. Decision 81.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import Words
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.drawings.share_cards import EDITION, HEIGHT, WIDTH, Card
from iad_portal.lib.media.renditions import fallback
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.structured_data import absolute
from relations.models import Agreement, City, CityKind, Photo

from .ties import Ties, signed

# So wide at most is the copy of a photograph that is cropped.
PHOTO_WIDTH = 1920


@dataclass(frozen=True, slots=True)
class Shared:
    """What the picture of one record shows in one language: its photograph, else the card."""

    label: str
    key: int
    language: str
    card: Card
    photo: str = ""
    focus: tuple[int, int] = (50, 50)
    alt: str = ""

    @property
    def name(self) -> str:
        """Under which it is stored, and asked for."""
        shown = (self.photo, self.focus) if self.photo else self.card
        said = hashlib.sha256(repr((EDITION, shown)).encode()).hexdigest()[:12]
        return f"share/{self.label}/{self.key}/{self.language}-{said}.jpg"


@dataclass(frozen=True, slots=True)
class ShareEntry:
    """The picture for og:image: an absolute address, its size, and what it shows."""

    url: str
    alt: Words
    width: int = WIDTH
    height: int = HEIGHT


def shared_of(
    record: Any, kind: Any, name: Words, day: str, photos: Sequence[Photo], place: tuple[float, float] | None = None
) -> Shared:
    """What is shown of `record` in the reader's language; `photos` are its own, the first one is taken."""
    language = reader_language()
    card = Card(str(kind), str(name), str(day), _("International Affairs Office, Bangkok"), place)
    label = record._meta.model_name
    photo = next((one for one in photos if fallback(one.renditions, PHOTO_WIDTH)), None)
    if photo is None:
        alt = " · ".join(words for words in (card.kind, card.name, card.day) if words)
        return Shared(label, record.pk, language, card, alt=alt)
    stored = fallback(photo.renditions, PHOTO_WIDTH)["name"]
    alt = str(text_of(photo, "alt")) or card.name
    return Shared(label, record.pk, language, card, stored, (photo.focus_x, photo.focus_y), alt)


def share_entry(shared: Shared) -> ShareEntry:
    """What base.html tells of it."""
    return ShareEntry(absolute(reverse("media", kwargs={"name": shared.name})), shared.alt)


def city_shared(city: City, agreements: Iterable[Agreement], photos: Sequence[Photo]) -> Shared:
    """Of a city: its country, its name, the day of the first agreement, and where it lies. `photos` are its own."""
    first = Ties(agreements, calendar.today()).first_on
    day = _("First agreement: %(day)s") % {"day": format_date(first, reader_language())} if first else ""
    place = (float(city.latitude), float(city.longitude)) if city.coordinates else None
    is_home = city.kind == CityKind.HOME
    return shared_of(
        city, text_of(city.country, "name"), text_of(city, "name"), day, photos, None if is_home else place
    )


def agreement_shared(agreement: Agreement, photos: Sequence[Photo]) -> Shared:
    """Of an agreement: its number, its title with both cities, the day of signing."""
    kind = _("Agreement no. %(number)s") % {"number": agreement.number}
    day = format_date(signed(agreement), reader_language())
    return shared_of(agreement, kind, agreement.full_title(), day, photos)
