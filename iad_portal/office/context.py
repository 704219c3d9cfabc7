"""What base.html and the components may count on in every template."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from iad_portal.lib.components import Link, LinkGroup
from iad_portal.lib.registers.days import AT, address
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language
from iad_portal.lib.text.structured_data import Thing
from iad_portal.office.pages.frame import frame_now
from iad_portal.office.pages.notices import Notices
from iad_portal.office.pages.office_words import office_data, office_words

NAMES = {"th": "ไทย", "en": "English"}


def portal(request) -> dict:
    """The navigation, the language switcher, the office's address, the notices and this page's absolute addresses."""
    if request.path.startswith("/admin/"):
        return {}
    frame = SimpleLazyObject(frame_now)
    office = SimpleLazyObject(lambda: office_words(frame.agency))
    return {
        "sections": SimpleLazyObject(lambda: _sections(request.path)),
        "section_here": SimpleLazyObject(lambda: _section_here(request.path)),
        "search_url": SimpleLazyObject(lambda: reverse("search")),
        "search_is_current": SimpleLazyObject(lambda: request.path == reverse("search")),
        "languages": SimpleLazyObject(lambda: _languages(request)),
        "alternates": SimpleLazyObject(lambda: _alternates(request)),
        "canonical_url": settings.SITE_URL + (address(request) if AT in request.GET else request.get_full_path()),
        "page_url": settings.SITE_URL + request.get_full_path(),
        "site_url": settings.SITE_URL,
        "footer": SimpleLazyObject(lambda: _footer(get_language())),
        "office": office,
        # Of pages that say nothing of their own to programs (lib.text.structured_data).
        "structured": SimpleLazyObject(lambda: _about_the_office(request.path, office)),
        "notices": SimpleLazyObject(lambda: _notices(request, frame)),
    }


def _about_the_office(path: str, office: Any) -> list[Thing]:
    """The office, on the pages where it presents itself: the first one, and the one on how to reach it."""
    return office_data(office) if path in (reverse("home"), reverse("contact")) else []


def _notices(request, frame) -> Notices:
    """The notices that stand now; over a preview, first of all that it is one."""
    bar = getattr(request, "preview_bar", None)
    return replace(frame.notices, bars=[bar, *frame.notices.bars]) if bar else frame.notices


# The navigation, told once for each language: no record changes it.
SECTIONS = (
    ("relations:city_list", _lazy("Partner cities")),
    ("relations:agreement_list", _lazy("Agreements")),
    ("relations:embassy_list", _lazy("Embassies")),
    ("networks:network_list", _lazy("Networks")),
    ("networks:meeting_list", _lazy("Meetings")),
    ("plans:plan_list", _lazy("Plans")),
    ("news:article_list", _lazy("News")),
    ("about", _lazy("About the office")),
)


def _sections(path: str) -> tuple[Link, ...]:
    """The main menu, as it stands on the page with this `path`."""
    links = _main_menu(get_language())
    return tuple(replace(link, is_current=True) if path.startswith(link.url) else link for link in links)


def _section_here(path: str) -> str:
    """`path`, when it is the address of a section; else ""."""
    return path if any(link.url == path for link in _main_menu(get_language())) else ""


@cache
def _main_menu(_language: str | None) -> tuple[Link, ...]:
    return tuple(_link(name, str(label)) for name, label in SECTIONS)


def _link(name: str, label: str, *args: str) -> Link:
    return Link(label, reverse(name, args=args))


@dataclass(frozen=True, slots=True)
class Footer:
    """The links at the foot of every page (components/footer.html)."""

    groups: tuple[LinkGroup, ...]
    contact_url: str


@cache
def _footer(_language: str | None) -> Footer:
    groups = (
        LinkGroup(_("Registers"), _registers()),
        LinkGroup(_("News and press"), _ways_of_news()),
        LinkGroup(_("The office and this site"), _about()),
    )
    return Footer(groups, contact_url=reverse("contact"))


def _registers() -> tuple[Link, ...]:
    """Each beside those that tell of the same."""
    return (
        _link("relations:city_list", _("Partner cities")),
        _link("relations:agreement_list", _("Agreements")),
        _link("relations:exchange_list", _("Visits and activities")),
        _link("networks:commitment_list", _("Commitments")),
        _link("relations:embassy_list", _("Embassies")),
        _link("relations:head_list", _("Heads of mission")),
        _link("networks:network_list", _("Networks")),
        _link("networks:membership_list", _("Networks shared with partner cities")),
        _link("networks:meeting_list", _("Meetings")),
        _link("plans:plan_list", _("Plans")),
        _link("key_recipients", _("Recipients of the Key to the City")),
    )


def _ways_of_news() -> tuple[Link, ...]:
    return (
        _link("news:article_list", _("News")),
        _link("news:newsletter_list", _("InterNEWS newsletter")),
        _link("news:alerts", _("News by e-mail")),
        _link("feeds", _("News feeds and calendars")),
        _link("press", _("For the press")),
    )


def _about() -> tuple[Link, ...]:
    return (
        _link("about", _("About the office")),
        _link("relations:agency_list", _("City agencies and their contact points")),
        _link("data", _("Open data")),
        _link("sources", _("Sources and licences")),
        _link("page_detail", _("Accessibility"), "accessibility"),
        _link("page_detail", _("Privacy"), "privacy"),
    )


def counterpart(request, language: str) -> str:
    """The path of this same page in `language`, with its filters; the home page where there is none."""
    first, _slash, rest = request.path_info.lstrip("/").partition("/")
    if first not in LANGUAGES or getattr(request, "resolver_match", None) is None:
        with translation.override(language):
            return reverse("home")
    query = request.META.get("QUERY_STRING", "")
    return f"/{language}/{rest}" + (f"?{query}" if query else "")


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """This page in one of the portal's languages (components/header.html)."""

    code: str
    label: str
    url: str
    is_current: bool


def _languages(request) -> list[LanguageLink]:
    current = reader_language()
    return [LanguageLink(code, NAMES[code], counterpart(request, code), code == current) for code in LANGUAGES]


@dataclass(frozen=True, slots=True)
class Alternate:
    """This page in a language, for searchers: an absolute address (<link rel="alternate">)."""

    hreflang: str
    url: str


def _alternates(request) -> list[Alternate]:
    links = [Alternate(code, settings.SITE_URL + counterpart(request, code)) for code in LANGUAGES]
    return [*links, Alternate("x-default", links[0].url)]
