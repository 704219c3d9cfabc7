"""The Thai desk is Thai: on pages without records every word of the interface is, but for a few that are names."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib import admin
from django.urls import reverse

from .desk import desk_url, signed_in

pytestmark = pytest.mark.django_db

# Names, examples of what may be typed, and what is called so in Thai too.
KNOWN = {
    "English", "Ctrl", "Alt", "Delete", "PDF", "JPEG", "PNG", "WebP", "HEIC", "InterNEWS", "ISO", "February",
    "Facebook", "LINE", "Wikidata", "URL", "MB", "KB", "CSV", "UTC", "malee", "PIN", "USD", "January", "November",
    "Excel", "Word", "YouTube", "https",
}  # fmt: skip
WORD = re.compile(r"[A-Za-z]{2,}")
SAID_IN = ("title", "alt", "aria-label", "placeholder", "data-away", "data-see")


class _Words(HTMLParser):
    """What is read of a page, and heard: its texts, and the attributes that are words; no text marked as English."""

    def __init__(self):
        super().__init__()
        self.stack, self.found = [], []

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        is_silent = tag in ("script", "style", "code") or facts.get("lang") == "en"
        silent = is_silent or any(quiet for _tag, quiet in self.stack)
        if not silent:
            self.found += [facts[name] for name in SAID_IN if facts.get(name)]
            if tag == "input" and facts.get("type") in ("submit", "button"):
                self.found.append(facts.get("value") or "")
        if tag not in ("input", "img", "link", "meta", "br", "hr", "source", "wbr", "path", "use"):
            self.stack.append((tag, silent))

    def handle_endtag(self, tag):
        while self.stack and any(one == tag for one, _silent in self.stack):
            if self.stack.pop()[0] == tag:
                return

    def handle_data(self, data):
        if not any(silent for _tag, silent in self.stack):
            self.found.append(data)


def words_of(html: str) -> set[str]:
    """The Latin words that are read or heard on a page."""
    parser = _Words()
    parser.feed(html)
    texts = (re.sub(r"(https?://|www\.|/)\S+|\S+@\S+|\S+\.(?:go\.th|org|com)\S*", "", text) for text in parser.found)
    return {word for text in texts for word in WORD.findall(text)}


def addresses() -> list[str]:
    """Every list and every form for a new record, and the desk's own pages."""
    own = [reverse(f"admin:{name}") for name in ("index", "help", "confirm", "bin", "password_change")]
    kinds = [desk_url(model) for model in admin.site._registry]
    return [*own, *kinds, *(desk_url(model, "add") for model in admin.site._registry)]


def test_no_page_of_the_desk_without_records_has_words_of_another_language():
    client, found = signed_in(), {}
    for address in addresses():
        answer = client.get(address)
        if answer.status_code == 200 and (words := words_of(answer.content.decode()) - KNOWN):
            found[address] = sorted(words)
    assert found == {}


def test_what_is_marked_as_english_is_left_out_and_an_attribute_is_heard():
    html = '<p>ไทย <b lang="en">Words</b> Left<img alt="Heard"><input type="submit" value="Send"><script>no</script>'
    assert words_of(html) == {"Left", "Heard", "Send"}
