"""Every public address with its counterpart in the other language, for search engines: an index, and its parts.

A part asks for two or three columns of its records and is written without templates: search engines ask for all parts,
again and again, and a register grows for as long as the office works.
"""

from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import timezone, translation

from iad_portal.lib.records.publishing import COLUMNS_OF_CHANGE, when_changed
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.models import Page
from networks.models import Meeting, Network
from news.models import Article, Newsletter
from plans.models import Plan
from relations.models import Agreement, City, Embassy

REGISTERS = (
    "home",
    "relations:city_list",
    "relations:agreement_list",
    "relations:embassy_list",
    "relations:head_list",
    "relations:exchange_list",
    "relations:agency_list",
    "networks:network_list",
    "networks:membership_list",
    "networks:meeting_list",
    "networks:commitment_list",
    "plans:plan_list",
    "news:article_list",
    "news:alerts",
    "news:newsletter_list",
    "about",
    "key_recipients",
    "contact",
    "data",
    "feeds",
    "press",
    "sources",
)
# Records of a part, two addresses each: the store of pages keeps a part (office.page_store.LARGEST).
RECORDS_A_PART = 1_000
# A key that any kind of address takes, for telling what stands around the keys of the others.
_ANY_KEY = "0"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
# The paths of one page, by language, and the moment of its last change; None when that is not known.
Place = tuple[dict[str, str], datetime | None]


class Registers(Sitemap):
    """The lists and the pages that are not records."""

    def items(self) -> Any:
        return REGISTERS

    def places(self, number: int | str) -> list[Place]:
        """The pages of the part with that number (from 1, or its digits). Raises InvalidPage when there is none."""
        return [({language: _path(name, language) for language in LANGUAGES}, None) for name in self._part(number)]

    def _part(self, number: int | str) -> Any:
        return self.paginator.page(number).object_list


class Records(Registers):
    """The published records of one model, as rows of the columns that are asked for."""

    limit = RECORDS_A_PART

    def __init__(self, model: Any):
        self.model = model

    def items(self) -> Any:
        rows = self.model.objects.published().order_by("pk")
        return rows.values_list(self.model.address_column, *COLUMNS_OF_CHANGE)

    def places(self, number: int | str) -> list[Place]:
        around = {language: self._around(language) for language in LANGUAGES}

        def place(row: tuple[Any, ...]) -> Place:
            key = quote(self.model.page_of(row[0]).key)
            return {language: key.join(ends) for language, ends in around.items()}, when_changed(*row[1:])

        return [place(row) for row in self._part(number)]

    def _around(self, language: str) -> list[str]:
        """What stands before and behind the key in the address of such a record."""
        return self.model.page_of(_ANY_KEY).url(language).rsplit(_ANY_KEY, 1)


def _path(name: str, language: str) -> str:
    with translation.override(language):
        return reverse(name)


MODELS = (City, Agreement, Embassy, Network, Meeting, Plan, Article, Newsletter, Page)
SITEMAPS: dict[str, Registers] = {
    "registers": Registers(),
    **{str(model._meta.model_name): Records(model) for model in MODELS},
}


def part_of_sitemap(section: str, number: int | str, root: str) -> str:
    """The XML of one part: each address, absolute below `root` (no slash at its end), names those beside it.

    Raises KeyError or InvalidPage when there is no such part.
    """
    return _HEAD + "".join(_entries(*place, root) for place in SITEMAPS[section].places(number)) + "</urlset>\n"


def _entries(paths: dict[str, str], changed: datetime | None, root: str) -> str:
    """An entry for each language; any other reader gets Thai."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{root}{path}"/>'
        for language, path in (paths | {"x-default": paths["th"]}).items()
    )
    moment = f"<lastmod>{timezone.localdate(changed).isoformat()}</lastmod>" if changed else ""
    return "".join(f"<url><loc>{root}{path}</loc>{moment}{links}</url>\n" for path in paths.values())
