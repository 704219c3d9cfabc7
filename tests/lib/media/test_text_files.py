"""Text is read as the programs that wrote it do, kept as UTF-8, and refused where letters would be guessed."""

import pytest
from django.core.exceptions import ValidationError

from iad_portal.lib.media.text_files import as_utf8

CSV = "ชื่อ,เมือง,จำนวน\nกรุงเทพมหานคร,โตเกียว,12\n"


@pytest.mark.parametrize("data", [CSV.encode(), CSV.encode("utf-8-sig"), b"a,b\n1,2\n"])
def test_utf8_keeps_its_bytes(data):
    assert as_utf8(data) is data


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "cp874", "iso8859_11"])
def test_other_encodings_are_kept_as_utf8(coding):
    assert as_utf8(CSV.encode(coding)) == CSV.encode("utf-8-sig")


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("not_utf8", "café,naïve".encode("latin-1")),
        ("not_utf8", b"\xe1\x80\x90\x81,x"),
        ("not_utf8", "Kärnten,Märkte,Nägel".encode("latin-1")),
        ("not_utf8", "Dvořák,Škoda,Łódź".encode("cp1250")),
        ("not_utf8", CSV.encode("utf-16")[:-1]),
        ("not_taken", "<script>alert(1)</script>".encode("utf-16")),
        ("not_taken", "#!/bin/sh ไทย".encode("cp874")),
        ("not_taken", b"MZ\x90\0" + bytes(100)),
        ("not_taken", b"MZ\0\0" + bytes(range(1, 256)) * 3),
        ("not_taken", b"a\x1bb"),
        ("not_taken", b"\xff\xfe\x00\x00" * 3),
    ],
    ids=range(11),
)
def test_what_is_no_readable_text_is_refused(code, data):
    with pytest.raises(ValidationError) as caught:
        as_utf8(data)
    assert caught.value.code == code and "โปรด" in caught.value.messages[0]
