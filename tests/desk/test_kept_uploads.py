"""A file that an officer chose outlasts a refused save: kept aside for that form, and for nobody and nothing else."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import InMemoryStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.utils import timezone
from PIL import Image

from iad_portal.lib.desk import uploads
from iad_portal.lib.media import kept_uploads, turns
from iad_portal.lib.media import models as media
from iad_portal.lib.media.renditions import make_renditions
from news.models import Article, Newsletter
from relations.models import Document, KeptUpload, Photo
from tests import world
from tests.boxes import BOXES_ALONE
from tests.lib.media import pictures
from tests.lib.media.pictures import PDF, drawn, encoded

from .desk import as_sent, desk_url, errors_of, signed_in, untouched

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_in_memory")]
OTHER_PDF = pictures.pdf(2)
WORDS = {"alt_th": "ภาพ", "alt_en": "Photo", "credit_th": "สำนักงาน"}
PHOTOS, PAPERS = "relations-photo-subject_type-subject_id", "relations-document-subject_type-subject_id"


@pytest.fixture
def media_in_memory(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def photo(colour="red", name="ภาพ.jpg"):
    image = drawn()
    image.paste(colour, (0, 0, 64, 48))
    return SimpleUploadedFile(name, encoded(image), "image/jpeg")


def pdf(name="จดหมายข่าว.pdf", data=PDF):
    return SimpleUploadedFile(name, data, "application/pdf")


def photo_row(number, **facts):
    words = {"alt_th": f"ภาพ {number}", "alt_en": f"Photo {number}", "credit_th": "สำนักงาน"}
    own = words | {"order": str(number)} | facts
    return {f"{PHOTOS}-{number}-{name}": value for name, value in own.items()}


def paper_row(number=0, **facts):
    own = {"title_th": "ฉบับเต็ม", "title_en": "Full text", "order": "0"} | facts
    return {f"{PAPERS}-{number}-{name}": value for name, value in own.items()}


def opened(client, model, record=None):
    """The address of a form, and what an untouched one would send."""
    url = desk_url(model, "change", record.pk) if record else desk_url(model, "add")
    return url, untouched(client, url, model)


def stored(folder=""):
    """The names of all stored files."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return set()
    return {folder + name for name in files}.union(*(stored(f"{folder}{name}/") for name in folders))


NEWSLETTER = {"volume": "3", "number": "2", "slug": "3-2", "title_th": "ฉบับที่ 2", "status": "published"}


def refused_newsletter(client, **files):
    """A new newsletter with a PDF and a date that cannot be: its address and the answer."""
    url, data = opened(client, Newsletter)
    data |= NEWSLETTER | {"published_on": "31/2/2563", f"{PAPERS}-TOTAL_FORMS": "1"} | paper_row(file=pdf())
    answer = client.post(url, data | files, **BOXES_ALONE)
    assert answer.status_code == 200
    return url, answer


def test_a_newsletter_keeps_its_pdf_over_a_refused_date():
    client = signed_in()
    url, answer = refused_newsletter(client)
    assert "จดหมายข่าว.pdf" in answer.content.decode() and "ยังอยู่" in answer.content.decode()
    again = client.post(url, as_sent(answer, Newsletter) | {"published_on": "14/2/2563"})
    assert again.status_code == 302, errors_of(again)
    paper, cover = Newsletter.objects.get().documents.get(), Newsletter.objects.get().photos.get()
    assert paper.file.open().read() == PDF and paper.kind == "pdf"
    assert not KeptUpload.objects.exists() and stored() == paper.file_names() | cover.file_names()


def test_three_photos_of_an_article_come_in_with_the_second_save():
    client = signed_in()
    url, data = opened(client, Article, world.article())
    rows = {f"{PHOTOS}-TOTAL_FORMS": "3"}
    for number, colour in enumerate(("red", "green", "blue")):
        rows |= photo_row(number, image=photo(colour), alt_en="" if number == 2 else "Words")
    answer = client.post(url, data | rows, **BOXES_ALONE)
    assert answer.status_code == 200 and not Photo.objects.exists()
    again = client.post(url, as_sent(answer, Article) | photo_row(2))
    assert again.status_code == 302, errors_of(again)
    assert [row.renditions != [] for row in Photo.objects.all()] == [True] * 3
    assert stored() == set().union(*(row.file_names() for row in Photo.objects.all()))


