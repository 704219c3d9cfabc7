"""A stored photograph in another row: through review, beside other forms, and when it goes at the worst moment."""

import pytest
from django.core.exceptions import ValidationError

from iad_portal.lib.media import kept_uploads, reused_files
from news.models import Article
from relations.models import Document, KeptUpload, Photo
from tests import world

from .desk import as_sent, desk_url, errors_of, signed_in
from .review_desk import editor, publisher, sent, waiting
from .test_kept_uploads import PAPERS, PHOTOS, WORDS, media_in_memory, opened, paper_row, photo, photo_row  # noqa: F401
from .test_sent_photos import token

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_in_memory")]
ONE = {f"{PHOTOS}-TOTAL_FORMS": "1"}


@pytest.fixture
def hall():
    return Photo.objects.create(subject=world.city(), image=photo("red"), **WORDS)


def taken(row) -> dict:
    """The boxes of a new row that shares the file of `row`."""
    return photo_row(0, **{"image-kept": reused_files.reused_of(row).token}) | ONE


def test_it_waits_for_review_as_a_new_file_does_and_comes_in_with_the_release(hall):
    author, reviewer, article = editor(), publisher(), world.article()
    assert sent(author, article, **taken(hall)).status_code == 302 and not article.photos.exists()
    page = f"{desk_url(Article, 'change', article.pk)}?review={waiting().pk}"
    assert sent(reviewer, article, "_release", page).status_code == 302
    assert article.photos.get().file_names() == hall.file_names()


def test_it_is_still_there_over_a_refused_save_and_can_be_left_out(hall):
    client, article = signed_in(), world.article(status="draft")
    url, data = opened(client, Article, article)
    answer = client.post(url, data | taken(hall) | {"event_on": "31/2/2563"})
    assert answer.status_code == 200 and hall.thumbnail_url in answer.content.decode()
    out = client.post(url, as_sent(answer, Article) | {"event_on": "", f"{PHOTOS}-0-image-left-out": "on"})
    assert out.status_code == 200 and hall.thumbnail_url not in out.content.decode(), (
        "a row without a picture is refused"
    )
    assert client.post(url, as_sent(answer, Article) | {"event_on": ""}).status_code == 302
    assert article.photos.get().upload_key == hall.upload_key


def test_a_file_that_goes_between_form_and_save_is_refused(hall):
    upload = reused_files.uploaded(reused_files.reused_of(hall))
    hall.delete()
    with pytest.raises(ValidationError, match="ไม่อยู่แล้ว"):
        Photo(subject=world.city(), image=upload).save()


def test_a_picture_is_no_paper_and_a_row_without_a_file_gives_none(hall):
    client, article = signed_in(), world.article(status="draft")
    url, data = opened(client, Article, article)
    paper = paper_row(0, **{"file-kept": reused_files.reused_of(hall).token}) | {f"{PAPERS}-TOTAL_FORMS": "1"}
    answer = client.post(url, data | paper)
    assert answer.status_code == 302 and not Document.objects.get().file, errors_of(answer)
    assert reused_files.reused_of(Photo(subject=article)) is None


def test_several_files_in_a_box_of_no_rows_change_nothing():
    client, article = signed_in(), world.article(status="draft")
    url, data = opened(client, Article, article)
    answer = client.post(url, data | {f"{PHOTOS}-more-title": [photo()], "x-more-image": [photo()]})
    assert answer.status_code == 302 and not Photo.objects.exists() and not KeptUpload.objects.exists()


def test_room_is_made_by_the_oldest_alone(monkeypatch):
    client = signed_in()
    for colour in ("red", "lime", "blue"):
        token(client, colour, desk_url(Article, "change", world.article().pk))
    sizes = list(KeptUpload.objects.order_by("kept_at").values_list("pk", "stored_size"))
    monkeypatch.setattr(kept_uploads, "KEPT_LIMIT", sum(size for _pk, size in sizes) + 10)
    token(client, "yellow")
    assert not KeptUpload.objects.filter(pk=sizes[0][0]).exists() and KeptUpload.objects.count() == 3
