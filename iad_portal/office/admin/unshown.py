"""On the desk's first page: records that a page of the site had to leave out."""

from django.apps import apps
from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.records.publishing import Part
from iad_portal.office.models import Unshown
from iad_portal.office.models.unshown import version_now

MOST = 20


def unshown(request) -> list[dict]:
    """{"label", "count", "url"} of each record that is left out somewhere; what was saved since is forgotten."""
    items: dict[tuple, dict] = {}
    for row in Unshown.objects.recent()[: MOST * 5]:
        record = _record(row)
        if record is None or version_now(record) != row.version:
            row.delete()
            continue
        owner = with_form(record)
        if owner is None or not admin.site._registry[type(owner)].has_view_or_change_permission(request, owner):
            continue
        opts = owner._meta
        items.setdefault(
            (type(owner), owner.pk),
            {
                "label": _("%(kind)s: %(name)s") % {"kind": capfirst(str(opts.verbose_name)), "name": row.name},
                "count": None,
                "url": reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[owner.pk]),
            },
        )
    return list(items.values())[:MOST]


def _record(row: Unshown) -> models.Model | None:
    try:
        model = apps.get_model(row.kind)
    except LookupError:  # of an older version of the portal
        return None
    return model._base_manager.filter(pk=row.key).first()


def with_form(record: models.Model) -> models.Model | None:
    """The record itself, or the one it is a part of, whichever has a form on the desk."""
    while type(record) not in admin.site._registry and isinstance(record, Part):
        record = record.owner
    return record if type(record) in admin.site._registry else None
