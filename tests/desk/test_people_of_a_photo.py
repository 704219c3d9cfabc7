"""Who is in a photograph: the order in which officers picked them goes through all that a form goes through."""

import pytest
from django.core.exceptions import ValidationError

from iad_portal.lib.desk.bin import put
from iad_portal.lib.desk.bin_return import bring_back
from iad_portal.lib.records.in_order import OrderedChoiceField
from news.models import Article
from relations.models import Person, Photo, Revision
from tests import world

from .desk import as_sent, desk_url, errors_of, officer, signed_in
from .test_autosave import autosave, opened
from .test_comparing import compared, saved, taken_back
from .test_every_inline import Form
from .test_kept_uploads import PHOTOS, WORDS, media_in_memory, photo, photo_row  # noqa: F401
from .test_merging import two
from .test_photo_library import found

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_in_memory")]
BOX = f"{PHOTOS}-0-people"


@pytest.fixture
def people():
    """Three people, and a fourth; their names have another order than their keys."""
    return [world.person(f"p{number}", name_th=name) for number, name in enumerate("งคขก")]


@pytest.fixture
def shown(people):
    """A photograph of a draft in which the third, the first and the second of `people` stand, from left to right."""
    row = Photo.objects.create(subject=world.article(status="draft"), image=photo(), **WORDS)
    row.people.set([people[2], people[0], people[1]])
    return row


def keys(people, *numbers) -> list[str]:
    """What a picker sends."""
    return [str(people[number].pk) for number in numbers]


def in_it(row) -> list[str]:
    """The codes of the people in the photograph, in their order, as they are stored."""
    return [person.slug for person in Photo.objects.get(pk=row.pk).people.all()]


@pytest.mark.parametrize("own", [False, True], ids=["row", "own form"])
def test_a_changed_order_alone_is_a_change_and_is_recorded(shown, people, own):
    """In the form of its record and in its own. The form shows the order, an untouched one saves nothing."""
    record, box = (shown, "people") if own else (shown.subject, BOX)
    form = Form(signed_in(), type(record), record)
    assert form.data[box] == keys(people, 2, 0, 1)
    kept = shown.history.count()
    form.send()
    assert in_it(shown) == ["p2", "p0", "p1"] and shown.history.count() == kept + own
    form = Form(form.client, type(record), record)
    form.data[box] = keys(people, 2, 1, 0)
    answer = form.send()
    assert answer.status_code == 302, errors_of(answer)
    assert in_it(shown) == ["p2", "p1", "p0"]
    page = form.client.get(desk_url(type(record), "history", record.pk)).content.decode()
    assert "ข, ค, ง" in page, "history tells the order"


def test_a_refused_form_what_was_kept_and_a_second_save_show_the_order(shown, people):
    form = Form(signed_in(), Article, shown.subject)
    form.data |= {BOX: keys(people, 0, 3, 1), "event_on": "31/2/2563"}
    autosave(form)
    assert as_sent(opened(form), Article)[BOX] == keys(people, 0, 3, 1)
    answer = form.send()
    assert answer.status_code == 200 and as_sent(answer, Article)[BOX] == keys(people, 0, 3, 1)
    form.data = as_sent(answer, Article) | {"event_on": ""}
    assert form.send().status_code == 302 and in_it(shown) == ["p0", "p3", "p1"]


def test_an_earlier_version_brings_the_earlier_order_back(shown, people):
    first = Revision.objects.latest("pk").pk
    second = saved(lambda: shown.people.set([people[1], people[2], people[0]]))
    client = signed_in()
    [[told]] = compared(client, shown, first, second).values()
    assert told != ["", ""]
    taken_back(client, shown, first, second, _whole="1")
    assert in_it(shown) == ["p2", "p0", "p1"]


def test_the_bin_keeps_the_order_of_a_photo_and_the_place_of_a_person(shown, people):
    malee = officer()
    for record in (people[0], shown):
        bring_back(put(type(record).objects.get(pk=record.pk), malee).pk, malee)
        assert in_it(shown) == ["p2", "p0", "p1"]


@pytest.mark.parametrize(
    ("mine", "result"),
    [
        ((2, 0, 1, 3), ["p1", "p0", "p2", "p3"]),
        ((0, 1), ["p1", "p0"]),
        ((1, 0, 2, 3), ["p1", "p0", "p2", "p3"]),
    ],
    ids=["one was added", "one was taken out", "the same order and one more"],
)
def test_an_order_and_another_change_are_put_together(shown, people, mine, result):
    malee, somchai = two(shown.subject)
    malee.data[BOX] = keys(people, 1, 0, 2)
    malee.saved()
    somchai.data[BOX] = keys(people, *mine)
    assert any("malee" in sentence for sentence in somchai.saved()) and in_it(shown) == result


def test_an_addition_comes_into_the_order_of_the_second_officer(shown, people):
    malee, somchai = two(shown.subject)
    malee.data[BOX] = keys(people, 2, 1, 3)
    malee.saved()
    somchai.data[BOX] = keys(people, 1, 0, 2)
    somchai.saved()
    assert in_it(shown) == ["p1", "p2", "p3"]


@pytest.mark.parametrize(("side", "result"), [("mine", ["p0", "p1", "p2"]), ("theirs", ["p1", "p0", "p2"])])
def test_two_new_orders_are_a_choice(shown, people, side, result):
    malee, somchai = two(shown.subject)
    malee.data[BOX] = keys(people, 1, 0, 2)
    malee.saved()
    somchai.data[BOX] = keys(people, 0, 1, 2)
    [choice] = somchai.asked().choices
    assert (choice.before, choice.mine, choice.theirs) == ("ข, ง, ค", "ง, ค, ข", "ค, ง, ข")
    somchai.choose(choice, side)
    somchai.saved()
    assert in_it(shown) == result


def test_a_photo_is_used_again_with_its_people_in_their_order(shown, people):
    client, article = signed_in(), world.article(status="draft")
    [entry] = found(client)["photos"]
    assert [str(key) for key, _name in entry["people"]] == keys(people, 2, 0, 1)
    form = Form(client, Article, article)
    facts = {"image-kept": entry["token"], "people": [key for key, _name in entry["people"]]}
    form.data |= photo_row(0, **entry["words"], **facts) | {f"{PHOTOS}-TOTAL_FORMS": "1"}
    assert form.send().status_code == 302 and in_it(article.photos.get()) == ["p2", "p0", "p1"]


def test_whoever_was_deleted_meanwhile_is_told_of(shown, people):
    form = Form(signed_in(), Article, shown.subject)
    form.data[BOX] = keys(people, 0, 2)
    people[0].delete()
    answer = form.send()
    assert answer.status_code == 200 and as_sent(answer, Article)[BOX] == keys(people, 2)


def test_a_box_that_nobody_may_change_has_not_changed(people):
    box = OrderedChoiceField(Person.objects.all(), disabled=True)
    assert not box.has_changed(people[:1], []) and box.clean(keys(people, 1, 0)) == [people[1], people[0]]
    with pytest.raises(ValidationError):
        box.clean(["x"])
