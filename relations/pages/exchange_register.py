"""What the register of exchanges shows: each with an anchor that lasts, and the young people of each year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.core.paginator import Page
from django.db.models import Max, OuterRef, QuerySet, Subquery, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Row, RowGroup
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.forms import ExchangeFilter
from relations.models import Direction, Exchange, ExchangeKind, YouthGroup

from .citations import SourceList
from .exchanges import about, beside, give_cities, give_embassies, give_people, outcome
from .links import in_a_row, link_to, listed, whole_name


def exchange_url(exchange: Exchange) -> str:
    """The lasting address of an exchange, which has no page: its row in the register of its year."""
    year = f"?year={exchange.starts_on.year}" if exchange.starts_on else ""
    return f"{reverse('relations:exchange_list')}{year}#{anchor_of(exchange)}"


def anchor_of(exchange: Exchange) -> str:
    """The id of its row, made of its code, which never changes."""
    return f"exchange-{exchange.code}"


def register_rows(form: ExchangeFilter) -> QuerySet[Exchange]:
    """The exchanges that pass the filters, with what a row tells of them itself."""
    groups = YouthGroup.objects.filter(visible(LISTED, prefix="city__"), exchange=OuterRef("pk"))
    told = groups.order_by().values("exchange")
    rows = (
        form.rows()
        .select_related("key")
        .annotate(
            youths=Subquery(told.annotate(number=Sum("people")).values("number")),
            youths_doubt=Subquery(told.annotate(doubts=Max("doubt_th")).values("doubts")),
        )
    )
    return cast("QuerySet[Exchange]", rows)


def context(form: ExchangeFilter, part: Page[Exchange]) -> dict[str, Any]:
    """All that relations/exchange_list.html needs. `part` holds rows of `register_rows()`."""
    exchanges = list(part)
    give_cities(exchanges)
    give_people(exchanges)
    give_embassies(exchanges)
    shows_youths = not form.values or form.values.get("kind") == ExchangeKind.YOUTH_EXCHANGE
    groups = _youth_groups().rows() if shows_youths else []
    sources = SourceList([*exchanges, *groups])
    return {
        "form": form,
        "result": result(form),
        "page": part,
        "is_empty": not exchanges,
        "ledger": ledger(exchanges, sources, shows_counts=not part.has_other_pages()),
        "youths": youth_ledger(groups, sources),
        "evidence": sources.evidence(),
    }


def result(form: ExchangeFilter) -> str:
    """How many exchanges pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s visit or activity", "%(count)s visits and activities", form.total) % words
    return (
        ngettext("%(count)s of %(total)s visit or activity", "%(count)s of %(total)s visits and activities", form.total)
        % words
    )


def ledger(exchanges: Iterable[Exchange], sources: SourceList, *, shows_counts: bool) -> Ledger:
    """For components/ledger.html, year by year, the latest on top.

    `exchanges` come from `register_rows()`, with cities, people and embassies; `shows_counts` when all rows of each
    year are here.
    """
    columns = [_("Matter"), _("Date"), _("With"), _("People"), _("Outcome")]
    years: dict[str, list[Exchange]] = defaultdict(list)
    for exchange in exchanges:
        years[_year(exchange.starts_on.year) if exchange.starts_on else _("Date not recorded")].append(exchange)
    groups = []
    for label, members in years.items():
        rows = shown(members, lambda exchange: _row(exchange, sources), "register of exchanges")
        groups.append(RowGroup(label, rows, len(rows) if shows_counts else ""))
    return Ledger(columns, groups)


def _row(exchange: Exchange, sources: SourceList) -> Row:
    kind = f"{exchange.get_kind_display()} · {exchange.get_direction_display()}"
    cells = [
        Cell(_("Not recorded"), exchange.starts_on, exchange.ends_on, is_named=not exchange.starts_on),
        Cell(_partners(exchange)),
        Cell(_people(exchange)),
        Cell(outcome(exchange)),
    ]
    anchor = anchor_of(exchange)
    return Row(
        text_of(exchange, "title"),
        cells,
        f"#{anchor}",
        sub=in_a_row([kind, text_of(exchange, "place")], " · "),
        about=about(exchange),
        sources=sources.marks(exchange),
        anchor=anchor,
        shows=[exchange, *exchange.shown_people, *beside(exchange)],
    )


def _partners(exchange: Exchange) -> Any:
    """The cities that took part, and the embassies."""
    cities = [link_to(city, text_of(city, "name")) for city in exchange.published_cities]
    return listed([*cities, *(link_to(one, text_of(one, "name")) for one in exchange.published_embassies)])


def _people(exchange: Exchange) -> Any:
    """Who is named, and how many came."""
    count = exchange.headcount
    number = [ngettext("%(count)s person", "%(count)s people", count) % {"count": f"{count:,}"}] if count else []
    return listed([*(whole_name(person.full_name()) for person in exchange.shown_people), *number])


@kept_query
def _youth_groups() -> QuerySet[YouthGroup]:
    """The groups of young people of published exchanges and cities, the latest year first."""
    rows = YouthGroup.objects.filter(visible(LISTED, prefix="exchange__"), visible(LISTED, prefix="city__"))
    return rows.select_related("city").order_by("-year", "pk")


def youth_ledger(groups: Sequence[YouthGroup], sources: SourceList) -> Ledger | None:
    """For components/ledger.html: how many young people a year, by direction, and all together; None without any.

    What no source states is counted apart, as groups without a number.
    """
    if not groups:
        return None
    years: dict[int, list[YouthGroup]] = defaultdict(list)
    for group in groups:
        years[group.year].append(group)
    columns = [_("Year"), _("From Bangkok"), _("To Bangkok"), _("Groups without a number"), _("Cities")]
    rows = [_youth_row(_year(year), some, sources) for year, some in years.items()]
    return Ledger.of_rows(columns, [*rows, _youth_row(_("All years"), groups, sources, is_sum=True)])


def _youth_row(label: str, groups: Sequence[YouthGroup], sources: SourceList, *, is_sum: bool = False) -> Row:
    def told(direction: Direction) -> Cell:
        numbers = [group.people for group in groups if group.direction == direction and group.people is not None]
        return Cell(f"{sum(numbers):,}" if numbers else "–", is_named=True)

    cities = {group.city.pk: group.city for group in groups}
    names = sorted(cities.values(), key=lambda city: (getattr(city, f"sort_{reader_language()}"), city.pk))
    unknown = sum(group.people is None for group in groups)
    cells = [
        told(Direction.OUT),
        told(Direction.IN),
        Cell(str(unknown) if unknown else "–", is_named=True),
        Cell(str(len(names)) if is_sum else listed(link_to(city, text_of(city, "name")) for city in names)),
    ]
    marks = [] if is_sum else sorted({mark for group in groups for mark in sources.marks(group)})
    return Row(label, cells, sources=marks, shows=list(groups))


def _year(year: int) -> str:
    return format_year(year, reader_language())
