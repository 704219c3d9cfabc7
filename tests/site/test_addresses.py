"""Every address has a name, and every answer its protection."""

import re

import pytest
from django.urls import Resolver404, URLPattern, get_resolver, resolve, reverse
from django.urls.converters import IntConverter

from tests import world
from tests.desk.desk import signed_in


def patterns(resolver):
    """Every pattern of ours, below the admin's own."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield entry
        elif entry.app_name != "admin":
            yield from patterns(entry)


def test_every_address_has_a_name():
    """So that no template types one."""
    assert [str(entry.pattern) for entry in patterns(get_resolver()) if not entry.name] == []
    assert len(list(patterns(get_resolver()))) > 30


def with_numbers(resolver, prefix=""):
    """The name of every pattern with a whole number in it, on the desk as well, and a value for each of its parts."""
    for entry in resolver.url_patterns:
        if not isinstance(entry, URLPattern):
            yield from with_numbers(entry, prefix + (f"{entry.namespace}:" if entry.namespace else ""))
            continue
        parts = entry.pattern.converters
        if any(isinstance(part, IntConverter) for part in parts.values()):
            yield (
                prefix + entry.name,
                {name: 7 if isinstance(part, IntConverter) else "x" for name, part in parts.items()},
            )


def name_at(address):
    """The name of what answers at `address`; "" for nothing."""
    try:
        return resolve(address).view_name
    except Resolver404:
        return ""


def test_a_number_stands_in_an_address_in_one_writing(db):
    """Else one record has any number of pages, each of which says that it is the one."""
    found, client = dict(with_numbers(get_resolver())), signed_in()
    assert {"relations:agreement_detail", "plans:fiscal_year", "short_article", "share", "admin:binned"} <= {*found}
    for name, parts in found.items():
        address = reverse(name, kwargs=parts)
        assert address.count("7") == 1 and name_at(address) == name
        for zeros in ("0", "00"):
            other = address.replace("7", f"{zeros}7")
            assert name_at(other) != name and client.get(other).status_code == 404, other


def test_the_number_of_an_agreement_with_zeros_before_it_is_nobodys(client, db):
    one = world.agreement()
    assert client.get(f"/th/agreements/{one.number}/").status_code == 200
    assert client.get(f"/th/agreements/00{one.number}/").status_code == 404


@pytest.mark.parametrize("path", ["/th/", "/en/cities/washington-dc/", "/th/nothing/", "/admin/login/"])
def test_every_answer_is_strict(client, db, path):
    """No inline script or style, no frame, no other host, no guessing of types."""
    world.washington()
    response = client.get(path)
    policy = dict(part.strip().partition(" ")[::2] for part in response["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in response["Content-Security-Policy"] and "http" not in response["Content-Security-Policy"]
    assert (response["X-Frame-Options"], response["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    html = response.content.decode()
    assert " style=" not in html and "<style" not in html and " onclick=" not in html


# A block that no browser runs (lib.text.structured_data).
DATA = ' type="application/ld+json"'


@pytest.mark.parametrize("path", ["/th/", "/en/news/", "/th/nothing/", "/sitemap.xml", "/robots.txt"])
def test_reading_sets_no_cookie_and_runs_no_script_of_the_page_s_own(client, db, path):
    """Any cache may keep it; the one file of suggestions helps and is not needed (tests/browser/test_without.py)."""
    response = client.get(path)
    assert not response.cookies and "Cookie" not in response.get("Vary", "")
    blocks = re.findall(r"<script\b([^>]*)>", response.content.decode())
    scripts = [block for block in blocks if block != DATA]
    assert all("src=" in script and "defer" in script for script in scripts) and len(scripts) <= 1
