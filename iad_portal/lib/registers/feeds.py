"""Feeds as RFC 4287 (Atom) and JSON Feed 1.1 want them: lasting ids, an author, honest dates, nothing asked in vain.

A feed is described once, as a RecordFeed; a subclass with another `feed_type` writes the same in the other form.
"""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.utils.feedgenerator import Atom1Feed, Enclosure, SyndicationFeed, rfc3339_date
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from iad_portal.lib.operations.old_addresses import is_tracking
from iad_portal.lib.text.bilingual import Text, reader_language

from .filters import FilterForm

# A feed in which nothing has stood yet was changed at no moment, but must name one.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
# The year from which the portal names things under its host, as RFC 4151 wants it.
_NAMED_FROM = 2026


def lasting_id(*parts: str | int) -> str:
    """A tag: URI (RFC 4151) made of keys that never change, such as a kind of record and its number."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{_NAMED_FROM}:{'/'.join(map(str, parts))}"


def understood(request: HttpRequest, form: FilterForm) -> None:
    """Raise Http404 when the address asks for what `form` does not know, or twice: a feed could not say so.

    What only tells where a reader came from asks for nothing.
    """
    asked = {name: values for name, values in request.GET.lists() if not is_tracking(name)}
    is_known = asked.keys() <= form.fields.keys() and all(len(values) == 1 for values in asked.values())
    if not is_known or form.problem:
        raise Http404


def asks_for_nothing(request: HttpRequest) -> None:
    """Raise Http404 when the address of a file that can be had in one way only asks for something."""
    if not all(map(is_tracking, request.GET)):
        raise Http404


class Atom(Atom1Feed):
    """Adds the full text, and says in which language each entry is, where that is not the feed's own."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        attributes = super().item_attributes(item)
        return attributes | ({"xml:lang": item["language"]} if item.get("language") else {})

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if content := item.get("content"):
            of_entry = item.get("language") or self.feed["language"]
            language = {"xml:lang": content.language} if content.language != of_entry else {}
            handler.addQuickElement("content", content.value, {"type": "html"} | language)

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NEVER


class JsonFeed(SyndicationFeed):
    """JSON Feed 1.1. What is not known is left out: the form knows no empty dates."""

    content_type = "application/feed+json; charset=utf-8"
    version = "https://jsonfeed.org/version/1.1"

    def write(self, outfile: Any, encoding: str) -> None:
        about, author = self.feed, {"name": self.feed["author_name"], "url": self.feed["author_link"]}
        told = {
            "version": self.version,
            "title": about["title"],
            "home_page_url": about["link"],
            "feed_url": about["feed_url"],
            "description": about["subtitle"],
            "language": about["language"],
            "authors": [author],
            "items": [_known(self._item(item)) for item in self.items],
        }
        outfile.write(json.dumps(_known(told), ensure_ascii=False, separators=(",", ":")).encode(encoding))

    def _item(self, item: dict[str, Any]) -> dict[str, Any]:
        content = item.get("content")
        pictures = [enclosure for enclosure in item["enclosures"] if enclosure.mime_type.startswith("image/")]
        return {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            # One of the two has to stand there, be it empty.
            **({"content_html": content.value} if content else {"content_text": item["summary"]}),
            "summary": item["summary"] if content else None,
            "image": pictures[0].url if pictures else None,
            "date_published": item["pubdate"] and rfc3339_date(item["pubdate"]),
            "date_modified": item["updateddate"] and rfc3339_date(item["updateddate"]),
            "tags": list(item["categories"]),
            "language": item.get("language") or self.feed["language"],
            "attachments": [_attachment(enclosure) for enclosure in item["enclosures"]],
        }


def _known(told: dict[str, Any]) -> dict[str, Any]:
    """`told` without what is None or an empty list; the list of items stays."""
    return {name: value for name, value in told.items() if name == "items" or value not in (None, [])}


def _attachment(enclosure: Enclosure) -> dict[str, Any]:
    return {
        "url": enclosure.url,
        "mime_type": enclosure.mime_type,
        "size_in_bytes": int(enclosure.length),
    }


class RecordFeed(Feed):
    """A feed of records in the language of the address; `path(obj)` gives its address without the query.

    What a feed adds: `lasting(item)`, the kind and key of the item's record, and what Django's Feed asks for. Titles
    and summaries are plain: written so that no reader takes a "<" in them for markup. `content(item)` is HTML.
    """

    feed_type: type[SyndicationFeed] = Atom

    def path(self, obj: Any) -> str:
        """The feed's own address below the host, without its query."""
        raise NotImplementedError

    def query(self, obj: Any) -> dict[str, str]:
        """What the address asks for: parameter -> value."""
        raise NotImplementedError

    def lasting(self, item: Any) -> tuple[str, str | int]:
        """The kind and the key of the record, which never change."""
        raise NotImplementedError

    def text(self, item: Any) -> str:
        """The plain summary of the record."""
        raise NotImplementedError

    def content(self, item: Any) -> Text | None:
        """The full text of the record as HTML that stands alone: sanitised, all its addresses absolute."""

    def item_language(self, item: Any) -> str:
        """The language that the item is really in; "" where that is the reader's own."""
        raise NotImplementedError

    def author_name(self) -> str:
        return _("International Affairs Office, Bangkok Metropolitan Administration")

    def author_link(self) -> str:
        return str(settings.SITE_URL)

    def feed_guid(self, obj: Any) -> str:
        query = urlencode(sorted(self.query(obj).items()))
        return lasting_id("feed", self.path(obj).strip("/")) + (f"?{query}" if query else "")

    def feed_url(self, obj: Any) -> str:
        query = urlencode(self.query(obj))
        return f"{settings.SITE_URL}{self.path(obj)}" + (f"?{query}" if query else "")

    def item_guid(self, item: Any) -> str:
        return lasting_id(reader_language(), *self.lasting(item))

    def item_description(self, item: Any) -> str:
        return escape(self.text(item))

    def item_extra_kwargs(self, item: Any) -> dict[str, Any]:
        content, language = self.content(item), self.item_language(item)
        return {"summary": self.text(item), "content": content or None, "language": language}

    def get_feed(self, obj: Any, request: HttpRequest) -> SyndicationFeed:
        feed = super().get_feed(obj, request)
        feed.feed["language"] = reader_language()
        return feed
