"""Two senders at once, over connections of their own: every letter goes once."""

from collections import Counter
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.utils import timezone

from news.alerts import asking, sending
from news.alerts.sending import Round
from news.alerts.whats_new import items_at
from news.models import Delivery, Subscriber

from .alerts import Post, news, subscription

pytestmark = pytest.mark.django_db(transaction=True)
SENDERS, SUBSCRIBERS = 3, 25


def beside(*deeds) -> None:
    """Do all `deeds` at once, each over its own connection; raise what one of them raised."""
    faults, start = [], Barrier(len(deeds))

    def run(deed):
        try:
            start.wait()
            deed()
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]


def only_with_connections_of_their_own():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an SQLite database in memory has one connection: PostgreSQL tries this")


def test_senders_at_once_send_each_letter_once():
    only_with_connections_of_their_own()
    for number in range(SUBSCRIBERS):
        subscription(f"s{number}@example.org")
    news("one"), news("two")
    posts = [Post() for _sender in range(SENDERS)]
    beside(*(lambda post=post: list(Round(post).go()) for post in posts))
    got = Counter(letter.to[0] for post in posts for letter in post.letters)
    assert len(got) == SUBSCRIBERS and set(got.values()) == {1}
    assert Delivery.objects.filter(state="sent").count() == 2 * SUBSCRIBERS


def test_what_another_sender_is_claiming_is_passed_over_without_waiting():
    only_with_connections_of_their_own()
    one = subscription()
    news("one")
    items, now, found = items_at(timezone.now()), timezone.now(), []
    from django.db import transaction

    with transaction.atomic():
        assert sending.claimed(one.pk, items, now) is not None
        beside(lambda: found.append(sending.claimed(one.pk, items, now)))
    beside(lambda: found.append(sending.claimed(one.pk, items, now)))
    assert found == [None, None]


def test_leaving_while_a_sender_claims_erases_all_the_same():
    only_with_connections_of_their_own()
    for number in range(SUBSCRIBERS):
        subscription(f"s{number}@example.org")
    news("one")
    post = Post()
    everybody = list(Subscriber.objects.all())
    beside(lambda: list(Round(post).go()), lambda: [asking.leave_all(one) for one in everybody])
    assert not Subscriber.objects.exists() and not Delivery.objects.exists()


def test_two_presses_at_once_confirm_once():
    only_with_connections_of_their_own()
    asked = [asking.ask("a@example.org", "th", "daily", {"kind": "", "city_id": None, "network_id": None})] * 3
    beside(*(lambda one=one: asking.confirm(one) for one in asked))
    subscriber = Subscriber.objects.get()
    assert subscriber.subscriptions.exclude(confirmed_at=None).count() == 1


def test_two_requests_at_once_keep_one_address():
    only_with_connections_of_their_own()
    scope = {"kind": "", "city_id": None, "network_id": None}
    beside(*[lambda: asking.ask("a@example.org", "th", "daily", scope)] * 4)
    assert Subscriber.objects.get().subscriptions.count() == 1
