"""Photographs in a text, at the desk: their key is known before the first save, and stays; what is missing is told."""

import pytest

from iad_portal.lib.desk.bin import put
from iad_portal.lib.desk.bin_return import bring_back
from iad_portal.lib.media.reused_files import reused_of
from iad_portal.lib.rich_text.photos import photo_in_text
from iad_portal.office.models import Preview
from news.models import Article
from relations.models import Photo
from tests import world
from tests.site.checks import queries

from .desk import as_sent, desk_url, errors_of, officer, signed_in
from .test_bin import said
from .test_comparing import compare_url, compared, saved, taken_back
from .test_kept_uploads import PHOTOS, WORDS, media_in_memory, opened, photo, photo_row  # noqa: F401
from .test_photo_library import found
from .test_sent_photos import ADD, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_in_memory")]
ONE = {f"{PHOTOS}-TOTAL_FORMS": "1"}
GONE = "ไม่อยู่ในรายการภาพ"


def with_photo(status="draft", **facts):
    """An article with a photograph that stands in its text, and that photograph."""
    article = world.article("visit", status=status, **facts)
    row = Photo.objects.create(subject=article, image=photo("red"), **WORDS)
    article.body_th = f"<p>ต้น</p>{photo_in_text(row.text_key)}"
    article.save()
    return article, row


def test_the_key_that_the_form_is_told_is_the_stored_one():
    """Of a file that was just sent, also when another row has it already, and of one from the library."""
    client = signed_in()
    for _time in range(2):
        answer = send(client, photo("red")).json()
        url, data = opened(client, Article)
        title = f"ข่าว {Article.objects.count()}"
        typed = {"title_th": title, "body_th": photo_in_text(answer["key"])}
        told = client.post(url, data | typed | ONE | photo_row(0, **{"image-kept": answer["token"]}), follow=True)
        assert told.status_code == 200 and GONE not in said(told)
        article = Article.objects.get(title_th=title)
        assert article.body_th == photo_in_text(article.photos.get().text_key)
    [entry] = found(client)["photos"]
    assert entry["key"] == Photo.objects.first().text_key.hex


def test_a_tile_carries_its_key_in_a_form_that_was_refused_and_in_the_stored_one():
    client, sent = signed_in(), send(signed_in("dao"), photo("blue"), ADD)
    answer = send(client, photo("red")).json()
    assert sent.json()["key"] != answer["key"]
    url, data = opened(client, Article)
    row = ONE | photo_row(0, **{"image-kept": answer["token"]})
    refused = client.post(url, data | row | {"title_th": "ก", "event_on": "31/2/2563"})
    assert refused.status_code == 200 and f'data-key="{answer["key"]}"' in refused.content.decode()
    client.post(url, as_sent(refused, Article) | {"event_on": ""})
    article = Article.objects.get(title_th="ก")
    html = client.get(desk_url(Article, "change", article.pk)).content.decode()
    assert html.count("data-key=") == 1 and f'data-key="{answer["key"]}"' in html, "and none for a row to be added"


def test_another_file_leaves_the_text_as_it_is():
    client = signed_in()
    article, row = with_photo()
    url, data = opened(client, Photo, row)
    answer = client.post(url, data | {"image": photo("blue")})
    assert answer.status_code == 302, errors_of(answer)
    changed = Photo.objects.get()
    assert changed.upload_key != row.upload_key and changed.text_key == row.text_key
    assert f'data-key="{row.text_key.hex}"' in client.get(desk_url(Article, "change", article.pk)).content.decode()


def test_who_deletes_a_photo_of_the_text_is_told_in_which():
    client = signed_in()
    article, _row = with_photo()
    url, data = opened(client, Article, article)
    assert GONE not in said(client.post(url, data, follow=True))
    url, data = opened(client, Article, article)
    told = client.post(url, data | {f"{PHOTOS}-0-DELETE": "on"}, follow=True)
    assert "ช่อง “เนื้อหา (ไทย)” มีภาพที่ไม่อยู่ในรายการภาพ" in said(told) and "อังกฤษ" not in said(told)
    assert not article.photos.exists()


def test_a_text_without_photos_asks_nothing_more():
    client, article = signed_in(), world.article(status="draft")
    url, data = opened(client, Article, article)
    assert GONE not in said(client.post(url, data | {"body_th": "<p>ใหม่</p>"}, follow=True))


def test_a_preview_shows_what_was_just_sent_in_its_place():
    malee, article = signed_in(), world.article("visit", status="draft")
    url, data = opened(malee, Article, article)
    answer = send(malee, photo("red"), url).json()
    text = f"<p>ต้น</p>{photo_in_text(answer['key'])}<p>ปลาย</p>"
    row = ONE | photo_row(0, **{"image-kept": answer["token"]})
    malee.post(url, data | row | {"body_th": text, "_preview": ""})
    html = malee.get(f"/preview/{Preview.objects.get().pk}/th/").content.decode()
    body = html.split('article__body">')[1].split("</div>")[0]
    assert "<figure" in body and 'alt="ภาพ' in body and "data-photo" not in body and not article.photos.exists()


def test_versions_are_compared_without_the_key_and_taken_back_with_it():
    client = signed_in()
    article, row = with_photo()
    first = article.history.first().revision_id
    article.body_th = "<p>ต้น</p>"
    second = saved(article.save)
    assert compared(client, article, first, second) == {"เนื้อหา (ไทย)": [["\n[ภาพ]", ""]]}
    for page in (compare_url(article, first, second), desk_url(Article, "history", article.pk)):
        html = client.get(page).content.decode()
        assert "[ภาพ]" in html and "data-photo" not in html and row.text_key.hex not in html.replace(row.image.name, "")
    taken_back(client, article, first, second, take="field:body_th")
    article.refresh_from_db()
    assert article.body_th == f"<p>ต้น</p>{photo_in_text(row.text_key)}"


def test_what_was_deleted_and_comes_back_still_finds_its_photo():
    article, row = with_photo()
    malee = officer()
    bring_back(put(article, malee).pk, malee)
    again = Article.objects.get()
    assert again.body_th == f"<p>ต้น</p>{photo_in_text(row.text_key)}"
    assert again.photos.get().text_key == row.text_key


def test_a_photo_of_the_library_is_named_alike_in_both_records():
    """So a text that is copied from one to the other brings its place along."""
    _article, row = with_photo("published")
    other = world.article("other")
    assert Photo(subject=other, **reused_of(row).facts).upload_key == row.text_key
    assert len(queries(signed_in(), "/th/news/visit/")) <= 16
