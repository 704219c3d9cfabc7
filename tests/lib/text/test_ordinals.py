"""Ordinals of meetings and announcements."""

import pytest

from iad_portal.lib.text.ordinals import ordinal

CASES = [
    (1, "1st"),
    (2, "2nd"),
    (3, "3rd"),
    (4, "4th"),
    (11, "11th"),
    (13, "13th"),
    (21, "21st"),
    (24, "24th"),
    (112, "112th"),
]


@pytest.mark.parametrize(("number", "english"), CASES)
def test_ordinal(number, english):
    """English takes an ending, Thai the bare number."""
    assert ordinal(number, "en") == english
    assert ordinal(number, "th") == str(number)
