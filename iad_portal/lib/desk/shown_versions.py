"""Lists that know which version of each record they showed: an action leaves out what somebody saved since.

An action is meant for what its officer read in the list. Each row carries the version of its record, out of sight; the
page that asks before an action carries them on.
"""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.merge_words import name_of
from iad_portal.lib.records.held_rows import note_saved
from iad_portal.lib.text.bilingual import reader_language

# With what the boxes of the rows begin; after it stands the key of the record.
SHOWN = "shown-"


class ShownVersions(admin.ModelAdmin):
    """For admin classes of records with a version; `history_rows` gives the history of a record and its parts."""

    def action_checkbox(self, obj: Any) -> str:
        box = super().action_checkbox(obj)
        return format_html('{}<input type="hidden" name="{}{}" value="{}">', box, SHOWN, obj.pk, obj.version)

    def shown_versions(self, request: HttpRequest) -> list[tuple[str, str]]:
        """The boxes of the chosen records, for a page that asks before the action."""
        chosen = request.POST.getlist(admin.helpers.ACTION_CHECKBOX_NAME)
        names = [f"{SHOWN}{key}" for key in chosen]
        return [(name, request.POST[name]) for name in names if name in request.POST]

    def held_as_shown(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> tuple[list[Any], list[str]]:
        """Of `queryset` those records that stand as the list showed them, held until the transaction ends; and a
        sentence for each of the others, with who saved it and when."""
        keys = list(queryset.values_list("pk", flat=True))
        rows = {record.pk: record for record in self.model._base_manager.filter(pk__in=keys).select_for_update()}
        standing, told = [], []
        for record in (rows[key] for key in keys if key in rows):
            shown = request.POST.get(f"{SHOWN}{record.pk}", "")
            if shown and shown != str(record.version):
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
