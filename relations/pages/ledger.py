"""The ledger of exchanges, as the pages of cities and embassies show it."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from django.db.models import OuterRef, QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Row, RowGroup
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.nested_rows import NestedRows
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.models import City, Exchange, Person
from relations.pages.citations import SourceList

from .links import link_to

# A ledger of more rows than this is read by the year.
LONG = 12


def ledger_exchanges(rows: QuerySet) -> list[Exchange]:
    """The published exchanges among `rows`, the latest first, with their people and cities: one question in all."""
    language = reader_language()
    people = Person.objects.filter(exchanges=OuterRef("pk")).order_by(f"sort_{language}", "pk")
    cities = City.objects.published().by_name(language)
    return list(
        rows.published()
        .newest_first()
        .annotate(
            people_rows=NestedRows(
                people, pk="pk", rank_th="rank_th", rank_en="rank_en", name_th="name_th", name_en="name_en"
            ),
            city_rows=_nested(cities.filter(exchanges=OuterRef("pk"))),
            about_rows=_nested(cities.filter(exchanges_about=OuterRef("pk"))),
        )
    )


def _nested(cities: QuerySet) -> NestedRows:
    names = ("pk", "slug", "name_th", "name_en", "hold_th", "hold_en", "status")
    return NestedRows(cities, **{name: name for name in names})


def ledger_of(
    exchanges: Sequence[Exchange], sources: SourceList, caption: str, *, page_of: City | None = None
) -> Ledger:
    """For components/ledger.html: what, when, what kind, who took part, with what outcome.

    `exchanges` come from `ledger_exchanges()`, or with their people and cities prefetched, the latest first; their
    sources are numbered in `sources`. `page_of` is the city whose page this is: it is not named in each row again.
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
    )


def _who(exchange: Exchange, page_of: City | None) -> str:
    """The other cities, the people, and how many came."""
    cities = [link_to(city, text_of(city, "name")) for city in _cities(exchange) if city != page_of]
    people = [marked(person.full_name()) for person in _people(exchange)]
    count = exchange.headcount
    number = [ngettext("%(count)s person", "%(count)s people", count) % {"count": f"{count:,}"}] if count else []
    return format_html_join(", ", "{}", ((part,) for part in [*cities, *people, *number]))


def _people(exchange: Exchange) -> Iterable[Person]:
    rows = getattr(exchange, "people_rows", None)
    return exchange.people.all() if rows is None else [Person(**row) for row in rows]


def _about(exchange: Exchange) -> str:
    """The cities that it was only about; "" when it was about none."""
    took_part = _cities(exchange)
    cities = [link_to(city, text_of(city, "name")) for city in _cities(exchange, "about") if city not in took_part]
    names = format_html_join(", ", "{}", ((city,) for city in cities))
    return format_html(_("About {}"), names) if cities else ""


def _cities(exchange: Exchange, which: str = "city") -> list[City]:
    rows = getattr(exchange, f"{which}_rows", None)
    if rows is not None:
        return [City(**row) for row in rows]
    linked = exchange.cities if which == "city" else exchange.about_cities
    return [city for city in linked.all() if city.is_published()]


def exchange_caption(exchanges: Sequence[Exchange]) -> str:
    """How many exchanges, and from which year to which."""
    count = ngettext("%(count)s exchange", "%(count)s exchanges", len(exchanges)) % {"count": len(exchanges)}
    years = sorted({exchange.starts_on.year for exchange in exchanges if exchange.starts_on})
    if not years:
        return count
    language = reader_language()
    ends = dict.fromkeys(format_year(year, language) for year in (years[0], years[-1]))
    return _("%(count)s, %(years)s") % {"count": count, "years": "–".join(ends)}
