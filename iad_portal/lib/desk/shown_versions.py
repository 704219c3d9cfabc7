"""Lists that know which version of each record they showed: an action leaves out what somebody saved since.

An action is meant for what its officer read in the list. Each row carries the version of its record, out of sight; the
page that asks before an action carries them on. Whoever chooses all records, also those past the page that is shown,
has not read those: they are named on a page of their own first, which carries their versions in one box.
"""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.merge_words import name_of
from iad_portal.lib.records.held_rows import note_saved
from iad_portal.lib.text.bilingual import reader_language

# With what the boxes of the rows begin; after it stands the key of the record.
SHOWN = "shown-"
# The box with the versions of records past the shown page, as "key:version key:version".
REST = "shown_past"
# So many records past the page are read through, and changed in one go; more is for a filter to narrow down.
MOST_PAST = 500


class ShownVersions(admin.ModelAdmin):
    """For admin classes of records with a version; `history_rows` gives the history of a record and its parts."""

    def action_checkbox(self, obj: Any) -> str:
        box = super().action_checkbox(obj)
        return format_html('{}<input type="hidden" name="{}{}" value="{}">', box, SHOWN, obj.pk, obj.version)

    def shown_versions(self, request: HttpRequest) -> list[tuple[str, str]]:
        """The boxes of the chosen records, for a page that asks before the action."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        names = [*(f"{SHOWN}{key}" for key in chosen), REST]
        return [(name, request.POST[name]) for name in names if name in request.POST]

    def response_action(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> HttpResponse | None:
        """As Django's; where all records are chosen, those past the shown page are named before anything is done."""
        if request.POST.get("select_across") == "1" and REST not in request.POST and request.POST.get("action"):
            on_page = [key for key in request.POST.getlist(ACTION_CHECKBOX_NAME) if f"{SHOWN}{key}" in request.POST]
            past = list(queryset.exclude(pk__in=on_page)[: MOST_PAST + 1])
            if len(past) > MOST_PAST:
                told = _("At most %d records past the shown page at once: narrow the list down by a filter.")
                self.message_user(request, told % MOST_PAST, messages.ERROR)
                return None
            if past:
                return self._past_the_page(request, on_page, past)
        return super().response_action(request, queryset)

    def _past_the_page(self, request: HttpRequest, on_page: list[str], past: list[Any]) -> HttpResponse:
        action = self._action_of(request)
        names = dict(self.get_action_choices(request))
        context = self.admin_site.each_context(request) | {
            "title": _("Look through what is chosen"), "opts": self.opts, "on_page": on_page, "past": past,
            "action": action, "action_name": names.get(action, action), "shown": self.shown_versions(request),
            "rest_name": REST, "rest": " ".join(f"{record.pk}:{record.version}" for record in past),
            "action_checkbox_name": ACTION_CHECKBOX_NAME,
        }  # fmt: skip
        return TemplateResponse(request, "admin/past_the_page.html", context)

    def _action_of(self, request: HttpRequest) -> str:
        """The action whose button was pressed: a list has a row of actions above it, and may have one below."""
        chosen, index = request.POST.getlist("action"), request.POST.get("index", "0")
        number = int(index) if index.isdecimal() else 0
        return str(chosen[number]) if number < len(chosen) else ""

    def held_as_shown(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> tuple[list[Any], list[str]]:
        """Of `queryset` those records that stand as the list showed them, held until the transaction ends; and a
        sentence for each of the others, with who saved it and when."""
        keys = list(queryset.values_list("pk", flat=True))
        rows = {record.pk: record for record in self.model._base_manager.filter(pk__in=keys).select_for_update()}
        standing, told, past = [], [], _past(request)
        for record in (rows[key] for key in keys if key in rows):
            shown = request.POST.get(f"{SHOWN}{record.pk}", "") or past.get(str(record.pk), "")
            if not shown and REST in request.POST:
                told.append(
                    _("%(record)s: not done, since it came into the list after it was shown.") % {"record": record}
                )
            elif shown and shown != str(record.version):
                told.append(self._told(request, record))
            else:
                note_saved(record)
                standing.append(record)
        return standing, told

    def _told(self, request: HttpRequest, record: Any) -> str:
        row = next(iter(self.history_rows(request, record, limit=1)), None)
        said = _("%(record)s: not done, since %(who)s saved it (%(when)s) after the list was shown. Look at it anew.")
        when = format_moment(row.history_date, reader_language()) if row else "–"
        return said % {"record": record, "who": name_of(row and row.history_user), "when": when}


def _past(request: HttpRequest) -> dict[str, str]:
    """The versions of records past the shown page, by their keys."""
    pairs = (one.partition(":") for one in request.POST.get(REST, "").split())
    return {key: version for key, _colon, version in pairs}
