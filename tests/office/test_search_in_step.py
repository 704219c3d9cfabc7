"""Whatever an entry is made of, a change of it brings the entry in step at once: a rebuild finds nothing left to do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from iad_portal.office.search import rebuilding
from networks.models import CityMembership, Commitment
from plans.models import Project
from relations.models import Instrument, KeyRecipient, Post, PostKind
from tests import world
from tests.desk.desk import desk_url, errors_of, signed_in, untouched

from .test_search_index import found, state

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]

LETTER = Instrument.LETTER_OF_INTENT


def saved(record, **facts):
    """Change `facts` of a record and save it."""
    for name, value in facts.items():
        setattr(record, name, value)
    record.save()


def other_instrument():
    saved(world.agreement(world.city("edo")), instrument=LETTER)


def no_agreement():
    world.agreement(world.city("edo")).delete()


def another_city():
    saved(world.agreement(world.city("edo")), city=world.city("osaka"))


def agreement_at_last():
    saved(world.agreement(world.city("edo"), publish_at=timezone.now() + timedelta(days=1)), publish_at=None)


def withdrawn_city_renamed():
    city = world.city("edo", status="withdrawn")
    world.agreement(city)
    saved(city, name_en="Newhaven", name_th="นครใหม่")


def city_of_a_visit_deleted():
    city = world.city("edo")
    world.exchange(city)
    world.article().cities.add(city)
    city.delete()


def post_at_another_embassy():
    post = Post.objects.create(
        person=world.person(), kind=PostKind.HEAD_OF_MISSION, embassy=world.embassy(), title_en="Okapi keeper"
    )
    saved(Post.objects.get(pk=post.pk), embassy=world.embassy("HU"))


def key_at_another_visit():
    key = KeyRecipient.objects.create(name_en="Okapi of Edo", person=world.person(), exchange=world.exchange())
    saved(KeyRecipient.objects.get(pk=key.pk), exchange=world.exchange())


def city_in_another_network():
    row = CityMembership.objects.create(network=world.network(), city=world.city("edo"))
    saved(row, city=world.city("osaka"))


def promise_of_another_meeting():
    row = Commitment.objects.create(code="c", meeting=world.meeting(), framework="bilateral", title_en="Okapi")
    saved(Commitment.objects.get(pk=row.pk), meeting=world.meeting())


def meeting_of_a_project():
    meeting = world.meeting()
    Project.objects.create(slug="p", meeting=meeting, **world.PUBLISHED, title_en="P")
    saved(meeting, slug="another-address")


def meeting_of_a_project_withdrawn():
    meeting = world.meeting()
    Project.objects.create(slug="p", meeting=meeting, **world.PUBLISHED, title_en="P")
    saved(meeting, status="withdrawn")


@pytest.mark.parametrize(
    "change",
    [
        other_instrument,
        no_agreement,
        another_city,
        agreement_at_last,
        withdrawn_city_renamed,
        city_of_a_visit_deleted,
        post_at_another_embassy,
        key_at_another_visit,
        city_in_another_network,
        promise_of_another_meeting,
        meeting_of_a_project,
        meeting_of_a_project_withdrawn,
    ],
    ids=lambda change: change.__name__,
)
def test_a_rebuild_after_a_change_finds_all_in_step(change):
    change()
    kept = state()
    rebuilding.rebuild()
    assert state() == kept


def test_another_instrument_in_the_form_reaches_the_city_at_once():
    """The title stays; the city is found as a sister city no more, and again."""
    tie = world.agreement(world.city("edo"), title_th="ข้อตกลง", title_en="Agreement")
    client, url = signed_in(), desk_url(type(tie), "change", tie.pk)
    for instrument, is_found in ((LETTER, False), (Instrument.SISTER_CITY, True)):
        data = untouched(client, url, type(tie)) | {"instrument": instrument}
        answer = client.post(url, data)
        assert answer.status_code == 302, errors_of(answer)
        assert (f"city:{tie.city_id}" in found("twin town")) == is_found
