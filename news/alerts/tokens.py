"""The words in the links of letters: signed with SECRET_KEY, and of no use once what they name is gone.

Each holds keys and the subscriber's nonce, never the address. The link that confirms ends after some days; the one that
leaves, or opens all subscriptions of the address, never does: old letters must let their reader go.
"""

from dataclasses import dataclass

from django.core.signing import BadSignature, SignatureExpired, Signer, TimestampSigner

from news.models import Subscriber, Subscription

from .asking import UNCONFIRMED

SEPARATOR = "."


class NotOurs(Exception):
    """The words were never given out, or were changed on the way."""


class Ended(Exception):
    """They were right once: too much time has passed, or what they name is gone."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a lasting link names: the subscription it stood under (None when that is gone), and its subscriber."""

    subscriber: Subscriber
    subscription: Subscription | None


def _confirming() -> TimestampSigner:
    return TimestampSigner(salt="news.alerts.confirm", sep=SEPARATOR)


def _lasting() -> Signer:
    return Signer(salt="news.alerts.lasting", sep=SEPARATOR)


def _words(subscription: Subscription) -> str:
    subscriber = subscription.subscriber
    return f"{subscription.pk}-{subscriber.pk}-{subscriber.nonce}"


def confirming_token(subscription: Subscription) -> str:
    """For the letter that asks whether `subscription` is wanted."""
    return _confirming().sign(_words(subscription))


def lasting_token(subscription: Subscription) -> str:
    """For every other letter about `subscription`."""
    return _lasting().sign(_words(subscription))


def to_confirm(token: str) -> Subscription:
    """The subscription that `token` confirms, confirmed already or not. Raises NotOurs or Ended."""
    try:
        words = _confirming().unsign(token, max_age=UNCONFIRMED)
    except SignatureExpired:
        raise Ended from None
    except BadSignature:
        raise NotOurs from None
    found = _found(words).subscription
    if found is None:
        raise Ended
    return found


def named_by(token: str) -> Named:
    """What a lasting `token` names. Raises NotOurs or Ended."""
    try:
        words = _lasting().unsign(token)
    except BadSignature:
        raise NotOurs from None
    return _found(words)


def _found(words: str) -> Named:
    subscription, subscriber, nonce = words.split("-")
    there = Subscriber.objects.filter(pk=subscriber, nonce=nonce).first()
    if there is None:
        raise Ended
    return Named(there, there.subscriptions.select_related("city", "network").filter(pk=subscription).first())
