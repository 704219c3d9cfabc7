"""Plans: the list, a fiscal year with its twelve months, and the page of one plan."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from iad_portal.lib.dates.calendar import BE_OFFSET
from iad_portal.lib.registers.listing import kept_page, readable_or_404
from plans.models import Plan
from plans.pages import fiscal_year_page, plan_page, plan_register

# A year in an address up to this is C.E.; beyond it, B.E. The office's records lie between 1900 and 2100 C.E.
LAST_CE_YEAR = 2200


@require_safe
def plan_list(request: HttpRequest) -> HttpResponse:
    """The fiscal years that have a plan, and the plans outside a year."""
    context = kept_page(request, ("relations", "plans"), plan_register.context)
    return render(request, "plans/plan_list.html", context)


@require_safe
def fiscal_year(request: HttpRequest, year: int) -> HttpResponse:
    """One fiscal year (C.E. in the address; a B.E. year leads there)."""
    if LAST_CE_YEAR < year <= LAST_CE_YEAR + BE_OFFSET:
        return HttpResponsePermanentRedirect(reverse("plans:fiscal_year", args=[year - BE_OFFSET]))
    years = Plan.objects.published().fiscal_years()
    if not fiscal_year_page.has_page(year, years):
        raise Http404
    apps = ("relations", "networks", "plans")
    context = kept_page(request, apps, lambda: fiscal_year_page.context(year, years))
    return render(request, "plans/fiscal_year.html", context)


@require_safe
def plan_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One plan."""
    plan = readable_or_404(Plan.objects.all, slug=slug)
    context = kept_page(request, ("relations", "networks", "plans"), lambda: plan_page.context(plan))
    return render(request, "plans/plan_detail.html", context)
