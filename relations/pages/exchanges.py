"""Exchanges, as the pages of cities and embassies list them."""

from collections.abc import Sequence
from typing import cast

from django.db import models
from django.db.models import F, Max, OuterRef, QuerySet, Subquery, Sum, Value
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Visit, Visits, Words
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.given_rows import give
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import reader_language, text_of
from iad_portal.lib.text.quick_html import quick_html
from relations.models import City, Direction, Embassy, Exchange, KeyRecipient, Person, YouthGroup
from relations.pages.citations import SourceList

from .links import in_a_row, link_to, linked, listed, whole_name

# So many rows stand open; the rest is folded.
FEW = 5


def listed_exchanges(link: str, record: models.Model, page_of: City | None = None) -> list[Exchange]:
    """The published exchanges with `record`, the latest first: three queries.

    `link`: "city", for those in which it took part or that were about it; else "agreement" or "embassies".

    Each with its `shown_people` and its recipient of the city's key, with `published_cities` and `published_about` (the
    cities that took part, and those that it was only about; all by name), and with `youths`: how many young people of
    the city `page_of` it was about, None when that is not known.
    """
    found = _exchanges(link, record=record, city=page_of.pk if page_of else 0)
    exchanges = found.rows(**({link: record} if link == "agreement" else {}))
    give_cities(exchanges)
    give_people(exchanges)
    return exchanges


@kept_query
def _exchanges(link: str, *, record: models.Model, city: int) -> QuerySet[Exchange]:
    groups = YouthGroup.objects.filter(exchange=OuterRef("pk"), city=city).order_by().values("exchange")
    rows = Exchange.objects.of_city(record) if link == "city" else Exchange.objects.filter(**{link: record})
    annotated: QuerySet[Exchange] = (
        rows.published()
        .newest_first()
        .select_related("key")
        .annotate(
            youths=Subquery(groups.annotate(number=Sum("people")).values("number")),
            youths_doubt=Subquery(groups.annotate(doubts=Max("doubt_th")).values("doubts")),
        )
    )
    return annotated


def give_cities(exchanges: Sequence[Exchange]) -> None:
    """Give each its lists of published cities: one query for both."""
    by_key, language = {exchange.pk: exchange for exchange in exchanges}, reader_language()
    for exchange in exchanges:
        exchange.published_cities, exchange.published_about = [], []
    cities = _cities_of(exchanges=exchanges).rows() if exchanges else []
    for city in sorted(cities, key=lambda city: (getattr(city, f"sort_{language}"), city.pk)):
        exchange = by_key[city.exchange_key]
        (exchange.published_about if city.link == "exchanges_about" else exchange.published_cities).append(city)


@kept_query
def _cities_of(*, exchanges: Sequence[Exchange]) -> QuerySet[City]:
    took_part, about = (
        City.objects.published()
        .order_by()
        .filter(**{f"{link}__pk__in": exchanges})
        .annotate(exchange_key=F(link), link=Value(link))
        for link in ("exchanges", "exchanges_about")
    )
    found: QuerySet[City] = took_part.union(about, all=True)
    return found


def give_people(exchanges: Sequence[Exchange]) -> None:
    """Give each its people by name, as `shown_people`: one query."""
    give(exchanges, "shown_people", _people_of(exchanges=exchanges))


@kept_query
def _people_of(*, exchanges: Sequence[Exchange]) -> QuerySet[Person]:
    people = Person.objects.filter(exchanges__pk__in=exchanges).annotate(of=F("exchanges"))
    return cast("QuerySet[Person]", people.order_by(f"sort_{reader_language()}", "pk"))


def give_embassies(exchanges: Sequence[Exchange]) -> None:
    """Give each its `published_embassies`, with their countries: one query."""
    give(exchanges, "published_embassies", _embassies_of(exchanges=exchanges))


@kept_query
def _embassies_of(*, exchanges: Sequence[Exchange]) -> QuerySet[Embassy]:
    embassies = Embassy.objects.published().filter(exchanges__pk__in=exchanges).annotate(of=F("exchanges"))
    return cast("QuerySet[Embassy]", embassies.select_related("country").order_by("pk"))


def exchange_visits(
    exchanges: Sequence[Exchange], sources: SourceList, *, page_of: City | None = None
) -> Visits | None:
    """For components/visits.html: when, what and where, with what outcome, and who took part; None without any.

    `exchanges` come from `listed_exchanges()`; their sources are numbered in `sources`. `page_of` is the city whose
    page this is: it is not named in each row again.
    """
    rows = shown(exchanges, lambda exchange: _visit(exchange, sources, page_of), "list of exchanges")
    return visits_of(rows, _("Delegates"))


def visits_of(rows: Sequence[Visit], who: str) -> Visits | None:
    """For components/visits.html: `rows`, the first few open; `who`: what the last column tells. None without any."""
    if not rows:
        return None
    label = _("See all %(number)s entries") % {"number": len(rows)}
    return Visits([_("Date"), _("Matter"), who], rows[:FEW], rows[FEW:], label)


def _visit(exchange: Exchange, sources: SourceList, page_of: City | None) -> Visit:
    kind = f"{exchange.get_kind_display()} · {exchange.get_direction_display()}"
    return Visit(
        exchange.starts_on,
        exchange.ends_on,
        text_of(exchange, "title"),
        sub=in_a_row([kind, text_of(exchange, "place")], " · "),
        about=about(exchange),
        outcome=outcome(exchange),
        who=who(exchange, page_of),
        sources=sources.marks(exchange),
        shows=[exchange, *exchange.shown_people, *beside(exchange)],
    )


def who(exchange: Exchange, page_of: City | None) -> SafeString:
    """The other cities, the people, and how many came."""
    cities = [link_to(city, text_of(city, "name")) for city in exchange.published_cities if city != page_of]
    people = [whole_name(person.full_name()) for person in exchange.shown_people]
    count = exchange.headcount
    number = [ngettext("%(count)s person", "%(count)s people", count) % {"count": f"{count:,}"}] if count else []
    return listed([*cities, *people, *number])


def beside(exchange: Exchange) -> list[KeyRecipient | YouthGroup]:
    """What is told with its outcome; one group stands for all, in what is doubted of them."""
    key = getattr(exchange, "key", None)
    return [*([key] if key else []), *([YouthGroup(doubt_th=exchange.youths_doubt)] if exchange.youths else [])]


def outcome(exchange: Exchange) -> Words:
    """What came of it, who received the key of the city, and how many young people of the page's city it was about."""
    told, key = text_of(exchange, "outcome"), getattr(exchange, "key", None)
    more: list[Words] = [quick_html(_("Key to the City: {}"), marked(text_of(key, "name")))] if key else []
    if exchange.youths:
        more.append(_youths(exchange))
    return in_a_row([told, *more], " · ") if more else told


def _youths(exchange: Exchange) -> str:
    words = (
        ngettext("%(count)s young person from Bangkok", "%(count)s young people from Bangkok", exchange.youths)
        if exchange.direction == Direction.OUT
        else ngettext("%(count)s young person", "%(count)s young people", exchange.youths)
    )
    return words % {"count": f"{exchange.youths:,}"}


def about(exchange: Exchange) -> SafeString | str:
    """The cities that it was only about; "" when it was about none."""
    names = listed(map(linked, (city for city in exchange.published_about if city not in exchange.published_cities)))
    return quick_html(_("About {}"), names) if names else ""
