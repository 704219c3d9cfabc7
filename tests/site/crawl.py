"""Walk the whole public site as a reader would, following every link from both home pages."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from django.test import Client

from tests.site.addresses import LANGUAGE

FEED = re.compile(r"/feed(?:/|\.json)\?")
HOMES = ("/th/", "/en/")
TEXTS = ("text/", "application/atom+xml", "application/xml", "application/feed+json", "application/json")
LINK = re.compile(r"<a\b[^>]*>")
FACTS = re.compile(r'\b(href|rel|hreflang)="([^"]*)"')


@dataclass
class Page:
    """One answer: its status, its links (address, whether the link says it leads to the other language), its text."""

    url: str
    clicks: int
    status: int
    content_type: str
    text: str
    links: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def is_html(self) -> bool:
        """Whether there are links to follow."""
        return self.content_type.startswith("text/html")

    @property
    def html(self) -> str:
        """Its text, if it is HTML."""
        return self.text if self.is_html else ""

    @property
    def language(self) -> str:
        """The language of the address."""
        return self.url.split("/")[1]


def links(html: str) -> list[tuple[str, bool]]:
    """The addresses of <a href>, with whether the link is marked as leading to another language.

    Only links that a searcher follows, too: each page has one to the contact form that is its own.
    """
    found = [dict(FACTS.findall(tag)) for tag in LINK.findall(html)]
    return [
        (unescape(facts["href"]), "hreflang" in facts)
        for facts in found
        if facts.get("href") and facts.get("rel") != "nofollow"
    ]


def walk(client: Client) -> dict[str, Page]:
    """Every page that can be reached, by its address without fragment; the nearest way counts for `clicks`.

    Of a register with several filters at once, one for each set of filters: their values were read one by one. What
    one filter gives is read in one of its languages and forms (page, feeds), the next in the next; so is each file.
    """
    pages: dict[str, Page] = {}
    combined: set[tuple[str, frozenset]] = set()
    forms: dict[str, dict[str, int]] = defaultdict(dict)
    chosen: dict[str, str] = {}
    queue = [(home, 0) for home in HOMES]
    while queue:
        for url, clicks in queue:
            thing = _in_any_form(url)
            if thing and chosen.get(thing) != url:
                forms[thing].setdefault(url, clicks)
            elif url not in pages and not _only_other_values(url, combined):
                pages[url] = page = _read(client, url, clicks)
                queue += [(link, clicks + 1) for link, _marked in page.links if link not in pages]
        waiting = [thing for thing in forms if thing not in chosen]
        chosen |= {thing: list(forms[thing])[number % len(forms[thing])] for number, thing in enumerate(waiting)}
        queue = [(chosen[thing], forms[thing][chosen[thing]]) for thing in waiting]
    return pages


def _in_any_form(url: str) -> str:
    """What is one for all addresses of a file, a feed or the rows of a filter; empty of what stands by itself."""
    path, _mark, query = url.partition("?")
    names = {name for name, _value in parse_qsl(query, keep_blank_values=True)}
    is_page = path.endswith("/") and not path.endswith("/feed/")
    if len(names) > 1 or "page" in names or (is_page and not names):
        return ""
    return LANGUAGE.sub("", FEED.sub("/?", url))


def _only_other_values(url: str, combined: set[tuple[str, frozenset]]) -> bool:
    """Whether `url` combines parameters that were `combined` before; from now on they were."""
    path, _mark, query = url.partition("?")
    combination = path, frozenset(name for name, _value in parse_qsl(query, keep_blank_values=True))
    if len(combination[1]) < 2:
        return False
    if combination in combined:
        return True
    combined.add(combination)
    return False


def _read(client: Client, url: str, clicks: int) -> Page:
    response = client.get(url)
    content_type = response.get("Content-Type", "")
    text = response.content.decode() if content_type.startswith(TEXTS) else ""
    page = Page(url, clicks, response.status_code, content_type, text)
    found = ((internal(url, href), marked) for href, marked in links(page.html))
    page.links = [(address, marked) for address, marked in found if address]
    return page


def internal(base: str, href: str) -> str:
    """The address of a link within this site, without its fragment; empty for every other link."""
    return _internal("/" if href.startswith("/") else base, href)


@cache
def _internal(base: str, href: str) -> str:
    address = urldefrag(urljoin(f"http://testserver{base}", href)).url
    parts = urlsplit(address)
    if parts.scheme != "http" or parts.netloc != "testserver":
        return ""
    return unquote(parts.path) + (f"?{parts.query}" if parts.query else "")


def ids(html: str) -> set[str]:
    """Every id on the page."""
    return set(re.findall(r'\bid="([^"]+)"', html))
