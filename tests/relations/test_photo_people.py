"""Who is in a photograph, under it: in their order, in both languages, without a query more."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from iad_portal.lib.rich_text.photos import photo_in_text
from iad_portal.office.models import Page
from relations.models import Photo
from relations.pages.photo_people import people_in, with_people
from tests import world
from tests.lib.media.pictures import encoded

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


@pytest.fixture
def people():
    """Three people, of whom the last has no English name."""
    names = [("ซุน", "Sun"), ("อาเบะ", "Abe"), ("ประยูร", "")]
    return [world.person(f"p{n}", name_th=th, name_en=en, rank_th="นาย") for n, (th, en) in enumerate(names)]


def photo(record, *shown, **words):
    made = Photo.objects.create(subject=record, image=ContentFile(encoded(), "a.jpg"), alt_th="ภาพ", **words)
    made.people.set(shown)
    return made


def said_at(client, address) -> list[str]:
    """What stands under the photographs at `address` of who is in them: of each in the page and in its large view."""
    pieces = client.get(address).content.decode().split('<span\n  class="figure__people">')[1:]
    return [
        piece.partition("</span></figcaption>")[0].partition('</span> <span\n  class="figure__credit"')[0]
        for piece in pieces
    ]


def plain(pieces) -> list[str]:
    return [piece.replace('<span class="name">', "").replace("</span>", "") for piece in pieces]


RECORDS = {
    "city": (lambda: world.city("edo"), "cities/edo/"),
    "embassy": (lambda: world.embassy("JP"), "embassies/jp/"),
    "agreement": (lambda: world.agreement(number=7), "agreements/7/"),
    "meeting": (lambda: world.meeting("summit"), "meetings/summit/"),
    "article": (lambda: world.article("visit"), "news/visit/"),
    "page": (lambda: Page.objects.create(slug="history", title_th="ประวัติ", status="published"), "about/history/"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_people_are_named_in_their_order_in_both_languages(client, people, kind):
    make, address = RECORDS[kind]
    photo(make(), people[1], people[0], credit_th="สำนักงาน")
    assert plain(said_at(client, f"/th/{address}")) == ["ในภาพ (จากซ้าย): นายอาเบะ, นายซุน"] * 2
    assert plain(said_at(client, f"/en/{address}")) == ["In the picture (from left): Abe, Sun"] * 2


def test_one_who_is_alone_stands_nowhere_from_the_left_and_another_language_is_marked(client, people):
    photo(world.city("edo"), people[2])
    assert plain(said_at(client, "/th/cities/edo/")) == ["ในภาพ: นายประยูร"] * 2
    [said, _large] = said_at(client, "/en/cities/edo/")
    assert said == 'In the picture: <span class="name"><span lang="th">นายประยูร</span></span>'


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ({"caption_th": "นายซุน  กับ อาเบะ"}, 0),
        ({"caption_en": "Mr Sun and Abe"}, 0),
        ({"caption_th": "นายซุนกับคณะ"}, 2),
        ({}, 2),
    ],
    ids=["all", "all in English", "some", "none"],
)
def test_whom_the_caption_names_already_is_not_named_twice_unless_others_would_stand_elsewhere(
    client, people, words, times
):
    """A caption in the reader's other language is compared in that."""
    photo(world.city("edo"), *people[:2], **words)
    for language in ("th", "en"):
        assert len(said_at(client, f"/{language}/cities/edo/")) == times


def test_a_photo_in_the_text_and_the_lead_name_their_people(client, people):
    article = world.article("visit")
    photo(article, people[0])
    inside = photo(article, people[1], order=1)
    article.body_th = f"<p>ข่าว</p>{photo_in_text(inside.text_key)}"
    article.save()
    photo(article, people[2], order=2)
    names = ["ในภาพ: นายซุน", "ในภาพ: นายอาเบะ", "ในภาพ: นายประยูร"]
    assert sorted(plain(said_at(client, "/th/news/visit/"))) == sorted(names * 2)
    text = client.get("/th/news/visit/").context["in_text"]
    assert [str(entry.people) for entry in text.values()] == ['ในภาพ: <span class="name">นายอาเบะ</span>']


@pytest.mark.parametrize("kind", RECORDS)
def test_who_is_in_the_photos_of_a_page_comes_with_these(client, people, kind):
    """As many queries with five photographs as with none."""
    make, address = RECORDS[kind]
    record, counts = make(), []
    for number in (0, 5):
        for _number in range(number):
            photo(record, *people)
        client.get(f"/en/{address}")
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/en/{address}")
        counts.append(len(captured.captured_queries))
    assert counts[0] == counts[1]


def test_a_list_that_asked_before_hides_nobody(people):
    """Lists ask for the photographs of records without who is in them: that is another kept query."""
    city = world.city("edo")
    photo(city, *people[1::-1])
    [plain_one], [known] = Photo.objects.by_record([city])[city], with_people().by_record([city])[city]
    assert people_in(plain_one) == [] and people_in(known) == people[1::-1]
