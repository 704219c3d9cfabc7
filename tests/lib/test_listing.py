"""Lists: whatever stands in the address gives a page or a plain 404."""

import pytest
from django import forms
from django.http import Http404

from iad_portal.lib.listing import FilterForm, page_of, readable_or_404
from relations.models import City
from tests import world

pytestmark = pytest.mark.django_db


class Filter(FilterForm):
    """A filter with a code and a number."""

    kind = forms.ChoiceField(choices=[("", "all"), ("a", "Kind A")])
    year = forms.TypedChoiceField(coerce=int)

    def fill(self):
        self.fields["year"].choices = [("", "all"), (2019, "2562")]


@pytest.mark.parametrize("page", ["0", "-1", "4", "x", "1.0", "9" * 10_000, "๑", " 1"])
def test_a_page_that_is_none_is_a_404(rf, page):
    """Letters, negatives, huge numbers, Thai digits."""
    for number in range(6):
        world.city(f"c{number}")
    with pytest.raises(Http404):
        page_of(rf.get("/", {"page": page}), City.objects.order_by("slug"), size=2, whole_below=0)


def test_pages_and_whole_registers(rf):
    """A small register is one page; a large one is cut, and an empty `page` is the first."""
    for number in range(5):
        world.city(f"c{number}")
    rows = City.objects.order_by("slug")
    assert len(page_of(rf.get("/"), rows).object_list) == 5
    assert [city.slug for city in page_of(rf.get("/?page=3"), rows, size=2, whole_below=5)] == ["c4"]
    assert page_of(rf.get("/?page="), rows, size=2, whole_below=5).number == 1
    assert page_of(rf.get("/"), City.objects.none()).paginator.num_pages == 1


def test_filters_ignore_nonsense_and_offer_to_go(rf):
    """Unknown values count as not asked for; a chip leads to the address without its filter."""
    form = Filter(rf.get("/list/", {"kind": "a", "year": "2019", "page": "2"}))
    assert form.values == {"kind": "a", "year": 2019}
    assert form.chips() == [
        {"label": "Kind A", "url": "/list/?year=2019", "removes": True},
        {"label": "2562", "url": "/list/?kind=a", "removes": True},
    ]
    assert Filter(rf.get("/list/", {"kind": "zzz", "year": "x" * 9999})).values == {}
    assert Filter(rf.get("/list/", {"kind": "a"})).chips()[0]["url"] == "/list/"
    assert form.chips(leave_out=("kind", "year")) == []


def test_drafts_are_not_found():
    """Only what may be read."""
    world.city("edo", status="draft")
    with pytest.raises(Http404):
        readable_or_404(City.objects, slug="edo")
