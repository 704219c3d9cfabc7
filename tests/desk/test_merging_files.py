"""Two officers at one record with photos: a photo that only one chose stays, of two the officer chooses."""

import pytest
from PIL import Image

from news.models import Article
from relations.models import Photo
from tests import world

from .desk import untouched
from .test_every_inline import media  # noqa: F401
from .test_kept_uploads import PHOTOS, WORDS, photo
from .test_merging import two

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


@pytest.fixture
def article():
    article = world.article(event_on=None)
    Photo.objects.create(subject=article, image=photo("red"), **WORDS)
    return article


def colour_of(article) -> str:
    """The name of the colour in the middle of the photo that stands now."""
    with article.photos.get().image.open() as file:
        pixel = Image.open(file).convert("RGB").getpixel((5, 5))
    return ("red", "green", "blue")[max(range(3), key=pixel.__getitem__)]


def test_a_photo_that_only_the_colleague_replaced_stays(article):
    malee, somchai = two(article)
    malee.data[f"{PHOTOS}-0-image"] = photo("blue")
    malee.saved()
    somchai.change(Photo, 0, alt_th="คำบรรยายใหม่")
    somchai.saved()
    assert colour_of(article) == "blue" and article.photos.get().alt_th == "คำบรรยายใหม่"


@pytest.mark.parametrize(("side", "colour"), [("mine", "lime"), ("theirs", "blue")])
def test_of_two_photos_the_officer_chooses(article, side, colour):
    """The one that was chosen here is kept while the form is refused for another reason, whatever is chosen then."""
    malee, somchai = two(article)
    malee.data[f"{PHOTOS}-0-image"] = photo("blue")
    malee.saved()
    somchai.data[f"{PHOTOS}-0-image"] = photo("lime", "ของฉัน.jpg")
    [choice] = somchai.asked().choices
    assert "ของฉัน.jpg" in choice.mine and somchai.data[f"{PHOTOS}-0-image-kept"] and colour_of(article) == "blue"
    somchai.choose(choice, "theirs")
    somchai.data["event_on"] = "31/2/2563"
    [still] = somchai.asked().choices
    assert still.chosen == "theirs" and somchai.data[f"{PHOTOS}-0-image-kept"]
    somchai.data["event_on"] = ""
    somchai.choose(choice, side)
    somchai.saved()
    assert colour_of(article) == {"lime": "green"}.get(colour, colour)


def test_a_row_with_a_photo_that_was_deleted_meanwhile_can_be_let_go(article):
    malee, somchai = two(article)
    malee.change(Photo, 0, DELETE="on")
    malee.saved()
    somchai.change(Photo, 0, alt_th="แก้แล้ว")
    [choice] = somchai.asked().choices
    somchai.choose(choice, "theirs")
    somchai.saved()
    assert not article.photos.exists() and untouched(somchai.client, somchai.url, Article)
