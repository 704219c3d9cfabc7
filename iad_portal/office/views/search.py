"""The search page, its feed for those who follow a query, and the suggestions while somebody types."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from iad_portal.lib.records.faults import shown
from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import part_of_list
from iad_portal.lib.search.lexemes import from_index
from iad_portal.lib.search.words import is_thai
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.search.finding import page
from iad_portal.office.search.results import ResultFilter, hits_of, item_of, remark, result_line, site_item
from iad_portal.office.search.suggesting import suggestions
from relations.pages.follow import SEARCH_FEEDS, feeds

PAGE_SIZE = 20


@require_safe
@short_address()
@from_index()
def search(request):
    """Records of every kind that answer `?q=`, narrowed by kind, country and year; any query gives a page."""
    form = ResultFilter(request)
    given, hits = form.answer, hits_of(form.answer)
    rows = range(form.found)
    part = part_of_list(request, rows, PAGE_SIZE, whole_below=PAGE_SIZE + 1)
    entries = page(given.query, form.narrowing, form.found, part.start_index() - 1, PAGE_SIZE) if form.found else []
    context = {
        "form": form,
        "answer": given,
        "result": result_line(form),
        "page": part,
        "site_pages": [site_item(page) for page in given.pages],
        "items": shown(entries, lambda entry: item_of(entry, hits), "results of a search"),
        "remark": remark(form),
        "thai_on_english": reader_language() == "en" and is_thai(given.query.text),
        "follow": [feeds(_("Feed of this search"), SEARCH_FEEDS, form.asked)] if form.found else [],
    }
    return render(request, "portal/search.html", context)


@require_safe
@from_index()
def suggest(request):
    """Names and titles that begin as `?q=` does: [{label, lang, kind, url}]."""
    return JsonResponse({"suggestions": suggestions(request.GET.get("q", ""))})
