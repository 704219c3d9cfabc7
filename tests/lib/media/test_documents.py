"""A document keeps its bytes, and its kind, size and checksum follow them."""

import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.forms import modelform_factory

from tests.lib.media.media_models import Paper
from tests.lib.media.pictures import DOCX, PDF

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_tables", "store")]


def test_the_facts_come_from_the_content():
    paper = Paper.objects.create(file=SimpleUploadedFile("ข้อตกลง.docx", PDF))
    digest = hashlib.sha256(PDF).hexdigest()
    assert (paper.kind, paper.kind_text, paper.size, paper.sha256) == ("pdf", "PDF", len(PDF), digest)
    assert paper.file.name == f"documents/{paper.upload_key.hex}/document-{digest[:12]}.pdf"
    with paper.file.open() as file:
        assert file.read() == PDF


def test_a_plain_name_is_kept_in_the_address():
    paper = Paper.objects.create(file=SimpleUploadedFile("MOU Bangkok (final).pdf", PDF))
    assert "/mou-bangkok-final-" in paper.url and paper.file.url == paper.url


def test_a_document_may_be_on_record_without_a_file():
    paper = Paper.objects.create(title="lost")
    paper.full_clean()
    assert (paper.kind, paper.size, paper.url, paper.size_text(), paper.kind_text) == ("", 0, "", "", "")


def test_clearing_the_file_clears_its_facts(django_capture_on_commit_callbacks, stored):
    form_class = modelform_factory(Paper, fields=["title", "file"])
    paper = Paper.objects.create(title="a", file=SimpleUploadedFile("a.pdf", PDF))
    with django_capture_on_commit_callbacks(execute=True):
        form_class({"title": "a", "file-clear": "on"}, {}, instance=paper).save()
    paper.refresh_from_db()
    assert (bool(paper.file), paper.kind, paper.size, paper.sha256, paper.upload_key) == (False, "", 0, "", None)
    assert stored() == set()


@pytest.mark.parametrize(("language", "text"), [("th", "1.2\xa0MB"), ("en", "1.2\xa0MB"), (None, "1.2\xa0MB")])
def test_the_size_is_told_as_people_write_it(language, text):
    paper = Paper(size=1_258_291)
    paper.file.name = "documents/a.pdf"
    assert paper.size_text(language) == text


def test_a_large_upload_s_temporary_file_is_copied_not_moved():
    large = TemporaryUploadedFile("a.pdf", "application/pdf", len(PDF), None)
    large.write(PDF)
    paper = Paper.objects.create(file=large)
    large.seek(0)
    assert (large.read(), paper.kind) == (PDF, "pdf")
    large.close()


@pytest.mark.parametrize("look", [Paper.full_clean, Paper.save])
def test_a_bad_upload_is_refused_beside_its_field(look):
    with pytest.raises(ValidationError) as caught:
        look(Paper(title="x", file=SimpleUploadedFile("a.pdf", b"MZ\x90")))
    assert set(caught.value.message_dict) == {"file"}


def test_a_form_offers_fitting_files_only():
    assert 'accept=".pdf,.docx,.xlsx,.pptx,.odt,.ods,.csv,.txt"' in str(
        modelform_factory(Paper, fields=["file"])()["file"]
    )


def test_an_unloaded_field_stays_as_it_is():
    Paper.objects.create(title="a", file=SimpleUploadedFile("a.docx", DOCX))
    paper = Paper.objects.only("title").get()
    paper.title = "b"
    paper.save()
    assert Paper.objects.get().kind == "docx"
