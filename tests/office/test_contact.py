"""The contact form: what it keeps, what it refuses, and that nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from iad_portal.office.models import Message
from iad_portal.office.pages.contact import page_of_this_site
from iad_portal.office.views.contact import LIMIT
from tests import world
from tests.site.checks import assert_one_era, assert_queries

pytestmark = pytest.mark.django_db

LETTER = {
    "topic": "question", "text": "เปิดทำการวันใด", "name": "มานี ใจดี", "email": "manee@example.org", "consent": "on",
}  # fmt: skip


@pytest.fixture(autouse=True)
def nobody_has_written_yet():
    cache.clear()


def send(client, language="th", **facts):
    return client.post(f"/{language}/contact/", {key: value for key, value in (LETTER | facts).items() if value})


@pytest.mark.parametrize(
    ("language", "thanks"), [("th", "สำนักงานได้รับข้อความของท่านแล้ว"), ("en", "Your message has been received")]
)
def test_a_message_is_kept_and_answered_with_its_number(client, language, thanks):
    """A redirect, so that a reload sends nothing; the number stands on the page that thanks."""
    answer = send(client, language, about="/th/cities/fukuoka/")
    kept = Message.objects.get()
    assert answer.status_code == 303 and answer.url == f"/{language}/contact/sent/{kept.reference}/"
    html = client.get(answer.url).content.decode()
    assert thanks in html and kept.reference in html and 'name="robots" content="noindex"' in html
    assert (kept.topic, kept.about, kept.language, kept.state) == ("question", "/th/cities/fukuoka/", language, "new")
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", kept.reference)


def test_thanks_are_given_for_real_messages_only(client):
    """An invented number is no page; the real one takes no post."""
    for invented in ("AAAA-AAAA", "%00", "%E0%B8%81", "a" * 900):
        assert client.get(f"/th/contact/sent/{invented}/").status_code == 404
    assert client.post(send(client).url).status_code == 405


def test_the_button_pressed_twice_sends_once(client):
    """The same words a moment later; later on, or with other words, they are another message."""
    assert send(client).url == send(client).url
    send(client, text="อีกเรื่อง")
    assert Message.objects.count() == 2
    Message.objects.update(sent_at=timezone.now() - timedelta(hours=1))
    send(client)
    assert Message.objects.count() == 3


def test_thai_is_mended_and_lines_are_kept(client):
    """Private-use marks, a sara am taken apart, no-break and zero-width spaces, NUL."""
    send(
        client,
        text="น\u0e4d\u0e32\u200b ท\uf70bวม\r\n\r\n\r\nจบ\x00",
        name="มานี\u00a0\n ใจดี",
        email="\u200bmanee@example.org ",
    )
    kept = Message.objects.get()
    assert (kept.text, kept.name, kept.email) == ("นำ ท้วม\n\nจบ", "มานี ใจดี", "manee@example.org")


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"topic": ""}, ["topic_0"]),
        ({"topic": "weather"}, ["topic_0"]),
        ({"text": "\u200b \n"}, ["text"]),
        ({"text": "ก" * 5001}, ["text"]),
        ({"name": "", "email": ""}, ["name", "email"]),
        ({"email": "manee@"}, ["email"]),
        ({"consent": ""}, ["consent"]),
        ({"website": "https://spam.example"}, ["website"]),
    ],
)
@pytest.mark.parametrize("language", ["th", "en"])
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, facts, fields, language):
    """A summary that leads to each field, a title that says so, the fault tied to its field, the words still there."""
    answer = send(client, language, about="/th/cities/", **facts)
    html, typed = answer.content.decode(), LETTER | facts
    assert answer.status_code == 200 and not Message.objects.exists()
    assert re.findall(r'<li><a href="#id_(\w+)">', html) == fields
    assert "<title>" + {"th": "ข้อผิดพลาด:", "en": "Error:"}[language] in html
    for name in fields:
        assert f'id="id_{name.removesuffix("_0")}_error"' in html
    if fields != ["topic_0"]:
        assert re.search(rf'<(input|textarea)[^>]*aria-invalid="true"[^>]*id="id_{fields[0]}"', html)
    assert all(typed[name] in html for name in ("text", "name", "email")) and 'value="/th/cities/"' in html


def test_a_mistake_may_be_told_without_a_name(client):
    """And the thanks say that no answer will come."""
    answer = send(client, "en", topic="mistake", name="", email="")
    assert "no answer will come" in client.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/th/cities/fukuoka/", "/th/cities/fukuoka/"),
        ("/en/", "/en/"),
        ("/th/news/?year=2019#main", "/th/news/"),
        ("/th/search/%3Cb%3E", ""),
        ("/admin/", ""),
        ("/media/x", ""),
        ("/thx/", ""),
        ("//th/evil.example/", ""),
        ("https://evil.example/th/", ""),
        ("javascript:alert(1)", ""),
        ("/th/no-such-page/", ""),
        ("/th/cities/\nx/", ""),
        ("/th/cities/" + "a" * 400 + "/", ""),
        ("/th/[", ""),
        ("//[", ""),
        ("", ""),
    ],
)
def test_the_page_it_is_about_is_one_of_this_site_or_left_out(client, address, kept):
    """Nonsense is dropped, on the way in and when sent; it is never an error."""
    assert page_of_this_site(address) == kept
    html = client.get("/en/contact/", {"about": address}).content.decode()
    assert ("form__about" in html) == bool(kept)
    send(client, about=address)
    assert Message.objects.get().about == kept


def test_a_mistake_is_reported_from_its_page(client):
    """The link of every record's page opens the form with topic and page; searchers stay away from it."""
    world.city("edo")
    link = re.search(r'<a href="([^"]+)" rel="nofollow">แจ้ง', client.get("/th/cities/edo/").content.decode())[1]
    assert link == "/th/contact/?topic=mistake&amp;about=/th/cities/edo/#write"
    html = client.get(link.replace("&amp;", "&")).content.decode()
    assert re.search(r'value="mistake"[^>]* checked', html) and '<a href="/th/cities/edo/">/th/cities/edo/</a>' in html
    assert 'rel="canonical" href="http://localhost:8000/th/contact/"' in html and "noindex" in html
    assert "hreflang" not in html.split("<body")[0]
    other = client.get("/en/contact/", {"about": "/th/cities/edo/"}).content.decode()
    assert '<a href="/th/cities/edo/" hreflang="th">' in other
    plain = client.get("/th/contact/").content.decode()
    assert "noindex" not in plain and 'hreflang="en"' in plain.split("<body")[0]


