"""Files follow the transaction: old ones go after commit, new ones when their save fails, shared ones stay."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction

from iad_portal.lib.media.stored_files import WrittenFiles, remove, remove_after_commit
from tests.lib.media.media_models import Paper, Picture
from tests.lib.media.pictures import encoded, pdf

pytestmark = [pytest.mark.usefixtures("media_tables", "store")]
in_transaction = pytest.mark.django_db
really_committing = pytest.mark.django_db(transaction=True)


def photo():
    return SimpleUploadedFile("a.jpg", encoded())


def paper(title=None, text=b""):
    return Paper(title=title, file=SimpleUploadedFile("a.pdf", pdf(comment=text)))


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@in_transaction
def test_a_replaced_photo_goes_only_after_commit(committed, stored):
    picture = Picture.objects.create(image=photo())
    old = picture.file_names()
    with committed():
        picture.image = SimpleUploadedFile("b.png", encoded(format_="PNG"))
        picture.save()
        assert stored() == old | picture.file_names()
    assert stored() == picture.file_names() and not stored() & old


@in_transaction
@pytest.mark.parametrize("delete", [lambda row: row.delete(), lambda row: type(row).objects.all().delete()])
def test_a_deleted_row_takes_its_files_along_after_commit(delete, committed, stored):
    picture = Picture.objects.create(image=photo())
    with committed():
        delete(picture)
        assert stored()
    assert stored() == set()


@in_transaction
def test_files_that_another_row_shares_stay(committed, stored):
    picture = Picture.objects.create(image=photo())
    other = Picture.objects.get()
    other.pk, other._state.adding = None, True
    other.save()
    with committed():
        picture.delete()
    assert stored() == other.file_names()
    with committed():
        other.delete()
    assert stored() == set()


@really_committing
def test_a_rolled_back_replacement_keeps_the_old_file(stored):
    row = paper()
    row.save()
    old = row.file_names()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        row.file = SimpleUploadedFile("b.pdf", pdf(comment=b"b"))
        row.save()
        1 / 0  # noqa: B018
    assert old == Paper.objects.get().file_names() and old < stored()
    Paper.objects.all().delete()
    assert not old & stored()


@in_transaction
def test_a_failed_save_leaves_the_upload_in_hand(stored):
    paper("same").save()
    before = stored()
    row = paper("same")
    with pytest.raises(IntegrityError):
        row.save()
    assert stored() == before and row.kind == ""
    row.title = "another"
    row.save()
    assert stored() == before | row.file_names() and row.kind == "pdf"


@really_committing
def test_a_callback_of_somebody_else_that_fails_costs_no_committed_file(stored):
    def fails():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        transaction.on_commit(fails)
        paper().save()
    assert stored() == Paper.objects.get().file_names()
    Paper.objects.all().delete()


def test_half_a_file_is_removed_too():
    class Full(InMemoryStorage):
        def _save(self, name, content):
            super()._save(name, content)
            raise OSError("no space left")

    storage = Full()
    written = WrittenFiles(storage)
    with pytest.raises(OSError):
        written.save("a/b.txt", ContentFile(b"x"))
    written.take_back()
    assert not storage.exists("a/b.txt")


def test_a_name_that_the_storage_changed_is_remembered():
    storage = InMemoryStorage()
    storage.save("a/b.txt", ContentFile(b"somebody's"))
    written = WrittenFiles(storage)
    changed = written.save("a/b.txt", ContentFile(b"x"))
    assert changed != "a/b.txt" and storage.exists(changed)
    written.take_back()
    assert not storage.exists(changed)


def test_a_file_that_will_not_go_is_logged_and_the_others_go(caplog):
    class Stuck(InMemoryStorage):
        def delete(self, name):
            if name == "a/1.txt":
                raise OSError("busy")
            super().delete(name)

    storage = Stuck()
    for name in ("a/1.txt", "a/2.txt"):
        storage.save(name, ContentFile(b"x"))
    remove(storage, ["a/1.txt", "a/2.txt"])
    assert storage.listdir("a") == ([], ["1.txt"]) and "a/1.txt" in caplog.text


@in_transaction
def test_nothing_to_remove_asks_nothing():
    waiting = len(connection.run_on_commit)
    remove_after_commit(InMemoryStorage(), set(), "default", lambda: False)
    assert len(connection.run_on_commit) == waiting
