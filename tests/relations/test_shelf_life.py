"""The office sets how long a kind of claim keeps, and every page asks for it without a query."""

import pytest

from iad_portal.lib.claims.shelf_life import YEARS, ClaimKind, years_of
from relations.models import ShelfLife

pytestmark = pytest.mark.django_db


def test_the_offices_number_takes_the_place_of_the_portals(django_assert_num_queries):
    assert years_of(ClaimKind.ROLE) == YEARS[ClaimKind.ROLE]
    own = ShelfLife.objects.create(kind=ClaimKind.ROLE, years=7)
    assert years_of(ClaimKind.ROLE) == 7
    with django_assert_num_queries(0):
        assert years_of(ClaimKind.ROLE) == 7 and years_of(ClaimKind.CONTACT) == YEARS[ClaimKind.CONTACT]
    own.delete()
    assert years_of(ClaimKind.ROLE) == YEARS[ClaimKind.ROLE]