def test_only_the_form_sets_a_cookie_and_no_cache_may_keep_it(client):
    """Also on the second visit, when the cookie is there already; every other page stays without."""
    for _visit in range(2):
        assert client.get("/th/contact/")["Cache-Control"] == "private, no-store"
    assert set(client.cookies) == {"portal_csrf"} and not client.cookies["portal_csrf"]["max-age"]
    answer = client.get("/th/")
    assert not answer.cookies and answer["Cache-Control"].startswith("public")
    assert send(client)["Cache-Control"] == "private, no-store"


def test_the_form_asks_little_and_says_no_to_other_methods(client):
    """One era; at most sixteen queries; PUT is refused."""
    assert_queries(client, "/th/contact/?topic=mistake&about=/th/cities/")
    assert_one_era(client, "contact/")
    assert client.put("/th/contact/").status_code == 405 and client.head("/th/contact/").status_code == 200


def test_a_form_from_elsewhere_is_refused():
    """Without the cookie and its counterpart nothing is kept."""
    assert send(Client(enforce_csrf_checks=True)).status_code == 403
    assert not Message.objects.exists()


def test_a_flood_is_held_back_and_its_words_are_not_lost(client):
    """429 with a sentence; somebody at another address goes on; faulty forms and second presses do not count."""
    sender = {"HTTP_X_FORWARDED_FOR": "203.0.113.5"}
    for number in range(LIMIT):
        words = LETTER | {"text": f"ข้อความที่ {number}"}
        assert client.post("/th/contact/", words, **sender).status_code == 303
        assert client.post("/th/contact/", words, **sender).status_code == 303
        assert client.post("/th/contact/", words | {"consent": ""}, **sender).status_code == 200
    held = client.post("/th/contact/", LETTER, **sender)
    html = held.content.decode()
    assert held.status_code == 429 and held["Retry-After"] == "3600" and "private" in held["Cache-Control"]
    assert "มีการส่งข้อความจากเครือข่ายของท่านเป็นจำนวนมาก" in html and LETTER["text"] in html
    assert client.post("/th/contact/", LETTER, HTTP_X_FORWARDED_FOR="203.0.113.6").status_code == 303
    assert Message.objects.count() == LIMIT + 1


def test_the_form_describes_itself(client):
    """Autocomplete for what browsers know; the trap is out of reach; the browser leaves the sentences to us."""
    html = client.get("/th/contact/").content.decode()
    assert 'autocomplete="name"' in html and 'autocomplete="email"' in html and "novalidate" in html
    trap = html.split('class="form__trap"')[1].split("</form>")[0]
    assert 'tabindex="-1"' in trap and 'autocomplete="off"' in trap
    assert 'aria-describedby="id_text_helptext"' in html and "maxlength" not in html.split("<textarea")[1].split(">")[0]
    assert '/th/about/privacy/"' in html.split("form__consent")[1]
