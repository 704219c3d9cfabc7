"""Where the starting data has changed, but an officer had touched the record: told on the desk, changed by nobody."""

from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.history import told_fields
from iad_portal.lib.desk.languages import label_of
from iad_portal.lib.records.constraints import once


class Difference(models.Model):
    """One record and what the starting data says of it; `values` by field, empty when it names it no longer.

    A list of parts, or of sources, stands there under its model's label, without a value.
    """

    kind = models.CharField(_("kind of record"), max_length=60, editable=False)  # the model's label
    key = models.CharField(_("record"), max_length=40, editable=False)
    values = models.JSONField(_("in the starting data"), default=dict, editable=False)
    is_set_aside = models.BooleanField(
        _("set aside"),
        default=False,
        help_text=_("It is told again only when the starting data changes once more."),
    )
    found_at = models.DateTimeField(_("found"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("difference from the starting data")
        verbose_name_plural = _("differences from the starting data")
        default_permissions = ("change", "view")
        ordering = ["is_set_aside", "-found_at", "pk"]
        constraints = [
            once("kind", "key", name="difference_once", sentence=_("The differences of this record are noted already."))
        ]

    def __str__(self) -> str:
        record = self.record
        return str(record) if record is not None else f"{self.kind} {self.key}"

    @property
    def record(self) -> models.Model | None:
        """The record; None when it is gone, or of a kind that the portal no longer has."""
        try:
            model = apps.get_model(self.kind)
        except LookupError:
            return None
        return model._base_manager.filter(pk=self.key).first()

    def fields_of(self, record: models.Model) -> list[models.Field]:
        """The fields of `record` that still differ; lists of parts are not among them."""
        return [
            field
            for field in told_fields(type(record))
            if field.name in self.values and as_kept(value_of(record, field)) != self.values[field.name]
        ]

    def labels_of(self, record: models.Model) -> list[str]:
        """What still differs in `record`, in the officer's words; of lists it is not known."""
        lists = [apps.get_model(name)._meta.verbose_name_plural for name in self.values if "." in name]
        return [*map(label_of, self.fields_of(record)), *map(str, lists)]


def value_of(record: models.Model, field: models.Field) -> Any:
    """What `field` of `record` holds; of a link to many, a tuple of keys."""
    if field.many_to_many:
        return tuple(sorted(getattr(record, field.name).values_list("pk", flat=True)))
    return getattr(record, field.attname)


def as_kept(value: Any) -> Any:
    """`value` of a field as JSON keeps it; nothing and an empty text are None."""
    if value in (None, "", ()):
        return None
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value if isinstance(value, bool | int) else getattr(value, "iso", None) or str(value)


def as_read(field: models.Field, kept: Any) -> Any:
    """The value of `field` that as_kept() made `kept` of."""
    return tuple(kept or ()) if field.many_to_many else field.to_python(kept)
