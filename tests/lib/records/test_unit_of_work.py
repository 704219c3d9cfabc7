"""A piece of work: what changed in it is told once, at its end, and not at all when it fails."""

import pytest

from iad_portal.lib.records.unit_of_work import one_piece, tell


@pytest.fixture
def told():
    """What a listener heard, call by call."""
    return []


def test_outside_it_is_told_at_once(told):
    """Each time anew."""
    tell(told.append, "city")
    tell(told.append, "city")
    assert told == [["city"], ["city"]]


def test_inside_it_is_gathered_and_told_once_at_the_end(told):
    """In its order, whatever was saved twice once."""
    with one_piece():
        for change in ("city", "figure", "city"):
            tell(told.append, change)
        assert told == []
    assert told == [["city", "figure"]]
    tell(told.append, "later")
    assert told[1:] == [["later"]]


def test_each_listener_is_told_its_own(told):
    """Once each, however the changes were mixed."""
    other = []
    with one_piece():
        for listener, change in [(told.extend, 1), (other.append, 1), (told.extend, 2), (other.append, 3)]:
            tell(listener, change)
    assert (told, other) == ([1, 2], [[1, 3]])


def test_a_piece_within_a_piece_belongs_to_it(told):
    """The inner end tells nothing yet."""
    with one_piece():
        with one_piece():
            tell(told.append, "inner")
        tell(told.append, "outer")
        assert told == []
    assert told == [["inner", "outer"]]


def test_a_listener_may_cause_changes_itself(told):
    """The piece is over when it is asked: what it tells is told at once."""
    with one_piece():
        tell(lambda changes: tell(told.append, changes[0] + 1), 1)
    assert told == [[2]]


def test_an_exception_leaves_it_untold(told):
    """It goes on to the caller, and the next piece begins empty; one caught inside is no failure."""
    with pytest.raises(ValueError, match="undone"), one_piece():
        tell(told.append, "lost")
        raise ValueError("undone")
    with one_piece():
        with pytest.raises(ValueError, match="caught"), one_piece():
            tell(told.append, "kept")
            raise ValueError("caught")
        assert told == []
    assert told == [["kept"]]


def test_nothing_told_asks_nobody():
    """An empty piece ends quietly, and after it nothing is gathered."""
    with one_piece():
        pass
    heard = []
    tell(heard.append, "now")
    assert heard == [["now"]]
