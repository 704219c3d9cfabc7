"""What an officer typed and has not saved: kept for that officer alone, for a week, and then forgotten.

It is kept while it is typed, when a save is refused, and when it cannot be taken: a session ends, a colleague deletes
the record, signing in elsewhere makes the form's token stale. The form says, signed, who opened it, and the browser,
signed, who worked in it last: both must be the same officer. What is kept is given to nobody else, whoever signs in
next, and only to be looked at and saved again.

Every form that is opened has a key of its own, under which it is kept however often: so two windows at one address keep
two copies, and neither writes over the other. A form that shows what was kept goes on under the same key, unless
another window has gone on under it meanwhile: a form's mark says which state of the copy it knows.
"""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core import signing
from django.db import models
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from iad_portal.lib.text.hygiene import clean_line

KEPT_FOR = timedelta(days=7)
# For one officer, the latest; and so many letters of each.
MOST_FORMS, MOST_LETTERS, MOST_PATH = 20, 5_000_000, 300
# The name under which a form says who opened it, and a browser who worked in it last; and the key in an address.
TYPED_BY, BROWSER_OF, KEPT = "typed_by", "portal_officer", "kept"
# The boxes of a form for the key under which it is kept, and for the name of its record.
KEPT_AS, KEPT_NAME = "kept_as", "kept_name"
# Of a form that holds an earlier version of its record: the number of the version.
TAKEN_BACK = "taken_back"
_SALT, _SINCE = "iad_portal.kept_form", "@"
_NOT_TYPED = {TYPED_BY, KEPT_AS, KEPT_NAME, "csrfmiddlewaretoken"}


