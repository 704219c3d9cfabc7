"""The filters of a register: plain GET forms whose whole state stands in the address, in as few words as it takes."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import wraps
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.http import urlencode
from django.utils.translation import ngettext

from iad_portal.lib.components import Chip, Link, SearchField
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.records.kept_queries import Kept
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.lib.text.translatable import Translatable

from .days import AT, is_past
from .facets import Cell, tally

# The field that orders a register and narrows nothing.
ORDER = "sort"
# The field that searches for words.
WORDS = "q"
# More chips than these fill a telephone before the list begins; the other choices stand in the fold.
CHIPS = 9
# Where the browser goes when a filter changes: to the count over the list (components/filter.html).
RESULTS = "#results"

View = Callable[..., HttpResponse]


def short_address(**usual: str) -> Callable[[View], View]:
    """A view whose address says only what matters: a browser's form sends every field, also the empty ones.

    What is empty, or has its `usual` value anyway, is dropped by one permanent redirect to the short address, which is
    never shortened again. The browser keeps the fragment; a cache may keep the redirect, since the same address always
    leads to the same place.
    """
    usual = {"page": "1", **usual}

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            pairs = [(name, value) for name, values in request.GET.lists() for value in values]
            kept = [(name, value) for name, value in pairs if value.strip() and usual.get(name) != value]
            if len(kept) == len(pairs):
                return view(request, *args, **kwargs)
            return HttpResponsePermanentRedirect(_address(request.path, kept))

        return answer

    return decorate


def _address(path: str, pairs: Iterable[tuple[Any, ...]] | Mapping[Any, Any]) -> str:
    query = urlencode(pairs)
    return f"{path}?{query}" if query else path


def year_choices(cells: Iterable[Cell]) -> list[tuple[int, str]]:
    """The C.E. years of `cells`, the latest first, each as the reader counts it."""
    years = {year for _number, codes in cells for year in codes["year"] if year}
    return [(year, format_year(year, reader_language())) for year in sorted(years, reverse=True)]


class FilterForm(forms.Form):
    """The filters of a register: a GET form whose nonsense values count as not asked for, and are told.

    A register's own form names its `filters`; the `usual` values, which stand for a field that is not in the address;
    the `scope`, filters that say which register is read: the total is counted within them; and what is `kept`: asked
    for elsewhere on the page, so that it stays in every address and no chip takes it away. The choices of `quick`, one
    of the filters, stand over the list as chips. Words are searched for in the field `q`; a form without it may name
    the kind of record that the site's search should look for, `searched`, and the `search_label` of that field.
    """

    filters: ClassVar[tuple[str, ...]] = ()
    kept: ClassVar[tuple[str, ...]] = (ORDER,)
    usual: ClassVar[dict[str, str]] = {}
    scope: ClassVar[tuple[str, ...]] = ()
    quick: ClassVar[str] = ""
    searched: ClassVar[str] = ""
    search_label: ClassVar[Translatable] = ""

    # The day of which a register is told, where it can be: every address keeps it. None: today.
    at: date | None = None

    def __init__(self, request: HttpRequest, at: date | None = None):
        super().__init__(request.GET, use_required_attribute=False)
        self.at = at
        self._path = request.path
        self.found = self.total = 0
        self.fill()
        for field in self.fields.values():
            field.required = False
        self.is_valid()
        self._misunderstood = [str(self.fields[name].label) for name in self.errors]
        # Told in one sentence over the list; the field itself shows the choice that really counts.
        self.errors.clear()

    def fill(self) -> None:
        """A register's own form gives its fields here the choices that come from the database: once a request."""

    @property
    def past(self) -> date | None:
        """The day asked for, when it is another than today; else None."""
        return self.at if is_past(self.at) else None

    def kept_rows(self, make: Callable[[Any], QuerySet[Any]]) -> Kept | QuerySet[Any]:
        """The rows that `make` gives for this form, by its values alone: a query that is kept, but for a past day."""
        if self.past:
            return make(self)
        return Kept(lambda: make(self), (make, frozenset(self.values.items())), {})

    @property
    def values(self) -> dict[str, Any]:
        """What is asked for: name -> cleaned value, without what is empty, invalid or usual."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if value not in (None, "", []) and self.usual.get(name) != value
        }

    @property
    def wanted(self) -> dict[str, Any]:
        """What counts: the values asked for, and the usual ones where nothing is asked for."""
        return {**self.usual, **self.values}

    def count(self, cells: Iterable[Cell]) -> None:
        """Learn from the `cells` of the whole register how many records are found, of how many, and what is left."""
        cells = list(cells)
        wanted = {name: value for name, value in self.wanted.items() if name in self.filters}
        self.found, counts = tally(cells, wanted, self.filters)
        within = {name: value for name, value in wanted.items() if name in self.scope}
        self.total = tally(cells, within, ())[0]
        self.counts = counts
        for name, numbers in counts.items():
            self.tell(name, numbers)

    def tell(self, name: str, numbers: Mapping[Any, Any]) -> None:
        """Say beside each choice of a field how many records it gives; those that give none go, unless chosen."""
        field, chosen = self.fields[name], self.wanted.get(name)
        field.widget.choices = [
            (code, f"{label} ({numbers.get(code, 0):,})" if code != "" else label)
            for code, label in field.choices
            if code in ("", chosen) or numbers.get(code)
        ]

    @property
    def problem(self) -> str:
        """One sentence that says which words of the address were not understood; empty when all were."""
        sentence = ngettext(
            "The value given for “%(names)s” was not understood, so the list is not narrowed by it.",
            "The values given for “%(names)s” were not understood, so the list is not narrowed by them.",
            len(self._misunderstood),
        )
        return sentence % {"names": "”, “".join(self._misunderstood)} if self._misunderstood else ""

    @property
    def chips(self) -> list[Chip]:
        """One removable chip for each filter that is on and not told by `quick_chips`: name, value, address."""
        told = {self.quick} if self.values.get(self.quick) in self._quick_codes() else set()
        return [
            Chip(
                self._label(name),
                self._with({key: value for key, value in self.asked.items() if key != name}),
                name=str(self.fields[name].label),
                removes=True,
            )
            for name in self.values
            if name not in {*self.kept, *told}
        ]

    @property
    def quick_chips(self) -> list[Chip]:
        """The choices of `quick` with their counts, and before them all together; nothing where there is no choice."""
        codes = self._quick_codes()
        if len(codes) < 2:
            return []
        labels, chosen = dict(self.fields[self.quick].choices), self.values.get(self.quick, "")
        return [
            Chip(
                labels[code],
                self.address(**{self.quick: str(code)}),
                count=f"{self.counts[self.quick][code]:,}" if code != "" else "",
                is_current=code == chosen,
            )
            for code in ["", *codes]
        ]

    def _quick_codes(self) -> list[Any]:
        """The first choices of `quick` that give any record, with the one that is chosen among them or not."""
        if not self.quick:
            return []
        chosen, counts = self.values.get(self.quick), self.counts[self.quick]
        codes = [code for code, _label in self.fields[self.quick].choices if code != ""]
        return [code for code in codes if code == chosen or counts[code]][:CHIPS]

    @property
    def search(self) -> SearchField | None:
        """The field over the list: it looks among the rows where the form can, else in the site's search; or None."""
        if WORDS in self.fields:
            kept = [(name, value) for name, value in self.asked.items() if name != WORDS] + self._day
            return SearchField(str(self.fields[WORDS].label), self._path + RESULTS, self.asked.get(WORDS, ""), kept)
        return SearchField(self.search_label, kept=[("kind", self.searched)]) if self.searched else None

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields of the fold: all but the one for words; none where the chips offer the same."""
        fields = [field for field in self.visible_fields() if field.name != WORDS]
        return [] if [field.name for field in fields] == [self.quick] else fields

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the fold takes along unseen: (name, value)."""
        shown = {field.name for field in self.folded}
        return [(name, value) for name, value in self.asked.items() if name not in shown] + self._day

    @property
    def _day(self) -> list[tuple[str, str]]:
        return [(AT, self.at.isoformat())] if self.at else []

    @property
    def clear_url(self) -> str:
        """The address without any filter, its order kept; empty while fewer than two are on."""
        return self._with({}) if len(self.values.keys() - set(self.kept)) > 1 else ""

    @property
    def order(self) -> str:
        """The order asked for, when it is not the usual one: kept by the form while filters change."""
        order: str = self.values.get(ORDER, "")
        return order

    @property
    def orders(self) -> list[Link]:
        """The orders to choose from, each a link that keeps the filters; nothing where there is but one."""
        asked, current = self.asked, self.order or self.usual.get(ORDER, "")
        return [
            Link(
                label,
                self._with({**asked, ORDER: "" if code == self.usual.get(ORDER) else code}),
                is_current=code == current,
            )
            for code, label in getattr(self.fields.get(ORDER), "choices", ())
        ]

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, as it stands in the address."""
        return {name: self.data.get(name, "") for name in self.values}

    def address(self, **values: str) -> str:
        """The address with these filters set anew, "" for taken away; the others stay."""
        return self._with({**self.asked, **values})

    def _with(self, values: Mapping[str, str]) -> str:
        asked = self.asked
        kept = {**{name: asked.get(name, "") for name in self.kept}, **values}
        pairs = [(name, value) for name, value in kept.items() if value]
        return _address(self._path, [*pairs, *self._day]) + RESULTS

    def _label(self, name: str) -> str:
        field, value = self.fields[name], self.values[name]
        choices = dict(getattr(field, "choices", ()))
        return str(choices.get(value, choices.get(str(value), value)))


class CountedFilter(FilterForm):
    """A form that counts its whole register from cells: `fill()` reads them into `_cells`."""

    _cells: list[Cell]

    def __init__(self, request: HttpRequest, at: date | None = None):
        super().__init__(request, at)
        self.count(self._cells)
