"""Sending alerts: `manage.py send_alerts`, started by a timer; safe to run twice, and twice at once.

An article is claimed for a subscription, in a transaction of its own, before its letter is handed over: two senders
never take the same one (the row of the subscription is locked, or skipped), and the database holds the pair unique.

A sender that dies between the claim and the mail server's answer leaves the claim as it is. Whether that one letter
left, nobody knows; it is not sent again, for nobody is to get the same news twice. The desk tells how many letters
stand so for more than an hour ("unknown"). All others are sent by the next run, whatever happened to this one.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from iad_portal.lib.operations.outgoing import Fate, Postman
from iad_portal.lib.text.bilingual import text_of
from news.models import Article, Delivery, DeliveryState, Subscriber, Subscription

from .asking import erase_unconfirmed
from .letters import news_letter
from .whats_new import NEWS_FOR, Item, confirmed, items_at, new_for

logger = logging.getLogger(__name__)
# So many subscriptions are looked at together, and so many articles stand in one letter.
CHUNK, MOST_ARTICLES = 500, 30
# After a refusal for now, a letter is tried again after each of these; then it is given up.
WAITS = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6))
# What was sent is remembered for longer than it can be news.
REMEMBERED = 3 * NEWS_FOR


@dataclass(slots=True)
class Claim:
    """A letter that this sender, and no other, is to hand over."""

    subscription: Subscription
    articles: Sequence[Article]
    deliveries: Sequence[int]


class Round:
    """One run over all subscriptions; `clock` gives the moment (an aware datetime)."""

    def __init__(self, postman: Postman, clock: Callable[[], datetime] = timezone.now) -> None:
        self.postman, self.clock = postman, clock

    def go(self) -> Iterator[Fate]:
        """Send what is due, and give what became of each letter. Raises NoWayOut, before anything more is claimed."""
        tidy(self.clock())
        try:
            for key, items in self._due():
                self.postman.ready()
                claim = claimed(key, items, self.clock())
                if claim is not None:
                    yield self._handed_over(claim)
        finally:
            self.postman.done()

    def _due(self) -> Iterator[tuple[int, list[Item]]]:
        """The subscriptions for which there may be something, each with the news of this moment."""
        last = 0
        while some := list(confirmed().filter(pk__gt=last).order_by("pk")[:CHUNK]):
            last, now = some[-1].pk, self.clock()
            items = items_at(now)
            done = _told(some, items)
            waiting = _retried(some, now)
            for subscription in some:
                new = {item.key for item in new_for(subscription, items, now)}
                if subscription.pk in waiting or new - done.get(subscription.pk, set()):
                    yield subscription.pk, items

    def _handed_over(self, claim: Claim) -> Fate:
        try:
            letter = news_letter(claim.subscription, claim.articles)
        except Exception:
            logger.exception("The letter for subscription %s could not be written", claim.subscription.pk)
            fate = Fate.NOT_TAKEN
        else:
            fate = self.postman.send(letter)
        note(claim, fate, self.clock())
        return fate


def _told(some: Sequence[Subscription], items: Sequence[Item]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    rows = Delivery.objects.filter(subscription__in=[one.pk for one in some], article__in=[item.key for item in items])
    for subscription, article in rows.values_list("subscription_id", "article_id"):
        found.setdefault(subscription, set()).add(article)
    return found


def _retried(some: Sequence[Subscription], now: datetime) -> set[int]:
    waiting = Delivery.objects.filter(state=DeliveryState.WAITS, retry_at__lte=now)
    return set(waiting.filter(subscription__in=[one.pk for one in some]).values_list("subscription_id", flat=True))


def claimed(key: int, items: Sequence[Item], now: datetime) -> Claim | None:
    """Claim what the subscription with that `key` is to be told of `items`; None when another sender has it, or nothing
    is left: what may be read is asked again at this moment.
    """
    with transaction.atomic():
        rows = confirmed().select_for_update(skip_locked=True, of=("self",)).select_related("subscriber")
        subscription = rows.filter(pk=key).first()
        if subscription is None:
            return None
        earlier = {row.article_id: row for row in subscription.deliveries.filter(article__in=[i.key for i in items])}
        again = {article for article, row in earlier.items() if _is_waiting(row, now)}
        new = {item.key for item in new_for(subscription, items, now)} - earlier.keys()
        articles = _readable(again | new, now)
        if not articles:
            return None
        rows_made = [
            Delivery(subscription=subscription, article=article, at=now) for article in articles if article.pk in new
        ]
        made = Delivery.objects.bulk_create(rows_made)
        retried = [earlier[article.pk] for article in articles if article.pk in again]
        for row in retried:
            row.state, row.at, row.tries, row.retry_at = DeliveryState.CLAIMED, now, row.tries + 1, None
        Delivery.objects.bulk_update(retried, ["state", "at", "tries", "retry_at"])
        if made:
            subscription.letter_at = now
            subscription.save(update_fields=["letter_at"])
        return Claim(subscription, articles, [row.pk for row in (*made, *retried)])


def _is_waiting(row: Delivery, now: datetime) -> bool:
    return row.state == DeliveryState.WAITS and row.retry_at is not None and row.retry_at <= now


def _readable(keys: set[int], now: datetime) -> list[Article]:
    """Those of the articles that readers may see at `now`, by a title that may be shown."""
    rows = Article.objects.published(now).filter(pk__in=keys).newest_first()[:MOST_ARTICLES]
    return [article for article in rows if text_of(article, "title")]


def note(claim: Claim, fate: Fate, now: datetime) -> None:
    """Keep what became of a letter. Of one whose fate is unknown the claim stays."""
    rows = Delivery.objects.filter(pk__in=claim.deliveries)
    if fate is Fate.SENT:
        rows.update(state=DeliveryState.SENT, at=now)
    elif fate is Fate.LATER:
        for tries, wait in enumerate(WAITS, 1):
            rows.filter(tries=tries).update(state=DeliveryState.WAITS, at=now, retry_at=now + wait)
        rows.filter(tries__gt=len(WAITS)).update(state=DeliveryState.GIVEN_UP, at=now)
    elif fate is not Fate.UNKNOWN:
        rows.update(state=DeliveryState.GIVEN_UP, at=now)
    if fate is Fate.NO_MAILBOX:
        Subscriber.objects.filter(pk=claim.subscription.subscriber_id).update(bounced_at=now)


def tidy(now: datetime) -> None:
    """Forget requests that were never confirmed, what waits and is no news any more, and what was long ago."""
    erase_unconfirmed(now)
    old = Q(state=DeliveryState.WAITS, at__lt=now - NEWS_FOR)
    Delivery.objects.filter(old).update(state=DeliveryState.GIVEN_UP)
    Delivery.objects.filter(at__lt=now - REMEMBERED).delete()
