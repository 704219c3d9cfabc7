"""Files of deleted records: in the store as long as the bin holds them, shown to nobody, and gone with it."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from iad_portal.lib.desk.bin import forget, put
from iad_portal.lib.desk.bin_return import bring_back
from iad_portal.lib.media import orphans
from iad_portal.lib.media.orphans import _stored, remove_orphans
from relations.models import Document, Photo
from tests import world
from tests.lib.media.pictures import PDF, encoded

from .desk import officer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_memory(settings):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def names() -> set[str]:
    return set(_stored(default_storage))


def article_with_files():
    article = world.article()
    Photo.objects.create(subject=article, image=SimpleUploadedFile("a.jpg", encoded()), alt_th="ก", alt_en="a")
    Document.objects.create(subject=article, file=SimpleUploadedFile("a.pdf", PDF), title_th="ก", title_en="a")
    return article


def test_files_wait_in_the_store_and_nobody_reads_them(monkeypatch, django_capture_on_commit_callbacks):
    """The original and its renditions, the document; nor does the command take them for orphans."""
    monkeypatch.setattr(orphans, "OLD_ENOUGH", timedelta(0))
    article, who = article_with_files(), officer()
    before, url = names(), Document.objects.get().url
    assert len(before) > 2 and Client().get(url).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        entry = put(article, who)
    assert names() == before and {name for some in entry.files.values() for name in some} == before
    assert remove_orphans() == 0 and Client().get(url).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        bring_back(entry.pk, who)
    assert names() == before and remove_orphans() == 0
    assert Document.objects.get().file.read() == PDF


def test_files_go_when_it_is_forgotten(django_capture_on_commit_callbacks):
    entry = put(article_with_files(), officer())
    with django_capture_on_commit_callbacks(execute=True):
        assert forget([entry]) == 1
    assert names() == set()


@pytest.mark.parametrize("has_key", [True, False])
def test_a_file_that_a_record_or_another_entry_shares_stays(has_key, django_capture_on_commit_callbacks):
    """Also one of before uploads had keys, which goes by its name."""
    article, who = article_with_files(), officer()
    Photo.objects.all().delete()
    paper = Document.objects.get()
    if not has_key:
        default_storage.save("old.pdf", paper.file)
        Document.objects.update(file="old.pdf", upload_key=None)
    before = names()
    rows = [Document(subject=world.city(), title_th="ข", title_en="b") for _number in range(2)]
    facts = Document.objects.values("file", "upload_key", "sha256", "size", "kind").get()
    for row in rows:
        for name, value in facts.items():
            setattr(row, name, value)
    Document.objects.bulk_create(rows)
    first, second = put(article, who), put(rows[0], who)
    with django_capture_on_commit_callbacks(execute=True):
        forget([first])
    assert names() == before
    Document.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        bring_back(second.pk, who)
        third = put(Document.objects.get(), who)
    assert names() == before and orphans.uploads_held() == ({facts["upload_key"]} if has_key else set())
    with django_capture_on_commit_callbacks(execute=True):
        forget([third])
    assert (facts["file"] in names()) is False
