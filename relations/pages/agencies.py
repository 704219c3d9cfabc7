"""What the page of the city's agencies shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.html import format_html
from django.utils.translation import ngettext_lazy

from iad_portal.lib.components import OfRecord
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from relations.models import Agency
from relations.pages.age import age_line
from relations.pages.citations import SourceList

# What an agency took part in: the path to it, the paths to the publishable records that show it, the words.
WORK = (
    ("exchanges", ("exchanges__",), ngettext_lazy("%(count)s exchange", "%(count)s exchanges", "count")),
    ("participation", ("participation__meeting__",), ngettext_lazy("%(count)s meeting", "%(count)s meetings", "count")),
    (
        "commitments",
        ("commitments__meeting__", "commitments__agreement__"),
        ngettext_lazy("%(count)s commitment", "%(count)s commitments", "count"),
    ),
    ("projects", ("projects__",), ngettext_lazy("%(count)s project", "%(count)s projects", "count")),
)


@dataclass(frozen=True, slots=True)
class AgencyEntry(OfRecord):
    """An agency in the list: its contact in lines, what it took part in ("2 meetings"), the numbers of its sources."""

    slug: str
    name: Text
    parent: Text
    contact: Sequence[Text | str]
    work: Sequence[str]
    sources: Sequence[int]


def context() -> dict[str, Any]:
    """All that relations/agency_list.html needs: all agencies by name."""
    agencies = list(Agency.objects.order_by(f"sort_{reader_language()}", "pk"))
    sources = SourceList(agencies)
    entries = entries_of(agencies, sources)
    return {
        "entries": entries,
        "awaits_contacts": not any(entry.contact for entry in entries if entry.slug != Agency.HOME_SLUG),
        "evidence": sources.evidence(),
    }


def entries_of(agencies: Iterable[Agency], sources: SourceList) -> list[AgencyEntry]:
    """Each agency: its names, its public contact where known, and counts of the published records it is part of."""
    work = work_of()
    return shown(
        agencies,
        lambda agency: AgencyEntry(
            slug=agency.slug,
            name=text_of(agency, "name"),
            parent=text_of(agency, "parent_name"),
            contact=contact_of(agency),
            work=work.get(agency.pk, []),
            sources=sources.marks(agency),
        ),
        "list of agencies",
    )


def contact_of(agency: Agency) -> list[Text | str]:
    """The lines of its focal-point desk: desk, telephone, e-mail, address, website; empty when none is known."""
    lines = [text_of(agency, "desk"), agency.phone, _link(agency.email, f"mailto:{agency.email}")]
    lines += [text_of(agency, "address"), _link(agency.website, agency.website)]
    lines = [line for line in lines if line]
    return [*lines, age_line([agency])] if lines else []


def _link(label: str, url: str) -> str:
    return label and format_html('<a href="{}">{}</a>', url, label)


def work_of() -> dict[int, list[str]]:
    """By agency: "2 meetings", "1 project" ... of what is published. One query for each sort of work."""
    found: dict[int, list[str]] = {}
    for path, prefixes, words in WORK:
        seen = Q()
        for prefix in prefixes:
            seen |= visible(LISTED, prefix=prefix)
        counted = Agency.objects.filter(seen).order_by().values_list("pk").annotate(Count(path, distinct=True))
        for key, count in counted:
            found.setdefault(key, []).append(words % {"count": count})
    return found
