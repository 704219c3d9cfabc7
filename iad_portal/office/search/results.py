"""What the search page shows: filters with their counts, and results in the reader's language, their hits marked."""

from collections.abc import Container
from functools import cache

from django import forms
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from iad_portal.lib.components import Chip, Found
from iad_portal.lib.dates.calendar import iso
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.records.page_keys import PageKey
from iad_portal.lib.registers.filters import FilterForm, year_choices
from iad_portal.lib.search.searched import BETWEEN
from iad_portal.lib.text.bilingual import Text, other_language, reader_language, text_of
from iad_portal.lib.text.cuts import cut_to
from iad_portal.lib.text.excerpts import Hits, Piece, excerpt, pieces
from iad_portal.lib.text.quick_html import escaped
from iad_portal.office.models import SearchEntry
from relations.models import Country

from .answering import Answer, answer
from .finding import Narrowing, cells, countries
from .fixed_pages import FixedPage
from .kinds import KINDS, LABELS

_ELLIPSIS = "… "
# Without a hit, a text so short says nothing of its record: the place of a visit alone.
_SHORTEST_EXCERPT = 40
_LONGEST_SHOWN = 60


class ResultFilter(FilterForm):
    """The query, and by what its results are narrowed. Kinds are chosen by links with counts, not in the form."""

    filters = ("kind", "year")
    kept = ("q",)

    q = forms.CharField(label=gettext_lazy("What are you looking for?"), widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[*LABELS.items()], widget=forms.HiddenInput)
    country = forms.ChoiceField(label=gettext_lazy("Country"))
    year = forms.TypedChoiceField(label=gettext_lazy("Year"), coerce=int)

    def __init__(self, request: HttpRequest):
        self.answer = answer(request.GET.get("q", ""))
        super().__init__(request)
        query, country = self.answer.query, self.values.get("country", "")
        self.count(cells(query, country) if country and query else self.answer.cells)
        self.total = self.answer.found
        found = countries(query, self.narrowing) if query else {}
        self.fields["country"].choices = self._countries({country, *found})
        self.tell("country", found)

    def fill(self) -> None:
        """The country that is asked for, if there is such a one, and the years of what was found."""
        self._every = kept("search: countries", ("relations",), _named_countries) if self.answer.found else []
        self.fields["country"].choices = self._countries({self.data.get("country")})
        self.fields["year"].choices = [("", _("All years")), *year_choices(self.answer.cells)]

    def _countries(self, codes: Container[str | None]) -> list[tuple[str, str]]:
        """The choices of these countries: of a hundred a page of results names some ten."""
        return [("", _("All countries")), *(pair for pair in self._every if pair[0] in codes)]

    @property
    def narrowing(self) -> Narrowing:
        """The filters as the index takes them."""
        return Narrowing(**{name: value for name, value in self.values.items() if name != "q"})

    @cached_property
    def kinds(self) -> list[Chip]:
        """For components/chips.html: each kind that was found, and all of them together."""
        chosen, counts = self.values.get("kind", ""), self.counts["kind"]
        found = [(code, label, counts[code]) for code, label in LABELS.items() if counts[code] or code == chosen]
        if len(found) < 2:
            return []
        every = ("", _("Everything"), sum(counts.values()))
        return [
            Chip(str(label), self.address(kind=code), count=f"{number:,}", is_current=code == chosen)
            for code, label, number in [every, *found]
        ]


def _named_countries() -> list[tuple[str, str]]:
    """Every country, by its name in the reader's language: one query."""
    rows = Country.objects.order_by(f"sort_{reader_language()}", "pk")
    return [(country.pk, str(text_of(country, "name"))) for country in rows]


def result_line(form: ResultFilter) -> str:
    """How many records were found, of how many, in words."""
    query = cut_to(form.answer.query.text, _LONGEST_SHOWN)
    words = {"number": f"{form.found:,}", "total": f"{form.total:,}", "query": query}
    if form.found == form.total:
        return ngettext("%(number)s record for “%(query)s”", "%(number)s records for “%(query)s”", form.found) % words
    sentence = ngettext(
        "%(number)s of %(total)s record for “%(query)s”", "%(number)s of %(total)s records for “%(query)s”", form.total
    )
    return sentence % words


