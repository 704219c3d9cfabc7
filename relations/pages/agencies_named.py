"""The agencies that a record names, fetched with the record itself."""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.safestring import SafeString

from iad_portal.lib.records.gathered import gathered, values_of
from iad_portal.lib.text.bilingual import reader_language
from relations.models import Agency

from .links import agency_link

FIELDS = ("id", "slug", "name_th", "name_en")


def agencies_named(link: str) -> Subquery:
    """For the annotation `named_agencies` of records; `link` leads from an agency to them."""
    language = reader_language()
    return gathered(Agency.objects.filter(**{link: OuterRef("pk")}), *FIELDS, f"sort_{language}")


def links_of_agencies(record: Any) -> list[SafeString]:
    """The `named_agencies` of `record` as links to their focal points, in the order of their names."""
    found = values_of(record.named_agencies, f"sort_{reader_language()}", "id")
    return [agency_link(Agency.from_db(None, FIELDS, [values[name] for name in FIELDS])) for values in found]
