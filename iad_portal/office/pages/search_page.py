"""What the search page shows."""

from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from iad_portal.lib.records.faults import shown
from iad_portal.lib.search.words import is_thai
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.search.finding import page
from iad_portal.office.search.results import ResultFilter, hits_of, item_of, remark, result_line, site_item
from relations.pages.follow import SEARCH_FEEDS, feeds

PAGE_SIZE = 20


def context(form: ResultFilter, part: Page[int]) -> dict[str, Any]:
    """All that portal/search.html needs; `part` holds the places of its results among all that were found."""
    given, hits = form.answer, hits_of(form.answer)
    start = part.start_index() - 1
    entries = page(given.query, form.narrowing, form.found, start, PAGE_SIZE) if form.found else []
    return {
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
