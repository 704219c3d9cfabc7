"""Rows that any record may have, edited in its form: sources, figures, documents, other names; photographs: photo_rows.

Also the search that finds a record by its other names.
"""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.checks import AnyRow
from iad_portal.lib.desk.inlines import StackedParts, TableParts
from iad_portal.lib.text.hygiene import clean_line
from relations.admin.figure_forms import ask_about_figures
from relations.models import Alias, Citation, Document, Figure

# So many records are found by their other names at most.
MOST_BY_ALIAS = 200


class CitationInline(TableParts):
    """The sources of the record, in their order."""

    model = Citation
    fields = ["source", "order"]
    checks_of_rows = (AnyRow(_("Sources")),)
    fetched = ("source",)
    classes = ["collapse"]


class FigureInline(StackedParts):
    """Numbers that age."""

    model = Figure
    ask_together = staticmethod(ask_about_figures)
    fields = [("measure", "qualifier", "value"), "as_of", "note", "doubt"]
    classes = ["collapse"]


class AliasInline(TableParts):
    """What people really type."""

    model = Alias
    fields = ["name", "language", "kind", "until"]
    classes = ["collapse"]


class DocumentInline(StackedParts):
    """Papers, with or without a file."""

    model = Document
    fields = ["title", ("file", "language"), "dated_on", "note", "order", "doubt"]
    classes = ["collapse"]


class AliasSearch:
    """For admin classes of records with other names: finds them by these as well."""

    def get_search_results(self, request, queryset, search_term):
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        term = clean_line(search_term)
        if not term:
            return found, may_repeat
        kind = ContentType.objects.get_for_model(self.model)
        names = Alias.objects.filter(subject_type=kind, name__icontains=term)
        keys = names.order_by().values_list("subject_id", flat=True)[:MOST_BY_ALIAS]
        return found | queryset.filter(pk__in=list(keys)), may_repeat
