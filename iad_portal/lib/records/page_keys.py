"""On which page a record is seen, told without asking for the address.

The address is made when it is shown: only then are the URLconf and all views behind it loaded. What is saved, such as
an entry of the search index, keeps the key.
"""

from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import translation
from django.utils.translation import get_language


@dataclass(frozen=True)
class PageKey:
    """A page by the name of its URL and what stands in it (a slug, a number), and an anchor in it; any may be empty."""

    url_name: str
    key: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.url_name} {self.key}#{self.anchor}" if self.url_name else ""

    @classmethod
    def read(cls, text: str) -> "PageKey":
        """The key that `str()` gave as `text`; "" is a page that has no address."""
        page, _hash, anchor = text.partition("#")
        return cls(*page.partition(" ")[::2], anchor)

    def at(self, anchor: str) -> "PageKey":
        """The same page, at another anchor."""
        return PageKey(self.url_name, self.key, anchor)

    def url(self, language: str | None = None) -> str:
        """The path in `language` (the active one); "" for no page. Raises NoReverseMatch for a strange page."""
        if not self.url_name:
            return ""
        with translation.override(language) if language else nullcontext():
            path = _path(self.url_name, self.key, get_language(), get_urlconf(), get_script_prefix())
        return f"{path}#{self.anchor}" if self.anchor else path


# Bounded, as slugs come and go; a page of a long register asks for some hundreds.
@lru_cache(maxsize=8192)
def _path(url_name: str, key: str, _language: str | None, urlconf: str | None, _prefix: str) -> str:
    """The path in the active language, kept: a home page asks Django 170 times for addresses that never change."""
    return reverse(url_name, urlconf, args=[key] if key else [])


class OnAPage:
    """A record that is seen on a page, most often its own. `url_name` names the URL whose one argument is its key.

    `address_column` is the column that makes the key.
    """

    url_name: str
    address_column = "slug"

    @classmethod
    def page_of(cls, value: object) -> PageKey:
        """The page of the record with that `value` in its `address_column`."""
        return PageKey(cls.url_name, str(value))

    def page_key(self) -> PageKey:
        """The page on which it is seen."""
        return self.page_of(getattr(self, self.address_column))

    def get_absolute_url(self) -> str:
        """The path of that page in the active language."""
        return self.page_key().url()
