"""Forms of records that carry what they showed, and tell what was put together with a colleague's changes."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse

from iad_portal.lib.desk.marks import SEEN, Opened, written_out
from iad_portal.lib.desk.merge_words import MergeWords, in_words
from iad_portal.lib.desk.merged_rows import reopen_rows, row_marks_to_carry
from iad_portal.lib.desk.merging import Merge, marks_to_carry, reopen
from iad_portal.lib.desk.presence import others_at, shown_version
from iad_portal.lib.records.unit_of_work import current_unit


class MergedForms(admin.ModelAdmin):
    """For admin classes whose form is a VersionForm and whose rows are RowSets; `history_rows` gives their history."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        # What was sent was sent by one who may change it, whatever was typed of its state.
        may_change = form.is_bound or self.has_change_permission(request, form.instance)
        if SEEN in form.fields and form.instance.pk and may_change:
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context |= {
                "others": others_at(request.path, request.user), "shown_version": shown_version(form.instance),
            }  # fmt: skip
            if form.is_bound:
                context["merge"] = self._in_words(request, form, formsets)
                reopen(form.merge.settled)
                for formset in formsets:
                    reopen_rows(formset, formset.in_step)
            _carry(form, formsets)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for sentence in self._in_words(request, form, formsets).taken:
            messages.info(request, sentence)

    def _in_words(self, request: HttpRequest, form: Any, formsets: list[Any]) -> MergeWords:
        merge = Merge()
        for part in (form.merge, *(formset.in_step.merge for formset in formsets)):
            merge.add(part)
        if not (merge.taken or merge.choices):
            return MergeWords([], [])
        unit = current_unit()
        own = unit.revision_ids if unit else ()
        rows = [row for row in self.history_rows(request, form.instance) if row.revision_id not in own]
        return in_words(merge, rows)


def _carry(form: Any, formsets: list[Any]) -> None:
    """Let the form say, out of sight, what it shows now; what is still asked, as it was when it was opened."""
    opened = Opened(marks_to_carry(form, form.merge.choices))
    for formset in formsets:
        opened.rows[formset.prefix] = row_marks_to_carry(formset, formset.in_step if formset.is_bound else None)
    if form.is_bound:
        form.data = form.data.copy()
        form.data[SEEN] = written_out(opened)
    else:
        form.initial[SEEN] = written_out(opened)
