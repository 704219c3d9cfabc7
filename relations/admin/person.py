"""People and their posts."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.filters import missing_filter
from iad_portal.lib.desk.inlines import StackedRows
from iad_portal.lib.desk.pickers import RowForm
from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.intake.confirmation import Confirming
from iad_portal.lib.records.near_duplicates import SameName
from iad_portal.lib.text.likeness import bare_person
from relations.admin.old_names import OldNames
from relations.admin.parts import AliasInline, CitationInline
from relations.models import Person, Post


class _AsksForDates(Confirming):
    """Asks about a post without any date: nobody could say for which time it holds."""

    def clean(self):
        cleaned = super().clean()
        dates = ("starts_on", "ends_on", "as_of")
        if self.has_changed() and not any(self.cleaned_data.get(name) for name in dates) and not self.refused():
            sentence = _("No date says when this post was held: type from, to, or the day on which a source shows it.")
            self.ask("as_of", sentence, "no_date", about=f"{self['title_th'].data}")
        return cleaned


class PostRowForm(_AsksForDates, RowForm):
    """A post in the form of its person."""


class PostForm(_AsksForDates, VersionForm):
    """A post in a form of its own."""


class PostInline(StackedRows):
    """The posts the person holds or held."""

    form = PostRowForm

    model = Post
    fields = [
        "title", "body", "kind", ("city", "country", "embassy"), ("starts_on", "ends_on", "as_of"), "doubt",
    ]  # fmt: skip
    fetched = ("city", "country", "embassy", "person")


@admin.register(Person)
class PersonAdmin(OldNames, RecordAdmin):
    """Someone whom a record names in a public post."""

    task = Task.REFERENCE
    position = 1
    main_text = "name"
    is_shown_when_new = False  # but the posts in its form are
    twins = (SameName(bare=bare_person),)
    fieldsets = [(None, {"fields": ["name", "rank"]})]
    inlines = [PostInline, AliasInline, CitationInline]
    list_display = ["name_shown", "name_en"]
    list_filter = ["posts__kind"]
    search_fields = ["name_th", "name_en", "rank_th", "rank_en", "slug"]

    @admin.display(description=_("name"), ordering="sort_th")
    def name_shown(self, record):
        """Rank and Thai name, in Thai dictionary order."""
        return str(record)


@admin.register(Post)
class PostAdmin(RecordAdmin):
    """Every post in one list: who governed, who headed a mission, and when."""

    form = PostForm
    task = Task.REFERENCE
    position = 2
    main_text = "title"
    fieldsets = [
        (None, {"fields": ["person", "title", "body", "kind", ("city", "country", "embassy")]}),
        (_("Term"), {"fields": [("starts_on", "ends_on", "as_of")]}),
    ]
    inlines = [CitationInline]
    list_display = [
        "person", "title_th", "kind", date_column("starts_on", _("from")), date_column("ends_on", _("to")),
        date_column("as_of", _("seen in post on")),
    ]  # fmt: skip
    list_filter = ["kind", missing_filter("starts_on", _("beginning of the term"))]
    list_select_related = ["person"]
    search_fields = ["title_th", "title_en", "body_th", "body_en", "person__name_th", "person__name_en"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")
