"""What the register of embassies shows: the missions by region."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import DirectoryEntry, Link, ListGroup
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.hygiene import clean_line
from relations.forms import EmbassyFilter
from relations.models import Alias, Embassy, Measure, Region
from relations.pages.citations import SourceList
from relations.pages.figures import figure_facts, stated_by_office


def context(form: EmbassyFilter) -> dict[str, Any]:
    """All that relations/embassy_list.html needs; the form learns here how many missions each region has."""
    everyone = missions().rows()
    named = narrow(everyone, form.values.get("q", ""))
    found = narrow(named, region=form.values.get("region", ""))
    form.count([(1, {"region": (embassy.country.region,)}) for embassy in named])
    stated = stated_by_office(Measure.EMBASSIES_STATED)
    sources = SourceList(stated)
    return {
        "form": form,
        "result": result(len(found), len(everyone)),
        "lead": lead(everyone),
        "groups": directory(found),
        "is_empty": not found,
        "evidence": sources.evidence(stated=figure_facts(stated, sources), age=age_line_of_all(everyone)),
    }


def narrow(embassies: list[Embassy], q: str = "", region: str = "") -> list[Embassy]:
    """Those of `embassies` in `region` whose country or mission has a name with `q` in it, other names included.

    Compared here and not in the database, so that both databases find the same (one query for the other names).
    """
    found = [embassy for embassy in embassies if region in {"", embassy.country.region}]
    wanted = clean_line(q).casefold()
    if not wanted:
        return found
    aliases = Alias.objects.by_record([*found, *(embassy.country for embassy in found)])
    return [embassy for embassy in found if wanted in "\n".join(_names(embassy, aliases)).casefold()]


def _names(embassy: Embassy, aliases: Mapping[Any, list[Alias]]) -> list[str]:
    country = embassy.country
    own = [country.name_th, country.name_en, country.formal_name_th, country.formal_name_en]
    return [
        *filter(None, [*own, embassy.name_th, embassy.name_en]),
        *(alias.name for record in (embassy, country) for alias in aliases[record]),
    ]


def result(found: int, total: int) -> str:
    """How many missions pass the filters, of how many, in words."""
    words = {"count": f"{found:,}", "total": f"{total:,}"}
    if found == total:
        return ngettext("%(count)s mission", "%(count)s missions", total) % words
    return ngettext("%(count)s of %(total)s mission", "%(count)s of %(total)s missions", total) % words


def lead(embassies: list[Embassy]) -> str:
    """The sentence over the directory: how many missions it holds."""
    number = len(embassies)
    sentence = ngettext(
        "%(number)s diplomatic mission in Bangkok with which the office works",
        "%(number)s diplomatic missions in Bangkok with which the office works",
        number,
    )
    return sentence % {"number": number}


def directory(embassies: Iterable[Embassy]) -> list[ListGroup]:
    """For components/directory.html (their country fetched with them): by region, countries in dictionary order."""
    entries: dict[str, list[DirectoryEntry]] = {region: [] for region in Region.values}
    for entry in shown(embassies, _entry, "register of embassies"):
        entries[entry.record.country.region].append(entry)
    return [
        ListGroup(region.label, entries[region], _missions(len(entries[region])))
        for region in Region
        if entries[region]
    ]


def _missions(number: int) -> str:
    return ngettext("%(number)s mission", "%(number)s missions", number) % {"number": number}


def _entry(embassy: Embassy) -> DirectoryEntry:
    where = text_of(embassy, "address") or text_of(embassy, "district")
    return DirectoryEntry(
        text_of(embassy.country, "name"),
        embassy.get_absolute_url(),
        lines=[where] if where else [],
        website=Link(host(embassy.website), embassy.website) if embassy.website else None,
    )


def host(address: str) -> str:
    """The name of a website, as people know it."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def age_line_of_all(embassies: Iterable[Embassy]) -> SafeString | str:
    """One line for all: from which days what is said of them is known; "" where no day is recorded."""
    today = calendar.today()
    days = [day for embassy in embassies if (day := embassy.claim().known_on(today))]
    if not days:
        return ""
    first, last = min(days, key=_first_day), max(days, key=_first_day)
    span = when(first) if _first_day(first) == _first_day(last) else when(first, last)
    return format_html(_("Addresses and websites as last known: {}"), span)


def _first_day(day: PartialDate) -> date:
    return day.first_day


@kept_query
def missions() -> QuerySet[Embassy]:
    """The published missions by the name of their country."""
    rows = Embassy.objects.published().select_related("country")
    found: QuerySet[Embassy] = rows.order_by(f"country__sort_{reader_language()}", "pk")
    return found
