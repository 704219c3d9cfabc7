"""How long each kind of claim keeps."""

from django.contrib import admin

from iad_portal.lib.claims.shelf_life import YEARS, ClaimKind
from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from relations.models import ShelfLife


@admin.register(ShelfLife)
class ShelfLifeAdmin(RecordAdmin):
    """What the office sets here takes the place of the portal's own numbers, within a minute on every page."""

    task = Task.OFFICE
    fieldsets = [(None, {"fields": ["kind", "years"]})]
    list_display = ["kind", "years"]

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        """Each kind with the portal's own number, so that an officer knows what is replaced."""
        if db_field.name == "kind":
            kwargs["choices"] = [("", "–"), *((kind.value, f"{kind.label} ({YEARS[kind]})") for kind in ClaimKind)]
        return super().formfield_for_choice_field(db_field, request, **kwargs)
