"""Photographs in the running text of a public page: one's own, in both languages, told once, and never a bare key."""

import json
import re

import pytest
from django.core.files.base import ContentFile

from iad_portal.lib.rich_text.photos import photo_in_text
from iad_portal.office.models import Page
from relations.models import Photo
from tests import world
from tests.lib.media.pictures import drawn, encoded
from tests.site.checks import grows_not, queries

pytestmark = pytest.mark.django_db
PICTURE = encoded(drawn(64, 48))


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def photo(record, order=0, **words):
    words = {"alt_th": f"ภาพ {order}", "alt_en": f"Picture {order}"} | words
    return Photo.objects.create(subject=record, order=order, image=ContentFile(PICTURE, "a.jpg"), **words)


def text_with(*photos):
    return "<p>ต้น</p>" + "".join(f"{photo_in_text(one.text_key)}<p>ต่อ</p>" for one in photos)


def visit(number=3, placed=(1,), **facts):
    """An article with `number` photographs, of which those in the places `placed` stand in its text."""
    article = world.article("visit", **facts)
    photos = [photo(article, order) for order in range(number)]
    article.body_th = text_with(*(photos[place] for place in placed))
    article.save()
    return article, photos


def html_of(client, address="/th/news/visit/"):
    answer = client.get(address)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "data-photo" not in html
    return html


def places(html):
    """What the pictures of the text, and those of the gallery, show; the large views apart."""
    text = re.split(r'<div class="(?:prose )?rich', html)[1].split('<div class="viewer"')[0].split("</div>")[0]
    gallery = html.split('<ul class="gallery">')[1].split("</section>")[0] if '<ul class="gallery">' in html else ""
    small = re.sub(r'<div class="viewer".*?</figure>', "", gallery, flags=re.S)
    return [re.findall(r'alt="([^"]*)"', part) for part in (text, small)]


def test_it_stands_in_the_text_with_its_words_and_not_in_the_gallery(client):
    _article, photos = visit(4, placed=(2, 1))
    Photo.objects.filter(pk=photos[2].pk).update(caption_th="พิธีลงนาม", credit_th="สำนักงาน")
    html = html_of(client)
    assert places(html) == [["ภาพ 2", "ภาพ 1"], ["ภาพ 3"]]
    body = html.split('<div class="rich article__body">')[1]
    assert re.match(r'<p>ต้น</p><figure\s+class="figure"><a class="figure__open"\s+id="photo-2-small"', body)
    assert "พิธีลงนาม" in body.split("</figure>")[0] and "ภาพ: สำนักงาน" in body.split("</figure>")[0]
    assert 'type="image/avif"' in body.split("</figure>")[0] and 'loading="lazy"' in body.split("</figure>")[0]
    numbers = re.findall(r'id="photo-(\d)"', html)
    assert sorted(numbers) == ["1", "2", "3", "4"] and len(re.findall(r'href="#photo-3"', html)) == 3


def test_the_lead_stays_above_and_may_stand_in_the_text_as_well(client):
    visit(2, placed=(0,))
    html = html_of(client)
    assert places(html) == [["ภาพ 0"], ["ภาพ 1"]] and html.count("<h1") == 1
    assert 'alt="ภาพ 0"' in html.split("article__figure")[1].split("</figure>")[0]
    assert sorted(re.findall(r'id="photo-(\d)"', html)) == ["1", "2", "3"], "each place has a number of its own"


def test_in_the_other_language_it_brings_that_language_s_words(client):
    article, photos = visit(2)
    article.body_en = text_with(photos[1])
    article.save()
    assert places(html_of(client, "/en/news/visit/")) == [["Picture 1"], []]
    Photo.objects.filter(pk=photos[1].pk).update(alt_en="")
    assert re.search(r'alt="ภาพ 1"\s+lang="th"', html_of(client, "/en/news/visit/"))


