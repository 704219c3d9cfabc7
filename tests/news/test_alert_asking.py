"""Alerts: asking, confirming, changing and leaving; what is told to whom, and what is kept."""

import logging
import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail.message import BadHeaderError
from django.test import Client
from django.utils import timezone

from news.alerts import asking, tokens
from news.models import Subscriber, Subscription
from news.views import alerts as views
from tests import world
from tests.site.checks import assert_queries

from .alerts import ADDRESS, news, sent, subscription, tables_that_hold

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Nobody has asked yet, and what is left for later is done at once."""
    cache.clear()
    monkeypatch.setattr(views, "later", lambda deed: deed())


def ask(client, language="th", **facts):
    typed = {"email": ADDRESS, "pace": "daily", "language": language, "kind": "", "city": "", "network": ""} | facts
    return client.post(f"/{language}/alerts/", typed)


def link(letter, page: str) -> str:
    """The path in `letter` that leads to `page`."""
    return urlsplit(re.search(rf"http\S+/alerts/{page}/\S+", letter.body).group()).path


def test_nothing_is_sent_before_the_reader_has_pressed_the_button(client):
    """Asked, not confirmed: no news. A letter, a page, a press: news from then on."""
    answer = ask(client)
    assert answer.status_code == 303 and answer.url == "/th/alerts/sent/"
    news("before"), sent()
    assert [letter.to for letter in mail.outbox] == [[ADDRESS]]
    path = link(mail.outbox[0], "confirm")
    assert "ยืนยันการรับข่าว" in client.get(path).text
    assert Subscription.objects.get().confirmed_at is None and sent() == []
    assert "ยืนยันแล้ว" in Client().post(path).text
    assert sent() == []
    news("after", timezone.now())
    Subscription.objects.update(pace="at_once")
    assert [letter.to for letter in sent()] == [[ADDRESS]]


def test_opening_links_changes_nothing_whatever_program_does_it(client):
    """HEAD and GET of every link in every letter."""
    ask(client)
    waiting = mail.outbox[0]
    for page in ("confirm", "leave"):
        for method in (client.get, client.head):
            assert method(link(waiting, page)).status_code == 200
    assert Subscription.objects.get().confirmed_at is None


def test_the_answer_is_the_same_whatever_is_known_of_the_address(client):
    """New, waiting, confirmed, returned: the same redirect, the same letter."""
    answers = [ask(client)]
    answers.append(ask(client))
    asking.confirm(Subscription.objects.get())
    answers.append(ask(client))
    assert {(answer.status_code, answer.url, answer.content) for answer in answers} == {(303, "/th/alerts/sent/", b"")}
    bodies = {re.sub(r"alerts/\w+/\S+", "", letter.body) for letter in mail.outbox}
    assert len(mail.outbox) == 3 and len(bodies) == 1


def test_one_address_gets_few_letters_however_often_somebody_asks(client):
    """By address, from wherever; the answer does not change."""
    for number in range(views.TO_ADDRESS + 2):
        answer = client.post(
            "/th/alerts/",
            {"email": ADDRESS.upper(), "pace": "daily", "language": "th"},
            REMOTE_ADDR=f"203.0.113.{number}",
        )
        assert answer.status_code == 303
    assert len(mail.outbox) == views.TO_ADDRESS


def test_one_network_asks_for_few_addresses(client):
    """The reader is told, and nothing typed is lost."""
    for number in range(views.OF_SENDER):
        assert ask(client, email=f"a{number}@example.org").status_code == 303
    answer = ask(client, email="one-more@example.org")
    assert answer.status_code == 429 and answer["Retry-After"] and "one-more@example.org" in answer.text
    assert not Subscriber.objects.filter(address="one-more@example.org").exists()


def test_one_address_has_no_more_than_so_many_subscriptions(client, monkeypatch):
    """The answer does not tell."""
    monkeypatch.setattr(asking, "MOST", 1)
    assert ask(client).url == ask(client, kind="interview").url
    assert Subscription.objects.count() == 1 and len(mail.outbox) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "", "manee", "manee@", "manee@example", "manee@[127.0.0.1]", "root@localhost", '"a b"@example.org',
        "a@example.org\nBcc: b@example.org", "a@example.org,b@example.org", "มานี@example.org", "a@example.org\x00",
        "a@exa mple.org", "a" * 250 + "@example.org", "<script>@example.org", "a@-.org",
    ],
)  # fmt: skip
def test_what_is_no_mailbox_is_refused_with_a_sentence(client, typed):
    answer = ask(client, email=typed)
    if answer.status_code == 303:  # what copying brought was taken away, and one address is left
        assert typed == "a@example.org\x00" and [letter.to for letter in mail.outbox] == [["a@example.org"]]
        return
    assert answer.status_code == 200 and answer.context["form"].errors["email"] and not mail.outbox
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Manee@Example.ORG", "manee@example.org"),
        (" manee+news@example.org\u200b", "manee+news@example.org"),
        ("manee@ตัวอย่าง.ไทย", "manee@xn--72c1a1bt4awk9o.xn--o3cw4h"),
        ("o'neil@example.org", "o'neil@example.org"),
    ],
)
def test_odd_addresses_are_kept_as_mail_servers_take_them(client, typed, kept):
    assert ask(client, email=typed).status_code == 303
    assert Subscriber.objects.get().address == kept and mail.outbox[0].to == [kept]
    assert mail.outbox[0].message().as_bytes()


def test_programs_fall_into_the_trap(client):
    assert ask(client, website="x").status_code == 200 and not mail.outbox


def test_what_an_address_chooses_is_chosen_in_the_form(client):
    """City, network, kind; what is unknown, hidden or asked twice is no page."""
    world.city("fukuoka"), world.city("hidden", status="draft"), world.network("citynet")
    html = client.get("/th/alerts/?city=fukuoka&network=citynet&kind=interview&utm_source=x").text
    for value in ("fukuoka", "citynet", "interview"):
        assert f'<option value="{value}" selected>' in html
    for query in ("city=hidden", "city=nowhere", "kind=x", "page=2", "city=fukuoka&city=fukuoka", "city="):
        assert client.get(f"/th/alerts/?{query}").status_code == 404, query
    assert "เมือง hidden" not in html


def test_the_form_costs_few_queries_however_many_cities_there_are(client):
    few = assert_queries(client, "/th/alerts/")
    for _number in range(5):
        world.city(), world.network()
    assert assert_queries(client, "/th/alerts/") == few


def test_the_scope_is_kept_and_told_in_the_readers_language(client):
    city = world.city("fukuoka", name_th="ฟุกุโอกะ", name_en="Fukuoka")
    ask(client, "en", city="fukuoka", kind="interview")
    kept = Subscription.objects.get()
    assert (kept.city_id, kept.network_id, kept.kind, kept.language) == (city.pk, None, "interview", "en")
    assert "Interview · Fukuoka" in mail.outbox[0].body and "/en/alerts/confirm/" in mail.outbox[0].body
    city.status = "draft"
    city.save()
    page = client.get(link(mail.outbox[0], "confirm")).text
    assert "Fukuoka" not in page and "a page that is not public now" in page


def test_pages_behind_links_are_private_and_need_no_cookie(client):
    """No cache, no referrer, no index, no cookie, no token in what programs read."""
    ask(client)
    for page in ("confirm", "leave"):
        path = link(mail.outbox[0], page)
        answer = Client(enforce_csrf_checks=True).get(path)
        assert answer["Cache-Control"] == "private, no-store" or "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer" and not answer.cookies
        assert 'name="robots" content="noindex"' in answer.text and 'rel="canonical"' not in answer.text
        assert 'rel="alternate" hreflang' not in answer.text and "og:url" not in answer.text
        assert Client(enforce_csrf_checks=True).post(path).status_code == 200


def test_a_confirming_link_used_again_changes_nothing(client):
    """Neither the moment nor the number of subscriptions."""
    ask(client)
    path = link(mail.outbox[0], "confirm")
    client.post(path)
    before = Subscription.objects.values().get()
    assert client.post(path).status_code == 200 and "ยืนยันแล้ว" in client.get(path).text
    assert Subscription.objects.values().get() == before


def test_a_confirming_link_ends_after_some_days(client, monkeypatch):
    ask(client)
    path = link(mail.outbox[0], "confirm")
    later = timezone.now() + asking.UNCONFIRMED + timedelta(minutes=1)
    monkeypatch.setattr("django.core.signing.time.time", later.timestamp)
    for answer in (client.get(path), client.post(path), client.get(path.replace("/th/", "/en/"))):
        assert answer.status_code == 410
    assert "This link has ended" in client.get(path.replace("/th/", "/en/")).text


@pytest.mark.parametrize("page", ["confirm", "leave", "manage"])
def test_a_link_that_was_changed_is_told_so(client, page):
    """In both languages, to any method; never a fault of ours."""
    one = subscription()
    good = tokens.confirming_token(one) if page == "confirm" else tokens.lasting_token(one)
    wrong = ["x", good[:-1], good + "a", good.swapcase(), "1-1-a.b", "%00", "ก", "a" * 3000, good.replace("-", "--")]
    # A link of one sort is none of another.
    wrong.append(tokens.lasting_token(one) if page == "confirm" else tokens.confirming_token(one))
    for token in wrong:
        for method in (client.get, client.post):
            answer = method(f"/en/alerts/{page}/{token}/")
            assert answer.status_code == 404, token
    assert "This link is not whole" in client.get(f"/en/alerts/{page}/x/").text
    assert "ลิงก์นี้ไม่ครบถ้วน" in client.get(f"/th/alerts/{page}/x/").text
    assert Subscription.objects.filter(pk=one.pk, confirmed_at=one.confirmed_at).exists()


def test_one_press_of_the_mail_program_leaves_and_works_twice():
    """RFC 8058: the address of the header, a POST without cookie or token of a form; the address is gone."""
    subscription()
    news()
    (letter,) = sent()
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = urlsplit(letter.extra_headers["List-Unsubscribe"].strip("<>")).path
    program = Client(enforce_csrf_checks=True)
    for _time in range(2):
        answer = program.post(path, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 200 and not answer.cookies
    assert tables_that_hold(ADDRESS) == [] and program.get(path).status_code == 410


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "text/plain", "application/json"])
def test_a_press_leaves_in_whatever_form_the_mail_program_sends_it(kind):
    path = f"/th/alerts/leave/{tokens.lasting_token(subscription())}/"
    assert Client().generic("POST", path, b"List-Unsubscribe=One-Click", content_type=kind).status_code == 200
    assert not Subscriber.objects.exists()


def test_who_leaves_one_keeps_the_others():
    one, other = subscription(), subscription(kind="interview")
    Client().post(f"/th/alerts/leave/{tokens.lasting_token(one)}/")
    assert list(Subscription.objects.all()) == [other] and Subscriber.objects.count() == 1
    # The link of what was left still opens all that is left.
    assert ADDRESS in Client().get(f"/th/alerts/manage/{tokens.lasting_token(one)}/").text


def test_all_subscriptions_are_changed_and_left_on_one_page(client):
    one, other = subscription(), subscription(kind="interview")
    stranger = subscription("other@example.org")
    path = f"/th/alerts/manage/{tokens.lasting_token(one)}/"
    assert client.get(path).text.count('name="key"') == 2
    client.post(path, {"key": other.pk, "pace": "weekly", "language": "en"})
    other.refresh_from_db()
    assert (other.pace, other.language) == ("weekly", "en")
    for sent_key in (stranger.pk, "x", "", "9" * 30):
        assert client.post(path, {"key": sent_key, "pace": "weekly", "language": "en"}).status_code == 200
    client.post(path, {"key": one.pk, "pace": "hourly", "language": "xx"})
    one.refresh_from_db()
    stranger.refresh_from_db()
    assert (one.pace, stranger.pace) == ("at_once", "at_once")
    client.post(path, {"key": one.pk, "leave": "1"})
    assert not Subscription.objects.filter(pk=one.pk).exists()
    assert "ยกเลิกการรับข่าวแล้ว" in client.post(path, {"leave_all": "1"}).text
    assert [row.address for row in Subscriber.objects.all()] == ["other@example.org"]
    assert client.get(path).status_code == client.post(path, {"leave_all": "1"}).status_code == 410


@pytest.mark.history
def test_nothing_is_left_of_an_address_that_has_left(client, caplog):
    """Asked, confirmed, written to, returned, changed, left: no table and no line of the log has it."""
    caplog.set_level(logging.DEBUG)
    ask(client, pace="at_once")
    client.post(link(mail.outbox[0], "confirm"))
    news("after", timezone.now())
    (letter,) = sent()
    assert tables_that_hold(ADDRESS) == ["news_subscriber"]
    client.post(link(letter, "manage"), {"leave_all": "1"})
    assert tables_that_hold(ADDRESS) == [] and ADDRESS not in caplog.text
    assert not Subscription.objects.exists()


def test_what_nobody_confirms_is_erased_after_some_days(client):
    ask(client)
    kept = subscription("kept@example.org")
    subscription("kept@example.org", confirmed_at=None, kind="interview", asked_at=timezone.now() - timedelta(days=9))
    asking.erase_unconfirmed(timezone.now() + asking.UNCONFIRMED + timedelta(minutes=1))
    assert list(Subscription.objects.all()) == [kept] and tables_that_hold(ADDRESS) == []


def test_asking_again_for_the_same_takes_the_new_wishes_once_confirmed(client):
    """Not before: anybody may ask in somebody's name."""
    one = subscription(pace="weekly")
    ask(client, pace="daily", language="en")
    one.refresh_from_db()
    assert one.pace == "weekly"
    Client().post(link(mail.outbox[0], "confirm"))
    one.refresh_from_db()
    assert (one.pace, one.language) == ("daily", "en") and Subscription.objects.count() == 1


