"""Compression: the coding that a browser takes, and what comes out again."""

import gzip

import brotli
import pytest

from iad_portal.lib.operations.compression import best_coding, compress, is_text


@pytest.mark.parametrize(
    ("said", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP;q=0.5, br;q=0", "gzip"),
        ("gzip; q=0.0, br; q=0.000", ""),
        ("identity", ""),
        ("brotli, xgzip", ""),
        ("", ""),
        (",;q=,", ""),
    ],
)
def test_the_best_coding_is_one_that_the_browser_takes(said, coding):
    assert best_coding(said) == coding


def test_what_is_packed_comes_out_again_and_is_the_same_every_time():
    text = "กรุงเทพมหานคร " * 200
    for coding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        packed = compress(text.encode(), coding)
        assert unpack(packed).decode() == text and len(packed) < 300
        assert compress(text.encode(), coding) == packed


def test_only_text_is_packed():
    assert is_text("text/html; charset=utf-8") and is_text("Application/JSON") and is_text("application/atom+xml")
    assert not is_text("image/avif") and not is_text("application/pdf") and not is_text("")
