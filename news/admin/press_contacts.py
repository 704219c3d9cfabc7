"""Whom journalists ask, in forms and lists."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task

from ..models import PressContact


@admin.register(PressContact)
class PressContactAdmin(RecordAdmin):
    """Contacts of the press; one of them is the office's own desk."""

    task = Task.NEWS
    position = 3
    main_text = "name"
    fieldsets = [(None, {"fields": ["name", "hours", ("phone", "email"), "is_default"]})]
    list_display = ["name_shown", "name_en", "phone", "email", "is_default"]
    search_fields = ["name_th", "name_en", "phone", "email"]

    @admin.display(description=_("name"), ordering="name_th")
    def name_shown(self, record: PressContact) -> str:
        """The Thai name, or the English one."""
        return str(record)
