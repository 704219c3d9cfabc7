"""Which meetings are to come, and who took part."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from iad_portal.lib.dates.calendar import PartialDate
from networks.models import Meeting, Participation
from tests import world

pytestmark = pytest.mark.django_db

D, P = date, PartialDate.from_iso
COMING = [
    ({"starts_on": "2019-06-26", "ends_on": "2019-06-28"}, D(2019, 6, 28), True),
    ({"starts_on": "2019-06-26", "ends_on": "2019-06-28"}, D(2019, 6, 29), False),
    ({"starts_on": "2019-06-26", "ends_on": None}, D(2019, 6, 26), True),
    ({"starts_on": "2019-06-26", "ends_on": None}, D(2019, 6, 27), False),
    ({"starts_on": P("2019-06"), "ends_on": None}, D(2019, 6, 30), True),
    ({"starts_on": P("2019-06"), "ends_on": None}, D(2019, 7, 1), False),
    ({"starts_on": P("2019"), "ends_on": P("2019")}, D(2019, 12, 31), True),
    ({"starts_on": P("2019"), "ends_on": P("2019")}, D(2020, 1, 1), False),
]


@pytest.mark.parametrize(("facts", "at", "is_coming"), COMING)
def test_every_meeting_is_either_coming_or_past(facts, at, is_coming):
    """Known to the month or year, it is past only when all of that is over."""
    meeting = world.meeting(**facts)
    assert (meeting in Meeting.objects.upcoming(at)) == is_coming
    assert (meeting in Meeting.objects.past(at)) != is_coming


def test_the_nearest_comes_first_and_what_has_no_date_is_neither():
    world.meeting(starts_on=None, ends_on=None)
    early, late = world.meeting(starts_on="2018-01-01"), world.meeting(starts_on="2019-01-01")
    assert list(Meeting.objects.upcoming(D(2017, 1, 1))) == [early, late]
    assert list(Meeting.objects.past(D(2020, 1, 1))) == [late, early]


def test_a_meeting_has_a_network_or_a_partner_and_is_no_part_of_itself():
    meeting = world.meeting(network=world.network())
    meeting.partner = world.city()
    with pytest.raises(ValidationError, match="not to both"):
        meeting.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(partner=meeting.partner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(part_of=meeting.pk)
    with pytest.raises(ValidationError, match="part of itself"):
        Meeting(pk=7, part_of_id=7).validate_constraints()


def test_participation_names_exactly_one():
    """None, or two of city, agency and body: refused in clean() with a sentence, and in the database."""
    meeting, body = world.meeting(), {"body_th": "องค์กร", "body_en": "Body"}
    city, agency = {"city": world.city()}, {"agency": world.agency()}
    for facts in ({}, city | agency, city | body, agency | body, city | {"body_en": "Body"}):
        with pytest.raises(ValidationError, match="Name exactly one"):
            Participation(meeting=meeting, **facts).clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            Participation.objects.create(meeting=meeting, **facts)


def test_participation_of_one_kind_each_is_kept():
    meeting, city = world.meeting(), world.city()
    body = {"body_th": "สำนักเลขาธิการอาเซียน", "body_en": "ASEAN Secretariat"}
    for facts in ({"city": city}, {"agency": world.agency()}, body, {"body_th": "อื่น", "body_en": "Other"}):
        row = Participation(meeting=meeting, **facts)
        row.full_clean()
        row.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Participation.objects.create(meeting=meeting, city=city)
    with pytest.raises(ValidationError, match="both languages"):
        Participation(meeting=meeting, body_th="องค์กร").clean()
