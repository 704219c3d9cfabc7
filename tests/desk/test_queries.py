"""The desk asks the database as often for many rows as for few."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from networks.models import Commitment, Meeting, Membership, Participation
from news.models import Article
from relations.models import Agreement, Citation, City, Figure, Photo, Post, Revision, Signatory
from tests import world

from .desk import desk_url, signed_in

pytestmark = pytest.mark.django_db


def asked(client, url) -> list[str]:
    ContentType.objects.clear_cache()
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return [query["sql"] for query in captured.captured_queries]


def full_meeting(meeting, number):
    Participation.objects.create(meeting=meeting, city=world.city(), order=number)
    promise = Commitment.objects.create(meeting=meeting, code=f"promise-{number}", framework="both", title_th="สัญญา")
    promise.agencies.add(world.agency(f"agency-{number}"))
    photo = Photo(subject=meeting, alt_th="ภาพ", alt_en="Photo", image="photos/a/original.jpg", width=4, height=3)
    Photo.objects.bulk_create([photo])
    Photo.objects.get(pk=photo.pk).people.add(world.person())
    meeting.chairs.add(world.person())
    world.figure(meeting)
    world.cite(meeting, world.source())


def full_agreement(agreement, _number):
    Signatory.objects.create(agreement=agreement, side="partner", person=world.person())
    world.cite(agreement, world.source())


def full_person(person, _number):
    Post.objects.create(person=person, title_th="นายกเทศมนตรี", city=world.city(), embassy=None)


@pytest.mark.parametrize(
    ("make", "fill"),
    [(world.meeting, full_meeting), (world.agreement, full_agreement), (world.person, full_person)],
    ids=["meeting", "agreement", "person"],
)
def test_a_form_with_many_rows_asks_no_more(make, fill):
    """Its form and its history, with 2 rows of each kind and with 12."""
    client, record = signed_in(), make()
    counts = []
    for numbers in (range(2), range(2, 12)):
        for number in numbers:
            fill(record, number)
        pages = [asked(client, desk_url(type(record), page, record.pk)) for page in ("change", "history")]
        counts.append([len(page) for page in pages])
    assert counts[0] == counts[1], pages


def one_of_each():
    """A record of every kind whose list shows related records."""
    city, network = world.city(), world.network()
    meeting = world.meeting(network=network, host_city=city)
    full_meeting(meeting, meeting.pk + 1000)
    full_agreement(world.agreement(city), 0)
    full_person(world.person(), 0)
    world.exchange(city)
    world.article()
    world.project(world.plan())


def test_a_list_with_many_rows_asks_no_more():
    """Three rows and a dozen, in every list: to make the rows is most of the time."""
    client, lists = signed_in(), [Agreement, Article, City, Commitment, Figure, Meeting, Photo, Post, Revision]
    for _number in range(3):
        one_of_each()
    few = {model: asked(client, desk_url(model)) for model in lists}
    for _number in range(9):
        one_of_each()
    for model in lists:
        many = asked(client, desk_url(model))
        assert len(few[model]) == len(many), "\n".join(many)


def test_a_revision_with_many_changes_asks_no_more():
    """What one import changed is told in as many queries for 2 records of a kind as for 12."""
    client, counts = signed_in(), []
    for number in (2, 12):
        revision = Revision.objects.create(label="import")
        for _number in range(number):
            one_of_each()
        for table in (City, Agreement, Signatory, Meeting, Participation, Membership, Citation):
            table.history.filter(revision__gt=revision).update(revision=revision)
        counts.append(len(asked(client, desk_url(Revision, "change", revision.pk))))
    assert counts[0] == counts[1]


@pytest.mark.usefixtures("kept_pages")
def test_a_list_is_counted_once_for_each_version_of_the_content():
    """By what it is filtered by; never only to tell the number of all beside that of the found."""
    client, address = signed_in(), desk_url(City)

    def counts(query: str = "") -> int:
        return sum("COUNT(*)" in sql and '"relations_city"' in sql for sql in asked(client, address + query))

    world.city("edo")
    assert [counts(), counts("?q=edo"), counts("?q=none")] == [0, 0, 0]
    found = [client.get(address + query).context["cl"].result_count for query in ("", "?q=edo", "?q=none")]
    world.city("kyoto")
    assert (found, client.get(address).context["cl"].result_count) == ([1, 1, 0], 2)
