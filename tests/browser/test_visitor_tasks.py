"""Eighteen tasks of people who come with a question: each is done within a few clicks from the first page.

A click is a press on a link, a button or a summary; typing is free. What no source says ends on a page that tells
whom to ask.
"""

import re
from contextlib import contextmanager

import pytest

pytestmark = pytest.mark.browser


class Visitor:
    """Somebody on a page of the site, whose clicks are counted."""

    def __init__(self, page, root, language):
        self.page, self.clicks = page, 0
        page.goto(f"{root}/{language}/")

    def link(self, name, within="body"):
        """Follow the first link called `name` (a part of it, in any case)."""
        self.page.locator(within).get_by_role("link", name=re.compile(name, re.IGNORECASE)).first.click()
        self.clicks += 1

    def press(self, selector):
        """Press what `selector` finds first."""
        self.page.locator(selector).first.click()
        self.clicks += 1

    def search(self, words, box="[name=q]"):
        """Type into a box, and send it."""
        self.page.locator(f"{box}:visible").first.fill(words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.clicks += 1

    def sees(self, *words):
        """Whether all of `words` are on the page, whatever its lines."""
        text = " ".join(self.page.locator("body").inner_text().split())
        return all(word in text for word in words)

    def address_of(self, name):
        """Where the first link called `name` leads."""
        return self.page.get_by_role("link", name=re.compile(name, re.IGNORECASE)).first.get_attribute("href")

    def answer_of(self, address):
        """What comes from `address`, fetched as a program fetches it."""
        return self.page.request.get(address if "://" in address else self.page.url.split("/en/")[0] + address)


@pytest.fixture
def visitor(page, starting_server):
    return Visitor(page, starting_server, "en")


@pytest.fixture
def thai_visitor(page, starting_server):
    return Visitor(page, starting_server, "th")


@contextmanager
def within(visitor, clicks):
    """What is done here takes no more than `clicks`."""
    yield
    assert visitor.clicks <= clicks, visitor.clicks


def test_telephone(visitor):
    """None is on record: the page says how the office is reached instead."""
    with within(visitor, 1):
        visitor.link("Contact")
        assert visitor.page.url.endswith("/contact/") and visitor.page.locator("form textarea").is_visible()


def test_is_the_tie_with_a_city_alive(visitor):
    with within(visitor, 2):
        visitor.search("Fukuoka")
        visitor.link("^Fukuoka", within="main")
        assert visitor.sees("Last met") and visitor.page.locator(".statement").is_visible()


def test_japan(visitor):
    """The partner cities of a country."""
    with within(visitor, 1):
        visitor.search("partner cities in Japan")
        assert visitor.sees("Fukuoka", "Aichi")


def test_what_was_promised_at_mgmac(visitor):
    with within(visitor, 2):
        visitor.link("^Commitments", within="footer")
        assert visitor.sees("MGMAC") or visitor.sees("ASEAN Capitals")


def test_fiscal_year_2556(thai_visitor):
    with within(thai_visitor, 2):
        thai_visitor.link("แผน", within="header")
        thai_visitor.link("2556", within="main")
        assert thai_visitor.page.url.endswith("/plans/2013/") and thai_visitor.sees("ปีงบประมาณ 2556")


def test_who_is_the_ambassador(visitor):
    """As last known, with the day; no name stands as today's for ever."""
    with within(visitor, 1):
        visitor.link("Heads of mission", within="footer")
        assert visitor.sees("Japan", "Ambassador")


def test_which_partners_are_in_c40(visitor):
    with within(visitor, 2):
        visitor.link("Networks shared with partner cities", within="footer")
        assert visitor.sees("C40", "Seoul")


def test_first_of_january_2012(thai_visitor):
    """Typed as people type it: in the Buddhist Era."""
    with within(thai_visitor, 2):
        thai_visitor.link("^เมืองคู่ความร่วมมือ", within="header")
        thai_visitor.search("1/1/2555", box="[name=at]")
        assert thai_visitor.page.url.endswith("?at=2012-01-01") and thai_visitor.sees("1 มกราคม 2555")


def test_news_about_asean(visitor):
    with within(visitor, 2):
        visitor.link("^News", within="header")
        visitor.search("ASEAN")
        assert visitor.page.locator("main a[href*='/en/news/']", has_text="ASEAN").count() > 0


def test_the_same_article_in_the_other_language(visitor):
    with within(visitor, 2):
        visitor.press(".news a[href*='/news/']")
        slug = visitor.page.url.rsplit("/en/", 1)[1]
        visitor.link("ไทย")
        assert visitor.page.url.endswith(f"/th/{slug}")


def test_a_photograph_to_print(page, sampled_server):
    """All of an article's photographs in full size, with captions and credits."""
    visitor = Visitor(page, sampled_server, "en")
    with within(visitor, 2):
        visitor.press(".news a[href*='/news/']")
        pack = visitor.answer_of(visitor.address_of(r"zip|media pack|photographs"))
        assert pack.headers["content-type"] == "application/zip" and pack.body()[:2] == b"PK"


def test_the_feed_of_a_city(visitor):
    with within(visitor, 2):
        visitor.search("Seoul")
        visitor.link("^Seoul", within="main")
        found = visitor.answer_of(
            visitor.page.locator(".follow a[type='application/atom+xml']").first.get_attribute("href")
        )
        assert found.headers["content-type"].startswith("application/atom+xml") and "Seoul" in found.text()


def test_dates_for_a_calendar(visitor):
    with within(visitor, 1):
        visitor.link("^Meetings", within="header")
        found = visitor.answer_of(visitor.page.locator("a[type='text/calendar']").first.get_attribute("href"))
        assert found.text().startswith("BEGIN:VCALENDAR")


def test_the_paper_of_an_agreement(visitor):
    """Not held: the page says so, and the way to the office is one click."""
    with within(visitor, 3):
        visitor.link("^Agreements", within="header")
        visitor.press("main a[href*='/agreements/']")
        visitor.link("Contact|Report a mistake|Ask the office")
        assert "/contact/" in visitor.page.url


def test_cite_an_article(visitor):
    with within(visitor, 2):
        visitor.press(".news a[href*='/news/']")
        visitor.press(".tools summary")
        assert visitor.page.locator(".tools details").inner_text().count("/n/") == 1


def test_a_table_for_excel(visitor):
    with within(visitor, 2):
        visitor.link("Open data", within="footer")
        visitor.press("main a[href*='/data/agreements/']")
        found = visitor.answer_of(visitor.page.locator("main a[href$='.xlsx']").first.get_attribute("href"))
        assert found.ok and found.body()[:2] == b"PK"


def test_news_by_e_mail(visitor):
    """Where the portal sends no mail, the page says so, and what there is instead."""
    with within(visitor, 1):
        visitor.link("News by e-mail", within="footer")
        assert visitor.page.locator("main form [name=email]").count() or visitor.sees("feed")


def test_pass_an_article_on(visitor):
    """By plain links: nothing of another house is loaded."""
    with within(visitor, 1):
        visitor.press(".news a[href*='/news/']")
        ways = [visitor.address_of(name) for name in ("LINE", "Facebook", "e-mail")]
        assert [way.split(":")[0] for way in ways] == ["https", "https", "mailto"]
        assert visitor.page.locator("script[src*='//'], iframe").count() == 0
