"""The photographs that the office has already: found, taken over into another record without a byte more, told of."""

import pytest
from django.contrib.auth.models import Permission, User

from news.models import Article
from relations.models import City, Photo
from tests import world

from .desk import desk_url, errors_of, signed_in
from .test_kept_uploads import PHOTOS, WORDS, media_in_memory, opened, photo, photo_row, stored  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_in_memory")]
LIBRARY = "/admin/relations/photo/library/"


def found(client, query="", part=""):
    answer = client.get(LIBRARY, {"q": query, "part": part})
    assert answer.status_code == 200
    return answer.json()


def names(found) -> list[str]:
    return [entry["name"] for entry in found["photos"]]


@pytest.fixture
def hall():
    """A photograph of a city, with all its words."""
    words = {"caption_th": "พิธีลงนาม", "caption_en": "Signing", "licence": "CC BY 4.0", "focus_x": 80}
    row = Photo.objects.create(subject=world.city("budapest", "HU"), image=photo("red"), **WORDS | words)
    row.people.add(world.person())
    return row


def test_a_photo_is_found_by_its_words_and_by_its_record(hall):
    client = signed_in()
    Photo.objects.create(subject=world.article(title_th="เยาวชน"), image=photo("blue"), alt_th="สนามบิน")
    assert names(found(client)) == ["สนามบิน", "ภาพ"], "the newest first"
    assert names(found(client, "signing")) == ["ภาพ"] and names(found(client, hall.subject.name_en)) == ["ภาพ"]
    assert names(found(client, "เยาวชน")) == ["สนามบิน"] and found(client, "ไม่มี")["said"]


def test_what_is_taken_over_is_a_row_of_its_own_with_the_words_and_no_byte_more(hall):
    client, article, before = signed_in(), world.article(status="draft"), stored()
    url, data = opened(client, Article, article)
    [entry] = found(client)["photos"]
    row = photo_row(0, **entry["words"], **{"image-kept": entry["token"], "people": [entry["people"][0][0]]})
    answer = client.post(url, data | row | {f"{PHOTOS}-TOTAL_FORMS": "1"})
    assert answer.status_code == 302, errors_of(answer)
    taken = article.photos.get()
    own = ("alt_en", "caption_th", "credit_th", "licence", "focus_x", "sha256", "width", "renditions", "upload_key")
    assert [getattr(taken, name) for name in own] == [getattr(hall, name) for name in own] and stored() == before
    assert list(taken.people.all()) == list(hall.people.all())
    [entry] = found(client)["photos"]
    assert "2" in entry["where"], "the upload stands once, and tells how often it is used"


def test_a_photo_tells_where_it_is_used_and_a_draft_stays_private(hall, client):
    article = world.article(status="draft")
    facts = {name: getattr(hall, name) for name in Photo.FACT_FIELDS}
    Photo.objects.create(subject=article, image=hall.image.name, **facts)
    City.objects.update(status="draft")
    page = signed_in().get(desk_url(Photo, "change", hall.pk)).content.decode()
    assert desk_url(Article, "change", article.pk) in page and desk_url(City, "change", hall.subject.pk) in page
    assert client.get(hall.url).status_code == 404
    Article.objects.update(status="published")
    assert client.get(hall.url).status_code == 200


def test_only_records_that_the_officer_may_see_are_in_it(hall):
    client = signed_in()
    User.objects.update(is_superuser=False)
    assert client.get(LIBRARY).status_code == 403
    malee = User.objects.get()
    malee.user_permissions.add(*Permission.objects.filter(codename__in=["view_photo", "view_article"]))
    assert found(client)["photos"] == []
    malee.user_permissions.add(Permission.objects.get(codename="view_city"))
    assert names(found(client)) == ["ภาพ"]


def test_the_library_comes_in_parts_with_a_fixed_number_of_queries(hall, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr("relations.admin.photo_library.PART", 2)
    for number in range(4):
        Photo.objects.create(subject=hall.subject, image=photo("lime"), alt_th=f"ภาพ {number}", order=number)
        Photo.objects.filter(alt_th=f"ภาพ {number}").update(upload_key=f"{number:032x}")
    client = signed_in()
    found(client, "ภาพ")  # what a process asks once is known
    parts, part = [], 0
    while part is not None:
        with django_assert_max_num_queries(14):
            answer = found(client, "ภาพ", part)
        parts.append(len(answer["photos"]))
        part = answer["next"]
    assert parts == [2, 2, 1]
