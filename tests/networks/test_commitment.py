"""Where a commitment stands on a day, and whether it is late."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.text.bilingual import text_of
from networks.models import Commitment, CommitmentNote, Framework, Meeting, Progress
from tests import world
from tests.desk.desk import desk_url, errors_of, signed_in, untouched

pytestmark = pytest.mark.django_db


def commitment(code: str = "camp", **facts) -> Commitment:
    facts = facts if "agreement" in facts else {"meeting": world.meeting(), **facts}
    names = {"title_th": "ค่ายเยาวชน", "title_en": "Youth camp"}
    return Commitment.objects.create(code=code, framework=Framework.BILATERAL, **names, **facts)


def note(of: Commitment, day: str, state: str) -> CommitmentNote:
    return CommitmentNote.objects.create(commitment=of, noted_on=day, state=state)


@pytest.mark.parametrize(
    ("at", "state", "is_open"),
    [
        (date(2019, 12, 31), "agreed", True),
        (date(2020, 1, 1), "under_way", True),
        (date(2021, 1, 1), "done", False),
    ],
)
def test_the_latest_note_up_to_the_day_tells(at, state, is_open):
    promise = commitment()
    note(promise, "2021-01-01", Progress.DONE)
    note(promise, "2020-01-01", Progress.UNDER_WAY)
    assert Commitment.objects.with_state(at).get().latest_state == state
    assert Commitment.objects.open_at(at).exists() == is_open


def test_a_note_of_tomorrow_does_not_tell_today():
    note(commitment(), calendar.today() + timedelta(days=1), Progress.DONE)
    assert Commitment.objects.with_state().get().latest_state == Progress.AGREED


def test_overdue_is_open_past_the_whole_of_its_due_date():
    commitment("undated")
    late = commitment("late", due_on=PartialDate.from_iso("2020"))
    done = commitment("done", due_on="2020-01-01")
    note(done, "2019-12-01", Progress.DONE)
    assert not Commitment.objects.overdue(date(2020, 12, 31)).exists()
    assert list(Commitment.objects.overdue(date(2021, 1, 1))) == [late]


def test_it_comes_from_one_meeting_or_one_agreement():
    promise = commitment(agreement=world.agreement())
    assert promise.owner == promise.agreement
    promise.meeting = world.meeting()
    with pytest.raises(ValidationError, match="one meeting or one agreement"):
        promise.clean()
    for wrong in ({"meeting": promise.meeting}, {"agreement": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Commitment.objects.filter(pk=promise.pk).update(**wrong)


def test_a_new_meeting_is_saved_with_its_first_commitment():
    """The meeting has no key yet when its rows are asked where they come from."""
    client = signed_in()
    data = untouched(client, desk_url(Meeting, "add"), Meeting) | {
        "title_th": "การประชุมใหม่", "slug": "new", "kind": "leaders", "commitments-TOTAL_FORMS": "1",
        "commitments-0-title_th": "ค่ายเยาวชน", "commitments-0-framework": "bilateral", "commitments-0-code": "camp",
    }  # fmt: skip
    answer = client.post(desk_url(Meeting, "add"), data)
    assert answer.status_code == 302, errors_of(answer)
    assert Commitment.objects.get().meeting.slug == "new"


def test_a_note_is_held_back_with_the_language_of_its_meeting():
    said = note(commitment(meeting=world.meeting(hold_en=True)), "2020-01-01", Progress.DONE)
    said.text_th, said.text_en = "เสร็จแล้ว", "Finished"
    assert text_of(said, "text", "en").value == "เสร็จแล้ว"


DAY, TODAY = timedelta(days=1), calendar.today()


@pytest.mark.parametrize(
    ("due_on", "last"),
    [("2020-06-15", date(2020, 6, 15)), ("2020-06", date(2020, 6, 30)), ("2020", date(2020, 12, 31))],
)
def test_it_is_overdue_from_the_day_after_its_due_day_month_or_year(due_on, last):
    commitment(due_on=PartialDate.from_iso(due_on))
    overdue = [Commitment.objects.overdue(last + days * DAY).exists() for days in (-1, 0, 1)]
    assert overdue == [False, False, True]


def test_without_a_day_it_is_today():
    due = {days: commitment(str(days), due_on=TODAY + days * DAY) for days in (-1, 0, 1)}
    assert list(Commitment.objects.overdue()) == [due[-1]]
    note(due[-1], TODAY, Progress.DONE)
    assert set(Commitment.objects.open_at()) == {due[0], due[1]}
    assert not Commitment.objects.overdue().exists()


@pytest.mark.parametrize(
    ("state", "is_open"),
    [(Progress.AGREED, True), (Progress.UNDER_WAY, True), (Progress.DONE, False), (Progress.DROPPED, False)],
)
def test_done_and_dropped_are_closed(state, is_open):
    note(commitment(due_on="2020-01-01"), "2020-06-01", state)
    assert Commitment.objects.open_at().exists() == Commitment.objects.overdue().exists() == is_open


def test_a_note_tells_from_its_own_day_on_and_of_one_day_the_later_one():
    promise = commitment()
    note(promise, "2020-06-15", Progress.DONE), note(promise, "2020-06-15", Progress.UNDER_WAY)
    days = [date(2020, 6, 14), date(2020, 6, 15), date(2020, 6, 16)]
    assert [Commitment.objects.with_state(day).get().latest_state for day in days] == ["agreed", *["under_way"] * 2]


def test_it_is_not_due_before_it_was_promised():
    """The day of the meeting's start or of the signing; what is known roughly is let be."""
    meeting, agreement = world.meeting(starts_on="2019-06-26"), world.agreement(signed_on="2019-06-26")
    for origin in ({"meeting": meeting}, {"agreement": agreement}):
        with pytest.raises(ValidationError) as refused:
            Commitment(due_on=PartialDate.from_iso("2019-06-25"), **origin).clean()
        assert refused.value.message_dict == {"due_on": ["It cannot be due before it was promised."]}
        for due_on in ("2019-06-26", "2019-06", "2019"):
            Commitment(due_on=PartialDate.from_iso(due_on), **origin).clean()
        Commitment(**origin).clean()


def test_it_comes_from_something():
    with pytest.raises(ValidationError) as refused:
        Commitment().clean()
    assert refused.value.messages == ["A commitment comes from one meeting or one agreement."]


def test_what_staff_read_of_it_and_of_its_notes():
    assert str(commitment()) == "ค่ายเยาวชน"
    assert str(CommitmentNote(noted_on=date(2020, 6, 15), state="done")) == "2020-06-15 Done"


def test_overdue_on_a_past_day_goes_by_the_notes_of_that_day():
    """Dropped since, but late then."""
    late = commitment(due_on="2020-06-15")
    note(late, "2021-01-01", Progress.DROPPED)
    assert [Commitment.objects.overdue(day).exists() for day in (date(2020, 12, 31), date(2021, 1, 1))] == [True, False]
