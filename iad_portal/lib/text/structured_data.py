"""What a page says of its record to programs that read pages: words of schema.org, written as JSON-LD.

It stands in a block of data, which no browser runs, so that the policy against scripts in pages need not know of it.
Only what the page shows is said, and nothing that is not known: an empty fact is left out.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString

from iad_portal.lib.components import Link, Words
from iad_portal.lib.dates.calendar import iso
from iad_portal.lib.text.bilingual import Text

Thing = dict[str, Any]
# In a block of data only these could end it, or begin another.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def thing(kind: str, **facts: Any) -> Thing:
    """One thing of the type `kind` with those of `facts` that are known; `id_` is its lasting name (an address).

    Texts, dates and lists may be given as the portal has them: a date says no more than is known of it.
    """
    told = {"@id" if name == "id_" else name: _plain(value) for name, value in facts.items()}
    return {"@type": kind} | {name: value for name, value in told.items() if value not in ("", None, [])}


def _plain(value: Any) -> Any:
    if isinstance(value, (str, int, float, dict, bool)):
        return value
    if value is None or isinstance(value, date):
        return iso(value)
    if isinstance(value, (list, tuple)):
        return [plain for each in value if (plain := _plain(each)) not in ("", None)]
    return str(value)


def in_language(text: Text) -> Thing:
    """`text` with the language in which it is written."""
    return {"@value": str(text), "@language": text.language}


def text_fact(name: str, text: Words) -> Thing:
    """`text` as the fact `name`: {} without one; in its own language where that is not the reader's."""
    if not text:
        return {}
    if isinstance(text, Text) and text.is_fallback:
        return {name: in_language(text)}
    return {name: str(text)}


def absolute(url: str) -> str:
    """`url` of this site as others must write it."""
    return settings.SITE_URL + url if url.startswith("/") else url


def breadcrumbs(links: Sequence[Link], here: Any) -> Thing:
    """The way to a page from the top down: `links`, and then the page itself, called `here`."""
    steps = [thing("ListItem", position=n, name=link.label, item=absolute(link.url)) for n, link in enumerate(links, 1)]
    return thing("BreadcrumbList", itemListElement=[*steps, thing("ListItem", position=len(links) + 1, name=here)])


def block_of(things: Iterable[Thing]) -> SafeString:
    """The block of data that says `things`; nothing when there are none."""
    graph = list(things)
    if not graph:
        return SafeString("")
    said = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return SafeString(f'<script type="application/ld+json">{said.translate(_ESCAPES)}</script>')
