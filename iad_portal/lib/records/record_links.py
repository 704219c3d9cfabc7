"""Links in texts to our own records, stored as keys: `/to/relations.city/12/` leads to the city whatever its slug is.

What an officer picks, types or pastes becomes a key when the text is saved (`keyed`), and the address of the record in
the reader's language when a page is made (`with_addresses`): one query for a text, whatever it links. A key is an
address, too, so that a text which is read elsewhere, or copied, still leads where it should.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape, unescape
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast
from django.urls import Resolver404, resolve
from django.utils import translation

from iad_portal.lib.operations.old_addresses import as_text, new_address_of
from iad_portal.lib.records.page_keys import OnAPage, PageKey
from iad_portal.lib.text.bilingual import LANGUAGES

PREFIX = "/to/"
# The label of a model and the key of a record; no key is longer than a database's whole number.
Key = tuple[str, str]
_KEY = re.compile(rf"{PREFIX}(?P<label>[a-z_]+\.[a-z_]+)/(?P<key>[0-9]{{1,18}})/(?P<anchor>#\S*)?")
_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)("[^>]*>)(.*?)</a>', re.IGNORECASE | re.DOTALL)


@cache
def linkable() -> dict[str, type[Any]]:
    """The models whose records have a page to link to, by their labels as keys write them."""
    return {model._meta.label_lower: model for model in apps.get_models() if issubclass(model, OnAPage)}


def link_to(record: models.Model) -> str:
    """The key of `record`, as the href of a link."""
    return f"{PREFIX}{record._meta.label_lower}/{record.pk}/"


def key_in(href: str) -> Key | None:
    """The label and the key that `href` names; None when it is no key of ours."""
    found = _KEY.fullmatch(href)
    return (found["label"], found["key"]) if found and found["label"] in linkable() else None


def with_addresses(html: str) -> str:
    """`html` with the addresses, in the reader's language, of the records that its links name.

    What readers may not see (a draft, what was deleted) is no link, but its words stay. One query, or none.
    """
    if f'href="{PREFIX}' not in html:
        return html
    wanted = {key for _open, href, _close, _words in _LINK.findall(html) if (key := key_in(unescape(href)))}
    pages = pages_of(wanted)

    def written(link: re.Match[str]) -> str:
        href = unescape(link[2])
        if not href.startswith(PREFIX):
            return link[0]
        key = key_in(href)
        page = pages.get(key) if key else None
        if page is None:
            return link[4]
        anchor = href.partition("#")[2]
        address = (page.at(anchor) if anchor else page).url()
        return f"{link[1]}{escape(address)}{link[3]}{link[4]}</a>"

    return _LINK.sub(written, html)


def pages_of(keys: Iterable[Key]) -> dict[Key, PageKey]:
    """The pages of those records of `keys` that readers may open, the withdrawn under their notice. One query."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for label, key in keys:
        by_label[label].append(key)
    if not by_label:
        return {}
    first, *others = (_rows(linkable()[label], label, wanted) for label, wanted in sorted(by_label.items()))
    found = first.union(*others, all=True) if others else first
    return {(label, str(key)): linkable()[label].page_of(value) for label, key, value in found}


def _rows(model: type[Any], label: str, keys: list[str]) -> models.QuerySet[Any]:
    rows = model.objects.readable() if hasattr(model.objects, "readable") else model.objects.all()
    found: models.QuerySet[Any] = (
        rows.filter(pk__in=keys)
        .order_by()
        .annotate(of_kind=Value(label, CharField()), told=Cast(model.address_column, CharField(max_length=255)))
        .values_list("of_kind", "pk", "told")
    )
    return found


def keyed(html: Any) -> Any:
    """`html`, sanitised, with each link to a page of a record of ours turned into its key; old addresses, too.

    Asks the database only about links that lead to pages of this site and are no keys yet.
    """
    if not html or not isinstance(html, str) or "<a " not in html:
        return html
    return _LINK.sub(lambda link: f"{link[1]}{escape(_as_key(unescape(link[2])))}{link[3]}{link[4]}</a>", html)


def _as_key(href: str) -> str:
    path = _own_path(href)
    if path is None or path.startswith(PREFIX):
        return path or href
    bare, _hash, anchor = path.partition("#")
    found = _record_at(as_text(bare), anchor)
    if found is None and (new := new_address_of(bare)):
        now, _hash, its_anchor = new.partition("#")
        anchor = anchor or its_anchor
        found = _record_at(now, anchor)
    if found is None:
        return path
    is_line = not found.page_of("x").key  # its anchor is the record itself
    return link_to(found) if is_line or not anchor else f"{link_to(found)}#{anchor}"


def _own_path(href: str) -> str | None:
    """The path of `href` when it leads to this site; None when it leads elsewhere."""
    if href.startswith("/"):
        return href
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    own = urlsplit(settings.SITE_URL).netloc.lower()
    if parts.scheme not in ("http", "https") or parts.netloc.lower().removeprefix("www.") != own.removeprefix("www."):
        return None
    return parts._replace(scheme="", netloc="", path=parts.path or "/").geturl()


def _record_at(path: str, anchor: str) -> Any:
    """The record whose page `path` is, or whose line on it `anchor` is; None when there is none."""
    language = path.lstrip("/").partition("/")[0]
    if language not in LANGUAGES or "?" in path:
        return None
    try:
        with translation.override(language):
            match = resolve(path if path.endswith("/") else f"{path}/")
    except Resolver404:
        return None
    values = [str(value) for value in (*match.args, *match.kwargs.values())]
    model = _by_url_name().get((match.view_name, len(values)))
    value = values[0] if values else anchor
    if model is None or not value:
        return None
    # Addresses write codes of countries small.
    spellings = {value, value.upper()} if not value.isdigit() else {value}
    return model._base_manager.filter(**{f"{model.address_column}__in": spellings}).only("pk").first()


@cache
def _by_url_name() -> dict[tuple[str, int], type[Any]]:
    """The models by the name of the URL on which they are seen, and how many values stand in it."""
    pages = {model: model.page_of("x") for model in linkable().values()}
    return {(page.url_name, 1 if page.key else 0): model for model, page in pages.items()}


def linked_from(record: models.Model, most: int) -> list[models.Model]:
    """The records, at most `most`, in whose texts a link leads to `record`: one query for each kind with such texts."""
    href = f'href="{link_to(record)}'
    found: list[models.Model] = []
    for model, columns in texts_with_links().items():
        named = Q()
        for column in columns:
            named |= Q(**{f"{column}__contains": href})
        found += model._base_manager.filter(named).order_by("pk")[: most - len(found)]
    return [one for one in found if one != record]


@cache
def texts_with_links() -> dict[type[models.Model], tuple[str, ...]]:
    """The columns of texts that may hold links, by their models; history apart."""
    found = {}
    for model in apps.get_models():
        columns = [
            column.attname
            for column in model._meta.concrete_fields
            if getattr(column, "holds_links", False) and not hasattr(model, f"{column.name}_th")
        ]
        if columns and not hasattr(model, "history_type"):
            found[model] = tuple(columns)
    return found


def texts_to_key() -> Iterator[tuple[type[models.Model], Any, dict[str, str]]]:
    """The model and the key of each record with links that saving would turn into keys, and its new texts by column."""
    for model, columns in texts_with_links().items():
        for key, *texts in model._base_manager.order_by("pk").values_list("pk", *columns):
            pairs = zip(columns, texts, strict=True)
            changed = {column: new for column, text in pairs if (new := keyed(text)) != text}
            if changed:
                yield model, key, changed