def test_rows_that_move_keep_their_own_files():
    """The officer removes the first of two new rows: the desk's script numbers the second anew."""
    client = signed_in()
    url, data = opened(client, Article, world.article())
    rows = photo_row(0, image=photo("red")) | photo_row(1, image=photo("blue"), alt_en="")
    answer = client.post(url, data | rows | {f"{PHOTOS}-TOTAL_FORMS": "2"}, **BOXES_ALONE)
    sent = as_sent(answer, Article)
    moved = {name.replace("-1-", "-0-"): value for name, value in sent.items() if f"{PHOTOS}-1-" in name}
    kept = {name: value for name, value in sent.items() if f"{PHOTOS}-1-" not in name}
    again = client.post(url, kept | moved | photo_row(0) | {f"{PHOTOS}-TOTAL_FORMS": "1"})
    assert again.status_code == 302, errors_of(again)
    with Photo.objects.get().image.open() as file:
        assert Image.open(file).getpixel((5, 5))[2] > 200


def replaced(client, article, photo_of, **typed):
    url, data = opened(client, Article, article)
    return url, client.post(url, data | {f"{PHOTOS}-0-image": photo_of, **typed}, **BOXES_ALONE)


def test_a_photo_replaced_over_a_refusal_is_replaced_everywhere(client, django_capture_on_commit_callbacks):
    desk, article = signed_in(), world.article()
    row = Photo.objects.create(subject=article, image=photo("red"), **WORDS)
    before = row.file_names()
    url, answer = replaced(desk, article, photo("blue"), event_on="31/2/2563")
    assert answer.status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        again = desk.post(url, as_sent(answer, Article) | {"event_on": ""})
    assert again.status_code == 302, errors_of(again)
    row.refresh_from_db()
    assert not row.file_names() & before and stored() == row.file_names()
    html = client.get(article.get_absolute_url()).content.decode()
    assert row.renditions[-1]["name"] in html and not any(name in html for name in before)


def test_a_conflict_keeps_the_chosen_file():
    somchai, article = signed_in("somchai"), world.article()
    url, his = opened(somchai, Article, article)
    article.title_en = "Theirs"
    article.save()
    told = somchai.post(
        url, his | {"title_en": "Mine", f"{PAPERS}-TOTAL_FORMS": "1"} | paper_row(file=pdf()), **BOXES_ALONE
    )
    assert told.status_code == 200 and not Document.objects.exists()
    [choice] = told.context["merge"].choices
    assert somchai.post(url, as_sent(told, Article) | {choice.name: choice.mine_value}).status_code == 302
    assert Document.objects.get().kind == "pdf"


def test_a_kept_file_can_be_left_out_or_replaced():
    client = signed_in()
    url, answer = refused_newsletter(client)
    sent = as_sent(answer, Newsletter)
    out = client.post(url, sent | {f"{PAPERS}-0-file-left-out": "on"})
    assert out.status_code == 200 and "จดหมายข่าว.pdf" not in out.content.decode() and stored() == set()
    url, answer = refused_newsletter(client)
    other = paper_row(file=pdf("b.pdf", OTHER_PDF)) | {"published_on": ""}
    assert client.post(url, as_sent(answer, Newsletter) | other).status_code == 302
    paper, cover = Document.objects.get(), Newsletter.objects.get().photos.get()
    assert paper.file.open().read() == OTHER_PDF and stored() == paper.file_names() | cover.file_names()