def test_in_a_text_of_the_other_language_its_words_are_marked_as_the_reader_s(client):
    _article, photos = visit(2, body_en="")
    Photo.objects.filter(pk=photos[1].pk).update(caption_en="Signing")
    html = html_of(client, "/en/news/visit/")
    assert re.search(r'article__body" lang="th"><p>ต้น</p><figure\s+class="figure"\s+lang="en">', html)
    assert "<span>Signing</span>" in html and places(html)[0] == ["Picture 1"]


def test_what_is_gone_or_another_s_or_without_a_picture_leaves_nothing(client):
    article, photos = visit(4, placed=(1, 2, 3))
    photos[1].delete()
    Photo.objects.filter(pk=photos[2].pk).update(renditions=[])
    other = photo(world.article("other"), 5)
    article.body_th = text_with(*photos[1:], other)
    article.save()
    html = html_of(client)
    assert places(html)[0] == ["ภาพ 3"]
    assert '<div class="rich article__body"><p>ต้น</p><p>ต่อ</p><p>ต่อ</p><figure' in html


def test_a_second_time_in_one_text_it_leaves_nothing(client):
    visit(3, placed=(1, 1))
    assert places(html_of(client)) == [["ภาพ 1"], ["ภาพ 2"]]


def test_a_draft_shows_neither_itself_nor_its_photos(client):
    article, photos = visit(2, status="draft")
    assert client.get("/th/news/visit/").status_code == client.get(photos[1].share_url).status_code == 404
    assert photo_in_text(photos[1].text_key) in article.body_th
    article.status = "published"
    article.save()
    assert places(html_of(client))[0] == ["ภาพ 1"]


def test_on_pages_of_cities_and_of_the_office_too(client):
    """Of a city's photographs only its own: those of its visits are shown with them."""
    city, page = world.city("edo"), Page.objects.create(slug="duties", status="published", title_th="หน้าที่")
    exchange = world.exchange(city)
    theirs = photo(exchange, 9)
    for record, text, address in ((city, "profile_th", "/th/cities/edo/"), (page, "body_th", "/th/about/duties/")):
        photos = [photo(record, order) for order in range(3)]
        setattr(record, text, text_with(photos[1], theirs))
        record.save()
        in_text, gallery = places(html_of(client, address))
        assert in_text == ["ภาพ 1"] and "ภาพ 1" not in gallery and "ภาพ 2" in gallery
        assert ("ภาพ 9" in gallery) is (record is city)


def test_queries_do_not_grow(client):
    article = world.article("visit")

    def add(number):
        photo(article, number)
        article.body_th = text_with(*article.photos.all())
        article.save()

    grows_not(client, "/th/news/visit/", add)
    before = len(queries(client, "/th/news/visit/"))
    article.body_th = "<p>ไม่มีภาพ</p>"
    article.save()
    assert len(queries(client, "/th/news/visit/")) == before, "a text with photographs asks no more than one without"


@pytest.mark.search_index
def test_where_a_text_is_read_without_its_page_no_key_is_seen(client):
    """Excerpts, feeds, structured data, search and open data; the first words are those behind the photograph."""
    article, photos = visit(2, placed=(1,))
    article.body_th = photo_in_text(photos[1].text_key) + "<p>คณะผู้แทนเดินทางถึง</p>"
    article.save()
    feed = client.get("/th/news/feed/").content.decode()
    assert "คณะผู้แทนเดินทางถึง" in feed and photos[1].share_url in feed and "data-" not in feed
    html = html_of(client)
    [data] = map(json.loads, re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', html, re.S))
    assert "คณะผู้แทนเดินทางถึง" in json.dumps(data, ensure_ascii=False) and "data-photo" not in json.dumps(data)
    for address in ("/th/news/", "/th/search/?q=ผู้แทนเดินทาง", "/th/"):
        found = client.get(address).content.decode()
        assert "คณะผู้แทนเดินทางถึง" in found.replace("<mark>", "").replace("</mark>", "") or address == "/th/"
        assert "data-photo" not in found
