"""What people wrote to the office, and what became of it."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.office.models import Message, MessageState

received = date_column("sent_at", _("received"))


@admin.register(Message)
class MessageAdmin(RecordAdmin):
    """Messages come from the contact form alone; an officer notes their state, and never changes their words."""

    task = Task.OFFICE
    is_internal = True
    position = 2
    goes_to_bin = False  # whoever asks that the own words be deleted must not find them kept
    fieldsets = [
        (None, {"fields": ["reference", "received", "topic", "about_link", "text"]}),
        (_("Who wrote it"), {"fields": ["name", "email_link", "language"]}),
        (_("What became of it"), {"fields": ["state", "handled_by", "note"]}),
    ]
    readonly_fields = [
        "reference", "received", "topic", "about_link", "text", "name", "email_link", "language", "handled_by",
    ]  # fmt: skip
    list_display = ["reference", "topic", "about", received, "state", "handled_by"]
    received = staticmethod(received)
    list_filter = ["state", "topic", "language"]
    list_select_related = ["handled_by"]
    search_fields = ["reference", "text", "name", "email", "about", "note"]

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        if "state" in form.changed_data:
            obj.handled_by = None if obj.state == MessageState.NEW else request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=_("page it is about"))
    def about_link(self, message):
        """The page on the public site."""
        return format_html('<a href="{0}">{0}</a>', message.about) if message.about else None

    @admin.display(description=_("e-mail to answer to"))
    def email_link(self, message):
        """The address, which opens a letter that quotes the reference number."""
        if not message.email:
            return None
        return format_html('<a href="mailto:{0}?subject={1}">{0}</a>', message.email, message.reference)
