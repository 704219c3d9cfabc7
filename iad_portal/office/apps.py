"""The office as an app: what it does once all apps are there."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.urls import register_converter
from django.utils.translation import gettext_lazy as _


class OfficeConfig(AppConfig):
    name = "iad_portal.office"
    label = "iad_portal"  # of its tables
    verbose_name = _("The office's own pages")

    def ready(self):
        from iad_portal.lib.records.address_numbers import AddressNumber
        from iad_portal.office.groups import ensure_groups
        from iad_portal.office.models import content_version, unshown
        from iad_portal.office.search import changes, index

        register_converter(AddressNumber, "number")
        # The last app: by its turn every table has its permissions.
        post_migrate.connect(ensure_groups, sender=self, dispatch_uid="portal-groups")
        post_migrate.connect(index.ensure_structure, sender=self, dispatch_uid="portal-search")
        post_migrate.connect(content_version.ensure_marks, sender=self, dispatch_uid="portal-marks")
        changes.watch()
        unshown.watch()
