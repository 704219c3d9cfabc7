"""Newsletters in forms and lists."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column, fiscal_year_column
from iad_portal.lib.dates.calendar import fiscal_quarter_span, fiscal_year_span, years_between
from iad_portal.lib.dates.format import format_date, format_fiscal_year, format_range
from iad_portal.lib.desk.checks import Filled
from iad_portal.lib.desk.filters import fiscal_year_filter
from iad_portal.lib.desk.inlines import TableRows
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.desk.site import Task
from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.text.bilingual import reader_language
from relations.admin.parts import AliasInline, CitationInline
from relations.models import Document

from ..covers import give_cover
from ..models import Newsletter, NewsletterItem
from .articles import OpenDocumentInline, OpenPhotoInline


class NewsletterForm(VersionForm):
    """Holds volume's quarter and day of issue against its fiscal year."""

    def clean(self):
        cleaned = super().clean()
        year, quarter = self.cleaned_data.get("fiscal_year"), self.cleaned_data.get("fiscal_quarter")
        if quarter and "fiscal_year" in self.cleaned_data and not year:
            self.add_error("fiscal_year", _("The quarter is of a fiscal year: type that year, too."))
        issued = self.cleaned_data.get("published_on")
        if issued and year and {"fiscal_year", "fiscal_quarter", "published_on"} & set(self.changed_data):
            self._ask_about_issue(issued, year, quarter)
        return cleaned

    def _ask_about_issue(self, issued, year: int, quarter: int | None) -> None:
        """An issue comes out in its quarter or within the year after it; not before, nor long after."""
        first, last = fiscal_quarter_span(year, quarter) if quarter in (1, 2, 3, 4) else fiscal_year_span(year)
        if issued < first or years_between(last, issued) >= 1:
            language = reader_language()
            said = {
                "issued": format_date(issued, language),
                "of": format_fiscal_year(year, language),
                "span": format_range(first, last, language),
            }
            sentence = _("It came out on %(issued)s, and is to be of the %(of)s (%(span)s): are both right?") % said
            self.ask("published_on", sentence, "issue_and_year", about=f"{issued} {year} {quarter}")


class ItemInline(TableRows):
    """What the number holds, by pages."""

    model = NewsletterItem
    fields = ["headline", "page", "article", "order"]
    fetched = ("article",)


@admin.register(Newsletter)
class NewsletterAdmin(PublishableAdmin):
    """One number of InterNEWS: its cover is the first photo, else the first page of its PDF, its first document."""

    form = NewsletterForm
    task = Task.NEWS
    position = 2
    checks_before = (
        Filled(_("Title"), ("title",)), Filled(_("Fiscal year and day of issue"), ("fiscal_year", "published_on")),
    )  # fmt: skip
    fieldsets = [
        (None, {"fields": [("volume", "number"), "title", "summary"]}),
        (_("When"), {"fields": [("fiscal_year", "fiscal_quarter"), "published_on"]}),
    ]
    inlines = [ItemInline, OpenPhotoInline, OpenDocumentInline, AliasInline, CitationInline]
    list_display = [
        "__str__",
        "title_th",
        fiscal_year_column(_("fiscal year")),
        date_column("published_on", _("published on")),
    ]
    list_filter = [fiscal_year_filter("fiscal_year")]
    search_fields = ["title_th", "title_en", "summary_th", "summary_en", "slug"]

    def save_related(self, request, form, formsets, change):
        """Without a photo the first page of the PDF becomes the cover, but for one that was taken away."""
        super().save_related(request, form, formsets, change)
        papers = [formset for formset in formsets if formset.model is Document]
        give_cover(form.instance, has_new_paper=any(_has_new_file(formset) for formset in papers))


def _has_new_file(papers) -> bool:
    """Whether the save of the formset `papers` brought a file; a link to a paper elsewhere is none."""
    changed = [paper for paper, names in papers.changed_objects if "file" in names]
    return any(paper.file for paper in (*papers.new_objects, *changed))
