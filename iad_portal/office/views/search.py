"""The search page, its feed for those who follow a query, and the suggestions while somebody types."""

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import part_of_list
from iad_portal.lib.search.lexemes import from_index
from iad_portal.office.pages import search_page
from iad_portal.office.search.results import ResultFilter
from iad_portal.office.search.suggesting import suggestions


@require_safe
@short_address()
@from_index()
def search(request):
    """Records of every kind that answer `?q=`, narrowed by kind, country and year; any query gives a page."""
    form = ResultFilter(request)
    size = search_page.PAGE_SIZE
    part = part_of_list(request, range(form.found), size, whole_below=size + 1)
    return render(request, "portal/search.html", search_page.context(form, part))


@require_safe
@from_index()
def suggest(request):
    """Names and titles that begin as `?q=` does: [{label, lang, kind, url}]."""
    return JsonResponse({"suggestions": suggestions(request.GET.get("q", ""))})
