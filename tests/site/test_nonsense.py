"""Nonsense in any path or parameter gives a page or a clear 404, never a 500."""

import pytest

from tests import world

pytestmark = pytest.mark.django_db

NONSENSE = [
    "x", "-1", "0", "99999999999999999999", "1e9", "%00", "%ff%fe", "%E0%B8", "..%2f..%2fetc%2fpasswd", "'%22%3B--",
    "%F0%9F%90%98",
    "%E0%B8%81%E0%B9%88%E0%B9%89", "a" * 10_000, "%0a%0d", "NaN", "null", "{}", "٣", "%E0%B9%93",
]  # fmt: skip
WORST = ["%00", "-1", "a" * 10_000]
LISTS = [
    "cities",
    "agreements",
    "exchanges",
    "embassies",
    "heads-of-mission",
    "networks",
    "memberships",
    "meetings",
    "commitments",
    "plans",
    "news",
    "newsletters",
    "agencies",
    "search",
    "sources",
    "data",
]
PARAMETERS = [
    "page", "q", "year", "month", "kind", "city", "network", "country", "region", "instrument", "state", "sort",
    "activity", "membership", "fiscal_year", "when",
    "agency", "meeting", "at",
]  # fmt: skip


@pytest.fixture(autouse=True)
def something_on_every_list():
    """One record a register, so that filters have something to filter."""
    partner = world.washington()
    world.meeting(network=world.network("citynet"), host_city=partner), world.article(), world.plan(), world.embassy()


@pytest.mark.parametrize("register", LISTS)
def test_in_the_path(client, register):
    """Behind every register; without a slash, which no register is asked for, some for each."""
    for number, word in enumerate(NONSENSE, LISTS.index(register)):
        for address in (f"/th/{register}/{word}/", *([f"/en/{register}/{word}"] if number % 4 == 0 else [])):
            assert client.get(address).status_code in {200, 301, 302, 404}, address[:80]


@pytest.mark.parametrize("register", LISTS)
def test_in_every_parameter(client, register):
    """Many at once, each twice; then the worst one at a time, another for each list, in what the list knows."""
    for number, word in enumerate(NONSENSE):
        everything = "&".join(f"{name}={word}&{name}={word}" for name in PARAMETERS[number % 2 :: 2] if len(word) < 100)
        assert client.get(f"/en/{register}/?{everything}", follow=True).status_code in {200, 400, 404}
    form = client.get(f"/th/{register}/").context.get("form")
    for number, name in enumerate(PARAMETERS):
        if form and name not in {*form.fields, "page", "at"}:
            continue
        word = WORST[(number + LISTS.index(register)) % len(WORST)]
        status = client.get(f"/th/{register}/?{name}={word}", follow=True).status_code
        assert status in ({200, 400, 404} if name == "at" else {200, 404}), (name, word[:40])
