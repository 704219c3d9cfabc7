"""Pictures of shared links: one for each record and language, made once for what it shows."""

import io
import re

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from iad_portal.office.views import share
from relations.models import Photo
from tests import world
from tests.lib.media.pictures import encoded

pytestmark = pytest.mark.django_db
META = re.compile(r'<meta property="(og:[^"]+|article:[^"]+)" content="([^"]*)">')


@pytest.fixture(autouse=True)
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def told(client, address) -> dict[str, str]:
    """What the page tells those who show a link to it."""
    return dict(META.findall(client.get(address).content.decode()))


def path_of(client, address) -> str:
    return told(client, address)["og:image"].removeprefix(settings.SITE_URL)


PAGES = {
    "news/visit/": lambda: world.article("visit"),
    "meetings/summit/": lambda: world.meeting("summit"),
    "agreements/7/": lambda: world.agreement(number=7, signed_on="2006-06-01"),
    "cities/edo/": lambda: world.city("edo"),
    "networks/league/": lambda: world.network("league"),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["th", "en"])
def test_each_kind_of_record_has_a_picture_of_the_right_size_in_each_language(client, page, language):
    PAGES[page]()
    said = told(client, f"/{language}/{page}")
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630") and said["og:image:alt"]
    assert said["og:site_name"] and said["og:url"] == f"{settings.SITE_URL}/{language}/{page}"
    assert {said["og:locale"], said["og:locale:alternate"]} == {"th_TH", "en_GB"}
    answer = client.get(said["og:image"].removeprefix(settings.SITE_URL))
    assert answer["Content-Type"] == "image/jpeg" and "immutable" in answer["Cache-Control"] and not answer.cookies
    assert Image.open(io.BytesIO(answer.getvalue())).size == (1200, 630)


def test_the_photo_of_the_record_is_taken_with_its_words(client):
    article = world.article("visit")
    before = path_of(client, "/th/news/visit/")
    image = ContentFile(encoded(Image.new("RGB", (1600, 1600), "#ff0000")), "a.jpg")
    Photo.objects.create(subject=article, alt_th="ภาพคณะ", alt_en="The party", image=image)
    said = told(client, "/en/news/visit/")
    assert said["og:image:alt"] == "The party" and path_of(client, "/th/news/visit/") != before
    picture = Image.open(io.BytesIO(client.get(path_of(client, "/en/news/visit/")).getvalue()))
    red, green, _blue = picture.getpixel((600, 315))
    assert red > 200 and green < 60


def test_it_is_made_once_for_what_it_shows_and_the_earlier_one_goes(client, monkeypatch):
    article, made = world.article("visit"), []
    drawn = share.drawn
    monkeypatch.setattr(share, "drawn", lambda card: made.append(card.name) or drawn(card))
    first = path_of(client, "/th/news/visit/")
    client.get(first), client.get(first)
    article.title_th = "ชื่อใหม่"
    article.save()
    second = path_of(client, "/th/news/visit/")
    answer = client.get(first)
    assert (answer.status_code, answer["Location"]) == (302, second)
    client.get(second)
    assert made == ["ข่าว visit", "ชื่อใหม่"]
    assert default_storage.listdir(f"share/article/{article.pk}")[1] == [second.rpartition("/")[2]]


def test_what_is_hidden_or_made_up_has_none_and_nothing_is_stored_for_it(client):
    article = world.article("visit")
    path = path_of(client, "/th/news/visit/")
    article.status = "draft"
    article.save()
    for asked in (
        path,
        path.replace("article", "person"),
        path.replace("th-", "fr-"),
        path.replace("/1/", f"/{'9' * 30}/"),
    ):
        assert client.get(asked).status_code == 404
    assert not default_storage.exists("share")


def test_a_language_that_is_held_back_is_not_drawn(client, monkeypatch):
    drawn = []
    monkeypatch.setattr(share, "drawn", lambda card: drawn.append(card) or b"x")
    world.article("visit", title_en="Secret", hold_en=True)
    client.get(path_of(client, "/en/news/visit/"))
    assert drawn[0].name == "ข่าว visit"


def test_while_one_makes_it_others_wait_and_take_that(client, monkeypatch):
    world.article("visit")
    path = path_of(client, "/th/news/visit/")
    name = path.removeprefix("/media/")
    monkeypatch.setattr(share.kept_pages, "first", lambda *_args: False)
    monkeypatch.setattr(share.time, "sleep", lambda _s: default_storage.save(name, ContentFile(b"made")))
    assert client.get(path).getvalue() == b"made"
