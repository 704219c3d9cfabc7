"""What is met only when something beside the portal goes wrong."""

import logging
import sys
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.core.files.base import ContentFile
from django.db import DEFAULT_DB_ALIAS, models
from django.test import RequestFactory

from iad_portal.lib.desk.saving_order import _nowhere
from iad_portal.lib.desk.unique_rows import Unique
from iad_portal.lib.desk.uploads import Aside
from iad_portal.lib.media import kept_uploads
from iad_portal.lib.media.models import StoredFile
from iad_portal.lib.media.stored_files import GatheredFiles
from iad_portal.lib.media.upload_fields import KEPT_SUFFIX, UploadFormField
from iad_portal.lib.operations.readable_forms import SendersFaultsInOneLine, body_fault
from iad_portal.lib.records.near_duplicates import SameName, _with_link
from iad_portal.lib.records.refusals import _of_columns, _Told
from news.models import Newsletter
from relations.models import Document, KeptUpload, Person, Photo


def test_a_store_that_renames_a_file_is_told():
    """The rows name the file already."""
    files = GatheredFiles()
    files.save("a.jpg", ContentFile(b"x"))
    with pytest.raises(OSError, match=r"a\.jpg"):
        files.write(lambda name, content: f"other-{name}")


def test_a_senders_fault_is_logged_without_its_traceback():
    try:
        raise SuspiciousOperation
    except SuspiciousOperation:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "said", (), sys.exc_info())
    assert SendersFaultsInOneLine().filter(record) and record.exc_info is None


def test_a_refused_upload_keeps_its_reason():
    data = ContentFile(b"x", "a.pdf")
    data.refusal = ValidationError("damaged")
    with pytest.raises(ValidationError, match="damaged"):
        UploadFormField().to_python(data)


@pytest.mark.parametrize(
    ("column", "place"), [(models.CharField(), "~7"), (models.IntegerField(), None)], ids=["text", "number"]
)
def test_a_row_that_makes_room_waits_where_nobody_looks(column, place):
    assert _nowhere(column, 7) == place


def test_what_is_no_form_has_no_fault_of_a_form():
    assert body_fault(RequestFactory().post("/", "{}", content_type="application/json")) == ""


def test_a_rule_of_columns_that_is_no_rule_of_theirs_is_left_to_others():
    assert _of_columns(Person, _Told(kind="CHECK", columns=("slug",))) is None


def test_a_column_that_holds_a_value_once_is_named_without_a_sentence_of_its_own():
    fault = Unique(Person, ("slug",), frozenset()).fault(Person(slug="a"))
    assert list(fault.message_dict) == ["slug"]


def test_no_name_is_like_none():
    form = SimpleNamespace(cleaned_data={"name_th": " "})
    assert SameName(texts=("name",)).found(form) == []


@pytest.mark.django_db
def test_a_record_that_went_meanwhile_is_named_without_a_link():
    """It was there when the form looked, and is not there any more."""
    form = SimpleNamespace(instance=Person(slug="a"), _meta=SimpleNamespace(model=Person))
    fault = ValidationError("taken", params={"unique_check": ("slug",)})
    assert _with_link(form, fault) is fault


@pytest.mark.django_db
def test_a_kept_upload_that_went_meanwhile_is_told():
    kept = KeptUpload(pk=uuid4(), name="a.pdf")
    with pytest.raises(ValidationError, match=str(kept)):
        kept_uploads.take_over(kept, Document, DEFAULT_DB_ALIAS)
    assert kept_uploads.key_in("no token of ours", officer=None) == []


def test_a_token_for_a_box_of_another_form_brings_nothing():
    request = RequestFactory().post("/", {f"elsewhere{KEPT_SUFFIX}": "a"})
    request.user = None
    aside = Aside(SimpleNamespace(opts=Newsletter._meta, model=Newsletter, inlines=[]), request, None)
    aside.bring_back()
    assert aside.uploads == []


def test_a_file_has_no_title_of_its_own():
    """Unless its model gives it one."""
    assert StoredFile.title_for_saving.fget(Photo()) == ""
