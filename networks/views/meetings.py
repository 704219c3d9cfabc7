"""The register of meetings, and the page of one."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list, readable_or_404
from networks.forms import MeetingFilter
from networks.models import Meeting
from networks.pages import meeting_page, meeting_register
from networks.pages.meeting_told import told_of
from relations.pages import media_pack


def _rows(form: MeetingFilter) -> QuerySet[Meeting]:
    return form.narrow(meeting_register.in_order(Meeting.objects.published()))


@require_safe
@short_address()
def meeting_list(request: HttpRequest) -> HttpResponse:
    """All published meetings."""
    apps, follow = ("relations", "networks"), meeting_register.follow()
    context = kept_page(request, apps, lambda: _meetings(request), follow=follow)
    return render(request, "networks/meeting_list.html", context)


def _meetings(request: HttpRequest) -> dict[str, Any]:
    form = MeetingFilter(request)
    part = part_of_list(request, form.kept_rows(_rows))
    return meeting_register.context(form, part)


@require_safe
def meeting_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One meeting."""
    meeting = readable_or_404(meeting_page.with_rows, slug=slug)
    context = kept_page(
        request,
        ("relations", "networks", "plans"),
        lambda: meeting_page.context(meeting),
        **meeting_page.news_part(meeting),
    )
    return render(request, "networks/meeting_detail.html", context)


@require_safe
def meeting_media(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Its photographs, papers, programme and participants as a zip."""
    meeting = readable_or_404(meeting_page.with_rows, slug=slug)
    pack = media_pack.pack_of(meeting, lambda: told_of(meeting))
    return media_pack.answer(request, pack, f"{slug}-media")
