"""The register of meetings, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import page_of, readable_or_404
from networks.models import Meeting
from networks.pages import meeting_page, meeting_register


@require_safe
@short_address()
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Coming meetings, then past ones year by year. A part of a meeting is listed by itself."""
    form = meeting_register.MeetingFilter(request)
    rows = form.narrow(meeting_register.in_order(Meeting.objects.published()))
    page = page_of(request, rows, count=form.found)
    context = {
        "form": form,
        "result": meeting_register.result(form),
        "page": page,
        "ledger": meeting_register.ledger(
            page, shows_network=True, shows_counts=not page.has_other_pages(), by_year=True
        ),
    }
    return render(request, "networks/meeting_list.html", context)


@require_safe
def meeting_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One meeting."""
    meeting = readable_or_404(meeting_page.with_rows(Meeting.objects), slug=slug)
    return render(request, "networks/meeting_detail.html", meeting_page.context(meeting))
