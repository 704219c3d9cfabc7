"""The last step of every public page: its lines of Thai are held together, in text, cells, cards and footer."""

from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError

from iad_portal.lib.records.content_versions import content_now
from iad_portal.lib.text import line_breaks
from networks.models import Network
from relations.models import Agency, City, Country, Person


class ThaiLinesMiddleware:
    """Holds what a line must not cut. The desk's pages are left as they are: officers edit there."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.marks = None

    def __call__(self, request):
        response = self.get_response(request)
        if settings.HOLD_THAI_LINES and self._is_public_page(request, response):
            self._read_names()
            response.content = line_breaks.hold_lines(response.content.decode()).encode()
            # It was counted further in, before the marks: a page of the old length would end before its end.
            response["Content-Length"] = str(len(response.content))
        return response

    @staticmethod
    def _is_public_page(request, response) -> bool:
        is_page = (
            response.status_code < 500  # those say that something is away, and stand alone
            and response.get("Content-Type", "").startswith("text/html")
            and not response.streaming
        )
        return is_page and not request.path.startswith("/admin/")

    def _read_names(self) -> None:
        with suppress(DatabaseError):  # a page that was made without it goes out
            marks = content_now().marks
            # All names are of these two apps.
            if (of_names := (marks.get("relations"), marks.get("networks"))) != self.marks:
                line_breaks.hold_names(thai_names())
                self.marks = of_names


def thai_names() -> frozenset[str]:
    """The Thai names of places, people, networks and agencies, drafts too. One query."""
    models = (City, Country, Person, Network, Agency)
    names = [model._base_manager.order_by().values_list("name_th") for model in models]
    return frozenset(name for (name,) in names[0].union(*names[1:]) if name)
