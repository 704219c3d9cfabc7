"""Walk the whole public site as a reader would, following every link from both home pages."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from django.test import Client

HOMES = ("/th/", "/en/")


@dataclass
class Page:
    """One answer: its status, its links (address, whether the link says it leads to the other language), its HTML."""

    url: str
    clicks: int
    status: int
    content_type: str
    html: str
    links: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def is_html(self) -> bool:
        """Whether there are links to follow."""
        return self.content_type.startswith("text/html")

    @property
    def language(self) -> str:
        """The language of the address."""
        return self.url.split("/")[1]


class Links(HTMLParser):
    """Collects the addresses of <a href>, with whether the link is marked as leading to another language."""

    def __init__(self):
        super().__init__()
        self.found: list[tuple[str, bool]] = []

    def handle_starttag(self, tag, attrs):
        """Only links that a searcher follows, too: each page has one to the contact form that is its own."""
        facts = dict(attrs)
        if tag == "a" and facts.get("href") and facts.get("rel") != "nofollow":
            self.found.append((facts["href"], "hreflang" in facts))


def walk(client: Client) -> dict[str, Page]:
    """Every page that can be reached, by its address without fragment; the nearest way counts for `clicks`.

    Of a register with several filters at once, one for each set of filters: their values were read one by one.
    """
    pages: dict[str, Page] = {}
    combined: set[tuple[str, frozenset]] = set()
    queue = [(home, 0) for home in HOMES]
    for url, clicks in queue:
        if url in pages or _only_other_values(url, combined):
            continue
        pages[url] = page = _read(client, url, clicks)
        queue += [(link, clicks + 1) for link, _marked in page.links if link not in pages]
    return pages


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
    page = Page(url, clicks, response.status_code, response.get("Content-Type", ""), "")
    if page.is_html:
        page.html = response.content.decode()
        parser = Links()
        parser.feed(page.html)
        page.links = [(address, marked) for href, marked in parser.found if (address := internal(url, href))]
    return page


def internal(base: str, href: str) -> str:
    """The address of a link within this site, without its fragment; empty for every other link."""
    address = urldefrag(urljoin(f"http://testserver{base}", href)).url
    parts = urlsplit(address)
    if parts.scheme != "http" or parts.netloc != "testserver":
        return ""
    return unquote(parts.path) + (f"?{parts.query}" if parts.query else "")


def ids(html: str) -> set[str]:
    """Every id on the page."""
    return set(re.findall(r'\bid="([^"]+)"', html))
