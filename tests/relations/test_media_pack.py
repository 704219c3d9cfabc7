"""The media pack of an article, a meeting and an agreement."""

import csv
import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from relations.models import Document, Photo, Signatory
from relations.pages import media_pack
from tests import world
from tests.lib.media.pictures import encoded
from tests.site.checks import assert_queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def photo(record, **facts):
    words = {"alt_th": "คณะผู้แทน", "alt_en": "Delegation", "credit_th": "กองงาน", "licence": "CC BY 4.0"}
    return Photo.objects.create(subject=record, image=ContentFile(encoded(), "a.jpg"), **words | facts)


def pack(client, address) -> zipfile.ZipFile:
    answer = client.get(address)
    assert answer.status_code == 200 and answer["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


def test_an_article_gives_its_photos_in_full_size_with_their_words_and_its_papers(client):
    article = world.article("visit", lead_en="The lead")
    shown = photo(article, caption_en="=1+1")
    shown.people.set([world.person(code, name_en=name) for code, name in (("b", "Bee"), ("a", "Ay"))])
    paper = ContentFile(b"words", "a.txt")
    Document.objects.create(subject=article, title_th="ประกาศ", title_en="Notice", file=paper)
    Document.objects.create(subject=article, title_th="ไม่มีแฟ้ม", title_en="No file")
    found = pack(client, "/en/news/visit/media.zip")
    assert found.namelist() == [
        "photos/01 คณะผู้แทน.jpg", "documents/01 ประกาศ.txt", "captions.csv", "read-me.th.txt", "read-me.en.txt",
    ]  # fmt: skip
    assert found.read("photos/01 คณะผู้แทน.jpg") == default_storage.open(shown.image.name).read()
    (row,) = csv.DictReader(io.StringIO(found.read("captions.csv").decode("utf-8-sig"), newline=""))
    assert row["file"] == "photos/01 คณะผู้แทน.jpg" and row["credit_th"] == "กองงาน" and row["credit_en"] == ""
    assert row["caption_en"] == "'=1+1" and row["licence"] == "CC BY 4.0" and row["people_en"] == "Bee, Ay"
    english = found.read("read-me.en.txt").decode("utf-8-sig")
    assert "The lead" in english and "In the picture (from left): Bee, Ay" in english and "/en/press/#terms" in english
    assert "คณะผู้แทน" in found.read("read-me.th.txt").decode("utf-8-sig")


def test_a_language_that_is_held_back_is_in_no_file(client):
    article = world.article("visit", title_en="Secret title", lead_en="Secret lead", hold_en=True)
    photo(article, alt_en="Secret words")
    assert b"Secret" not in b"".join(pack(client, "/th/news/visit/media.zip").fp.getvalue().split())


def test_a_meeting_tells_its_programme_and_who_took_part(client):
    meeting = world.meeting("summit", venue_en="City Hall", venue_th="ศาลาว่าการ")
    meeting.points.create(kind="topic", text_th="น้ำท่วม", text_en="Floods")
    meeting.participation.create(city=world.city("edo", name_en="Edo"), presented_en="Drains", presented_th="ท่อ")
    meeting.participation.create(city=world.city("hidden", name_en="Hidden", status="draft"))
    text = pack(client, "/th/meetings/summit/media.zip").read("read-me.en.txt").decode()
    assert "City Hall" in text and "- Floods" in text and "- Edo: Drains" in text and "Hidden" not in text


def test_an_agreement_tells_who_signed(client):
    agreement = world.agreement(number=7, signed_on="2006-06-01")
    person = world.person("aswin", name_en="Aswin", rank_en="General", rank_th="พลเอก")
    Signatory.objects.create(agreement=agreement, person=person, side="bangkok")
    text = pack(client, "/en/agreements/7/media.zip").read("read-me.th.txt").decode()
    assert "1 มิถุนายน 2549" in text and "พลเอก" in text


def test_a_draft_has_no_pack_and_a_withdrawn_record_has(client):
    world.article("draft", status="draft"), world.article("gone", status="withdrawn")
    assert client.get("/th/news/draft/media.zip").status_code == 404
    assert (
        client.get("/th/meetings/none/media.zip").status_code
        == client.get("/th/agreements/9/media.zip").status_code
        == 404
    )
    assert client.get("/th/news/gone/media.zip").status_code == 200


def test_a_file_that_is_missing_and_one_that_is_too_much_are_named(client, monkeypatch):
    article = world.article("visit")
    lost, large = photo(article), photo(article, order=1)
    default_storage.delete(lost.image.name)
    monkeypatch.setattr(media_pack, "MOST", lost.size)
    found = pack(client, "/en/news/visit/media.zip")
    assert not [name for name in found.namelist() if name.startswith("photos/")]
    text = found.read("read-me.en.txt").decode()
    assert "could not be read" in text and large.url in text


def test_who_has_it_as_it_is_is_told_so_until_something_of_it_changes(client):
    article = world.article("visit")
    shown = photo(article)
    first = client.get("/th/news/visit/media.zip")
    assert first["Cache-Control"] == "public, no-cache" and not first.cookies
    assert client.head("/th/news/visit/media.zip").content == b""
    asked = {"if-none-match": first["ETag"]}
    assert client.get("/th/news/visit/media.zip", headers=asked).status_code == 304
    shown.credit_en = "Somebody"
    shown.save()
    assert client.get("/th/news/visit/media.zip", headers=asked).status_code == 200


def test_it_asks_few_queries_and_its_link_says_how_large_it_is(client):
    article = world.article("visit")
    assert client.get("/en/news/visit/").context["pack"] is None
    for _ in range(5):
        photo(article).people.add(world.person())
    assert_queries(client, "/en/news/visit/media.zip", 8)
    link = client.get("/en/news/visit/").context["pack"]
    assert link.url == "/en/news/visit/media.zip" and link.text
