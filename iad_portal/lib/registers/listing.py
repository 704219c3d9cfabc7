"""Lists and records of public pages: whatever stands in the address gives a page or a plain 404, never an error."""

import logging
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

logger = logging.getLogger(__name__)

# A register of fewer rows is shown whole on one page (the house's rule); beyond that it is paged.
WHOLE_REGISTER = 200
PAGE_SIZE = 50


class Disagreement(Exception):
    """The number that was counted, and the rows that are there, are not of one rule."""


def page_of(
    request: HttpRequest,
    rows: QuerySet,
    size: int = PAGE_SIZE,
    whole_below: int = WHOLE_REGISTER,
    count: int | None = None,
) -> Page:
    """The page of `rows` that `?page=` asks for: all on one page when there are fewer than `whole_below`.

    A `page` that is not a number, or none of the pages, raises Http404. Two questions to the database; one when the
    caller has counted the rows already. Should its `count` disagree with the rows, it is logged and they are counted
    anew, so that none is left out; in tests (settings.FAULTS_ARE_LOUD) Disagreement is raised.
    """
    if count is None:
        return _page(request, rows, size, whole_below, rows.count())
    page = _page(request, rows, size, whole_below, count)
    # One row more than belongs here tells whether rows go on where the count ends.
    there = list(rows[page.start_index() - 1 if count else 0 : page.end_index() + 1])
    expected = page.end_index() - page.start_index() + 1 if count else 0
    if len(there) == expected or (len(there) == expected + 1 and page.has_next()):
        page.object_list = there[:expected]
        return page
    problem = Disagreement(f"{request.path}: {count} counted, but there are {rows.count()}")
    if settings.FAULTS_ARE_LOUD:
        raise problem
    logger.error("The count of a list disagrees with its rows: %s", problem)
    return _page(request, rows, size, whole_below, rows.count())


def _page(request: HttpRequest, rows: QuerySet, size: int, whole_below: int, count: int) -> Page:
    paginator = Paginator(rows, size)
    paginator.count = count
    if count < whole_below:
        paginator.per_page = max(count, 1)
    asked = request.GET.get("page") or "1"
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10) or not 1 <= int(asked) <= paginator.num_pages:
        raise Http404
    return paginator.page(int(asked))


def readable_or_404(rows: QuerySet, **lookup: Any) -> Any:
    """The one record of `rows` that may be read now: published, or withdrawn under its notice. Else Http404."""
    return get_object_or_404(rows.readable(), **lookup)
