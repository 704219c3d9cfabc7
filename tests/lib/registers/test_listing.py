"""Lists: whatever stands in the address gives a page or a plain 404."""

import pytest
from django.http import Http404

from iad_portal.lib.registers.listing import Disagreement, page_of, readable_or_404
from relations.models import City
from tests import world

pytestmark = pytest.mark.django_db


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


def test_rows_that_were_counted_are_not_counted_again(rf, django_assert_num_queries):
    """The page trusts the number, and asks for its rows alone."""
    for number in range(5):
        world.city(f"c{number}")
    with django_assert_num_queries(1):
        page = page_of(rf.get("/?page=2"), City.objects.order_by("slug"), size=2, whole_below=0, count=5)
        assert [city.slug for city in page] == ["c2", "c3"]


@pytest.mark.parametrize("whole_below", [0, 200])
@pytest.mark.parametrize("count", [0, 1, 4, 6, 9])
def test_a_count_that_disagrees_with_the_rows_is_loud_here_and_hides_no_row_in_production(
    rf, settings, count, whole_below
):
    for number in range(5):
        world.city(f"c{number}")
    asked = rf.get("/"), City.objects.order_by("slug"), 10, whole_below, count
    with pytest.raises(Disagreement):
        page_of(*asked)
    settings.FAULTS_ARE_LOUD = False
    page = page_of(*asked)
    assert len(list(page)) == page.paginator.count == 5


def test_a_count_is_held_against_the_rows_of_any_page(rf):
    for number in range(5):
        world.city(f"c{number}")
    rows = City.objects.order_by("slug")
    assert [len(page_of(rf.get(f"/?page={n}"), rows, 2, 0, count=5)) for n in (1, 2, 3)] == [2, 2, 1]
    with pytest.raises(Disagreement):
        page_of(rf.get("/?page=2"), rows, 2, 0, count=4)


def test_drafts_are_not_found():
    """Only what may be read."""
    world.city("edo", status="draft")
    with pytest.raises(Http404):
        readable_or_404(City.objects, slug="edo")
