"""One picture at a time in each process, and nobody waits for ever."""

import pytest
from django.core.exceptions import ValidationError

from iad_portal.lib.media import turns
from iad_portal.lib.media.uploads import inspect_image


def test_who_waits_too_long_is_told(monkeypatch):
    monkeypatch.setattr(turns, "LONGEST_WAIT", 0.01)
    with turns.picture_turn(), pytest.raises(ValidationError) as caught:
        inspect_image(None)
    assert caught.value.code == "busy" and "โปรด" in caught.value.messages[0]


def test_a_turn_ends_with_an_error_too():
    with pytest.raises(ZeroDivisionError), turns.picture_turn():
        1 / 0  # noqa: B018
    with turns.picture_turn():
        assert turns._turn.locked()
    assert not turns._turn.locked()
