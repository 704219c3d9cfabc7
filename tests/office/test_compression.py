"""Pages leave the portal packed, each in the way its browser takes, and nothing that packing would break is packed."""

import gzip
from io import BytesIO

import brotli
import pytest
from django.http import FileResponse, HttpResponse

from iad_portal.office.middleware import CompressionMiddleware
from tests import world

pytestmark = pytest.mark.django_db
BROWSER = {"accept-encoding": "gzip, deflate, br, zstd"}


@pytest.mark.parametrize("path", ["/th/", "/en/cities/", "/th/no-such-page/", "/th/data/cities.json", "/th/news/feed/"])
def test_a_page_is_packed_as_the_browser_takes_it(client, path):
    """It is the same page; length and Vary are true."""
    for number in range(8):
        world.city(f"c{number}"), world.article(slug=f"a{number}")
    plain = client.get(path)
    for coding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        packed = client.get(path, headers={"accept-encoding": coding})
        assert packed["Content-Encoding"] == coding and unpack(packed.content) == plain.content
        assert packed["Content-Length"] == str(len(packed.content)) and len(packed.content) < len(plain.content) / 2
        assert "Accept-Encoding" in packed["Vary"] and packed["Cache-Control"] == plain["Cache-Control"]


def test_without_the_header_a_page_is_plain_and_varies_by_nothing(client):
    """So a cache keeps one copy for everybody; a browser that takes nothing gets a page of its own."""
    response = client.get("/th/")
    assert "Content-Encoding" not in response and "Vary" not in response
    response = client.get("/th/", headers={"accept-encoding": "identity"})
    assert "Content-Encoding" not in response and response["Vary"] == "Accept-Encoding"


def test_a_copy_that_still_holds_is_not_sent_again_whatever_its_coding(client):
    """The answer that says so may be kept as long as the page itself."""
    packed = client.get("/th/", headers=BROWSER)
    assert packed["ETag"].startswith('W/"')
    again = client.get("/th/", headers=BROWSER | {"if-none-match": packed["ETag"]})
    assert again.status_code == 304 and again.content == b"" and "Content-Encoding" not in again
    assert all(again[name] == packed[name] for name in ("ETag", "Vary", "Cache-Control"))


def test_a_page_of_ones_own_is_packed_with_random_length(admin_client):
    """What it reflects cannot be guessed from its size."""
    sizes = {len(admin_client.get("/admin/", headers=BROWSER).content) for _ in range(8)}
    assert len(sizes) > 1
    assert admin_client.get("/admin/", headers=BROWSER)["Content-Encoding"] == "gzip"


def test_short_answers_and_files_stay_as_they_are(client, rf):
    """Nothing is gained there; a file that is read piece by piece is never held in memory whole."""
    assert "Content-Encoding" not in client.get("/healthz", headers=BROWSER)
    kinds = {"cache-control": "public", "content-type": "text/plain"}
    for answer in (FileResponse(BytesIO(b"a" * 5000), headers=kinds), HttpResponse(b"a" * 5000, "image/avif")):
        assert "Content-Encoding" not in CompressionMiddleware(lambda request, answer=answer: answer)(
            rf.get("/", headers=BROWSER)
        )
