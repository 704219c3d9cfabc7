"""Other names of all records in one list."""

from django.contrib import admin

from relations.admin.of_subject import OfSubjectAdmin
from relations.models import Alias


@admin.register(Alias)
class AliasAdmin(OfSubjectAdmin):
    """Every other name that search knows."""

    fieldsets = [(None, {"fields": ["belongs_to", ("name", "language", "kind", "until")]})]
    list_display = ["name", "belongs_to", "language", "kind"]
    list_filter = [*OfSubjectAdmin.list_filter, "kind", "language"]
    search_fields = ["name"]
