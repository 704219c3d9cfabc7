"""The register of agreements, and the page of one agreement."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.records.faults import parts_of_page
from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import page_of
from iad_portal.lib.text.bilingual import text_of
from relations.forms import AgreementFilter
from relations.models import Agreement, Alias, Document, Photo, name_at
from relations.pages import agreements as page
from relations.pages.age import age_line
from relations.pages.citations import SourceList
from relations.pages.commitments import commitment_items, commitments_of
from relations.pages.exchanges import exchange_caption, exchange_ledger, listed_exchanges
from relations.pages.files import documents_of, gallery_of
from relations.pages.growth import all_agreements, growth_of, growth_plot
from relations.pages.links import name_link


@require_safe
@short_address()
def agreement_list(request: HttpRequest) -> HttpResponse:
    """All published agreements, with counts worked out for today; the whole register is drawn through time too."""
    form = AgreementFilter(request)
    found = page_of(request, page.with_renewals(form.rows()))
    context = {
        "form": form,
        "growth": None if form.values else growth_plot(growth_of(all_agreements(), calendar.today())),
        "result": page.result(form),
        "page": found,
        "is_empty": not found.object_list,
        "ledger": page.ledger(found),
        "totals": page.totals(),
        "note": page.totals_note(),
    }
    return render(request, "relations/agreement_list.html", context)


@require_safe
def agreement_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One agreement: what it is, who signed, its papers, and what came of it."""
    agreement, renewals = _with_renewals(number)
    sides = page.signatories_of(agreement)
    governors = [] if sides[0].people else page.governors_at_signing(agreement)
    documents = Document.objects.by_record([agreement])[agreement]
    exchanges = listed_exchanges(agreement.exchanges.all(), page_of=agreement.city)
    commitments = commitments_of(agreement)
    sources = SourceList([agreement, *governors, *documents, *exchanges, *commitments])
    city = name_link(agreement.city)
    names = Alias.objects.by_record([agreement.city])[agreement.city]
    signed_as = name_at(names, agreement.begins_on) if city.label else None
    parts = {
        "agreement": agreement,
        "crumbs": page.crumbs,
        "title": agreement.shown_title,
        "page_title": agreement.full_title,
        "city": city,
        "signed_as": signed_as,
        "strip": lambda: page.strip_of(agreement, renewals),
        "facts": lambda: page.facts_of(agreement, renewals, sources, signed_as=signed_as),
        "note": lambda: text_of(agreement, "note"),
        "sides": sides,
        "governor": lambda: page.governor_line(governors),
        "governor_sources": lambda: sorted({number for post in governors for number in sources.marks(post)}),
        "documents": lambda: documents_of(documents),
        "exchanges": lambda: (
            exchanges and exchange_ledger(exchanges, sources, exchange_caption(exchanges), page_of=agreement.city)
        ),
        "commitments": lambda: commitment_items(commitments),
        "gallery": lambda: gallery_of(Photo.objects.by_record([agreement])[agreement]),
        "evidence": lambda: sources.evidence(age=age_line([agreement])),
    }
    return render(request, "relations/agreement_detail.html", parts_of_page(agreement, parts))


def _with_renewals(number: int) -> tuple[Agreement, list[Agreement]]:
    """The readable agreement `number`, and the published ones that renew it: one query; raises Http404."""
    rows = Agreement.objects.readable().select_related("city__country", "renews")
    # A number that no column can hold is nobody's.
    wanted = [] if number > 2**31 - 1 else rows.filter(Q(number=number) | Q(renews__number=number)).newest_first()
    found = {agreement.number: agreement for agreement in wanted}
    if number not in found:
        raise Http404
    return found.pop(number), [other for other in found.values() if other.is_published()]