class KeptForm(models.Model):
    """One form as it stood: whose it is, for which page, of what name, and every box with what stood in it."""

    key = models.UUIDField(primary_key=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    path = models.CharField(max_length=MOST_PATH)
    name = models.CharField(max_length=200, blank=True)
    # JSON, in ASCII: what is typed may hold characters that no database column takes.
    boxes = models.TextField()
    kept_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.path

    @property
    def mark(self) -> str:
        """What a form carries that holds this copy, as it stands now."""
        return mark_of_copy(self.key, self.kept_at)


def mark_of_copy(key: UUID, kept_at: datetime) -> str:
    """The key of a copy, and the moment at which it was kept last."""
    return f"{key}{_SINCE}{kept_at.isoformat()}"


def table() -> type[KeptForm]:
    """The table of kept forms (lib has none of its own)."""
    return apps.get_model("iad_portal", "KeptForm")


def mark_of(officer: AbstractBaseUser) -> str:
    """What forms and browsers carry of `officer`."""
    return signing.dumps(officer.pk, salt=_SALT)


def is_marked(request: HttpRequest, officer: AbstractBaseUser) -> bool:
    """Whether the browser of `request` knows already that `officer` works in it."""
    return _officer_in(request.COOKIES.get(BROWSER_OF)) == officer.pk


def typist_of(request: HttpRequest, typed: QueryDict) -> AbstractBaseUser | None:
    """The officer who `typed` what `request` sends, in this browser; None when nobody can tell."""
    officer = _officer_in(typed.get(TYPED_BY))
    if officer is None or officer != _officer_in(request.COOKIES.get(BROWSER_OF)):
        return None
    if request.user.pk == officer:
        return request.user
    return apps.get_model(settings.AUTH_USER_MODEL)._base_manager.filter(pk=officer, is_active=True).first()


def _officer_in(mark: str | None) -> Any:
    try:
        return signing.loads(mark or "", salt=_SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None


def key_in(text: str | None) -> UUID | None:
    """The key that `text` (a key or a mark) begins with; None when it begins with none."""
    try:
        return UUID((text or "").partition(_SINCE)[0])
    except ValueError:
        return None


def form_at(path: str) -> tuple[Any, bool] | None:
    """The admin whose form stands at `path`, and whether it is of a stored record.

    None where there is no form that keeps what is typed (forms with passwords are none).
    """
    try:
        match = resolve(path) if path.isprintable() and len(path) <= MOST_PATH else None
    except Resolver404:
        return None
    model_admin = getattr(match and match.func, "model_admin", None)
    if not getattr(model_admin, "keeps_typing", False):
        return None
    name = f"{model_admin.opts.app_label}_{model_admin.opts.model_name}"
    pages = {f"{name}_add": False, f"{name}_change": True}
    return (model_admin, pages[match.url_name]) if match.url_name in pages else None


def as_text(typed: QueryDict) -> str:
    """The boxes of a form as they are stored: JSON, in ASCII."""
    # What begins with "_" is a button, or says in what window the form was opened: it comes back in one of its own.
    return json.dumps([pair for pair in typed.lists() if pair[0] not in _NOT_TYPED and not pair[0].startswith("_")])


def from_text(boxes: str) -> QueryDict:
    """What `as_text` stored."""
    typed = QueryDict(mutable=True)
    for name, values in json.loads(boxes):
        typed.setlist(name, values)
    return typed


def keep(typed: QueryDict, officer: Any, path: str) -> KeptForm | None:
    """Keep what was `typed` for the officer with the key `officer`, for the page at `path`, in place of what the same
    form kept before.

    Gives the copy; None when it is too much.
    """
    boxes = as_text(typed)
    if len(boxes) > MOST_LETTERS:
        return None
    kept, mark = table().objects, typed.get(KEPT_AS) or ""
    key = key_in(mark) or uuid4()
    known = kept.filter(pk=key).values_list("officer", "path", "kept_at").first()
    is_same = known is not None and (known[0], known[1], mark_of_copy(key, known[2])) == (officer, path, mark)
    if not is_same:
        _make_room(officer)
        key = key if known is None else uuid4()
    row = table()(key=key, officer_id=officer, path=path[:MOST_PATH], name=_name(typed, path), boxes=boxes)
    # In one step: what a form sends at one moment twice is still one copy.
    kept.bulk_create([row], update_conflicts=True, unique_fields=["key"], update_fields=["boxes", "name", "kept_at"])
    return row


def _make_room(officer: Any) -> None:
    """Remove what ran out, and of `officer` the oldest."""
    kept = table().objects
    oldest = kept.filter(officer=officer).order_by("-kept_at").values("pk")[MOST_FORMS - 1 :]
    kept.filter(models.Q(kept_at__lt=timezone.now() - KEPT_FOR) | models.Q(pk__in=oldest)).delete()


def _name(typed: QueryDict, path: str) -> str:
    """By what the officer knows the record: the name that it has, or the one that was typed; "" when there is none."""
    form = form_at(path)
    main_text = form[0].main_text if form else ""
    names = (typed.get(name) for name in (KEPT_NAME, f"{main_text}_th", f"{main_text}_en"))
    name = next(filter(None, names), "")
    return clean_line(name.replace("\x00", ""))[:200]  # which no database column takes


def brought_back(key: str | None, officer: AbstractBaseUser, path: str) -> QueryDict | None:
    """What `officer` typed under `key` for the page at `path`; None when there is nothing of that officer's."""
    kept = _rows(key, officer).filter(path=path, kept_at__gte=timezone.now() - KEPT_FOR).first()
    if kept is None:
        return None
    typed = from_text(kept.boxes)
    typed[KEPT_AS] = kept.mark
    return typed


def forget(mark: str | None, officer: AbstractBaseUser) -> bool:
    """Remove what was kept under `mark`: it is saved, or not wanted. False when it is no more, or was kept anew.

    A mark that is a bare key is that of a form of which nothing was ever sent to be kept: the database is not asked.
    """
    _key, asked_to_keep, moment = (mark or "").partition(_SINCE)
    if not asked_to_keep:
        return False
    rows = _rows(mark, officer)
    if since := parse_datetime(moment):
        rows = rows.filter(kept_at=since)
    return bool(rows.delete()[0])


def _rows(mark: str | None, officer: AbstractBaseUser) -> models.QuerySet[Any]:
    return table().objects.filter(pk=key_in(mark), officer=officer.pk)
