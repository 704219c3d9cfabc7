"""How many rows a list of the desk has: counted once for each version of the content, not at each click."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property

from iad_portal.lib.records.content_versions import kept

# What leads from page to page of a list, or of the choices of a box, changes nothing about their number.
PAGES = ("p", "page")


class CountedOnce(Paginator):
    """Pages through rows of records whose changes are marked, as one officer filtered them in `request`.

    The address and the officer tell what is asked for: the SQL tells the moment, too, and is never the same.
    """

    def __init__(self, request: HttpRequest, rows: Any, per_page: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(rows, per_page, *args, **kwargs)
        asked = request.GET.copy()
        for name in PAGES:
            asked.pop(name, None)
        self._name = f"rows of {rows.model._meta.label} in {request.path}?{asked.urlencode()} for {request.user.pk}"

    @cached_property
    def count(self) -> int:
        """How many there are."""
        rows: Any = self.object_list
        return kept(self._name, (), rows.count)
