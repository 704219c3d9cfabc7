"""The office's own pages."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.records.near_duplicates import SameFacts
from iad_portal.office.models import Page
from relations.admin.parts import AliasInline, CitationInline, DocumentInline
from relations.admin.photo_rows import PhotoInline


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    """Mission, duties, history, privacy, accessibility and the like."""

    task = Task.OFFICE
    position = 1
    main_text = "title"
    twins = (SameFacts((), alike=("title",)),)
    checks_before = (Filled(_("Title and lead"), ("title", "lead")), Filled(_("Content"), ("body",)))
    fieldsets = [(None, {"fields": ["title", "order", "lead", "body"]})]
    inlines = [PhotoInline, DocumentInline, AliasInline, CitationInline]
    list_display = ["title_shown", "title_en", "slug", "order"]
    search_fields = ["title_th", "title_en", "lead_th", "lead_en", "slug"]

    @admin.display(description=_("title"))
    def title_shown(self, record: Page) -> str:
        """The Thai title, or the English one."""
        return str(record)
