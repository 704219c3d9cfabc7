"""Files that no row names are removed when they are a day old, and no others."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from iad_portal.lib.media import orphans
from iad_portal.lib.media.orphans import remove_orphans
from relations.models import KeptUpload, Photo
from tests import world
from tests.lib.media.pictures import encoded

pytestmark = pytest.mark.django_db


def photo(city) -> Photo:
    return Photo.objects.create(subject=city, image=SimpleUploadedFile("a.jpg", encoded()), alt_th="ก", alt_en="a")


@pytest.fixture
def orphan(stored) -> set[str]:
    """The files of a photo whose transaction was rolled back."""
    city = world.city()
    with transaction.atomic():
        photo(city)
        transaction.set_rollback(True)
    assert stored() and not Photo.objects.exists()
    return stored()


def test_what_a_rolled_back_transaction_wrote_goes(orphan, stored, monkeypatch):
    monkeypatch.setattr(orphans, "OLD_ENOUGH", timedelta(0))
    assert remove_orphans() == len(orphan) and stored() == set()


def test_young_files_stay(orphan, stored):
    """Their save may still go on."""
    assert remove_orphans() == 0 and stored() == orphan


def test_files_of_rows_of_kept_uploads_and_of_no_upload_stay(store, stored, monkeypatch):
    monkeypatch.setattr(orphans, "OLD_ENOUGH", timedelta(0))
    photo(world.city())
    kept = KeptUpload.objects.create(key=uuid4(), size=1, stored_size=1, facts={}, files=[])
    store.save(f"photos/{kept.key.hex}/a-0123456789ab.png", ContentFile(b"x"))
    store.save("photos/old/cover.png", ContentFile(b"x"))
    before = stored()
    assert remove_orphans() == 0 and stored() == before
