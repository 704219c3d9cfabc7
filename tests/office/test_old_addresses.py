"""Old addresses: one 301 to the record in the right language, 410 where it is gone, a helpful 404 else."""

from base64 import b64encode

import pytest
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site

from tests import world

pytestmark = pytest.mark.django_db


def moved(old: str, new: str) -> None:
    """A row of the table of old addresses."""
    Redirect.objects.create(site=Site.objects.get_current(), old_path=old, new_path=new)


def old_switcher(code: int, path: str) -> str:
    """The old site's address for changing the language."""
    return f"/set_lang/{code}/{b64encode(path.encode()).decode().rstrip('=')}"


def test_a_listed_address_leads_on_with_its_query(client):
    """The query string is part of the old address."""
    moved("/en/showsister_cities?id=31", "/en/cities/beijing/")
    response = client.get("/en/showsister_cities?id=31")
    assert (response.status_code, response["Location"]) == (301, "/en/cities/beijing/")


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("/th/node/487", "/th/node/487?fbclid=IwAR0abc"),
        ("/th/node/487", "/th/node/487/?utm_medium=social&utm_source=line"),
        ("/th/node/487", "/th//node/487"),
        ("/th/ข่าว", "/th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"),
        ("/th/ข่าว", "/th/%e0%b8%82%e0%b9%88%e0%b8%b2%e0%b8%a7/"),
        ("/th/%e0%b8%82%e0%b9%88%e0%b8%b2%e0%b8%a7", "/th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7?gclid=1"),
        ("/show?id=31", "/show?fbclid=1&id=31"),
    ],
)
def test_an_address_is_compared_as_text(client, row, asked):
    """Encoded either way, with a slash more, with what a chat program hung on it: one step all the same."""
    moved(row, "/en/cities/beijing/")
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, "/en/cities/beijing/")


@pytest.mark.parametrize("asked", ["/th/cities/edo/?fbclid=x", "/th/cities/edo", "/th/cities//edo/"])
def test_a_changed_slug_is_found_the_same_way(client, asked):
    """One 301, whatever was hung on the address."""
    city = world.city("edo")
    city.slug = "tokyo"
    city.save()
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, "/th/cities/tokyo/")


def test_a_ring_that_came_past_the_form_is_no_ring_for_readers(client):
    """A 404, not a browser that runs in circles."""
    moved("/a", "/b"), moved("/b", "/a")
    assert client.get("/a").status_code == 404


@pytest.mark.parametrize(("code", "leads_to"), [(1, "/th/meetings/mgmac-7-2019/"), (2, "/en/meetings/mgmac-7-2019/")])
def test_the_old_switcher_is_decoded(client, code, leads_to):
    """1 was Thai, 2 English; base64 without its padding."""
    moved("/content-detail/27139", "/th/meetings/mgmac-7-2019/")
    response = client.get(old_switcher(code, "/content-detail/27139"))
    assert (response.status_code, response["Location"]) == (301, leads_to)


@pytest.mark.parametrize(
    "address",
    [
        "/set_lang/3/L2E",
        "/set_lang/2/!!!",
        "/set_lang/2/" + "A" * 9_000,
        "/set_lang/2/gICA",
        "/set_lang/2/L25vbmU",
        "/set_lang/2/AAAA",
    ],
)
def test_nonsense_in_the_old_switcher_is_a_404(client, address):
    """Unknown code, bad base64, bad UTF-8, NUL, unknown page."""
    assert client.get(address).status_code == 404


def test_all_old_newsletter_files_lead_to_the_newsletters(client):
    """A prefix, not a list."""
    response = client.get("/sites/default/files/internew/8-3.pdf")
    assert (response.status_code, response["Location"]) == (301, "/th/newsletters/")


def test_an_address_without_target_is_gone_for_good(client):
    """410, in the reader's language."""
    moved("/th/old-thing", "")
    response = client.get("/th/old-thing")
    assert response.status_code == 410 and 'lang="th"' in response.content.decode()


@pytest.mark.parametrize(
    ("address", "language"), [("/th/nothing", "th"), ("/en/nothing/", "en"), ("/node/999999", "th")]
)
def test_an_unknown_address_is_a_helpful_404(client, address, language):
    """In the reader's language, with search."""
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 404 and f'<html lang="{language}"' in html and 'name="q"' in html


def test_an_address_without_its_language_finds_it(client):
    """/cities/ leads to /th/cities/ or /en/cities/."""
    response = client.get("/cities/", headers={"accept-language": "en"})
    assert (response.status_code, response["Location"]) == (302, "/en/cities/")