def remark(form: ResultFilter) -> SafeString | str:
    """What the reader must know of how the query was taken; "" when it was taken as it was typed."""
    given = form.answer
    if given.instead:
        words = {"typed": cut_to(given.typed.text, _LONGEST_SHOWN), "query": given.query.text}
        return _("Nothing was found for “%(typed)s”. These are the results for “%(query)s”.") % words
    if given.query.is_loose and given.found:
        return _("Nothing has all of these words. These have some of them.")
    if given.hint:
        link = format_html('<a href="{}">{}</a>', form.address(q=given.hint), given.hint)
        return format_html(_("Did you mean {query}?"), query=link)
    return ""


def hits_of(given: Answer) -> Hits:
    """What is to be marked: the words asked for, and the other spellings of the names among them."""
    stems: set[str] = set()
    forms_: list[str] = []
    for term in given.query.terms:
        forms_ += [word.form for word in term.words]
        stems.update(word.stem for word in term.words)
        # One word of a longer spelling says nothing by itself.
        stems.update(spelling[0] for spelling in term.spellings if len(spelling) == 1)
        stems.update(term.holding)
    return Hits(frozenset(stems), tuple(dict.fromkeys(form for form in forms_ if len(form) > 1)))


def item_of(entry: SearchEntry, hits: Hits) -> Found:
    """For components/results.html: one record."""
    wanted = reader_language()
    title, said = entry.text("title"), entry.text("said")
    return Found(
        kind=_called(entry.kind, wanted),
        # Made for the active language as a rule, which is not set once more for each result then.
        url=PageKey.read(entry.page).url(None if get_language() == wanted else wanted),
        title=_marked(title, pieces(title.value, hits)),
        excerpt=_excerpt(entry, said, hits),
        when=format_date(entry.day, wanted, "short") if entry.day else "",
        datetime=iso(entry.day),
        record=entry,
    )


@cache
def _called(kind: str, _language: str) -> str:
    """What a record of this kind is called in the reader's language."""
    return capfirst(str(KINDS[kind].model._meta.verbose_name))


def site_item(page: FixedPage) -> Found:
    """For components/results.html: a page of the site that is no record."""
    return Found(_("Page of this site"), page.url, page.label, page.says)


def _excerpt(entry: SearchEntry, said: Text, hits: Hits) -> SafeString | str:
    """From the reader's language; from the other one when only there something was hit."""
    in_own = excerpt(said.value, hits)
    if _has_hit(in_own[0]):
        return _with_dots(said, *in_own)
    other = other_language(said.language)
    text = Text(getattr(entry, f"said_{other}"), other, said.wanted)
    in_other = excerpt(text.value, hits)
    if _has_hit(in_other[0]):
        return _with_dots(text, *in_other)
    return _with_dots(said, *in_own) if len(said.value) >= _SHORTEST_EXCERPT else ""


def _has_hit(found: list[Piece]) -> bool:
    return any(is_hit for _piece, is_hit in found)


def _with_dots(text: Text, found: list[Piece], is_cut_before: bool, is_cut_behind: bool) -> SafeString:
    dots = (_ELLIPSIS if is_cut_before else "", _ELLIPSIS.strip() if is_cut_behind else "")
    return _marked(text, [(dots[0], False), *found, (dots[1], False)])


def _marked(text: Text, cut: list[Piece]) -> SafeString:
    html = "".join([_piece(piece, is_hit) for piece, is_hit in cut])
    return SafeString(f'<span lang="{text.language}">{html}</span>' if text.is_fallback else html)


def _piece(piece: str, is_hit: bool) -> str:
    """On one line, and a hit marked."""
    html = escaped(piece.replace(BETWEEN, " · ").replace("\n", " "))
    return f"<mark>{html}</mark>" if is_hit else html
