"""The notices over the whole site, which officers switch on and off."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.records import RecordAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.office.models import SiteNotice

STATES = {
    "off": _("Switched off"),
    "coming": _("Not begun yet"),
    "standing": _("Standing now"),
    "over": _("Its time is over"),
}
# The desk's own looks of a state (static/css/admin.css).
LOOKS = {"off": "draft", "coming": "scheduled", "standing": "published", "over": "withdrawn"}


@admin.register(SiteNotice)
class SiteNoticeAdmin(RecordAdmin):
    """A notice takes effect when it is saved; pages that caches hold follow within minutes."""

    task = Task.OFFICE
    position = 3
    main_text = "text"
    fieldsets = [
        (_("What to say"), {"fields": ["kind", "text", "url", "link_label"]}),
        (_("When it stands"), {"fields": ["is_on", ("starts_at", "ends_at")]}),
    ]
    list_display = [
        "__str__",
        "kind",
        "state_now",
        date_column("starts_at", _("from")),
        date_column("ends_at", _("until")),
    ]
    list_filter = ["is_on", "kind"]
    search_fields = ["text_th", "text_en"]

    @admin.display(description=_("now"))
    def state_now(self, notice):
        """Whether readers see it at this moment."""
        state = notice.state()
        return format_html('<span class="state state--{}">{}</span>', LOOKS[state], STATES[state])
