"""A register as a dataset: its terms, who keeps it, how often it changes; in the fields of the national catalogue."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.components import Fact, Link
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.lib.text.structured_data import Thing, absolute, thing
from iad_portal.office.models import DataLicence, Licence
from iad_portal.office.pages.frame import frame_now
from iad_portal.office.pages.office_words import office_words
from relations.pages.structured_data import the_office

from .columns import Register
from .dictionary import dictionary_of

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# In the words of the national catalogue, which are Thai: the files are made from the records when they are asked for.
FREQUENCY, INTERVAL, COVERAGE, CATEGORY = "ตามเวลาจริง", "", "โลก", "ข้อมูลสาธารณะ"
TAGS = (gettext_lazy("Bangkok"), gettext_lazy("International affairs"), gettext_lazy("Partner cities"))


def licence_of(register: str) -> Licence:
    """The licence that the office has set for the register, or for all; else Open Government. One query."""
    found = dict(DataLicence.objects.filter(register__in=[register, ""]).values_list("register", "licence"))
    return Licence(found.get(register) or found.get("") or Licence.OPEN_GOVERNMENT)


def notes_of(register: Register) -> str:
    """What the register is, in a sentence, in the reader's language."""
    words = _("%(register)s: a register of the International Affairs Office, Bangkok")
    return words % {"register": register.title}


def fields_of(register: Register, licence: Licence) -> dict[str, Any]:
    """The register in the fields of the national catalogue of government data (CKAN), in the reader's language."""
    office = office_words(frame_now().agency)
    return {
        "name": f"bma-iao-{register.slug}",
        "title": str(register.title),
        "notes": notes_of(register),
        "tags": [*map(str, TAGS), str(register.title)],
        "organization": _("Bangkok Metropolitan Administration"),
        "maintainer": str(office.name),
        "maintainer_email": office.email,
        "license_id": licence.value,
        "license_title": str(licence.label),
        "update_frequency_unit": FREQUENCY,
        "update_frequency_interval": INTERVAL,
        "geo_coverage": COVERAGE,
        "data_source": _("Records of the International Affairs Office, each with its sources"),
        "data_format": [form.upper() for form in FORMS],
        "data_category": CATEGORY,
        "url": absolute(reverse("dataset", args=[register.slug])),
    }


def metadata_of(register: Register) -> dict[str, Any]:
    """What stands at the head of the JSON file: the fields of the catalogue in both languages, and the dictionary."""
    licence, found = licence_of(register.slug), {}
    for language in LANGUAGES:
        with translation.override(language):
            found[language] = fields_of(register, licence)
    return {"catalogue": found, "dictionary": [asdict(entry) for entry in dictionary_of(register)]}


def facts_of(register: Register, licence: Licence, as_of: str, number: int) -> list[Fact]:
    """The same for components/facts.html, in words."""
    fields = fields_of(register, licence)
    facts = [
        Fact(_("Licence"), licence.label, licence.url),
        Fact(_("Publisher"), fields["organization"]),
        Fact(_("Kept by"), fields["maintainer"]),
        Fact(_("E-mail"), fields["maintainer_email"], f"mailto:{fields['maintainer_email']}"),
        Fact(_("Data as of"), as_of),
        Fact(_("Rows"), f"{number:,}"),
        Fact(_("How often it changes"), _("With every change of a record: files are made when they are asked for")),
        Fact(_("What it covers"), _("Bangkok and cities of the world")),
        Fact(_("Sources"), fields["data_source"], reverse("sources")),
        Fact(_("Category"), _("Public data")),
        Fact(_("Name in the national catalogue"), fields["name"]),
    ]
    return [fact for fact in facts if fact.value]


def dataset(register: Register, licence: Licence, as_of: date | None = None) -> Thing:
    """`register` as programs that look for data know it: its page, its columns, its files."""
    page = absolute(reverse("dataset", args=[register.slug]))
    files = [
        thing("DataDownload", encodingFormat=kind.partition(";")[0], contentUrl=absolute(file_url(register, form)))
        for form, kind in FORMS.items()
    ]
    return thing(
        "Dataset",
        id_=page,
        url=page,
        name=register.title,
        description=notes_of(register),
        creator=the_office(),
        publisher=the_office(),
        license=licence.url or str(licence.label),
        dateModified=as_of,
        isAccessibleForFree=True,
        keywords=[*map(str, TAGS)],
        inLanguage=list(LANGUAGES),
        variableMeasured=register.names(),
        distribution=files,
    )


def data_catalogue(registers: Iterable[Register]) -> Thing:
    """All registers as one catalogue: each by its page, where the rest is said."""
    page = absolute(reverse("data"))
    sets = [
        thing("Dataset", id_=absolute(reverse("dataset", args=[one.slug])), name=one.title, description=notes_of(one))
        for one in registers
    ]
    return thing("DataCatalog", id_=page, url=page, name=_("Open data"), publisher=the_office(), dataset=sets)


def file_url(register: Register, form: str) -> str:
    """The address of a register as a file."""
    return reverse("data_file", args=[register.slug, form])


def file_links(register: Register, day: date | None = None) -> list[Link]:
    """The ways to its files, of today or of `day`."""
    query = f"?at={day.isoformat()}" if day else ""
    return [Link(form.upper(), file_url(register, form) + query) for form in ("csv", "xlsx", "json")]
