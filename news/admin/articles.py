"""Articles in forms and lists."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.dates.calendar import local_day
from iad_portal.lib.dates.format import both_eras, format_date
from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import YesNoFilter, year_filter
from iad_portal.lib.desk.inlines import StackedRows
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.records.near_duplicates import SameFacts
from iad_portal.lib.text.bilingual import reader_language
from relations.admin.parts import AliasInline, CitationInline, DocumentInline
from relations.admin.photo_rows import PhotoInline

from ..models import Article, ArticleKind, Correction, Video


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


class VideoInline(StackedRows):
    """Videos elsewhere, each with a photo of the article that leads there."""

    model = Video
    fields = ["title", "address", ("photo_number", "order")]
    classes = ["collapse"]


class ArticleForm(VersionForm):
    """Asks about news that came out before what it tells of; an announcement may."""

    def clean(self):
        cleaned = super().clean()
        event, published = self.cleaned_data.get("event_on"), self.cleaned_data.get("published_on")
        is_announced = self.cleaned_data.get("kind") == ArticleKind.ANNOUNCEMENT
        crosses = event and published and local_day(published) < event.first_day and not is_announced
        if crosses and {"event_on", "published_on"} & set(self.changed_data):
            sentence = _("It came out on %(published)s, before the event on %(event)s: are both right?")
            said = {"published": both_eras(local_day(published)), "event": both_eras(event)}
            self.ask("published_on", sentence % said, "before_event", about=f"{published} {event}")
        return cleaned


@admin.display(description=_("published"), ordering="dated_at")
def published_column(record):
    """The day an article came out, in the officer's era; nothing when nobody knows."""
    return format_date(record.published_day, reader_language(), "short") or None


class PublishedFilter(YesNoFilter):
    """Whether it is known when an article came out: by the office, or because the portal noted it."""

    title, parameter_name = _("date recorded"), "has_published_on"
    yes, no = _("Recorded"), _("Not recorded")

    def holds(self, records):
        return records.exclude(published_on__isnull=True, first_published_at__isnull=True)


@admin.register(Article)
class ArticleAdmin(PublishableAdmin):
    """A piece of news with its pictures and what it is about."""

    form = ArticleForm
    task = Task.NEWS
    position = 1
    main_text = "title"
    twins = (SameFacts(("event_on",), alike=("title",), may_be_empty=("event_on",)),)
    checks_before = (
        Filled(_("Title and lead"), ("title", "lead")),
        Filled(_("Day of the event, and of publication"), ("event_on", "published_on")),
    )
    fieldsets = [
        (None, {"fields": ["title", "kind", "lead", "body"]}),
        (
            _("Dates and source"),
            {"fields": [("event_on", "event_ends_on"), "published_on", "credit", "based_on", "based_on_date"]},
        ),
        (_("For the press"), {"fields": ["press_contact"]}),
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
    inlines = [OpenPhotoInline, VideoInline, DocumentInline, CorrectionInline, AliasInline, CitationInline]
    list_display = [
        "title_shown",
        "kind",
        date_column("event_on", _("event")),
        published_column,
    ]
    list_filter = ["kind", year_filter("dated_on", _("year")), PublishedFilter]
    search_fields = ["title_th", "title_en", "lead_th", "lead_en", "slug"]

    @admin.display(description=_("title"), ordering="dated_at")
    def title_shown(self, record):
        """The Thai title, or the English one; sorted by the day of the news."""
        return str(record)