def test_without_a_way_to_send_mail_nothing_is_offered(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    world.city("fukuoka")
    assert "ยังไม่เปิดให้รับข่าวทางอีเมล" in client.get("/th/alerts/").text
    assert ask(client).status_code == 200 and not Subscriber.objects.exists()
    assert "/th/alerts/?city" not in client.get("/th/cities/fukuoka/").text


def test_pages_of_records_lead_to_the_form(client):
    """A city, a network, the news as they are filtered, an article, the feeds, the foot of every page."""
    city, network = world.city("fukuoka"), world.network("citynet")
    article = world.article(kind="interview")
    article.cities.add(city)
    ways = {
        city.get_absolute_url(): "/th/alerts/?city=fukuoka",
        network.get_absolute_url(): "/th/alerts/?network=citynet",
        "/th/news/?city=fukuoka&kind=interview": "/th/alerts/?kind=interview&amp;city=fukuoka",
        article.get_absolute_url(): 'href="/th/alerts/">รับข่าวทางอีเมล',
        "/th/feeds/": "/th/alerts/",
    }
    for page, way in ways.items():
        assert way in client.get(page).text, page
    city.status = "withdrawn"
    city.save()
    assert "/th/alerts/?city" not in client.get(city.get_absolute_url()).text


def test_mail_feeds_and_calendar_of_a_page_stand_together(client):
    """In the one part that tells how to follow it."""
    world.article().cities.add(world.city("fukuoka"))
    html = client.get("/th/cities/fukuoka/").text
    part = html.partition('<section class="follow"')[2].partition("</section>")[0]
    for address in ("alerts/?city=fukuoka", "news/feed/?city=fukuoka", "news/feed.json?city=fukuoka"):
        assert html.count(f'<a href="/th/{address}"') == part.count(f'<a href="/th/{address}"') == 1, address
    assert 'href="/th/cities/fukuoka/calendar.ics"' in part


def test_no_letters_are_offered_of_what_they_cannot_be_narrowed_to(client):
    world.article(published_on="2019-08-02").cities.add(world.city("fukuoka"))
    html = client.get("/th/news/?city=fukuoka&year=2019").text
    assert 'href="/th/news/feed/?year=2019&amp;city=fukuoka"' in html
    assert "/th/alerts/?" not in html


def test_a_line_break_never_reaches_a_header():
    """Titles are mended where they are written; what slips past that is one line; an address is refused by the mail."""
    subscription()
    article = news(title_th="ข่าว")
    type(article).objects.filter(pk=article.pk).update(title_th="ข่าว\r\nBcc: x@example.org")
    (letter,) = sent()
    assert "\n" not in letter.subject and "Bcc: x@example.org" in letter.subject
    assert "Bcc" not in letter.message()
    letter.to = ["a@example.org\nBcc: b@example.org"]
    with pytest.raises(BadHeaderError):
        letter.message()
