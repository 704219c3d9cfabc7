"""Addresses as officers type them."""

import pytest
from django.core.exceptions import ValidationError

from iad_portal.lib.intake.typed_addresses import read_new, read_old


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/th/node/487", "/th/node/487"),
        ("th/node/487", "/th/node/487"),
        (" https://iad.bangkok.go.th/th/node/487?fbclid=1 ", "/th/node/487"),
        ("iad.bangkok.go.th/th/node/487", "/th/node/487"),
        ("HTTP://IAO.bangkok.go.th/content-detail/1", "/content-detail/1"),
        ("http://localhost:8000/en/cities/x/?page=2", "/en/cities/x/?page=2"),
        ("//th//node/487", None),
        ("index.php/node/1", "/index.php/node/1"),
        ("/th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7", "/th/ข่าว"),
    ],
)
def test_the_path_is_read_from_what_was_typed(typed, path):
    if path is None:
        with pytest.raises(ValidationError):
            read_old(typed)
    else:
        assert read_old(typed) == path


@pytest.mark.parametrize(
    "typed",
    ["https://example.org/a", "example.org/a", "javascript:alert(1)", "/", "https://iad.bangkok.go.th", "/" + "a" * 201,
     "http://[::1", "/?fbclid=1"],
)  # fmt: skip
def test_what_is_no_old_address_is_refused(typed):
    with pytest.raises(ValidationError):
        read_old(typed)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", ""),
        ("  ", ""),
        ("th/cities/", "/th/cities/"),
        ("http://localhost:8000/th/", "/th/"),
        ("https://example.go.th/page?id=1", "https://example.go.th/page?id=1"),
    ],
)
def test_a_target_is_a_path_of_ours_or_a_whole_address(typed, address):
    assert read_new(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example/", "/\\elsewhere.example", "http://[::1",
     "ftp://example.org/a", "https://", "example.org/a", "mailto:a@example.org"],
)  # fmt: skip
def test_no_reader_is_sent_to_what_is_no_page(typed):
    with pytest.raises(ValidationError):
        read_new(typed)
