"""On which terms the registers are given away."""

from typing import Any

from django import forms
from django.contrib import admin

from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.office.models import DataLicence


@admin.register(DataLicence)
class DataLicenceAdmin(RecordAdmin):
    """One for all registers, and one for each that has its own; without any it is Open Government."""

    task = Task.OFFICE
    fieldsets = [(None, {"fields": ["register", "licence"]})]
    list_display = ["licence", "register"]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """A register is chosen by its title."""
        if db_field.name == "register":
            from iad_portal.office.open_data import REGISTERS  # a process that only saves loads no register

            choices = [("", "–"), *((register.slug, register.title) for register in REGISTERS)]
            return forms.ChoiceField(
                label=db_field.verbose_name, choices=choices, required=False, help_text=db_field.help_text
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)
