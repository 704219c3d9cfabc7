"""Who else has the same form open: told while it is opened, and kept true by its script.

Each officer has one row for each form that is open: its script renews it while the page can be seen, and takes it away
when the page is left. A row that was not renewed for two minutes says nothing any more. To open a form reads only; the
script, at once, writes. Who may only look at a record is not told of, and told nothing.
"""

import json
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.admin.utils import unquote
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from iad_portal.lib.dates.calendar import local_day
from iad_portal.lib.dates.format import format_moment, format_time
from iad_portal.lib.desk.kept_forms import MOST_PATH, form_at
from iad_portal.lib.desk.merge_words import name_of
from iad_portal.lib.desk.versions import version_of
from iad_portal.lib.records.publishing import Versioned
from iad_portal.lib.text.bilingual import reader_language

# After so long without a sign an officer counts as gone; what lies longer is removed in passing.
SILENT, FORGOTTEN = timedelta(minutes=2), timedelta(days=1)


class Presence(models.Model):
    """One officer at one form: since when, and when its script last said so."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    path = models.CharField(max_length=MOST_PATH)
    since = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.path


def table() -> type[Presence]:
    """The table of who is where (lib has none of its own)."""
    return apps.get_model("iad_portal", "Presence")


def others_at(path: str, officer: AbstractBaseUser) -> list[str]:
    """A sentence for each other officer who has the form at `path` open now, the earliest first. One query."""
    return [_sentence(row) for row in _rows_at(path) if row.officer_id != officer.pk and not _is_silent(row)]


def _rows_at(path: str) -> list[Any]:
    return list(table().objects.filter(path=path).select_related("officer").order_by("since", "pk"))


def _is_silent(row: Presence) -> bool:
    return row.seen_at < timezone.now() - SILENT


def _sentence(row: Presence) -> str:
    is_today = local_day(row.since) == local_day(timezone.now())
    when = (format_time if is_today else format_moment)(row.since, reader_language())
    return _("%(who)s has had this record open since %(when)s.") % {"who": name_of(row.officer), "when": when}


def touched(path: str, officer: AbstractBaseUser) -> list[str]:
    """Note that `officer` has the form at `path` open, and tell who else has. Two queries."""
    rows, now = _rows_at(path), timezone.now()
    own = next((row for row in rows if row.officer_id == officer.pk and not _is_silent(row)), None)
    # In one statement, outside any transaction: nobody waits for anybody.
    table().objects.bulk_create(
        [table()(officer_id=officer.pk, path=path, since=own.since if own else now, seen_at=now)],
        update_conflicts=True, unique_fields=["path", "officer"], update_fields=["since", "seen_at"],
    )  # fmt: skip
    return [_sentence(row) for row in rows if row.officer_id != officer.pk and not _is_silent(row)]


def left(path: str, officer: AbstractBaseUser) -> None:
    """Note that `officer` has left the form at `path`; what nobody renewed for a day goes, too."""
    own = models.Q(path=path, officer=officer.pk)
    table().objects.filter(own | models.Q(seen_at__lt=timezone.now() - FORGOTTEN)).delete()


def shown_version(record: models.Model) -> int:
    """The version of `record` as it was read: asked for only where the record does not hold it."""
    return record.version if isinstance(record, Versioned) else version_of(record)


def present(request: HttpRequest) -> HttpResponse:
    """What a form's script sends: {"page": its address, "version": what it shows, "left": whether it is left}.

    The answer: {"others": sentences, "saved": one or "", "version": what is stored}.
    """
    sent = _read(request.body)
    found = _record_at(request, sent[0]) if sent else None
    if sent is None or found is None:
        return JsonResponse({}, status=HTTPStatus.FORBIDDEN)
    (page, version, is_left), (model_admin, record) = sent, found
    if is_left:
        left(page, request.user)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    others = touched(page, request.user)
    stored = version_of(record)
    saved = _saved(model_admin, request, record) if stored and stored != version else ""
    return JsonResponse({"others": others, "saved": saved, "version": stored or version})


def _read(body: bytes) -> tuple[str, int, bool] | None:
    try:
        sent = json.loads(body)
        page, version = sent["page"], int(sent["version"])
        return (page, version, bool(sent.get("left"))) if isinstance(page, str) else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _record_at(request: HttpRequest, page: str) -> tuple[Any, models.Model] | None:
    """The admin of the form at `page` and its record, by key alone; None where the officer changes no record."""
    form = form_at(page)
    if form is None or not form[1]:
        return None
    model_admin = form[0]
    try:
        key = model_admin.opts.pk.to_python(unquote(resolve(page).kwargs["object_id"]))
    except ValidationError:
        return None
    return (model_admin, model_admin.model(pk=key)) if model_admin.has_change_permission(request) else None


def _saved(model_admin: Any, request: HttpRequest, record: models.Model) -> str:
    """Who saved the record last, and when."""
    rows = model_admin.history_rows(request, record, limit=1)
    row = rows[0] if rows else None
    if row is None:
        return _("This record was saved meanwhile. When you save, your changes are put together.")
    said = _("%(who)s saved this record (%(when)s). When you save, your changes are put together.")
    return said % {"who": name_of(row.history_user), "when": format_moment(row.history_date, reader_language())}


def open_now(officer: AbstractBaseUser) -> list[Any]:
    """The forms that other officers have open now, the latest first: at most twenty. One query."""
    rows = table().objects.exclude(officer=officer.pk).filter(seen_at__gte=timezone.now() - SILENT)
    return list(rows.select_related("officer").order_by("-since", "-pk")[:20])
