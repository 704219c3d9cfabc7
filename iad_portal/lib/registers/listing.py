"""Lists and records of public pages: whatever stands in the address gives a page or a plain 404, never an error."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, cast

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from iad_portal.lib.records.kept_queries import Kept

# A register of fewer rows is shown whole on one page (a rule of the whole portal); beyond that it is paged.
WHOLE_REGISTER = 200
PAGE_SIZE = 50
# A part has one address: 2, not 02.
NUMBER = re.compile("[1-9][0-9]{0,8}")


def part_of_list(
    request: HttpRequest,
    rows: QuerySet[Any] | Kept | Sequence[Any],
    size: int = PAGE_SIZE,
    whole_below: int = WHOLE_REGISTER,
) -> Page[Any]:
    """The part of `rows` that `?page=` asks for: all of them when there are fewer than `whole_below`.

    A `page` that is not a number, or none of the parts, raises Http404. Two queries.
    """
    paginator = Paginator(cast(Any, rows), size)
    if paginator.count < whole_below:
        paginator.per_page = max(paginator.count, 1)
    asked = request.GET.get("page") or "1"
    if not NUMBER.fullmatch(asked) or int(asked) > paginator.num_pages:
        raise Http404
    return paginator.page(int(asked))


def kept_page(
    request: HttpRequest, apps: tuple[str, ...], make: Callable[[], Mapping[str, Any]], state: str = "", **always: Any
) -> dict[str, Any]:
    """The context of a page: of its usual address, for `{% kept_part %}` in templates; else what `make` gives, at once.

    What is between these tags is kept under the path by the versions of `apps` (content_versions.kept), which are all
    that `make` and the templates read; `make` is called when one of them is not kept. Nothing else sees what it gives;
    what the rest of the page needs, too, comes in `always`. `state` tells what else they show, of rows that the view
    has read already: it is one more part of the key.
    """
    if request.GET or not settings.KEEP_PARTS:
        return {**make(), **always}
    return {"kept_parts": (f"{request.path} {state}", apps, cache(make)), **always}


def readable_or_404(rows: Callable[[], QuerySet[Any]], **lookup: Any) -> Any:
    """The one record of `rows()` that may be read now: published, or withdrawn under its notice. Else Http404."""
    found = Kept(lambda **places: rows().readable().filter(**places), (readable_or_404, rows, *lookup), lookup).first()
    if found is None:
        raise Http404
    return found
