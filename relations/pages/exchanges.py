"""Exchanges, as the pages of cities and embassies list them."""

from collections.abc import Sequence
from itertools import groupby

from django.db.models import Prefetch, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Row, RowGroup
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.records.faults import shown
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.models import City, Exchange, Person
from relations.pages.citations import SourceList

from .links import link_to, linked, listed

# A ledger of more rows than this is read by the year.
LONG = 12


def listed_exchanges(rows: QuerySet[Exchange]) -> list[Exchange]:
    """The published exchanges among `rows`, the latest first: four queries.

    Each with its people, and with `published_cities` and `published_about`: the cities that took part, and those that
    it was only about; all by name.
    """
    language = reader_language()
    cities = City.objects.published().by_name(language)
    return list(
        rows.published()
        .newest_first()
        .prefetch_related(
            Prefetch("people", Person.objects.order_by(f"sort_{language}", "pk")),
            Prefetch("cities", cities, to_attr="published_cities"),
            Prefetch("about_cities", cities, to_attr="published_about"),
        )
    )


def exchange_ledger(
    exchanges: Sequence[Exchange], sources: SourceList, caption: str, *, page_of: City | None = None
) -> Ledger:
    """For components/ledger.html: what, when, what kind, who took part, with what outcome.

    `exchanges` come from `listed_exchanges()`; their sources are numbered in `sources`. `page_of` is the city whose
    page this is: it is not named in each row again.
    """
    columns = [_("What"), _("When"), _("Kind"), _("Who took part"), _("Outcome")]
    rows = shown(exchanges, lambda exchange: _row(exchange, sources, page_of), "ledger of exchanges")
    if len(rows) <= LONG:
        return Ledger.of_rows(columns, rows, caption)
    return Ledger(columns, [_group(year, list(some)) for year, some in groupby(rows, _year)], caption)


def _year(row: Row) -> int | None:
    return row.record.starts_on.year if row.record.starts_on else None


def _group(year: int | None, rows: list[Row]) -> RowGroup:
    label = format_year(year, reader_language()) if year else _("date not recorded")
    return RowGroup(label, rows, len(rows))


def _row(exchange: Exchange, sources: SourceList, page_of: City | None) -> Row:
    kind = f"{exchange.get_kind_display()} · {exchange.get_direction_display()}"
    cells = [
        Cell(_("date not recorded"), exchange.starts_on, exchange.ends_on),
        Cell(kind),
        Cell(_who(exchange, page_of)),
        Cell(text_of(exchange, "outcome")),
    ]
    return Row(
        text_of(exchange, "title"),
        cells,
        sub=text_of(exchange, "place"),
        about=_about(exchange),
        sources=sources.marks(exchange),
        shows=[exchange, *exchange.people.all()],
    )


def _who(exchange: Exchange, page_of: City | None) -> SafeString:
    """The other cities, the people, and how many came."""
    cities = [link_to(city, text_of(city, "name")) for city in exchange.published_cities if city != page_of]
    people = [marked(person.full_name()) for person in exchange.people.all()]
    count = exchange.headcount
    number = [ngettext("%(count)s person", "%(count)s people", count) % {"count": f"{count:,}"}] if count else []
    return listed([*cities, *people, *number])


def _about(exchange: Exchange) -> SafeString | str:
    """The cities that it was only about; "" when it was about none."""
    names = listed(map(linked, (city for city in exchange.published_about if city not in exchange.published_cities)))
    return format_html(_("About {}"), names) if names else ""


def exchange_caption(exchanges: Sequence[Exchange]) -> str:
    """How many exchanges, and from which year to which."""
    count = ngettext("%(count)s exchange", "%(count)s exchanges", len(exchanges)) % {"count": len(exchanges)}
    years = sorted({exchange.starts_on.year for exchange in exchanges if exchange.starts_on})
    if not years:
        return count
    language = reader_language()
    ends = dict.fromkeys(format_year(year, language) for year in (years[0], years[-1]))
    return _("%(count)s, %(years)s") % {"count": count, "years": "–".join(ends)}
