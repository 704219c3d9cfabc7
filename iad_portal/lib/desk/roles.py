"""Who may do what in the forms of the desk, beyond Django's view, add, change and delete.

Three rights of the portal's own stand beside them, so that groups stay adjustable in the admin. *Publish* lets records
out, takes them back, and changes what is public. *Translate* writes the English side of what its officer may not change
otherwise. *Report* notes how far the commitments of the officer's own agency are (networks.admin.commitments).
Rights add up: who may change a kind of record is not held to its English side by a right more.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.http import HttpRequest

from iad_portal.lib.desk.languages import texts_of
from iad_portal.lib.records.publishing import Part, Publishable, Status

PUBLISH, TRANSLATE, REPORT = "iad_portal.publish", "iad_portal.translate", "iad_portal.report"
# Of a record's form, what only those who let records out may set.
OUTLETS = ("status", "publish_at")
# What the office writes for itself alone: no other agency reads it.
OFFICERS_OWN = ("doubt_th", "doubt_en")


def may_let_out(user: Any) -> bool:
    """Whether `user` may publish, withdraw, schedule, take back, and change what is public."""
    return bool(user.has_perm(PUBLISH))


def is_public(record: models.Model | None) -> bool:
    """Whether readers see `record`, or will from a moment that is set, or see what it says on other records' pages.

    A part is as public as the record to which it belongs; what has no state (a country, a person) always is.
    """
    while isinstance(record, Part):
        record = record.owner
    return not isinstance(record, Publishable) or record.status != Status.DRAFT


def is_english(model: type[models.Model]) -> Callable[[str], bool]:
    """Tells of the name of a box in a form of `model` whether it holds English text, or holds that back."""
    columns = {f"{text}_en" for text in texts_of(model)} | {"hold_en"}
    return columns.__contains__


def none_of(_name: str) -> bool:
    """Tells that no box is to be written in."""
    return False


def _close(fields: dict[str, forms.Field], is_open: Callable[[str], bool]) -> None:
    """Let the boxes of `fields` be written in only where `is_open` says so: the others keep what is stored.

    Whatever is sent in them is ignored. Boxes that are no part of the record (the version that was seen) stay open.
    """
    for name, field in fields.items():
        if not is_open(name) and not getattr(field, "is_apart", False):
            fields[name] = deepcopy(field)  # a declared field is shared by all forms of its class
            fields[name].disabled = True


class _Writing:
    """What forms and rows have in common: which boxes the officer may write in."""

    def changes_all(self, request: HttpRequest) -> bool:
        """Whether the officer may change this kind of record as such."""
        return super().has_change_permission(request)

    def translates(self, request: HttpRequest) -> bool:
        """Whether the officer may write the English side of this kind of record, and no more of it."""
        return bool(texts_of(self.model)) and request.user.has_perm(TRANSLATE) and not self.changes_all(request)

    def open_boxes(self, request: HttpRequest) -> Callable[[str], bool] | None:
        """Tells by its name whether a box may be written in; None where all may."""
        return is_english(self.model) if self.translates(request) else None


class RoleForms(_Writing):
    """For admin classes of records. `is_internal`: readers never see them, however they are changed."""

    is_internal = False
    # Whether readers see a new record that has no state; or not before another one names it.
    is_shown_when_new = True

    def hidden_from(self, request: HttpRequest) -> tuple[str, ...]:
        """The columns that somebody who opens these records may not even read."""
        return ()

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Whether the officer may let records out: asked by the actions of lists, too."""
        return may_let_out(request.user)

    def needs_letting_out(self, request: HttpRequest, obj: models.Model) -> bool:
        """Whether a change in `obj` would be public, and is not this officer's to let out."""
        return not self.is_internal and not may_let_out(request.user) and is_public(obj)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return super().has_change_permission(request, obj) or self.translates(request)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or not self.needs_letting_out(request, obj))

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        if is_open := self.open_boxes(request):
            _close(form.base_fields, is_open)
        return form


class RoleRows(_Writing):
    """For the rows in a form: each kind of row asks for its own rights."""

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return super().has_change_permission(request, obj) or self.translates(request)

    def get_formset(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        if is_open := self.open_boxes(request):
            _close(formset.form.base_fields, is_open)
        return formset


def agency_of(user: AbstractBaseUser) -> Any:
    """The key of the agency for which `user` reports; None when nobody has named one."""
    contact = getattr(user, "agency_contact", None)
    return contact and contact.agency_id
