"""Sending files: the right type, conditions and caching; no way to anything that is not ours."""

import pytest
from django.core.files.base import ContentFile
from django.http import Http404
from django.test import RequestFactory

from iad_portal.lib.media.response import send
from tests.lib.media.pictures import PDF, encoded

# Closing a response ends Django's request, which looks after the database connections that other tests have opened.
pytestmark = pytest.mark.django_db

NAME = f"documents/{'a' * 32}/mou-0123456789ab.pdf"
PHOTO = f"photos/{'b' * 32}/photo-0123456789ab-320.avif"


@pytest.fixture(autouse=True)
def files(store):
    store.save(NAME, ContentFile(PDF))
    store.save(PHOTO, ContentFile(encoded(format_="AVIF")))
    store.save(f"documents/{'c' * 32}/list-0123456789ab.csv", ContentFile(b"a,b\n"))
    store.save(f"documents/{'d' * 32}/page-0123456789ab.html", ContentFile(b"<script>"))


def answer(name=NAME, *, is_public=True, filename="", method="get", **headers):
    request = getattr(RequestFactory(headers={k.replace("_", "-"): v for k, v in headers.items()}), method)("/")
    return send(request, name, is_public=is_public, filename=filename)


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_a_public_file_may_be_kept_for_ever():
    response = answer()
    assert (response.status_code, body(response), response["Content-Length"]) == (200, PDF, str(len(PDF)))
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == 'inline; filename="mou-0123456789ab.pdf"'
    assert "sandbox" not in response["Content-Security-Policy"]  # a browser's PDF viewer would stay empty
    response.close()


def test_a_draft_s_file_is_kept_by_nobody():
    response = answer(is_public=False)
    assert response["Cache-Control"] == "private, no-store"
    response.close()


def test_a_name_without_its_hash_is_kept_for_minutes(store):
    store.save("photos/old/cover.png", ContentFile(b"x"))
    response = answer("photos/old/cover.png")
    assert (response["Cache-Control"], response["Content-Type"]) == ("public, max-age=300", "image/png")
    response.close()


def test_pictures_show_in_the_browser_other_files_are_saved():
    photo, table = answer(PHOTO), answer(f"documents/{'c' * 32}/list-0123456789ab.csv", filename="ตาราง.csv")
    assert photo["Content-Type"] == "image/avif" and photo["Content-Disposition"].startswith("inline")
    assert "sandbox" in photo["Content-Security-Policy"]
    assert table["Content-Type"] == "text/csv; charset=utf-8"
    assert table["Content-Disposition"].startswith("attachment; filename*=utf-8''%E0%B8%95")
    assert table["Content-Disposition"].endswith(".csv") and table["Content-Disposition"].count(".csv") == 1
    photo.close()
    table.close()


def test_the_reader_s_name_gets_its_suffix_and_cannot_add_headers():
    response = answer(filename='A "final"\r\nX: y')
    assert response["Content-Disposition"] == 'inline; filename="A final X y.pdf"'
    response.close()


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a.pdf",
        "../settings.py",
        "documents/../../etc/passwd.pdf",
        "/etc/passwd.pdf",
        "documents/a\0.pdf",
        "documents/a\n.pdf",
        NAME + "\n",
        "documents\\a.pdf",
        "documents/ข้อตกลง.pdf",
        "documents/" + "a" * 10_000 + ".pdf",
        f"documents/{'d' * 32}/page-0123456789ab.html",
        f"documents/{'e' * 32}/mou-0123456789ab.pdf",
        f"documents/{'a' * 32}",
    ],
    ids=range(14),
)
def test_anything_else_is_not_found(name):
    with pytest.raises(Http404):
        answer(name)


def test_a_folder_is_not_found(store):
    store.save("documents/folder.pdf/x.pdf", ContentFile(b"x"))
    with pytest.raises(Http404):
        answer("documents/folder.pdf")


def test_what_the_reader_has_is_not_sent_again():
    first = answer()
    first.close()
    by_tag, by_date = answer(If_None_Match=first["ETag"]), answer(If_Modified_Since=first["Last-Modified"])
    assert (by_tag.status_code, by_date.status_code, body(by_tag)) == (304, 304, b"")
    assert by_tag["ETag"] == first["ETag"] and "immutable" in by_tag["Cache-Control"]
    assert answer(If_Match='"another"').status_code == 412


@pytest.mark.parametrize("asked", ["bytes=0-9", f"bytes={len(PDF)}-", "bytes=9-3"])
def test_whoever_asks_for_a_part_is_sent_the_whole(asked):
    """Parts are nginx's work; RFC 9110 lets a server answer any Range with the whole."""
    response = answer(Range=asked)
    assert (response.status_code, body(response)) == (200, PDF)
    response.close()


def test_head_tells_the_same():
    """Its body stays behind: the server of the application sends none to HEAD."""
    response = answer(method="head")
    assert (response.status_code, response["Content-Length"]) == (200, str(len(PDF)))
    assert response["Content-Type"] == "application/pdf"
    response.close()


@pytest.mark.parametrize("prefix", ["/protected/", "/protected"])
def test_in_production_nginx_is_told_what_to_send(settings, prefix):
    settings.MEDIA_ACCEL_PREFIX = prefix
    response = answer(is_public=False, filename="ข้อตกลง")
    assert (response["X-Accel-Redirect"], response.content) == (f"/protected/{NAME}", b"")
    assert (response["Content-Type"], response["X-File-Cache-Control"]) == ("application/pdf", "private, no-store")
    assert "filename*=utf-8''" in response["X-File-Content-Disposition"]
    assert "Cache-Control" not in response and "Content-Disposition" not in response
