"""Material for the press before its moment: an outlet's link shows the kept page of a preview.

The embargo ends by itself: from the moment of first publication a link leads to the public page, and never shows the
kept one again, whatever becomes of the record. What a link may show is decided here, for the page and for its files.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import Resolver404, resolve
from django.utils import timezone

from iad_portal.lib.records.publishing import Publishable
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.office.models import EmbargoedPage, OutletLink, OutletVisit, Preview

# Who opened a link is known for so long after the last link to the page has ended.
REMEMBERED_FOR = timedelta(days=90)
# The same link, opened again in the same language within it, is one visit: programs of mail and chat open links, too.
ONE_VISIT = timedelta(minutes=1)


def record_of(preview: Preview) -> Publishable | None:
    """The stored record of whose form `preview` was made; None for one that is not stored (any more)."""
    try:
        match = resolve(preview.form_path)
    except Resolver404:
        return None
    model_admin, key = getattr(match.func, "model_admin", None), match.kwargs.get("object_id")
    if model_admin is None or key is None or not issubclass(model_admin.model, Publishable):
        return None
    found: Publishable | None = model_admin.model._base_manager.filter(pk=unquote(key)).first()
    return found


def of_record(record: models.Model) -> dict[str, Any]:
    """How the page for the press of `record` is looked up."""
    return {"record_type": ContentType.objects.get_for_model(record), "record_id": str(record.pk)}


def give(preview: Preview, record: Publishable, outlet: str, days: int) -> OutletLink:
    """Make a link for `outlet` that holds for `days`; all links of `record` show the page of `preview` from now on."""
    shown = {"title": preview.title, "page_th": preview.page_th, "page_en": preview.page_en}
    with unit_of_work():
        forget_ended()
        facts = shown | {"made_at": preview.made_at, "officer": preview.officer}
        page, _is_new = EmbargoedPage.objects.update_or_create(**of_record(record), defaults=facts)
        return OutletLink.objects.create(page=page, outlet=outlet, ends_at=timezone.now() + timedelta(days=days))


def forget_ended() -> None:
    """Keep no text of a page that no link shows any more, and after REMEMBERED_FOR nothing of it."""
    holding = Exists(OutletLink.objects.open().filter(page=OuterRef("pk")))
    recent = Exists(OutletLink.objects.filter(page=OuterRef("pk"), ends_at__gt=timezone.now() - REMEMBERED_FOR))
    EmbargoedPage.objects.filter(~recent).delete()
    EmbargoedPage.objects.filter(~holding).exclude(page_th="", page_en="").update(page_th="", page_en="")


def link_of(key: UUID) -> tuple[OutletLink, Publishable] | None:
    """The link with this key, and the record of its page; None when there is no such link, or its record is gone."""
    link = OutletLink.objects.select_related("page__record_type").filter(pk=key).first()
    record = link.page.record if link else None
    return (link, record) if link and isinstance(record, Publishable) else None


def is_lifted(record: Publishable) -> bool:
    """Whether the moment of first publication has come: from then on links lead to the public page."""
    return record.has_been_public()


def note_visit(link: OutletLink, language: str) -> None:
    """Log that `link` was opened."""
    since = timezone.now() - ONE_VISIT
    if not link.visits.filter(language=language, at__gt=since).exists():
        OutletVisit.objects.create(link=link, language=language)
