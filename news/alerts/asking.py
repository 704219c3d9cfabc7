"""Asking for alerts, confirming, changing and leaving: what is kept of a subscriber, and until when."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from news.models import Pace, Subscriber, Subscription

# So long a request waits for its confirmation; then it is erased.
UNCONFIRMED = timedelta(days=3)
# More subscriptions than these one address never has.
MOST = 20


def ask(address: str, language: str, pace: str, scope: dict[str, Any]) -> Subscription | None:
    """Keep that `address` (as mail_address() gives it) asks for news of `scope`; nothing is sent before it confirms.

    Gives what is to be confirmed: what waits already, with the new wishes, or a new request; None when the address has
    as many as one may have.
    """
    erase_unconfirmed()
    with transaction.atomic():
        subscriber = Subscriber.objects.select_for_update().get_or_create(address=address)[0]
        facts = {"language": language, "pace": pace, "asked_at": timezone.now()}
        waiting = subscriber.subscriptions.filter(confirmed_at=None, **scope).first()
        if waiting is None and subscriber.subscriptions.count() >= MOST:
            return None
        found = waiting or Subscription(subscriber=subscriber, **scope)
        for name, value in facts.items():
            setattr(found, name, value)
        found.save()
        found.subscriber = subscriber
        return found


def confirm(asked: Subscription) -> Subscription | None:
    """The reader wants it: from now on. Takes the place of what was confirmed for the same scope before.

    Gives the subscription that stands; None when it was left meanwhile. Confirming twice changes nothing.
    """
    with transaction.atomic():
        # A letter that was read and answered proves that the mailbox is there.
        Subscriber.objects.filter(pk=asked.subscriber_id).update(bounced_at=None)
        own = Subscription.objects.select_for_update().filter(subscriber=asked.subscriber_id)
        found = own.filter(pk=asked.pk).first()
        if found is None or found.confirmed_at:
            return found
        before = own.exclude(confirmed_at=None).filter(**found.scope).first()
        if before is None:
            found.confirmed_at = timezone.now()
            found.save(update_fields=["confirmed_at"])
            return found
        before.language, before.pace = found.language, found.pace
        before.save(update_fields=["language", "pace"])
        found.delete()
        return before


def change(subscription: Subscription, language: str, pace: Pace | str) -> None:
    """From the next letter on another language or pace."""
    Subscription.objects.filter(pk=subscription.pk).update(language=language, pace=pace)


def leave(subscription: Subscription) -> bool:
    """Nothing is sent for `subscription` any more; with the last one of an address the address is erased.

    Whether the address was erased.
    """
    with transaction.atomic():
        _held([subscription.subscriber_id])
        Subscription.objects.filter(pk=subscription.pk).delete()
        return bool(_held([subscription.subscriber_id]).without_subscription().erase())


def leave_all(subscriber: Subscriber) -> None:
    """The address is erased, with all that was kept of it."""
    with transaction.atomic():
        _held([subscriber.pk]).erase()


def _held(keys: Iterable[int]) -> Any:
    """The subscribers with these `keys`, which wait for nobody else until the transaction ends: a sender that claims
    for them just now ends first, and a new request comes after."""
    rows = Subscriber.objects.filter(pk__in=list(keys))
    list(rows.select_for_update().order_by("pk").values_list("pk"))
    list(Subscription.objects.select_for_update().filter(subscriber__in=rows).order_by("pk").values_list("pk"))
    return rows


def erase_unconfirmed(now: datetime | None = None) -> None:
    """Forget requests that nobody confirmed in time, and the addresses that nothing is left of."""
    late = (now or timezone.now()) - UNCONFIRMED
    gone = Subscription.objects.filter(confirmed_at=None, asked_at__lt=late)
    if keys := set(gone.values_list("subscriber", flat=True)):
        with transaction.atomic():
            held = _held(keys)
            gone.delete()
            held.without_subscription().erase()
