"""Photographs that the form's script sends one by one: kept for the form, or refused each by itself."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from iad_portal.lib.desk import kept_forms
from iad_portal.lib.media import kept_uploads
from iad_portal.office.groups import TRANSLATORS
from news.models import Article
from relations.models import KeptUpload, Photo
from tests import world
from tests.lib.media.pictures import PDF

from .desk import as_sent, desk_url, errors_of, signed_in
from .test_kept_uploads import PHOTOS, WORDS, media_in_memory, opened, photo, photo_row, stored  # noqa: F401
from .test_merging import two

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_in_memory")]
ADD = "/admin/news/article/add/"


def send(client, file, page=ADD, box="image"):
    return client.post("/admin/upload/", {"page": page, "box": box, "file": file})


def token(client, colour="red", page=ADD) -> str:
    answer = send(client, photo(colour), page)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()["token"]


def row_of(number, token, **facts):
    return photo_row(number, **{"image-kept": token} | facts)


def test_what_was_sent_comes_in_with_the_first_save_of_a_new_record():
    client = signed_in()
    url, data = opened(client, Article)
    rows = {f"{PHOTOS}-TOTAL_FORMS": "3", "title_th": "ข่าวใหม่"}
    for number, colour in enumerate(("red", "lime", "blue")):
        rows |= row_of(number, token(client, colour), order=str(2 - number), focus_x="70")
    answer = client.post(url, data | rows)
    assert answer.status_code == 302, errors_of(answer)
    photos = Photo.objects.of(Article.objects.get())
    assert [one.alt_en for one in photos] == ["Photo 2", "Photo 1", "Photo 0"] and photos[0].focus_x == 70
    assert not KeptUpload.objects.exists() and stored() == set().union(*(one.file_names() for one in photos))


def test_a_refused_file_says_why_and_stores_nothing():
    client = signed_in()
    broken = photo()
    broken = SimpleUploadedFile("ภาพ.jpg", broken.read()[:200], "image/jpeg")
    for file, words in (
        (broken, "เสียหาย"),
        (SimpleUploadedFile("a.pdf", PDF), "PDF"),
        (SimpleUploadedFile("a.jpg", b""), ""),
    ):
        answer = send(client, file)
        assert answer.status_code in (400, 422) and words in answer.json()["said"] and stored() == set()


@pytest.mark.parametrize(
    ("page", "box"),
    [("/admin/", "image"), ("/admin/auth/user/add/", "image"), (ADD, "title_th"), ("", ""), (ADD, "file")],
)
def test_only_forms_with_such_a_box_take_a_file(page, box):
    answer = send(signed_in(), photo(), page, box)
    assert answer.status_code in (400, 422) and answer.json()["said"] and stored() == set()
    assert signed_in("dao").post("/admin/upload/", {"page": ADD, "box": "image"}).status_code == 400


def test_whose_session_is_over_is_told_so():
    answer = send(Client(), photo())
    assert answer.status_code == 401 and "หมดเวลา" in answer.json()["said"] and stored() == set()


def test_a_kept_picture_is_shown_to_its_officer_alone_and_to_reviewers():
    client, other = signed_in(), signed_in("dao")
    shown = send(client, photo()).json()["shown"]
    answer = client.get(shown)
    assert (
        answer.status_code == 200 and answer["Content-Type"] == "image/jpeg" and "no-store" in answer["Cache-Control"]
    )
    assert other.get(shown).status_code == 404 and Client().get(shown).status_code == 302
    KeptUpload.objects.update(form=kept_uploads.IN_REVIEW)
    assert other.get(shown).status_code == 200


def test_photos_that_were_only_chosen_are_there_after_the_page_was_left():
    """The script keeps the form: the tokens are boxes as all others."""
    client = signed_in()
    url, data = opened(client, Article)
    boxes = (
        data
        | {f"{PHOTOS}-TOTAL_FORMS": "2"}
        | row_of(0, token(client), order="1")
        | row_of(1, token(client, "blue"), order="0")
    )
    sent = {
        "page": url,
        "boxes": [[name, value if isinstance(value, list) else [value]] for name, value in boxes.items()],
    }
    assert client.post("/admin/keep/", sent, content_type="application/json").status_code == 200
    KeptUpload.objects.update(kept_at=timezone.now() - timedelta(days=3))
    page = f"{url}?kept={kept_forms.table().objects.get().pk}"
    again = client.get(page)
    assert again.content.decode().count("/admin/upload/") >= 2, "both pictures are shown"
    saved = client.post(url, as_sent(again, Article) | {"title_th": "ข่าวใหม่"})
    assert saved.status_code == 302, errors_of(saved)
    assert [one.alt_en for one in Photo.objects.all()] == ["Photo 1", "Photo 0"]


def test_without_script_several_files_are_chosen_in_one_box():
    client = signed_in()
    url, data = opened(client, Article, article := world.article(status="draft"))
    Photo.objects.create(subject=article, image=photo("red"), **WORDS)
    data = opened(client, Article, article)[1]
    answer = client.post(url, data | {f"{PHOTOS}-more-image": [photo("lime"), photo("blue")]})
    assert answer.status_code == 302, errors_of(answer)
    assert [one.order for one in article.photos.all()] == [0, 1, 2] and KeptUpload.objects.count() == 0


def test_the_same_photo_twice_is_stored_once_and_each_row_lives_by_itself(django_capture_on_commit_callbacks):
    client, article = signed_in(), world.article()
    first = Photo.objects.create(subject=article, image=photo("red"), **WORDS)
    before = stored()
    url, data = opened(client, Article, article)
    sent = token(client, "red", url)
    assert stored() == before and not KeptUpload.objects.exists()
    answer = client.post(url, data | {f"{PHOTOS}-TOTAL_FORMS": "2"} | row_of(1, sent))
    assert answer.status_code == 302, errors_of(answer)
    second = article.photos.last()
    assert second.file_names() == first.file_names() and second.width == first.width and stored() == before
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    assert stored() == before
    with django_capture_on_commit_callbacks(execute=True):
        second.delete()
    assert stored() == set()


def test_a_stored_photo_that_went_meanwhile_is_to_be_chosen_again():
    client, article = signed_in(), world.article()
    first = Photo.objects.create(subject=article, image=photo("red"), **WORDS)
    url, data = opened(client, Article, world.article(status="draft"))
    sent = token(client, "red", url)
    first.delete()
    answer = client.post(url, data | {f"{PHOTOS}-TOTAL_FORMS": "1"} | row_of(0, sent))
    assert answer.status_code == 200 and "ไม่อยู่แล้ว" in str(errors_of(answer))


def test_what_is_sent_makes_room_among_other_forms_and_not_in_its_own(monkeypatch):
    client = signed_in()
    token(client, "red", desk_url(Article, "change", world.article().pk))
    size = KeptUpload.objects.get().stored_size
    monkeypatch.setattr(kept_uploads, "KEPT_LIMIT", int(size * 1.5))
    token(client, "lime")
    assert [one.form for one in KeptUpload.objects.all()] == ["news.article:"], "the other form's gave way"
    answer = send(client, photo("blue"))
    assert answer.status_code == 422 and KeptUpload.objects.count() == 1 and answer.json()["said"]


def test_two_officers_put_photos_and_an_order_together():
    """One moves what stands, the other adds: both are kept, and the order of the first stands."""
    article = world.article(status="draft")
    for number in range(2):
        Photo.objects.create(subject=article, image=photo(("red", "blue")[number]), order=number, **WORDS)
    malee, somchai = two(article)
    malee.data |= {f"{PHOTOS}-TOTAL_FORMS": "3"} | row_of(2, token(malee.client, "lime", malee.url), alt_en="New")
    malee.saved()
    somchai.data |= {f"{PHOTOS}-0-order": "1", f"{PHOTOS}-1-order": "0", f"{PHOTOS}-1-alt_en": "Lead"}
    somchai.saved()
    assert [one.alt_en for one in article.photos.all()] == ["Lead", "Photo", "New"]


@pytest.mark.history
def test_the_order_is_told_by_history():
    client, article = signed_in(), world.article(status="draft")
    row = Photo.objects.create(subject=article, image=photo(), **WORDS)
    url, data = opened(client, Article, article)
    assert client.post(url, data | {f"{PHOTOS}-0-order": "4"}).status_code == 302
    assert [one.order for one in row.history.all()][:2] == [4, 0]


def test_who_may_add_no_photographs_keeps_none():
    answer = send(signed_in(group=TRANSLATORS), photo(), desk_url(Article, "change", world.article().pk))
    assert answer.status_code == 403 and "เพิ่มไฟล์" in answer.json()["said"] and not KeptUpload.objects.exists()
