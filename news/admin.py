"""The officers' forms and lists of this room: articles and newsletters."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.admin_filters import fiscal_year_filter, missing_filter, year_filter
from iad_portal.lib.admin_inlines import StackedRows
from iad_portal.lib.admin_publishing import PublishableAdmin
from iad_portal.lib.admin_site import Task
from iad_portal.lib.date_admin import date_column
from relations.admin.parts import CitationInline, DocumentInline, PhotoInline

from .models import Article, Correction, Newsletter


class OpenPhotoInline(PhotoInline):
    """News comes with pictures: the rows stand open."""

    classes: list[str] = []


class OpenDocumentInline(DocumentInline):
    """A newsletter is its PDF: the rows stand open."""

    classes: list[str] = []


class CorrectionInline(StackedRows):
    """What was changed after the article came out; readers see it."""

    model = Correction
    fields = ["corrected_on", "text"]
    classes = ["collapse"]


@admin.register(Article)
class ArticleAdmin(PublishableAdmin):
    """A piece of news with its pictures and what it is about."""

    task = Task.NEWS
    place = 1
    main_text = "title"
    fieldsets = [
        (None, {"fields": ["title", "kind", "lead", "body"]}),
        (_("Dates and source"), {"fields": [("event_on", "event_ends_on"), "published_on", "credit"]}),
        (
            _("What it is about"),
            {
                "fields": [
                    ("cities", "embassies"), ("networks", "meetings"), ("exchanges", "projects"),
                    ("agencies", "people"),
                ]
            },
        ),
    ]  # fmt: skip
    inlines = [OpenPhotoInline, DocumentInline, CorrectionInline, CitationInline]
    list_display = [
        "title_shown",
        "kind",
        date_column("event_on", _("event")),
        date_column("published_on", _("published")),
    ]
    list_filter = ["kind", year_filter("dated_on", _("year")), missing_filter("published_on", _("date recorded"))]
    search_fields = ["title_th", "title_en", "lead_th", "lead_en", "slug"]

    @admin.display(description=_("title"), ordering="dated_on")
    def title_shown(self, record):
        """The Thai title, or the English one; sorted by the day of the news."""
        return str(record)


@admin.register(Newsletter)
class NewsletterAdmin(PublishableAdmin):
    """One number of InterNEWS: its cover is the first photo, its PDF the first document."""

    task = Task.NEWS
    place = 2
    fieldsets = [
        (None, {"fields": [("volume", "number"), "title", "summary"]}),
        (_("When"), {"fields": [("fiscal_year", "fiscal_quarter"), "published_on"]}),
    ]
    inlines = [OpenPhotoInline, OpenDocumentInline, CitationInline]
    list_display = ["__str__", "title_th", date_column("published_on", _("published on"))]
    list_filter = [fiscal_year_filter("fiscal_year")]
    search_fields = ["title_th", "title_en", "summary_th", "summary_en", "slug"]
