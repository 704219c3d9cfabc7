"""The register of commitments."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list
from networks.forms import CommitmentFilter
from networks.models import Commitment
from networks.pages import commitment_register as register


def _rows(form: CommitmentFilter) -> QuerySet[Commitment]:
    return form.narrow(register.register_rows())


@require_safe
@short_address()
def commitment_list(request: HttpRequest) -> HttpResponse:
    """What was promised at published meetings and in published agreements."""
    context = kept_page(request, ("relations", "networks"), lambda: _commitments(request))
    return render(request, "networks/commitment_list.html", context)


def _commitments(request: HttpRequest) -> dict[str, Any]:
    form = CommitmentFilter(request)
    part = part_of_list(request, form.kept_rows(_rows))
    return register.context(form, part)
