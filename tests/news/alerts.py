"""Subscribers and news for the tests of alerts."""

from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from news.alerts.sending import Round
from news.models import Article, Subscriber, Subscription
from tests import world

ADDRESS = "manee@example.org"


class Post:
    """In place of the postman: takes each letter, and says of each what `fates` (by address) has for it."""

    def __init__(self, fates=None):
        self.letters, self.fates, self.opened, self.ended = [], fates or {}, 0, 0

    def ready(self):
        self.opened += 1

    def done(self):
        self.ended += 1

    def send(self, letter):
        from iad_portal.lib.operations.outgoing import Fate

        fate = self.fates.get(letter.to[0], Fate.SENT)
        if isinstance(fate, BaseException):
            raise fate
        self.letters.append(letter)
        return fate


def subscription(address: str = ADDRESS, **facts) -> Subscription:
    """One that was confirmed a month ago, for all news at once, in Thai."""
    subscriber = Subscriber.objects.get_or_create(address=address)[0]
    long_ago = timezone.now() - timedelta(days=30)
    defaults = {"language": "th", "pace": "at_once", "asked_at": long_ago, "confirmed_at": long_ago}
    return Subscription.objects.create(subscriber=subscriber, **defaults | facts)


def news(slug: str = "", out_at: datetime | None = None, **facts) -> Article:
    """An article that came out at `out_at` (a minute ago)."""
    moment = out_at or timezone.now() - timedelta(minutes=1)
    article = world.article(slug, **{"published_on": None} | facts)
    Article.objects.filter(pk=article.pk).update(first_published_at=moment, was_public=True)
    return Article.objects.get(pk=article.pk)


def sent(now: datetime | None = None, fates=None) -> list:
    """The letters that one run sends at `now`."""
    post = Post(fates)
    list(Round(post, (lambda: now) if now else timezone.now).go())
    return post.letters


def tables_that_hold(text: str) -> list[str]:
    """Every table of the database with `text` somewhere in one of its rows."""
    found = []
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = cursor.fetchall()
        if any(text in str(value) for row in rows for value in row):
            found.append(table)
    return found
