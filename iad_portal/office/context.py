"""What base.html and the components may count on in every template."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from iad_portal.lib.text.bilingual import LANGUAGES, reader_language, text_of
from iad_portal.office.pages.frame import frame_now
from relations.models import Agency

NAMES = {"th": "ไทย", "en": "English"}


def portal(request) -> dict:
    """The navigation, the language switcher, the office's address, the notices and this page's absolute addresses."""
    if request.path.startswith("/admin/"):
        return {}
    frame = SimpleLazyObject(frame_now)
    return {
        "sections": SimpleLazyObject(lambda: _sections(request.path)),
        "search_url": SimpleLazyObject(lambda: reverse("search")),
        "search_is_current": SimpleLazyObject(lambda: request.path == reverse("search")),
        "languages": SimpleLazyObject(lambda: _languages(request)),
        "alternates": SimpleLazyObject(lambda: _alternates(request)),
        "canonical_url": settings.SITE_URL + request.get_full_path(),
        "site_url": settings.SITE_URL,
        "footer": SimpleLazyObject(_footer),
        "office": SimpleLazyObject(lambda: office_words(frame.agency)),
        "notices": SimpleLazyObject(lambda: frame.notices),
    }


def _sections(path: str) -> list[dict]:
    entries = [
        ("relations:city_list", _("Partner cities")),
        ("relations:agreement_list", _("Agreements")),
        ("relations:embassy_list", _("Embassies")),
        ("networks:network_list", _("Networks")),
        ("networks:meeting_list", _("Meetings")),
        ("plans:plan_list", _("Plans")),
        ("news:article_list", _("News")),
        ("about", _("About the office")),
    ]
    return [_link(name, label, path) for name, label in entries]


def _link(name: str, label: str, path: str = "") -> dict:
    url = reverse(name)
    return {"url": url, "label": label, "is_current": bool(path) and path.startswith(url)}


def _footer() -> dict:
    return {
        "data": [
            _link("data", _("Open data")),
            _link("news:newsletter_list", _("InterNEWS newsletter")),
            _link("relations:agency_list", _("City agencies and their contact points")),
            _link("feeds", _("News feeds")),
        ],
        "about": [
            {"url": reverse("page_detail", args=["accessibility"]), "label": _("Accessibility")},
            {"url": reverse("page_detail", args=["privacy"]), "label": _("Privacy")},
            _link("sources", _("Sources and licences")),
        ],
        "contact_url": reverse("contact"),
    }


def counterpart(request, language: str) -> str:
    """The path of this same page in `language`, with its filters; the home page where there is none."""
    first, _slash, rest = request.path_info.lstrip("/").partition("/")
    if first not in LANGUAGES or getattr(request, "resolver_match", None) is None:
        with translation.override(language):
            return reverse("home")
    query = request.META.get("QUERY_STRING", "")
    return f"/{language}/{rest}" + (f"?{query}" if query else "")


def _languages(request) -> list[dict]:
    current = reader_language()
    return [
        {"code": code, "label": NAMES[code], "url": counterpart(request, code), "is_current": code == current}
        for code in LANGUAGES
    ]


def _alternates(request) -> list[dict]:
    links = [{"hreflang": code, "url": settings.SITE_URL + counterpart(request, code)} for code in LANGUAGES]
    return [*links, {"hreflang": "x-default", "url": links[0]["url"]}]


def office_words(agency: Agency | None) -> dict:
    """The office's name and, where the officers have entered them, its address, telephone, e-mail and social page."""
    if agency is None:
        return {"name": _("International Affairs Office"), "parent": _("Bangkok Metropolitan Administration")}
    return {
        "name": text_of(agency, "name"),
        "parent": text_of(agency, "parent_name"),
        "address": text_of(agency, "address"),
        "phone": agency.phone,
        "email": agency.email,
        "facebook": agency.social,
    }
