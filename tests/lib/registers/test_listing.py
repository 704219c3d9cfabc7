"""Lists: whatever stands in the address gives a page or a plain 404."""

import pytest
from django.http import Http404

from iad_portal.lib.registers.listing import PAGE_SIZE, WHOLE_REGISTER, part_of_list, readable_or_404
from relations.models import City
from tests import world

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("asked", ["0", "-1", "4", "x", "1.0", "9" * 10_000, "๑", " 1", "01", "000000003"])
def test_a_page_that_is_none_is_a_404(rf, asked):
    """Letters, negatives, huge numbers, Thai digits, zeros before a number."""
    for number in range(6):
        world.city(f"c{number}")
    with pytest.raises(Http404):
        part_of_list(rf.get("/", {"page": asked}), City.objects.order_by("slug"), size=2, whole_below=0)


def test_pages_and_whole_registers(rf):
    """A small register is one page; a large one is cut, and an empty `page` is the first."""
    for number in range(5):
        world.city(f"c{number}")
    rows = City.objects.order_by("slug")
    assert len(part_of_list(rf.get("/"), rows).object_list) == 5
    assert [city.slug for city in part_of_list(rf.get("/?page=3"), rows, size=2, whole_below=5)] == ["c4"]
    assert part_of_list(rf.get("/?page="), rows, size=2, whole_below=5).number == 1
    assert part_of_list(rf.get("/"), City.objects.none()).paginator.num_pages == 1


def test_drafts_are_not_found():
    """Only what may be read."""
    world.city("edo", status="draft")
    with pytest.raises(Http404):
        readable_or_404(City.objects.all, slug="edo")


def test_a_register_is_whole_below_its_limit_and_cut_from_it_on(rf):
    for number in range(5):
        world.city(f"c{number}")
    rows = City.objects.order_by("slug")
    pages = {
        limit: part_of_list(rf.get("/"), rows, size=2, whole_below=limit).paginator.num_pages for limit in (4, 5, 6)
    }
    assert pages == {4: 3, 5: 3, 6: 1}


def test_the_usual_sizes(rf):
    """199 rows stand on one page, 200 on four of fifty."""
    assert (WHOLE_REGISTER, PAGE_SIZE) == (200, 50)
    for count, pages in [(199, 1), (200, 4)]:
        rows = range(count)
        page = part_of_list(rf.get("/"), Rows(rows))
        assert (page.paginator.num_pages, len(page)) == (pages, count // pages)


class Rows(list):
    """Rows that count themselves, as a queryset does."""

    def __init__(self, rows):
        super().__init__(rows)

    def count(self):
        return len(self)


@pytest.mark.parametrize("asked", ["1", "3"])
def test_the_first_and_the_last_page_are_pages(rf, asked):
    assert part_of_list(rf.get("/", {"page": asked}), Rows(range(6)), size=2, whole_below=0).number == int(asked)


def test_a_whole_register_has_one_page_and_no_second(rf):
    with pytest.raises(Http404):
        part_of_list(rf.get("/", {"page": "2"}), Rows(range(6)))
    page = part_of_list(rf.get("/"), Rows([]))
    assert (page.paginator.per_page, list(page)) == (1, [])


def test_a_page_in_the_middle_brings_just_its_rows(rf):
    page = part_of_list(rf.get("/?page=2"), Rows(range(6)), size=2, whole_below=0)
    assert page.object_list == [2, 3] and page.has_next()


def test_what_may_be_read_is_found(rf):
    """Published, and withdrawn under its notice; by what was asked."""
    made = [world.city("edo"), world.city("gone", status="withdrawn")]
    assert [readable_or_404(City.objects.all, slug=city.slug) for city in made] == made
