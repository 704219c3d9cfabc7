"""The register of agreements, and the page of one agreement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import page_of
from relations.forms import AgreementFilter
from relations.pages import agreements as page
from relations.pages.agreement_page import agreement_and_others, agreement_page
from relations.pages.growth import all_agreements, growth_of, growth_plot


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
    agreement, others = agreement_and_others(number)
    return render(request, "relations/agreement_detail.html", agreement_page(agreement, others, calendar.today()))
