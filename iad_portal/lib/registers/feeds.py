"""Atom feeds as RFC 4287 wants them: lasting ids, an author, honest dates, and no parameter ignored in silence."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.utils.feedgenerator import Atom1Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from iad_portal.lib.operations.old_addresses import is_tracking
from iad_portal.lib.text.bilingual import reader_language

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


class Atom(Atom1Feed):
    """Says in which language each entry really is, where that is not the feed's own, and when it was last changed."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        attributes = super().item_attributes(item)
        return attributes | ({"xml:lang": item["language"]} if item.get("language") else {})

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NEVER


class AtomFeed(Feed):
    """A feed of records in the language of the address; `path(obj)` gives its address without the query.

    What a feed adds: `lasting(item)`, the kind and key of the item's record, and what Django's Feed asks for. Texts are
    plain: they are written so that no reader takes a "<" in them for markup.
    """

    feed_type = Atom

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

    def get_feed(self, obj: Any, request: HttpRequest) -> SyndicationFeed:
        feed = super().get_feed(obj, request)
        feed.feed["language"] = reader_language()
        return feed
