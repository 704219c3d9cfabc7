"""Every address has a name, and every answer its protection."""

import re

import pytest
from django.urls import URLPattern, get_resolver

from tests import world


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
