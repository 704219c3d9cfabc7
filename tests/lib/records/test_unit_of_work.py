"""A unit of work: what changed in it is told once, at its end, and not at all when it fails."""

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from iad_portal.lib.records.unit_of_work import tell, unit_of_work
from relations.models import City, Revision
from tests import world

pytestmark = pytest.mark.django_db


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
    with unit_of_work():
        for change in ("city", "figure", "city"):
            tell(told.append, change)
        assert told == []
    assert told == [["city", "figure"]]
    tell(told.append, "later")
    assert told[1:] == [["later"]]


def test_each_listener_is_told_its_own(told):
    """Once each, however the changes were mixed."""
    other = []
    with unit_of_work():
        for listener, change in [(told.extend, 1), (other.append, 1), (told.extend, 2), (other.append, 3)]:
            tell(listener, change)
    assert (told, other) == ([1, 2], [[1, 3]])


def test_a_unit_within_a_unit_belongs_to_it(told):
    """The inner end tells nothing yet."""
    with unit_of_work():
        with unit_of_work():
            tell(told.append, "inner")
        tell(told.append, "outer")
        assert told == []
    assert told == [["inner", "outer"]]


def test_a_listener_may_cause_changes_itself(told):
    """The unit is over when it is asked: what it tells is told at once."""
    with unit_of_work():
        tell(lambda changes: tell(told.append, changes[0] + 1), 1)
    assert told == [[2]]


def test_an_exception_leaves_it_untold(told):
    """It goes on to the caller, and the next unit begins empty."""
    with pytest.raises(ValueError, match="undone"), unit_of_work():
        tell(told.append, "lost")
        raise ValueError("undone")
    with unit_of_work():
        tell(told.append, "kept")
    assert told == [["kept"]]


def test_half_a_unit_never_looks_like_a_whole_one(told):
    """An inner unit that failed takes the outer one along, also when somebody caught the exception."""
    with pytest.raises(TransactionManagementError), unit_of_work():
        world.city("half")
        with pytest.raises(ValueError, match="caught"), unit_of_work():
            tell(told.append, "lost")
            raise ValueError("caught")
    assert told == [] and not City.objects.exists()


@pytest.mark.history
def test_a_request_that_holds_no_transaction_ends_with_each_unit_inside(told):
    """Its revision is still one, and is taken anew when the first was rolled back."""
    with unit_of_work("/admin/", holds_transaction=False) as request:
        with unit_of_work("inside") as inner:
            assert inner is request
            tell(told.append, "form")
            assert told == []
        assert told == [["form"]]
        tell(told.append, "alone")
        assert told[1:] == [["alone"]]
        first, second = world.city("one"), world.city("two")
        with pytest.raises(RuntimeError), transaction.atomic():
            world.city("lost")
            raise RuntimeError
    assert first.history.get().revision == second.history.get().revision == Revision.objects.get()
    assert Revision.objects.get().label == "/admin/"


def test_notes_last_as_long_as_what_they_say():
    """To the end of the transaction; a savepoint that closed may have taken it back."""
    with unit_of_work(holds_transaction=False) as unit:
        unit.note("before", 1)
        with unit_of_work():
            assert unit.noted("before") is None
            unit.note("row", 1)
            with transaction.atomic():
                unit.note("inner", 2)
                assert (unit.noted("row"), unit.noted("inner")) == (1, 2)
            assert (unit.noted("row"), unit.noted("inner")) == (1, None)
            with unit_of_work():
                unit.note("joined", 3)
            assert unit.noted("joined") == 3
        assert unit.noted("row") is None
    assert not connection.needs_rollback


def test_nothing_told_asks_nobody():
    """An empty unit ends quietly, and after it nothing is gathered."""
    with unit_of_work():
        pass
    heard = []
    tell(heard.append, "now")
    assert heard == [["now"]]
