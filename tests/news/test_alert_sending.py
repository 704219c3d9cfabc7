"""Alerts: which news goes to whom, when, once; what a refusal, a crash and a second sender change."""

import gc
from collections import Counter, deque
from datetime import datetime, timedelta
from typing import ClassVar

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from iad_portal.lib.dates.calendar import BANGKOK
from iad_portal.lib.operations.outgoing import Fate
from news.alerts import sending, whats_new
from news.alerts.sending import Round
from news.models import Delivery, Pace, Subscriber, Subscription
from tests import world

from .alerts import ADDRESS, Post, news, sent, subscription

pytestmark = pytest.mark.django_db


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of June 2026 in Bangkok; the 1st, 8th and 15th are Mondays."""
    return datetime(2026, 6, day, hour, minute, tzinfo=BANGKOK)


def early(**facts) -> Subscription:
    """A subscription of before June 2026."""
    return subscription(confirmed_at=at(1, 0) - timedelta(days=30), **facts)


def titles(letters) -> list[str]:
    return [
        line for letter in letters for line in letter.body.splitlines() if line.startswith("ข่าว ") and " · " not in line
    ]


def test_an_article_goes_once_to_one_subscription():
    subscription()
    news("one")
    assert len(sent()) == 1 and sent() == [] and sent(timezone.now() + timedelta(days=1)) == []


def test_the_same_pair_cannot_be_stored_twice():
    one, article = subscription(), news()
    Delivery.objects.create(subscription=one, article=article, at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(subscription=one, article=article, at=timezone.now())


@pytest.mark.parametrize(
    ("facts", "comes"),
    [
        ({}, True),
        ({"kind": "interview"}, True),
        ({"kind": "announcement"}, False),
        ({"city": "named"}, True),
        ({"city": "other"}, False),
        ({"network": "named"}, True),
        ({"network": "other"}, False),
        ({"city": "named", "network": "other"}, False),
        ({"city": "named", "network": "named", "kind": "interview"}, True),
    ],
)
def test_what_is_sent_fits_all_that_was_chosen(facts, comes):
    cities = {name: world.city(f"{name}-city") for name in ("named", "other")}
    networks = {name: world.network(f"{name}-net") for name in ("named", "other")}
    article = news(kind="interview")
    article.cities.add(cities["named"]), article.networks.add(networks["named"])
    chosen = {
        "kind": facts.get("kind", ""),
        "city": cities.get(facts.get("city")),
        "network": networks.get(facts.get("network")),
    }
    subscription(**chosen)
    assert bool(sent()) == comes


def test_what_came_out_before_the_confirmation_is_never_sent():
    now = timezone.now()
    subscription(confirmed_at=now - timedelta(hours=1))
    news("before", now - timedelta(hours=2)), news("after", now - timedelta(minutes=5))
    assert titles(sent()) == ["ข่าว after"]


def test_a_scheduled_article_goes_out_from_its_moment_on():
    early()
    article = world.article("soon", published_on=None, publish_at=timezone.now() + timedelta(days=1))
    moment = article.publish_at
    assert article.first_published_at == moment
    assert sent(moment - timedelta(seconds=1)) == []
    assert titles(sent(moment)) == ["ข่าว soon"] and sent(moment + timedelta(seconds=1)) == []


@pytest.mark.parametrize("change", [{"status": "draft"}, {"status": "withdrawn"}, {"publish_at": at(30, 7)}])
def test_what_readers_may_not_see_at_the_moment_of_sending_is_not_sent(change):
    """Nor does it count as sent: let out again while it is news, it goes."""
    early()
    article = news("one", at(10, 8))
    type(article).objects.filter(pk=article.pk).update(**change)
    assert sent(at(10, 9)) == []
    type(article).objects.filter(pk=article.pk).update(status="published", publish_at=None)
    assert titles(sent(at(10, 10))) == ["ข่าว one"]


def test_what_is_withdrawn_between_the_look_and_the_claim_is_not_sent():
    """What may be read is asked again when it is claimed."""
    one, article = early(), news("one", at(10, 8))
    items = whats_new.items_at(at(10, 9))
    type(article).objects.update(status="withdrawn")
    assert items and sending.claimed(one.pk, items, at(10, 9)) is None and not Delivery.objects.exists()


def test_a_language_that_is_held_back_is_never_told():
    """The other one, marked; nothing where neither may be shown."""
    early()
    news("held", at(10, 8), hold_th=True), news("nothing", at(10, 8), hold_th=True, title_en="")
    (letter,) = sent(at(10, 9))
    html = letter.alternatives[0].content
    assert letter.subject.startswith("News held") and "News held (ภาษาอังกฤษ)" in letter.body
    assert 'lang="en">News held</a> <small>(ภาษาอังกฤษ)</small>' in html
    assert "ข่าว held" not in letter.body + html and "ข่าว nothing" not in letter.body + html


@pytest.mark.parametrize(
    ("days", "known", "comes"),
    [(0, None, True), (13, None, True), (15, None, False), (0, 0, True), (0, 7, True), (0, 8, False), (0, 400, False)],
)
def test_what_was_known_elsewhere_for_long_is_no_news(days, known, comes):
    """`days` ago it came out here; `known` days before that, elsewhere."""
    early()
    now = at(20, 12)
    out_at = now - timedelta(days=days, minutes=1)
    news("one", out_at, published_on=(known is not None and (out_at - timedelta(days=known)).date()) or None)
    assert bool(sent(now)) == comes


def test_what_nobody_knows_to_have_come_out_at_a_moment_is_no_news():
    """The starting data: public before it came here."""
    early()
    article = news("old")
    type(article).objects.update(first_published_at=None)
    assert sent() == []


def test_daily_letters_leave_at_their_hour_and_tell_what_came_out_by_then():
    early(pace=Pace.DAILY)
    news("evening", at(9, 20)), news("early", at(10, 7)), news("morning", at(10, 7, 1))
    assert titles(sent(at(10, 6, 59))) == []
    assert sorted(titles(sent(at(10, 7)))) == ["ข่าว early", "ข่าว evening"]
    assert sent(at(10, 23)) == [] and sent(at(11, 6, 59)) == []
    # The timer may come late.
    assert titles(sent(at(11, 9))) == ["ข่าว morning"]


def test_a_daily_letter_is_one_a_day():
    """What is let out again after the letter waits for the next."""
    early(pace=Pace.DAILY)
    news("one", at(9, 20))
    back = news("back", at(9, 21))
    type(back).objects.filter(pk=back.pk).update(status="withdrawn")
    assert titles(sent(at(10, 7))) == ["ข่าว one"]
    type(back).objects.filter(pk=back.pk).update(status="published")
    assert sent(at(10, 9)) == [] and titles(sent(at(11, 7))) == ["ข่าว back"]


def test_weekly_letters_leave_on_monday_morning():
    early(pace=Pace.WEEKLY)
    news("sunday", at(14, 20))
    news("monday", at(15, 8))
    assert sent(at(15, 6, 59)) == [] and titles(sent(at(15, 7))) == ["ข่าว sunday"]
    assert sent(at(21, 23)) == [] and titles(sent(at(22, 7))) == ["ข่าว monday"]


@pytest.mark.parametrize("pace", ["daily", "weekly"])
@pytest.mark.parametrize("hour", [0, 6, 7, 23])
def test_the_last_moment_of_a_pace_is_never_to_come(pace, hour):
    for day in range(1, 15):
        moment = whats_new.moment_of(pace, at(day, hour))
        assert moment <= at(day, hour) and (moment.hour, moment.minute) == (7, 0)
        assert at(day, hour) - moment < timedelta(days=7 if pace == "weekly" else 1)


def test_who_has_not_confirmed_or_whose_letters_come_back_gets_none():
    subscription(confirmed_at=None, asked_at=timezone.now())
    subscription("b@example.org")
    Subscriber.objects.filter(address="b@example.org").update(bounced_at=timezone.now())
    news()
    assert sent() == []


def test_a_refusal_for_now_is_tried_again_and_given_up_at_last():
    early()
    news("one", at(10, 8))
    now, tries = at(10, 9), 0
    for wait in (*sending.WAITS, timedelta(days=1)):
        assert sent(now, {ADDRESS: Fate.LATER}) and sent(now, {ADDRESS: Fate.LATER}) == []
        tries += 1
        now += wait
    row = Delivery.objects.get()
    assert (row.state, row.tries, tries) == ("given_up", 4, 4) and sent(now) == []


def test_a_letter_that_is_tried_again_goes_out_once():
    """With what became unreadable meanwhile left out."""
    early()
    news("one", at(10, 8))
    gone = news("gone", at(10, 8))
    sent(at(10, 9), {ADDRESS: Fate.LATER})
    type(gone).objects.filter(pk=gone.pk).update(status="withdrawn")
    assert sent(at(10, 9, 14)) == []
    assert titles(sent(at(10, 9, 15))) == ["ข่าว one"] and sent(at(10, 12)) == []


def test_one_address_that_fails_does_not_stop_the_others():
    fates = {"a@example.org": Fate.NO_MAILBOX, "b@example.org": Fate.NOT_TAKEN, "c@example.org": Fate.UNKNOWN}
    for address in (*fates, "d@example.org"):
        early(address=address)
    news("one", at(10, 8))
    assert [letter.to[0] for letter in sent(at(10, 9), fates)] == [*fates, "d@example.org"]
    assert list(Delivery.objects.order_by("pk").values_list("state", flat=True)) == [
        "given_up",
        "given_up",
        "claimed",
        "sent",
    ]
    bounced = Subscriber.objects.exclude(bounced_at=None)
    assert [row.address for row in bounced] == ["a@example.org"] and sent(at(10, 10)) == []


def test_a_letter_that_cannot_be_written_does_not_stop_the_others(monkeypatch, caplog):
    """It is logged by its number, without an address."""
    one, _two = early(), early(address="b@example.org")
    real = sending.news_letter

    def broken(of, articles):
        if of.pk == one.pk:
            raise ValueError(of.pk)
        return real(of, articles)

    monkeypatch.setattr(sending, "news_letter", broken)
    news("one", at(10, 8))
    assert [letter.to for letter in sent(at(10, 9))] == [["b@example.org"]]
    assert f"subscription {one.pk}" in caplog.text and ADDRESS not in caplog.text


def test_a_sender_that_dies_loses_one_letter_at_most_and_the_desk_tells_it():
    """Killed between claim and answer: that letter is never sent again, all others are."""
    for address in ("a@example.org", "b@example.org", "c@example.org"):
        early(address=address)
    news("one", at(10, 8))
    with pytest.raises(KeyboardInterrupt):
        sent(at(10, 9), {"b@example.org": KeyboardInterrupt()})
    assert [letter.to[0] for letter in sent(at(10, 9, 5))] == ["c@example.org"]
    assert [row.subscription.subscriber.address for row in Delivery.objects.unknown(at(10, 9, 1))] == ["b@example.org"]


def test_when_the_mail_server_is_away_nothing_is_claimed():
    from iad_portal.lib.operations.outgoing import NoWayOut

    early()
    news("one", at(10, 8))
    post = Post()

    def away():
        raise NoWayOut("gone")

    post.ready = away
    with pytest.raises(NoWayOut):
        list(Round(post, lambda: at(10, 9)).go())
    assert not Delivery.objects.exists() and post.ended == 1


def test_what_was_sent_is_forgotten_once_it_can_be_no_news():
    early()
    news("one", at(10, 8))
    sent(at(10, 9))
    sending.tidy(at(10, 9) + sending.REMEMBERED + timedelta(minutes=1))
    assert not Delivery.objects.exists() and sent(at(10, 9) + sending.REMEMBERED + timedelta(minutes=2)) == []


def test_records_that_alerts_name_are_deleted_without_asking_them():
    """A subscription to a city that is gone stands, and brings nothing; nothing of it is in the city's bin."""
    from iad_portal.lib.desk.bin_contents import contents_of, going

    city = world.city("gone")
    one, article = early(city=city), news("one", at(10, 8))
    article.cities.add(city)
    Delivery.objects.create(subscription=one, article=news("two"), at=at(10, 8))
    held = {model.__name__ for record in (city, article) for model in contents_of(going([record])).rows}
    assert held.isdisjoint({"Subscription", "Subscriber", "Delivery"})
    city.delete()
    assert Subscription.objects.filter(pk=one.pk).exists() and sent(at(10, 9)) == []


