"""Which articles are news, and for which subscriptions.

News is what lists show now, and what first came out here within the last fortnight. What came out elsewhere more than a
week before it came here (an import, the starting data, an old item entered today) is none, however new its record is;
nor is what the portal does not know to have come out at any moment.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from iad_portal.lib.dates import calendar
from news.models import Article, Pace, Subscription

NEWS_FOR = timedelta(days=14)
# News of a holiday week is entered on the first day of work.
KNOWN_FOR = timedelta(days=7)
# Letters of a pace leave from this hour on in Bangkok; the weekly ones on Mondays.
HOUR, WEEKDAY = 7, 0


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news: when it came out, and what it is about."""

    key: int
    out_at: datetime
    kind: str
    cities: frozenset[int]
    networks: frozenset[int]


def news_at(now: datetime) -> QuerySet[Article]:
    """The articles that are news at `now`, as far as a query can tell."""
    return Article.objects.published(now).filter(first_published_at__gt=now - NEWS_FOR, first_published_at__lte=now)


def is_fresh(published_on: date | None, out_at: datetime) -> bool:
    """Whether what came out here at `out_at` had not been known elsewhere for long (`published_on`, if it was)."""
    return published_on is None or published_on >= calendar.local_day(out_at) - KNOWN_FOR


def items_at(now: datetime) -> list[Item]:
    """What is news at `now`: four queries."""
    rows = news_at(now).order_by("pk").values_list("pk", "first_published_at", "kind", "published_on")
    fresh = [(key, out_at, kind) for key, out_at, kind, day in rows if out_at and is_fresh(day, out_at)]
    keys = [row[0] for row in fresh]
    cities, networks = (_named(relation, keys) for relation in ("cities", "networks"))
    return [
        Item(key, out_at, kind, frozenset(cities.get(key, ())), frozenset(networks.get(key, ())))
        for key, out_at, kind in fresh
    ]


def _named(relation: str, keys: list[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    named = Article.objects.filter(pk__in=keys).exclude(**{relation: None}).order_by()
    for key, record in named.values_list("pk", relation):
        found.setdefault(key, set()).add(record)
    return found


def fits(subscription: Subscription, item: Item) -> bool:
    """Whether `item` came out after `subscription` was confirmed, and is of its kind, city and network."""
    return bool(
        subscription.confirmed_at
        and item.out_at > subscription.confirmed_at
        and subscription.kind in ("", item.kind)
        and (subscription.city_id is None or subscription.city_id in item.cities)
        and (subscription.network_id is None or subscription.network_id in item.networks)
    )


def is_due(subscription: Subscription, now: datetime) -> bool:
    """Whether a letter with new items may leave at `now`: one for each of its moments."""
    return subscription.letter_at is None or subscription.letter_at < moment_of(subscription.pace, now)


def moment_of(pace: str, now: datetime) -> datetime:
    """The last moment up to `now` for which letters of `pace` are made: they tell what came out by then."""
    if pace == Pace.AT_ONCE:
        return now
    local = now.astimezone(calendar.BANGKOK)
    day = local.date() - timedelta(days=local.time() < time(HOUR))
    if pace == Pace.WEEKLY:
        day -= timedelta(days=(day.weekday() - WEEKDAY) % 7)
    return datetime.combine(day, time(HOUR), calendar.BANGKOK)


def new_for(subscription: Subscription, items: Iterable[Item], now: datetime) -> Iterator[Item]:
    """Of `items`, those that a letter of `now` to `subscription` may tell, whether or not it told them before."""
    if is_due(subscription, now):
        until = moment_of(subscription.pace, now)
        yield from (item for item in items if item.out_at <= until and fits(subscription, item))


def confirmed() -> QuerySet[Subscription]:
    """The subscriptions to which letters may go."""
    return Subscription.objects.filter(~Q(confirmed_at=None), subscriber__bounced_at=None)
