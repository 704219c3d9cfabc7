"""The filters of a register: their state in the address, their choices counted, nonsense told."""

import pytest
from django import forms
from django.http import HttpResponse
from django.utils import translation

from iad_portal.lib.registers.filters import FilterForm, short_address

CELLS = [(4, {"kind": ("a",), "year": (2019,), "state": ("now", "all")})]
CELLS += [(2, {"kind": ("b",), "year": (2020,), "state": ("now", "all")})]
CELLS += [(1, {"kind": ("a",), "year": (2020,), "state": ("once", "all")})]


class Filter(FilterForm):
    """A code, a number, a state that is usually "now", and an order."""

    filters = ("kind", "year", "state")
    usual = {"state": "now", "sort": "name"}
    scope = ("state",)

    kind = forms.ChoiceField(label="Kind", choices=[("", "all"), ("a", "Kind A"), ("b", "Kind B"), ("c", "Kind C")])
    year = forms.TypedChoiceField(label="Year", coerce=int)
    state = forms.ChoiceField(label="State", choices=[("now", "Now"), ("once", "Once"), ("all", "All")])
    sort = forms.ChoiceField(choices=[("name", "By name"), ("date", "By day")], widget=forms.HiddenInput)

    def fill(self):
        self.fields["year"].choices = [("", "all"), (2019, "2562"), (2020, "2563")]


@pytest.fixture
def asked(rf):
    """The form of an address, its choices counted."""

    def ask(**parameters) -> Filter:
        form = Filter(rf.get("/list/", parameters))
        form.count(CELLS)
        return form

    return ask


def test_a_chip_names_its_filter_and_leads_to_the_address_without_it(asked):
    """The order stays, the page starts anew, and the browser goes to the count."""
    form = asked(kind="a", year="2019", sort="date", page="2")
    assert form.values == {"kind": "a", "year": 2019, "sort": "date"}
    assert form.chips == [
        {"name": "Kind", "label": "Kind A", "url": "/list/?sort=date&year=2019#results", "removes": True},
        {"name": "Year", "label": "2562", "url": "/list/?sort=date&kind=a#results", "removes": True},
    ]
    assert form.clear_url == "/list/?sort=date#results"
    assert asked(kind="a").clear_url == "" and asked(kind="a").chips[0]["url"] == "/list/#results"


def test_nonsense_counts_as_not_asked_for_and_is_told(asked):
    """One sentence, in the reader's words for the filters; the field itself shows no error."""
    form = asked(kind="zzz", year="x" * 9999)
    assert form.values == {} and form.found == 6 and not form["kind"].errors
    with translation.override("en"):
        assert (
            form.problem
            == "The values given for “Kind”, “Year” were not understood, so the list is not narrowed by them."
        )
    assert asked(kind="a").problem == ""


def test_the_usual_is_not_a_filter(asked):
    """Neither a chip nor a word in the address; but it counts, and can be chosen away from."""
    assert asked(state="now", sort="name").values == {}
    assert asked().wanted == {"state": "now", "sort": "name"}
    assert [chip["label"] for chip in asked(state="once").chips] == ["Once"]


def test_choices_tell_what_they_would_give_and_those_without_go(asked):
    """Kind C gives nothing; a chosen one stays although it gives nothing with the others."""
    form = asked(kind="b", year="2019")
    assert form.found == 0 and form.total == 6
    assert [label for _code, label in form.fields["kind"].widget.choices] == ["all", "Kind A (4)", "Kind B (0)"]
    assert [label for _code, label in form.fields["year"].widget.choices] == ["all", "2562 (0)", "2563 (2)"]
    assert [label for _code, label in asked().fields["state"].widget.choices] == ["Now (6)", "Once (1)", "All (7)"]


def test_the_total_is_counted_within_the_scope(asked):
    """ "2 of 6", when six are in the usual state."""
    assert (asked(year="2020").found, asked(year="2020").total) == (2, 6)
    assert (asked(state="all", year="2020").found, asked(state="all", year="2020").total) == (3, 7)


def test_orders_keep_the_filters(asked):
    """The current one is marked; the usual one needs no word."""
    assert asked(kind="a", sort="date").orders == [
        {"label": "By name", "url": "/list/?kind=a#results", "is_current": False},
        {"label": "By day", "url": "/list/?sort=date&kind=a#results", "is_current": True},
    ]


@pytest.mark.parametrize(
    ("query", "short"),
    [
        ("kind=&year=", "/list/"),
        ("kind=a&year=&page=1", "/list/?kind=a"),
        ("state=now&kind=a&kind=b", "/list/?kind=a&kind=b"),
        ("q=%20&other=%E0%B9%91", "/list/?other=%E0%B9%91"),
    ],
)
def test_an_address_is_shortened_once(rf, query, short):
    """What is empty or usual goes, by a redirect that a cache may keep; the short address answers."""
    view = short_address(**Filter.usual)(lambda request: HttpResponse("list"))
    answer = view(rf.get(f"/list/?{query}"))
    assert (answer.status_code, answer["Location"]) == (301, short)
    assert view(rf.get(short)).content == b"list"