def test_many_subscribers_cost_memory_of_a_few(monkeypatch):
    """However many there are, a few that are looked at together are held, and one letter; over one connection."""
    monkeypatch.setattr(sending, "CHUNK", 5)
    addresses = [Subscriber(address=f"s{number}@example.org") for number in range(60)]
    facts = {"language": "th", "pace": "at_once"} | dict.fromkeys(("asked_at", "confirmed_at"), at(1, 0))
    made = Subscriber.objects.bulk_create(addresses)
    Subscription.objects.bulk_create([Subscription(subscriber=one, **facts) for one in made])
    del addresses, made
    news("one", at(10, 8))

    class Counting(Post):
        held: ClassVar[list[Counter]] = []

        def send(self, letter):
            kinds = (Subscription, Subscriber, sending.Claim, type(letter))
            self.held.append(Counter(kind for one in gc.get_objects() if (kind := type(one)) in kinds))
            return Fate.SENT

    gc.collect()
    gc.freeze()  # what earlier tests left is not looked through
    post = Counting()
    deque(Round(post, lambda: at(10, 9)).go(), maxlen=0)
    assert (len(post.held), post.ended) == (60, 1)
    most = {kind: max(held[kind] for held in post.held) for kind in set().union(*post.held)}
    assert most[Subscription] > 1 and max(most.values()) <= 2 * sending.CHUNK, most


def test_who_is_told_everything_already_costs_no_query_each():
    news("one", at(10, 8))
    counts = []
    for number in (3, 12):
        for one in range(number):
            early(address=f"s{number}-{one}@example.org")
        sent(at(10, 9))
        with CaptureQueriesContext(connection) as asked:
            assert sent(at(10, 9)) == []
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_command_sends_and_says_how_many(settings, mailoutbox, capsys):
    subscription()
    news()
    call_command("send_alerts")
    assert len(mailoutbox) == 1 and "1 letters sent, 0 not." in capsys.readouterr().out
    call_command("send_alerts", verbosity=0)
    assert len(mailoutbox) == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    with pytest.raises(CommandError, match="EMAIL_URL"):
        call_command("send_alerts")