@pytest.mark.parametrize("why", ["ran out", "of another officer", "of another form", "tampered"])
def test_a_token_is_of_use_only_to_its_officer_in_its_form_for_a_week(why):
    """Then nothing is published without the file: it is to be chosen again, or left out on purpose."""
    client = signed_in()
    url, answer = refused_newsletter(client)
    sent = as_sent(answer, Newsletter) | {"published_on": ""}
    if why == "ran out":
        KeptUpload.objects.update(kept_at=timezone.now() - timedelta(days=7, hours=1))
    elif why == "of another officer":
        client = signed_in("somchai")
    elif why == "of another form":
        KeptUpload.objects.update(form="news.newsletter:7")
    else:
        sent[f"{PAPERS}-0-file-kept"] += "x"
        assert client.post(url, sent).status_code == 302 and not Document.objects.get().file
        return
    refused = client.post(url, sent, **BOXES_ALONE)
    assert refused.status_code == 200 and "จดหมายข่าว.pdf" in str(errors_of(refused))
    assert client.post(url, as_sent(refused, Newsletter)).status_code == 200, (
        "said again, as long as nothing is decided"
    )
    assert client.post(url, as_sent(refused, Newsletter) | {f"{PAPERS}-0-file-left-out": "on"}).status_code == 302


def test_a_refused_file_is_not_forgotten_by_the_next_save():
    """The PDF was no PDF: saving again without choosing would publish the newsletter without it."""
    client = signed_in()
    url, answer = refused_newsletter(client, **{f"{PAPERS}-0-file": pdf(data=b"MZ\x90\0")})
    again = client.post(url, as_sent(answer, Newsletter) | {"published_on": ""})
    assert again.status_code == 200 and "จดหมายข่าว.pdf" in str(errors_of(again))


def test_what_is_kept_for_an_officer_is_bounded(monkeypatch):
    client = signed_in()
    refused_newsletter(client)
    old = KeptUpload.objects.get()
    monkeypatch.setattr(kept_uploads, "KEPT_LIMIT", len(PDF) + 10)
    url, answer = refused_newsletter(client)
    assert KeptUpload.objects.get().pk != old.pk, "another form's file gave way"
    monkeypatch.setattr(kept_uploads, "KEPT_LIMIT", 10)
    answer = client.post(url, as_sent(answer, Newsletter), **BOXES_ALONE)
    assert not KeptUpload.objects.exists() and stored() == set()
    again = client.post(url, as_sent(answer, Newsletter) | {"published_on": ""})
    assert again.status_code == 200 and "จดหมายข่าว.pdf" in str(errors_of(again))


