"""The office in words: its name, where it belongs, how it is reached. For pages, and for programs that read them."""

from dataclasses import dataclass

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import gettext as _

from iad_portal.lib.components import Words
from iad_portal.lib.text.bilingual import text_of
from iad_portal.lib.text.structured_data import Thing, absolute, thing
from relations.models import Agency
from relations.pages.structured_data import office_id, the_office


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The office's name and where it belongs; what the officers have not entered of the rest is empty.

    `is_official`: every page says that it is an official website of the city.
    """

    name: Words
    parent: Words
    address: Words = ""
    phone: str = ""
    email: str = ""
    facebook: str = ""
    is_official: bool = False


def office_words(agency: Agency | None) -> OfficeWords:
    """What the portal knows of the office; its bare name while nobody has entered it as an agency."""
    if agency is None:
        return OfficeWords(_("International Affairs Office"), _("Bangkok Metropolitan Administration"))
    return OfficeWords(
        name=text_of(agency, "name"),
        parent=text_of(agency, "parent_name"),
        address=text_of(agency, "address"),
        phone=agency.phone,
        email=agency.email,
        facebook=agency.social,
        is_official=agency.is_official_site,
    )


def office_data(office: OfficeWords) -> list[Thing]:
    """The office as an organisation, and this site as what it publishes."""
    organisation = the_office() | thing(
        "GovernmentOrganization",
        legalName=office.name,
        parentOrganization=thing("GovernmentOrganization", name=office.parent) if office.parent else None,
        address=office.address,
        telephone=office.phone,
        email=office.email,
        sameAs=office.facebook,
        logo=absolute(static("img/apple-touch-icon.png")),
    )
    return [
        organisation,
        thing("WebSite", url=settings.SITE_URL, name=organisation["name"], publisher={"@id": office_id()}),
    ]
