"""Old addresses are compared as text, and lead on in one step."""

from urllib.parse import quote

import pytest
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.operations.old_addresses import as_text, end_of, is_tracking, new_address_of, same, spellings

THAI = "/th/ข่าว/ปักกิ่ง"


def leads(old: str, new: str) -> Redirect:
    """A row of the table."""
    return Redirect.objects.create(site_id=1, old_path=old, new_path=new)


@pytest.mark.parametrize(
    "written",
    [
        THAI,
        quote(THAI),
        quote(THAI).lower(),
        quote(quote(THAI)),
        quote(THAI.encode("cp874")),
        THAI.replace("/ปัก", "//ปัก"),
        f"{THAI}#top",
        f"{THAI}?fbclid=IwAR0abc&UTM_source=line",
        f" {THAI}\u200b",
        THAI.replace("กิ่", "กิ\uf70a"),
    ],
)
def test_every_spelling_is_one_text(written):
    assert as_text(written) == THAI


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("/show?id=31&utm_medium=x", "/show?id=31"),
        ("/show?id=31&amp;lang=en", "/show?id=31&lang=en"),
        ("/show?q=%E0%B8%81+b", "/show?q=ก b"),
        ("/show?", "/show"),
        ("/100%", "/100%"),
        ("/a\\b", "/a/b"),
    ],
)
def test_a_query_stays_but_for_what_follows_readers(written, text):
    assert as_text(written) == text


@given(st.text(max_size=40))
def test_text_stays_text(written):
    assert as_text(as_text(f"/{written}")) == as_text(f"/{written}")


@pytest.mark.parametrize(
    ("name", "tracks"), [("fbclid", True), ("UTM_Campaign", True), ("mtm_kwd", True), ("id", False), ("page", False)]
)
def test_tracking_is_told_from_what_names_a_page(name, tracks):
    assert is_tracking(name) is tracks


def test_the_query_counts_before_the_path_alone_and_a_slash_more_or_less_last():
    assert spellings("/a?id=1") == ["/a?id=1", "/a/?id=1", "/a", "/a/"]
    assert spellings("a") == spellings("/" + "a" * 5_000) == spellings("https://example.org/a") == []
    assert spellings("/" + "a" * 300) == []


@pytest.mark.django_db
def test_what_is_stored_is_text_and_found_in_every_spelling():
    leads(quote(THAI) + "/?fbclid=1", "/th/cities/beijing/")
    assert Redirect.objects.get().old_path == f"{THAI}/"
    assert new_address_of(quote(THAI).lower()) == "/th/cities/beijing/"
    assert new_address_of("/th/ข่าว") is None


@pytest.mark.django_db
def test_the_nearest_row_wins():
    leads("/show?id=31", "/31/"), leads("/show", "/all/")
    assert (new_address_of("/show?id=31&fbclid=1"), new_address_of("/show?id=32")) == ("/31/", "/all/")


@pytest.mark.django_db
def test_a_chain_is_one_step_and_a_ring_is_none():
    (
        leads("/a", "/b/"),
        leads("/b", "/c/"),
        leads("/x", "/y"),
        leads("/y", "/x/"),
        leads("/gone", "/g2"),
        leads("/g2", ""),
    )
    assert (new_address_of("/a"), new_address_of("/x"), new_address_of("/gone")) == ("/c/", None, "")


@pytest.mark.django_db
def test_a_ring_is_told_with_the_address_that_leads_back():
    row = leads("/b", "/a/")
    with pytest.raises(ValidationError, match="/b"):
        end_of("/b", start="/a")
    assert end_of("/b", start="/a", besides=row.pk) == "/b"
    with pytest.raises(ValidationError):
        end_of("/a/", start="/a")


def test_one_address_is_one_however_it_is_written():
    assert same("/th/%E0%B8%81/", "/th/ก?utm_source=x") and not same("/a", "/b")
