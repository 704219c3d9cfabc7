"""The spellings that the desk knows."""

from django.contrib import admin

from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from relations.models import Spelling


@admin.register(Spelling)
class SpellingAdmin(RecordAdmin):
    """What is entered here is asked about from the next minute on, in every form."""

    task = Task.OFFICE
    is_internal = True
    fieldsets = [(None, {"fields": [("right", "wrong"), "source"]})]
    list_display = ["right", "wrong", "source"]
    list_select_related = ["source"]
    search_fields = ["right", "wrong"]
