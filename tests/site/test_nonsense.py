"""Nonsense in any path or parameter gives a page or a clear 404, never a 500."""

import pytest

from tests import world

pytestmark = pytest.mark.django_db

NONSENSE = [
    "x", "-1", "0", "99999999999999999999", "1e9", "%00", "%ff%fe", "%E0%B8", "..%2f..%2fetc%2fpasswd", "'%22%3B--",
    "%F0%9F%90%98",
    "%E0%B8%81%E0%B9%88%E0%B9%89", "a" * 10_000, "%0a%0d", "NaN", "null", "{}", "٣", "%E0%B9%93",
]  # fmt: skip
LISTS = [
    "cities",
    "agreements",
    "embassies",
    "networks",
    "meetings",
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
]  # fmt: skip


@pytest.fixture(autouse=True)
def something_on_every_list():
    """One record a register, so that filters have something to filter."""
    partner = world.washington()
    world.meeting(network=world.network("citynet"), host_city=partner), world.article(), world.plan(), world.embassy()


@pytest.mark.parametrize("register", LISTS)
def test_in_the_path(client, register):
    """Behind every register, with and without its slash."""
    for word in NONSENSE:
        for address in (f"/th/{register}/{word}/", f"/en/{register}/{word}"):
            assert client.get(address).status_code in {200, 301, 302, 404}, address[:80]


@pytest.mark.parametrize("register", LISTS)
def test_in_every_parameter(client, register):
    """Many at once, each twice; then the worst one at a time."""
    for number, word in enumerate(NONSENSE):
        everything = "&".join(f"{name}={word}&{name}={word}" for name in PARAMETERS[number % 2 :: 2] if len(word) < 100)
        assert client.get(f"/en/{register}/?{everything}", follow=True).status_code in {200, 404}
    for name in PARAMETERS:
        for word in ("%00", "-1", "a" * 10_000):
            assert client.get(f"/th/{register}/?{name}={word}", follow=True).status_code in {200, 404}, (
                name,
                word[:40],
            )


@pytest.mark.parametrize(
    "address",
    [
        "/\x00",
        "/th/\x00/",
        "//evil.example/",
        "/th//",
        "/%2e%2e/",
        "/" + "a/" * 500,
        "/th/cities/../../",
        "/media/",
        "/media/%00",
        "/media/..%2f",
    ],
)
def test_odd_addresses(client, address):
    """NUL, doubled slashes, dots, depth."""
    assert client.get(address).status_code in {301, 302, 404}


@pytest.mark.parametrize("name", ["\x00", "a\x00b", "page\x00"])
def test_a_nul_in_a_parameters_name(client, name):
    """Neither in names nor in values."""
    assert client.get("/th/news/", {name: "\x00"}, follow=True).status_code in {200, 404}