def test_more_files_than_one_save_takes_in_are_to_be_chosen_again(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_FILES", 1)
    client = signed_in()
    url, data = opened(client, Article, world.article())
    rows = photo_row(0, image=photo("red")) | photo_row(1, image=photo("blue"))
    answer = client.post(url, data | rows | {f"{PHOTOS}-TOTAL_FORMS": "2"}, **BOXES_ALONE)
    assert answer.status_code == 200 and KeptUpload.objects.count() == 1
    again = client.post(url, as_sent(answer, Article) | photo_row(1, image=photo("blue")))
    assert again.status_code == 302 and Photo.objects.count() == 2


@pytest.mark.parametrize("names", [None, "elsewhere/a.pdf"])
def test_a_store_that_fails_loses_no_words(monkeypatch, names):
    def save(storage, name, content):
        return names or storage.open("nothing")

    monkeypatch.setattr(InMemoryStorage, "_save", save)
    _url, answer = refused_newsletter(signed_in())
    assert "ฉบับเต็ม" in answer.content.decode() and not KeptUpload.objects.exists()
    assert "จัดเก็บไฟล์ไม่ได้" in str(errors_of(answer))


def test_a_file_of_a_row_that_is_deleted_goes_at_once():
    client, article = signed_in(), world.article()
    row = Photo.objects.create(subject=article, image=photo(), **WORDS)
    _url, answer = replaced(client, article, photo("blue"), **{f"{PHOTOS}-0-DELETE": "on"})
    assert answer.status_code == 302 and not Photo.objects.exists()
    assert stored() <= row.file_names() and not KeptUpload.objects.exists()


def test_who_may_not_change_the_record_stores_nothing():
    client, article = signed_in(), world.article()
    User.objects.update(is_superuser=False)
    answer = client.post(desk_url(Article, "change", article.pk), {f"{PHOTOS}-0-image": photo()})
    assert answer.status_code == 403 and stored() == set()


def test_nobody_reads_a_kept_file():
    client = signed_in()
    refused_newsletter(client)
    assert [client.get(f"/media/{name}").status_code for name in stored()] == [404]


def test_what_ran_out_is_removed_by_the_command_and_in_passing():
    client = signed_in()
    refused_newsletter(client)
    KeptUpload.objects.update(kept_at=timezone.now() - timedelta(days=7, hours=1))
    call_command("remove_kept_uploads", verbosity=0)
    assert not KeptUpload.objects.exists() and stored() == set()
    refused_newsletter(client)
    KeptUpload.objects.update(kept_at=timezone.now() - timedelta(days=7, hours=1))
    old = stored()
    refused_newsletter(client)
    assert not stored() & old


@pytest.mark.django_db(transaction=True)
def test_no_transaction_waits_for_a_picture(monkeypatch):
    """While photos are rendered, one at a time, nothing holds the database: a colleague may sign in and save."""
    seen = []

    def rendered(*args):
        seen.append((connection.in_atomic_block, turns._turn.locked()))
        return make_renditions(*args)

    monkeypatch.setattr(media, "make_renditions", rendered)
    client, article = signed_in(), world.article()
    url, data = opened(client, Article, article)
    rows = photo_row(0, image=photo("red")) | photo_row(1, image=photo("blue"))
    assert client.post(url, data | rows | {f"{PHOTOS}-TOTAL_FORMS": "2"}).status_code == 302
    Photo.objects.create(subject=article, image=photo(), **WORDS)
    assert seen == [(False, True)] * 3 and Photo.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_a_save_that_breaks_down_leaves_the_file_to_its_kept_row(monkeypatch):
    """No file is without a row that knows of it, whatever happens between."""
    client = signed_in()
    url, data = opened(client, Article, world.article())
    monkeypatch.setattr(Photo, "_count_change", lambda row: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        client.post(url, data | photo_row(0, image=photo()) | {f"{PHOTOS}-TOTAL_FORMS": "1"})
    assert not Photo.objects.exists() and stored() == set(KeptUpload.objects.get().files)


def test_a_file_outlasts_what_only_the_database_refuses(monkeypatch):
    """The save is rolled back and the form built anew: the file is still there for it, and taken by the next save."""
    client = signed_in()
    url, data = opened(client, Article, world.article())
    with monkeypatch.context() as patched:
        patched.setattr(Photo, "_count_change", lambda row: (_ for _ in ()).throw(IntegrityError("refused")))
        answer = client.post(url, data | photo_row(0, image=photo()) | {f"{PHOTOS}-TOTAL_FORMS": "1"})
    assert answer.status_code == 200 and not Photo.objects.exists()
    assert client.post(url, as_sent(answer, Article)).status_code == 302 and Photo.objects.get().renditions


def test_a_question_keeps_the_chosen_file():
    """Asked whether so late a date is meant, and whether after the news of it; saved again: the file comes along."""
    client = signed_in()
    url, data = opened(client, Article, world.article())
    rows = {f"{PAPERS}-TOTAL_FORMS": "1", "event_on": "14/2/2590"} | paper_row(file=pdf())
    asked = client.post(url, data | rows)
    assert asked.context["only_asks"] and len(errors_of(asked)) == 2
    assert client.post(url, as_sent(asked, Article)).status_code == 302 and Document.objects.get().kind == "pdf"


def test_the_form_of_one_photo_keeps_its_file_too():
    client = signed_in()
    row = Photo.objects.create(subject=world.article(), image=photo("red"), **WORDS)
    before = row.file_names()
    url, data = opened(client, Photo, row)
    answer = client.post(url, data | {"image": photo("blue"), "order": "many"}, **BOXES_ALONE)
    assert answer.status_code == 200
    assert client.post(url, as_sent(answer, Photo) | {"alt_th": "ภาพใหม่", "order": "1"}).status_code == 302
    row.refresh_from_db()
    assert row.alt_th == "ภาพใหม่" and not row.file_names() & before
