"""Lists and records of public pages: whatever stands in the address gives a page or a plain 404, never an error."""

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.http import urlencode

# A register of fewer rows is shown whole on one page (the house's rule); beyond that it is paged.
WHOLE_REGISTER = 200
PAGE_SIZE = 50


def page_of(request: HttpRequest, rows: QuerySet, size: int = PAGE_SIZE, whole_below: int = WHOLE_REGISTER) -> Page:
    """The page of `rows` that `?page=` asks for: all on one page when there are fewer than `whole_below`.

    A `page` that is not a number, or none of the pages, raises Http404. Two questions to the database.
    """
    paginator = Paginator(rows, size)
    if paginator.count < whole_below:
        paginator.per_page = max(paginator.count, 1)
    asked = request.GET.get("page") or "1"
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10) or not 1 <= int(asked) <= paginator.num_pages:
        raise Http404
    return paginator.page(int(asked))


def readable_or_404(rows: QuerySet, **lookup):
    """The one record of `rows` that may be read now: published, or withdrawn under its notice. Else Http404."""
    return get_object_or_404(rows.readable(), **lookup)


class FilterForm(forms.Form):
    """The filters of a register: a GET form whose unknown or nonsense values count as not asked for."""

    def __init__(self, request: HttpRequest):
        super().__init__(request.GET, use_required_attribute=False)
        self._path = request.path
        self.fill()
        for field in self.fields.values():
            field.required = False
        self.is_valid()

    def fill(self) -> None:
        """A register's own form gives its fields here the choices that come from the database: once a request."""

    @property
    def values(self) -> dict:
        """The filters in use: name -> cleaned value, without the empty and the invalid ones."""
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}

    def chips(self, leave_out: tuple[str, ...] = ()) -> list[dict]:
        """One removable chip for each filter in use: its label, and the address without it."""
        return [
            {"label": self._label(name), "url": self._address_without(name), "removes": True}
            for name in self.values
            if name not in leave_out
        ]

    def _label(self, name: str) -> str:
        field, value = self.fields[name], self.values[name]
        choices = dict(getattr(field, "choices", ()))
        return str(choices.get(value, choices.get(str(value), value)))

    def _address_without(self, name: str) -> str:
        rest = {key: self.data.get(key) for key in self.values if key != name}
        return f"{self._path}?{urlencode(rest)}" if rest else self._path
