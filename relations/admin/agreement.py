"""Agreements, with those who signed."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import year_filter
from iad_portal.lib.desk.inlines import TableRows
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.records.near_duplicates import SameFacts
from relations.admin.parts import AliasInline, CitationInline, DocumentInline
from relations.admin.photo_rows import PhotoInline
from relations.models import Agreement, AgreementState, Signatory
from relations.models.numbers import FIRST_OF_SAMPLE, next_number, one_at_a_time, was_given


class AgreementForm(VersionForm):
    """A new agreement is given the number proposed to its officer, or the next one when that went to another."""

    number_taken: int | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "number" in self.fields:
            # The page carries what was proposed, so that it can be told from what was typed.
            self.fields["number"].show_hidden_initial = True

    def clean_number(self):
        """The number, free also when two officers save at once. Raises ValidationError for one not to be used."""
        number = self.cleaned_data["number"]
        one_at_a_time()
        if number >= FIRST_OF_SAMPLE:
            raise ValidationError(_("Numbers from %(first)s on are for sample content.") % {"first": FIRST_OF_SAMPLE})
        if not was_given(number):
            return number
        if self.data.get(self.add_initial_prefix("number")) == str(number):
            self.number_taken = number
            return next_number()
        words = {"number": number, "next": next_number()}
        raise ValidationError(_("Number %(number)s was given before. The next free one is %(next)s.") % words)


class SignatoryInline(TableRows):
    """Only people whom a source names as having signed."""

    model = Signatory
    fields = ["side", "person", "post_title", "order"]
    fetched = ("person",)


class StateFilter(admin.SimpleListFilter):
    """What an agreement is today, or that its end is near."""

    title, parameter_name = _("state today"), "state"

    def lookups(self, request, model_admin):
        return [*AgreementState.choices, ("ending", _("Ends within a year"))]

    def queryset(self, request, queryset):
        if self.value() == "ending":
            return queryset.ending()
        return queryset.in_state(self.value()) if self.value() in AgreementState.values else queryset


class DateFilter(admin.SimpleListFilter):
    """Whether signing or entry into force is recorded, if only by its year."""

    title, parameter_name = _("date recorded"), "dated"

    def lookups(self, request, model_admin):
        return [("yes", _("Recorded")), ("no", _("Not recorded"))]

    def queryset(self, request, queryset):
        groups = {"yes": queryset.dated, "no": queryset.undated}
        return groups[self.value()]() if self.value() in groups else queryset


@admin.register(Agreement)
class AgreementAdmin(PublishableAdmin):
    """A paper with a city. Its number is given once and stays; its state is worked out, so nobody types it."""

    form = AgreementForm
    task = Task.PARTNERS
    position = 2
    twins = (SameFacts(("city", "signed_on", "instrument")),)
    checks_before = (Filled(_("City"), ("city",)), Filled(_("Day of signing"), ("signed_on",)))
    fieldsets = [
        (None, {"fields": [("number", "instrument"), "city", "title", ("original_title", "original_language")]}),
        (_("Signing"), {"fields": [("signed_on", "announced_ordinal"), "place", "cooperation"]}),
        (
            _("Entry into force and end"),
            {
                "fields": [
                    ("effective_on", "expires_on"),
                    ("renews_itself", "notice_months"),
                    ("terminated_on", "renews"),
                    "note",
                ]
            },
        ),
    ]
    inlines = [SignatoryInline, DocumentInline, PhotoInline, AliasInline, CitationInline]
    list_display = ["number", "city", "instrument", date_column("signed_on", _("signed on")), "state_today"]
    list_display_links = ["number", "city"]
    list_filter = [StateFilter, "instrument", DateFilter, year_filter("signed_on", _("year of signing"))]
    list_select_related = ["city"]
    search_fields = [
        "number", "title_th", "title_en", "original_title", "city__name_th", "city__name_en",
        "city__country__name_th", "city__country__name_en",
    ]  # fmt: skip

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("city")

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(["number"] if obj else [])]

    def get_changeform_initial_data(self, request):
        return {"number": next_number()} | super().get_changeform_initial_data(request)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if getattr(form, "number_taken", None):
            words = {"taken": form.number_taken, "number": obj.number}
            sentence = _("Number %(taken)s was given to another agreement meanwhile: this one has number %(number)s.")
            self.message_user(request, sentence % words, messages.WARNING)

    @admin.display(description=_("state today"))
    def state_today(self, record):
        """In force, ended, not yet: worked out for today."""
        return record.state().label
