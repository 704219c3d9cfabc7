"""What pages say of the office, of cities and of pictures to programs that read them (lib.text.structured_data)."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from iad_portal.lib.components import PhotoEntry
from iad_portal.lib.text.bilingual import other_language, reader_language, text_of
from iad_portal.lib.text.structured_data import Thing, absolute, in_language, text_fact, thing
from relations.models import City


def office_id() -> str:
    """By what name all pages mean the office."""
    return f"{settings.SITE_URL}/#office"


def the_office() -> Thing:
    """The office as the publisher of a page: what else is known of it, the contact page and the home page say."""
    name = _("International Affairs Office, Bangkok")
    return thing("GovernmentOrganization", id_=office_id(), name=name, url=settings.SITE_URL)


def city_data(city: City) -> list[Thing]:
    """The city as a place: its names, where it lies, and its own website; its page here is `url`."""
    name, other = text_of(city, "name"), text_of(city, "name", other_language(reader_language()))
    where = thing("GeoCoordinates", latitude=_number(city.latitude), longitude=_number(city.longitude))
    found = thing(
        "Place",
        name=name,
        alternateName="" if other.is_fallback or str(other) == str(name) else in_language(other),
        url=absolute(city.get_absolute_url()),
        sameAs=city.website,
        geo=where if len(where) > 1 else None,
        containedInPlace=thing("Country", name=text_of(city.country, "name"), identifier=city.country_id),
    )
    return [found]


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


# Licences by the names that the office writes; any other is told by the terms of use alone.
LICENCES = {
    "CC0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    **{
        f"CC {name} {version}": f"https://creativecommons.org/licenses/{name.lower()}/{version}/"
        for name in ("BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND")
        for version in ("2.0", "3.0", "4.0")
    },
}


def image_data(photo: PhotoEntry | None) -> Thing | None:
    """A photograph with the words, the credit and the licence under which it is shown; None without one."""
    if photo is None or not photo.share_url:
        return None
    terms = absolute(reverse("press") + "#terms")
    written = str(photo.licence)
    licence = written if written.startswith("http") else LICENCES.get(written, terms)
    told = thing(
        "ImageObject",
        contentUrl=absolute(photo.share_url),
        width=photo.picture.width if photo.picture else None,
        height=photo.picture.height if photo.picture else None,
        description=photo.alt,
        creditText=photo.credit,
        copyrightNotice=" · ".join(str(part) for part in (photo.credit, photo.licence) if part),
        license=licence,
        acquireLicensePage=terms,
    )
    return told | text_fact("caption", photo.caption)
