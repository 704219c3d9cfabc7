"""Addresses of the old sites: each becomes one redirect to the record in the right language."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site

from iad_portal.lib.operations.old_addresses import as_text
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.models import Page
from networks.models import Meeting, Network
from news.models import Article
from plans.models import Plan
from relations.models import City, Embassy

from .inventory import Gone, Inventory
from .rows import Files, Row

LISTS = {
    "cities": "cities/",
    "networks": "networks/",
    "news": "news/",
    "plans": "plans/",
    "embassies": "embassies/",
    "newsletters": "newsletters/",
    "about": "about/",
}
RECORDS = {
    "city": (City, "cities/"),
    "network": (Network, "networks/"),
    "meeting": (Meeting, "meetings/"),
    "article": (Article, "news/"),
    "plan": (Plan, "plans/"),
    "embassy": (Embassy, "embassies/"),
    "page": (Page, "about/"),
}
# Shapes that stand for many addresses: views answer them, no redirect is stored.
ANSWERED_BY_VIEWS = ("prefix", "decoded")


def load(files: Files, inventory: Inventory) -> None:
    """Name the site after SITE_URL, then read legacy_urls.csv."""
    _name_the_site()
    rows = {as_text(row.text("path")): row for row in files.csv("legacy_urls")}
    deleted = _deleted_by_officers()
    present = set(Redirect.objects.values_list("old_path", flat=True))
    for path, row in rows.items():
        target = _target(row, inventory)
        match = row.text("match")
        if match not in ("exact", *ANSWERED_BY_VIEWS):
            raise row.fault(f"match: {match!r} is not known")
        row.text("host"), row.status()
        row.finish()
        if match == "exact":
            _redirect(path, target, present, deleted, inventory)


def _name_the_site() -> None:
    host = urlsplit(settings.SITE_URL).netloc
    site = Site.objects.filter(pk=settings.SITE_ID).first() or Site(pk=settings.SITE_ID)
    if (site.domain, site.name) != (host, host[:50]):
        site.domain, site.name = host, host[:50]
        site.save()


def _deleted_by_officers() -> set[str]:
    """Old paths whose redirect was deleted in the admin: its log keeps “old path ---> new path”."""
    kind = ContentType.objects.get_for_model(Redirect)
    entries = LogEntry.objects.filter(action_flag=DELETION, content_type=kind)
    return {as_text(text.split(" ---> ")[0]) for text in entries.values_list("object_repr", flat=True)}


def _target(row: Row, inventory: Inventory) -> str | None:
    """The address the row leads to, checked against its record; None when an officer has deleted that."""
    kind, slug, language, target = (
        row.text("target_kind"),
        row.text("target_slug"),
        row.text("language"),
        row.text("target"),
    )
    if kind in LISTS:
        expected = f"/{language}/{LISTS[kind]}"
    elif kind in RECORDS:
        model, path = RECORDS[kind]
        expected = f"/{language}/{path}{slug.lower()}/"
        try:
            inventory.find(model, slug, row)
        except Gone:
            return None
    else:
        raise row.fault(f"target_kind: {kind!r} is not known")
    if target != expected or language not in LANGUAGES:
        raise row.fault(f"target: {target!r}, but {expected!r} is expected")
    return target


def _redirect(path: str, target: str | None, present: set[str], deleted: set[str], inventory: Inventory) -> None:
    if path in present:
        inventory.count(Redirect, "kept")
    elif path in deleted or target is None:
        inventory.count(Redirect, "left")
    else:
        Redirect.objects.create(site_id=settings.SITE_ID, old_path=path, new_path=target)
        inventory.count(Redirect, "created")
