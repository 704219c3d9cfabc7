"""The filters of a register: their state in the address, their choices counted, nonsense told."""

import pytest
from django import forms
from django.http import HttpResponse
from django.utils import translation

from iad_portal.lib.components import Chip, Link, SearchField
from iad_portal.lib.registers.filters import FilterForm, short_address, year_choices

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
        Chip("Kind A", "/list/?sort=date&year=2019#results", name="Kind", removes=True),
        Chip("2562", "/list/?sort=date&kind=a#results", name="Year", removes=True),
    ]
    assert form.clear_url == "/list/?sort=date#results"
    assert asked(kind="a").clear_url == "" and asked(kind="a").chips[0].url == "/list/#results"


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
    assert [chip.label for chip in asked(state="once").chips] == ["Once"]


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


@pytest.fixture
def quick(monkeypatch):
    """The kind stands over the list as chips."""
    monkeypatch.setattr(Filter, "quick", "kind")


def test_the_quick_filter_is_a_row_of_chips_that_keep_the_other_filters(asked, quick):
    """All together, then those that give something; the chosen one is marked and has no second chip."""
    form = asked(kind="a", sort="date")
    assert form.quick_chips == [
        Chip("all", "/list/?sort=date#results"),
        Chip("Kind A", "/list/?sort=date&kind=a#results", count="4", is_current=True),
        Chip("Kind B", "/list/?sort=date&kind=b#results", count="2"),
    ]
    assert form.chips == [] and asked(kind="a", year="2020").clear_url == "/list/#results"
    assert asked(year="2019").quick_chips == []


def test_a_choice_beyond_the_row_is_told_by_its_own_chip(asked, quick, monkeypatch):
    """More chips than a telephone holds stand in the fold; the filter that is on must still be seen."""
    monkeypatch.setattr("iad_portal.lib.registers.filters.CHIPS", 1)
    assert [chip.label for chip in asked(kind="b").chips] == ["Kind B"]


def test_the_words_are_searched_for_in_the_form_or_in_the_whole_site(rf, asked, monkeypatch):
    """The other filters go along; what only the row offers has no fold."""
    assert asked().search is None
    monkeypatch.setattr(Filter, "searched", "city")
    assert asked(kind="a").search == SearchField("", kept=[("kind", "city")])

    class Named(FilterForm):
        filters, quick = ("kind",), "kind"
        q = forms.CharField(label="Name")
        kind = forms.ChoiceField(choices=[("", "all"), ("a", "Kind A")])

    form = Named(rf.get("/list/", {"q": "x", "kind": "a"}))
    assert form.search == SearchField("Name", "/list/#results", "x", [("kind", "a")]) and form.folded == []


def test_orders_keep_the_filters(asked):
    """The current one is marked; the usual one needs no word."""
    assert asked(kind="a", sort="date").orders == [
        Link("By name", "/list/?kind=a#results"),
        Link("By day", "/list/?sort=date&kind=a#results", is_current=True),
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


def test_years_stand_the_latest_first_as_the_reader_counts_them():
    """Each once; rows without a year give no choice."""
    cells = [(1, {"year": (2019,)}), (2, {"year": (2021, 2020)}), (3, {"year": (None,)}), (4, {"year": (2019,)})]
    with translation.override("th"):
        assert year_choices(cells) == [(2021, "2564"), (2020, "2563"), (2019, "2562")]
    with translation.override("en"):
        assert year_choices(cells) == [(2021, "2021"), (2020, "2020"), (2019, "2019")]


def test_no_field_is_required_also_by_the_browser(asked):
    form = asked()
    assert [field.required for field in form.fields.values()] == [False] * 4
    assert " required" not in str(form["kind"]) and not form.errors


def test_before_anything_is_counted_nothing_is_found(rf):
    form = Filter(rf.get("/list/"))
    assert (form.found, form.total) == (0, 0)


def test_the_counts_are_kept_for_who_draws_them(asked):
    assert asked(kind="a").counts == {
        "kind": {"a": 4, "b": 2}, "year": {2019: 4}, "state": {"now": 4, "all": 5, "once": 1},
    }  # fmt: skip


def test_large_numbers_are_written_with_commas_and_all_has_none(rf):
    form = Filter(rf.get("/list/"))
    form.count([(12345, {"kind": ("a",), "year": (2019,), "state": ("now",)})])
    assert [label for _code, label in form.fields["kind"].widget.choices] == ["all", "Kind A (12,345)"]


def test_an_address_sets_some_filters_anew_and_keeps_the_others(asked):
    form = asked(kind="a", year="2019", sort="date")
    assert form.address(year="2020") == "/list/?sort=date&kind=a&year=2020#results"
    assert form.address(kind="") == "/list/?sort=date&year=2019#results"
    assert form.address(state="all") == "/list/?sort=date&kind=a&year=2019&state=all#results"
    assert asked().address() == "/list/#results"


def test_what_is_hidden_in_the_form_is_carried_along(asked):
    assert asked(kind="a", sort="date").carried == [("sort", "date")]
    assert asked(kind="a").carried == [] == asked(sort="name").carried


def test_the_order_asked_for(asked):
    assert (asked(sort="date").order, asked(sort="name").order, asked().order) == ("date", "", "")
    assert [order.is_current for order in asked().orders] == [True, False]


def test_a_register_without_orders_has_none_to_choose_from(rf):
    class Plain(FilterForm):
        kind = forms.CharField(label="Kind")

    form = Plain(rf.get("/list/", {"kind": "x y"}))
    assert form.orders == [] and form.order == ""
    assert form.chips == [Chip("x y", "/list/#results", name="Kind", removes=True)]


def test_a_chip_says_the_label_of_its_choice_whatever_the_type_of_its_code(rf):
    class Years(FilterForm):
        year = forms.TypedChoiceField(label="Year", coerce=int, choices=[("2019", "2562")])
        month = forms.TypedChoiceField(label="Month", coerce=int, choices=[(1, "มกราคม")])

    chips = Years(rf.get("/list/", {"year": "2019", "month": "1"})).chips
    assert [chip.label for chip in chips] == ["2562", "มกราคม"]


def test_one_value_is_misunderstood_in_the_singular(asked):
    with translation.override("en"):
        assert asked(kind="zzz").problem == (
            "The value given for “Kind” was not understood, so the list is not narrowed by it."
        )


def test_a_short_address_passes_what_the_view_takes(rf):
    view = short_address()(lambda request, slug, page: HttpResponse(f"{slug} {page}"))
    assert view.__name__ and view(rf.get("/list/?page=2"), "a", page=3).content == b"a 3"
    assert view(rf.get("/list/?page=1&page=2"), "a", page=3)["Location"] == "/list/?page=2"
