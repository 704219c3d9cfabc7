"""What was promised, told in the same words on the page of an agreement and of a meeting."""

import pytest

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
