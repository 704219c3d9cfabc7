"""Photos and documents of all records in two lists."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.filters import missing_filter
from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.text.languages import language_name
from relations.admin.of_subject import OfSubjectAdmin
from relations.admin.parts import CitationInline
from relations.admin.photo_library import library, used_in
from relations.admin.photo_rows import thumbnail
from relations.admin.photo_words import ALT, CREDIT, HAS_ALT, HAS_CREDIT, ask_of_one, words_filter
from relations.models import Document, Photo


class PhotoForm(VersionForm):
    """A photograph in a form of its own."""

    def _post_clean(self):
        super()._post_clean()  # from here on the row holds what was typed
        ask_of_one(self.instance.subject, self)


@admin.register(Photo)
class PhotoAdmin(OfSubjectAdmin):
    """Every photograph, to find and mend."""

    form = PhotoForm
    position = 4
    main_text = "alt"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "belongs_to",
                    "where_used",
                    ("image", "thumbnail"),
                    "alt",
                    "caption",
                    "credit",
                    ("licence", "order"),
                    ("focus_x", "focus_y"),
                    "people",
                ]
            },
        )
    ]
    readonly_fields = ["belongs_to", "thumbnail", "where_used"]
    list_display = ["thumbnail", "__str__", "belongs_to", "credit_th"]
    list_display_links = ["thumbnail", "__str__"]
    list_filter = [
        *OfSubjectAdmin.list_filter,
        words_filter(ALT, _("what the picture shows"), HAS_ALT),
        words_filter(CREDIT, _("credit"), HAS_CREDIT),
    ]
    search_fields = ["alt_th", "alt_en", "caption_th", "caption_en", "credit_th", "credit_en"]
    thumbnail = staticmethod(thumbnail)

    def get_urls(self):
        # Before Django's own, the last of which takes every address.
        view = self.admin_site.admin_view(self.library_view)
        return [path("library/", view, name="relations_photo_library"), *super().get_urls()]

    def library_view(self, request):
        """What a form of a record may take from the photographs that are here, as JSON."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return JsonResponse(library(request, self.get_queryset(request)))

    @admin.display(description=_("where it is used"))
    def where_used(self, photo):
        """Every record that shows this picture, linked to its form."""
        shared = Photo.objects.filter(upload_key=photo.upload_key, upload_key__isnull=False)
        return used_in(shared.prefetch_related("subject").order_by("pk"))


@admin.register(Document)
class DocumentAdmin(OfSubjectAdmin):
    """Every paper, with or without a file."""

    position = 5
    main_text = "title"
    fieldsets = [(None, {"fields": ["belongs_to", "title", ("file", "language"), "dated_on", "note", "order"]})]
    inlines = [CitationInline]
    list_display = ["__str__", "belongs_to", "written_in", "kind_shown", date_column("dated_on", _("date"))]
    list_filter = [*OfSubjectAdmin.list_filter, missing_filter("file", _("file"))]
    search_fields = ["title_th", "title_en", "code"]

    @admin.display(description=_("language"), ordering="language")
    def written_in(self, document):
        """By its name."""
        return language_name(document.language)

    @admin.display(description=_("file"))
    def kind_shown(self, document):
        """Kind and size of the file; nothing when there is none."""
        return f"{document.kind_text} {document.size_text()}".strip()
