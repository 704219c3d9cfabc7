"""What an officer typed in a form that could not be taken: kept for that officer alone, for a week, and then forgotten.

A session ends while somebody types; a colleague deletes the record; signing in elsewhere makes the form's token stale.
The form says, signed, who opened it, and the browser, signed, who worked in it last: both must be the same officer.
What is kept is given to nobody else, whoever signs in next, and only to be looked at and saved again.
"""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core import signing
from django.db import models
from django.http import HttpRequest, QueryDict
from django.utils import timezone

KEPT_FOR = timedelta(days=7)
# For one officer, the latest; and so many letters of each.
MOST_FORMS, MOST_LETTERS = 20, 5_000_000
# The name under which a form says who opened it, and a browser who worked in it last; and the key in an address.
TYPED_BY, BROWSER_OF, KEPT = "typed_by", "portal_officer", "kept"
_SALT = "iad_portal.kept_form"
_NOT_TYPED = {TYPED_BY, "csrfmiddlewaretoken"}


class KeptForm(models.Model):
    """One form as it was sent: whose it is, for which page, and every box with what stood in it."""

    key = models.UUIDField(primary_key=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    # JSON, in ASCII: what is typed may hold characters that no database column takes.
    boxes = models.TextField()
    kept_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.path


def table() -> type[KeptForm]:
    """The table of kept forms (lib has none of its own)."""
    return apps.get_model("iad_portal", "KeptForm")


def mark_of(officer: AbstractBaseUser) -> str:
    """What forms and browsers carry of `officer`."""
    return signing.dumps(officer.pk, salt=_SALT)


def is_marked(request: HttpRequest, officer: AbstractBaseUser) -> bool:
    """Whether the browser of `request` knows already that `officer` works in it."""
    return _officer_in(request.COOKIES.get(BROWSER_OF)) == officer.pk


def typist_of(request: HttpRequest) -> AbstractBaseUser | None:
    """The key of the officer who typed the form that `request` sends, in this browser; None when nobody can tell."""
    officer = _officer_in(request.POST.get(TYPED_BY))
    return officer if officer is not None and officer == _officer_in(request.COOKIES.get(BROWSER_OF)) else None


def _officer_in(mark: str | None) -> AbstractBaseUser | None:
    try:
        return signing.loads(mark or "", salt=_SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None


def keep(typed: QueryDict, officer: AbstractBaseUser, path: str) -> UUID | None:
    """Keep what was `typed` for the officer with the key `officer`, for the page at `path`.

    Gives the key under which that officer gets it back; None when it is too much, or the officer is no more.
    """
    boxes = json.dumps([pair for pair in typed.lists() if pair[0] not in _NOT_TYPED])
    users = apps.get_model(settings.AUTH_USER_MODEL)._base_manager
    if len(boxes) > MOST_LETTERS or not users.filter(pk=officer).exists():
        return None
    kept = table().objects
    kept.filter(kept_at__lt=timezone.now() - KEPT_FOR).delete()
    earlier = kept.filter(officer=officer).order_by("-kept_at").values_list("pk", flat=True)
    kept.filter(pk__in=list(earlier[MOST_FORMS - 1 :])).delete()
    return kept.create(key=uuid4(), officer_id=officer, path=path[:300], boxes=boxes).pk


def brought_back(key: str, officer: AbstractBaseUser, path: str) -> QueryDict | None:
    """What `officer` typed under `key` for the page at `path`; None when there is nothing of that officer's."""
    kept = _rows(key, officer).filter(path=path, kept_at__gte=timezone.now() - KEPT_FOR).first()
    if kept is None:
        return None
    typed = QueryDict(mutable=True)
    for name, values in json.loads(kept.boxes):
        typed.setlist(name, values)
    return typed


def forget(key: str, officer: AbstractBaseUser) -> None:
    """Remove what was kept under `key`: it is saved."""
    _rows(key, officer).delete()


def _rows(key: str, officer: AbstractBaseUser) -> models.QuerySet[Any]:
    try:
        return table().objects.filter(pk=UUID(key), officer=officer.pk)
    except ValueError:
        return table().objects.none()
