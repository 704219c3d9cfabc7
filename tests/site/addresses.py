"""Every public address, made from the URLconf and the records: a new page or kind of record cannot be forgotten."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZipFile

from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, resolve, reverse
from django.utils import translation

from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.caching import publishable_models
from iad_portal.office.open_data import REGISTERS
from iad_portal.office.sitemaps import SITEMAPS
from iad_portal.office.views.data import TYPES
from networks.models import Meeting, Network
from news.models import Article
from plans.models import Plan
from relations.models import City

LANGUAGE = re.compile(r"^/(?:th|en)(?=/)")

# Answers that name no record, or only to officers; uploaded files, previews and embargoes have tests of their own.
APART = {
    "media", "preview", "preview_file", "embargo", "embargo_file", "set_admin_language", "legacy_set_lang",
    "legacy_internews", "contact_sent", "healthz",
    "readyz", "record_link", "office_calendar", "news:alert_confirm", "news:alert_leave", "news:alert_manage",
    "short_article", "share",
    "news:article_media", "networks:meeting_media", "relations:agreement_media",
}  # fmt: skip

# The kinds of records with a calendar of their own, and the names of its addresses.
CALENDARS = {
    Network: "network_calendar",
    City: "city_calendar",
    Meeting: "meeting_calendar",
    Article: "article_calendar",
}


def public_names() -> set[str]:
    """The names of all addresses outside the desk, with their namespaces."""
    return {name for name in _names(get_resolver()) if not name.startswith("admin:")} - APART


def _names(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield prefix + pattern.name
        else:
            yield from _names(pattern, prefix + (f"{pattern.namespace}:" if pattern.namespace else ""))


def record_addresses() -> dict[str, object]:
    """The addresses of each record's own page and calendar in both languages, whether or not they answer now: address
    -> record.
    """
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            for model in publishable_models():
                if hasattr(model, "get_absolute_url"):
                    found |= {record.get_absolute_url(): record for record in model._base_manager.all()}
                if name := CALENDARS.get(model):
                    found |= {reverse(name, args=[record.slug]): record for record in model._base_manager.all()}
    return found


def public_addresses() -> list[str]:
    """Every address that a reader may ask for, each once, of the records there are now."""
    found = dict.fromkeys(["/", "/robots.txt", "/sitemap.xml", *(f"/sitemap-{part}.xml" for part in SITEMAPS)])
    for language in LANGUAGES:
        with translation.override(language):
            found |= dict.fromkeys(_without_arguments())
            files = [(register.slug, form) for register in REGISTERS for form in TYPES]
            found |= dict.fromkeys(reverse("data_file", args=file) for file in files)
            found |= dict.fromkeys(reverse("dataset", args=[register.slug]) for register in REGISTERS)
            years = {year for year in Plan._base_manager.values_list("fiscal_year", flat=True) if year}
            found |= dict.fromkeys(reverse("plans:fiscal_year", args=[year]) for year in sorted(years))
    return list(found | dict.fromkeys(record_addresses()))


def in_turn(addresses: Iterable[str]) -> list[str]:
    """Of what has an address in each language one of them: the first in Thai, the next in English, and so on."""
    found = defaultdict(list)
    for address in addresses:
        found[LANGUAGE.sub("", address)].append(address)
    return [forms[number % len(forms)] for number, forms in enumerate(found.values())]


def read_by_somebody() -> list[str]:
    """Every list in both languages; the pages of each record, and each file, in one of them in turn."""
    public, of_records = public_addresses(), record_addresses()
    is_list = {address: address.endswith("/") and address not in of_records for address in public}
    return [*filter(is_list.get, public), *in_turn(address for address in public if not is_list[address])]


def text_at(client: Client, address: str) -> str:
    """What a reader finds at `address`, as text; of a workbook all that is in it."""
    content = client.get(address).content
    if not address.partition("?")[0].endswith(".xlsx"):
        return content.decode()
    with ZipFile(BytesIO(content)) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


def unread(addresses: list[str]) -> set[str]:
    """The names in the URLconf that none of the `addresses` reads: say above how a new one is filled in."""
    with translation.override("th"):
        read = {resolve(address.split("?")[0]).view_name for address in addresses if not address.startswith("/en/")}
    return public_names() - read


def _without_arguments() -> Iterator[str]:
    for name in sorted(public_names()):
        try:
            yield reverse(name)
        except NoReverseMatch:
            continue
