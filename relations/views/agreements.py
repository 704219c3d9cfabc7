"""The register of agreements, and the page of one agreement."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.dates import calendar
from iad_portal.lib.registers.days import asked_day, of_a_day
from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list
from relations.forms import AgreementFilter
from relations.models import Agreement
from relations.pages import agreement_page, media_pack
from relations.pages import agreements as register
from relations.pages.agreement_page import agreement_and_others, told_of


def _rows(form: AgreementFilter) -> QuerySet[Agreement]:
    return form.rows().select_related("city")


@require_safe
@of_a_day
@short_address()
def agreement_list(request: HttpRequest) -> HttpResponse:
    """All published agreements, with counts worked out for today; the whole register is drawn through time too.

    With `?at=` those that were signed by that day, as they stood then.
    """
    context = kept_page(request, ("relations",), lambda: _agreements(request))
    return render(request, "relations/agreement_list.html", context)


def _agreements(request: HttpRequest) -> dict[str, Any]:
    form = AgreementFilter(request, asked_day(request))
    part = part_of_list(request, form.kept_rows(_rows))
    return register.context(request, form, part)


@require_safe
def agreement_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One agreement: what it is, who signed, its papers, and what came of it."""
    agreement, others = agreement_and_others(number)
    context = kept_page(
        request,
        ("relations", "networks"),
        lambda: agreement_page.context(agreement, others, calendar.today()),
    )
    return render(request, "relations/agreement_detail.html", context)


@require_safe
def agreement_media(request: HttpRequest, number: int) -> HttpResponseBase:
    """Its photographs, papers and signatories as a zip."""
    agreement, _others = agreement_and_others(number)
    pack = media_pack.pack_of(agreement, lambda: told_of(agreement))
    return media_pack.answer(request, pack, f"agreement-{number}-media")
