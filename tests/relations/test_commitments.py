"""What was promised, told in the same words on the page of an agreement and of a meeting."""

from datetime import date
from unittest.mock import patch

import pytest

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from networks.models import Commitment, CommitmentNote, Framework, Progress
from relations.models import Agency, City
from relations.pages.commitments import commitment_items, commitments_of, steps_of
from tests import world

pytestmark = pytest.mark.django_db


def promise(code: str, **owner) -> Commitment:
    made = Commitment.objects.create(
        code=code, framework=Framework.BOTH, title_en="Trams", due_on=PartialDate.from_iso("2019"), **owner
    )
    made.agencies.add(Agency.objects.get(slug="transport"))
    made.cities.add(*City.objects.filter(slug__in=["budapest", "hidden"]))
    CommitmentNote.objects.create(commitment=made, noted_on="2018-05-01", state="under_way", text_en="Plans sent")
    return made


@pytest.fixture(autouse=True)
def partners():
    world.agency("transport")
    world.city("budapest")
    world.city("hidden", status="draft")


def test_an_agreement_and_a_meeting_tell_the_same_of_the_same_promise():
    agreement, meeting = world.agreement(), world.meeting()
    promise("signed", agreement=agreement)
    promise("said", meeting=meeting)
    signed, said = (commitment_items(commitments_of(owner)) for owner in (agreement, meeting))
    assert signed == said and len(said[0].lines) == 3


def test_the_page_of_an_agreement_tells_who_carries_it_and_until_when(client):
    agreement = world.agreement()
    promise("trams", agreement=agreement)
    html = client.get(f"/en/agreements/{agreement.number}/").content.decode()
    assert '<a href="/en/cities/budapest/">' in html and '<a href="/en/agencies/#transport">' in html
    assert "that day is past" in html and "Plans sent" in html and "/cities/hidden/" not in html


@pytest.mark.parametrize(
    ("state", "marks"),
    [
        (Progress.AGREED, ["now", "", ""]),
        (Progress.UNDER_WAY, ["done", "now", ""]),
        (Progress.DONE, ["done", "done", "done"]),
        (Progress.DROPPED, ["done", "now"]),
    ],
)
def test_steps_show_how_far_it_is(state, marks):
    assert [step.state for step in steps_of(state)] == marks


@pytest.mark.parametrize(
    ("state", "noted_on", "stands"),
    [("under_way", "2026-02-01", "now"), ("under_way", "2025-02-01", "last"), ("dropped", "2020-02-01", "now")],
)
def test_where_an_open_promise_stands_is_as_old_as_its_note(state, noted_on, stands):
    """What was dropped stays dropped."""
    agreement = world.agreement()
    made = promise("trams", agreement=agreement)
    CommitmentNote.objects.create(commitment=made, noted_on=noted_on, state=state)
    with patch.object(calendar, "today", lambda: date(2026, 11, 26)):
        [item] = commitment_items(commitments_of(agreement))
    assert item.steps[1].state == stands
