"""The register of agreements, and the page of one agreement."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from iad_portal.lib.bilingual import reader_language, text_of
from iad_portal.lib.date_format import format_year
from iad_portal.lib.date_queries import years_of
from iad_portal.lib.listing import FilterForm, page_of
from relations.citations import SourceList
from relations.models import Agreement, City, Document, Instrument, Photo
from relations.pages import agreements as page
from relations.pages.files import documents_of, gallery_of
from relations.pages.ledger import exchange_caption, ledger_exchanges, ledger_of
from relations.pages.links import name_link

# The codes are the questions that AgreementQuerySet answers.
STATES = {
    "in_force": _("In force today"),
    "ended": _("Ended"),
    "not_yet": _("Not yet in force"),
    "undated": _("Without a recorded date"),
}


class AgreementFilter(FilterForm):
    """Year of signing (in the address C.E.), form, state today, city; and the order."""

    year = forms.TypedChoiceField(label=_("Year of signing"), coerce=int)
    instrument = forms.ChoiceField(label=_("Form of agreement"), choices=[("", _("All forms")), *Instrument.choices])
    state = forms.ChoiceField(label=_("State today"), choices=[("", _("All")), *STATES.items()])
    city = forms.ChoiceField(label=_("Partner city"))
    sort = forms.ChoiceField(label=_("Order"), choices=[("", _("Newest first")), ("number", _("By number"))])

    def fill(self) -> None:
        """Only years and cities of published agreements can be asked for."""
        self.fields["year"].choices = [("", _("All years")), *_years()]
        self.fields["city"].choices = [("", _("All cities")), *_cities()]

    def narrow(self, rows):
        """`rows` as the filters in use leave them, in the order asked for."""
        columns = {"year": "signed_on__year", "instrument": "instrument", "city": "city__slug"}
        values = self.values
        rows = rows.filter(**{column: values[name] for name, column in columns.items() if name in values})
        if "state" in values:
            rows = getattr(rows, values["state"])()
        return rows.order_by("number") if values.get("sort") == "number" else rows.newest_first()


def _years() -> list[tuple[int, str]]:
    language = reader_language()
    return [(year, format_year(year, language)) for year in years_of(Agreement.objects.published(), "signed_on")]


def _cities() -> list[tuple[str, str]]:
    signed = Agreement.objects.published().filter(city=OuterRef("pk"))
    cities = City.objects.published().filter(Exists(signed)).by_name(reader_language())
    return [(city.slug, str(text_of(city, "name"))) for city in cities]


@require_safe
def agreement_list(request: HttpRequest) -> HttpResponse:
    """All published agreements, with counts worked out for today."""
    form, rows = AgreementFilter(request), Agreement.objects.published()
    found = page_of(request, form.narrow(rows).select_related("city"))
    count = found.paginator.count
    result = ngettext("%(count)s agreement", "%(count)s agreements", count) % {"count": count}
    context = {
        "form": form,
        "chips": form.chips(leave_out=("sort",)),
        "result": result,
        "page": found,
        "ledger": page.register(found),
        "totals": page.totals(),
        "note": page.totals_note(),
    }
    return render(request, "relations/agreement_list.html", context)


@require_safe
def agreement_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One agreement: what it is, who signed, its papers, and what came of it."""
    agreement, renewals = _with_renewals(number)
    sides = page.signatories_of(agreement)
    governors = [] if sides[0]["people"] else page.governors_at_signing(agreement)
    documents = Document.objects.by_record([agreement])[agreement]
    exchanges = ledger_exchanges(agreement.exchanges)
    commitments, promised = page.commitments_of(agreement)
    sources = SourceList([agreement, *governors, *documents, *exchanges, *commitments])
    context = {
        "agreement": agreement,
        "crumbs": page.crumbs(),
        "title": page.agreement_title(agreement),
        "page_title": page.page_title(agreement),
        "city": name_link(agreement.city),
        "strip": page.strip_of(agreement),
        "facts": page.facts_of(agreement, renewals, sources),
        "note": text_of(agreement, "note"),
        "sides": sides,
        "governor": page.governor_line(governors),
        "governor_sources": sorted({number for post in governors for number in sources.marks(post)}),
        "documents": documents_of(documents),
        "exchanges": exchanges and ledger_of(exchanges, sources, exchange_caption(exchanges), page_of=agreement.city),
        "commitments": promised,
        "gallery": gallery_of(Photo.objects.by_record([agreement])[agreement]),
        "sources": sources.entries(),
    }
    return render(request, "relations/agreement_detail.html", context)


def _with_renewals(number: int) -> tuple[Agreement, list[Agreement]]:
    """The readable agreement `number` and the published ones that renew it: one question; raises Http404."""
    rows = Agreement.objects.readable().select_related("city__country", "renews")
    # A number that no column can hold is nobody's.
    wanted = [] if number > 2**31 - 1 else rows.filter(Q(number=number) | Q(renews__number=number)).newest_first()
    found = {agreement.number: agreement for agreement in wanted}
    if number not in found:
        raise Http404
    return found.pop(number), [other for other in found.values() if other.is_published()]
