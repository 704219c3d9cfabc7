"""What the pages of embassies show."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import DirectoryEntry, Fact, Follow, Link, ListGroup, TimelineItem, Words
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.hygiene import clean_line
from relations.models import Alias, City, Country, Embassy, Exchange, Post, Region
from relations.pages.age import age_line, post_time
from relations.pages.citations import SourceList
from relations.pages.follow import news_of
from relations.pages.unsaid import unsaid


def crumbs() -> list[Link]:
    """The way down to one embassy."""
    return [Link(_("Embassies"), reverse("relations:embassy_list"))]


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
        website=Link(_host(embassy.website), embassy.website) if embassy.website else None,
    )


def _host(address: str) -> str:
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


def facts_of(embassy: Embassy, sources: SourceList) -> list[Fact]:
    """What is recorded of the mission; `unsaid_of()` tells of what is missing."""
    facts = [
        Fact(_("Country"), text_of(embassy.country, "name"), sources=sources.marks(embassy)),
        Fact(_("Kind of mission"), embassy.get_kind_display()),
        Fact(_("Address"), text_of(embassy, "address")),
        Fact(_("District"), text_of(embassy, "district")),
        Fact(_("Telephone"), embassy.phone),
        Fact(_("Fax"), embassy.fax),
        Fact(_("E-mail"), embassy.email, f"mailto:{embassy.email}"),
        Fact(_("Opening hours"), text_of(embassy, "hours")),
        Fact(_("Telephone and e-mail as of"), when(embassy.contacts_as_of)),
        Fact(_("Website"), _host(embassy.website), embassy.website),
        Fact(_("Address and contacts"), age_line([embassy])),
        Fact(_("Item in Wikidata (CC0)"), embassy.wikidata, f"https://www.wikidata.org/wiki/{embassy.wikidata}"),
    ]
    return [fact for fact in facts if fact.value]


def follow_of(embassy: Embassy) -> list[Follow]:
    """The feed of its news; nothing of a mission that is withdrawn."""
    if not embassy.is_published():
        return []
    return news_of(_("News of this embassy"), {"embassy": embassy.country_id.lower()})


def unsaid_of(embassy: Embassy, heads: Sequence[Post], exchanges: Sequence[Exchange]) -> Words:
    """For components/unsaid.html: what readers look for on a mission's page, and the register does not hold yet."""
    parts = {
        _("the address"): text_of(embassy, "address"),
        _("heads of mission"): heads,
        _("calls and activities"): exchanges,
    }
    return unsaid(name for name, part in parts.items() if not part)


def heads_of(posts: Iterable[Post], sources: SourceList) -> list[TimelineItem]:
    """For components/timeline.html: who headed the mission, by term or by the day a source saw them in post."""
    return shown(
        posts,
        lambda post: TimelineItem(
            post.starts_on or post.as_of,
            post.person.full_name(),
            lines=[line for line in (text_of(post, "title"), post_time(post)) if line],
            sources=sources.marks(post),
            shows=[post, post.person],
        ),
        "heads of a mission",
    )


def with_country() -> QuerySet[Embassy]:
    """Embassies with their countries."""
    return Embassy.objects.select_related("country")


@kept_query
def missions() -> QuerySet[Embassy]:
    """The published missions by the name of their country."""
    found: QuerySet[Embassy] = with_country().published().order_by(f"country__sort_{reader_language()}", "pk")
    return found


@kept_query
def partner_cities(*, country: Country) -> QuerySet[City]:
    """The partner cities of today in `country`, each with `signed`, the number of its published agreements."""
    counted = Count("agreements", filter=visible(LISTED, prefix="agreements__"), distinct=True)
    cities = City.objects.published().partners().filter(country=country)
    found: QuerySet[City] = cities.annotate(signed=counted).by_name(reader_language())
    return found


def cities_index(cities: Iterable[City]) -> list[Link]:
    """For components/index.html: each city, and its agreements in the register."""
    register_url = reverse("relations:agreement_list")
    return shown(
        cities,
        lambda city: Link(
            text_of(city, "name"),
            city.get_absolute_url(),
            format_html(
                '<a href="{}?city={}">{}</a>',
                register_url,
                city.slug,
                ngettext("%(count)s agreement", "%(count)s agreements", city.signed) % {"count": city.signed},
            ),
            shows=[],
        ),
        "partner cities of a country",
    )
