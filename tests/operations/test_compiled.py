"""A test run without compiled translations ends at once, with the command that makes them."""

import os

import pytest

from tests import conftest
from tests.compiled import stale_catalogues


@pytest.fixture
def catalogue(tmp_path):
    """A catalogue in an empty `locale` folder."""
    po = tmp_path / "th" / "django.po"
    po.parent.mkdir()
    po.touch()
    return po


def test_a_catalogue_is_compiled_once_its_compiled_file_is_not_older(catalogue, tmp_path):
    """Missing, older, as old, newer."""
    assert stale_catalogues(tmp_path) == [catalogue]
    mo = catalogue.with_suffix(".mo")
    mo.touch()
    written = catalogue.stat().st_mtime_ns
    for later, stale in ((-1_000_000_000, [catalogue]), (0, []), (1_000_000_000, [])):
        os.utime(mo, ns=(written + later, written + later))
        assert stale_catalogues(tmp_path) == stale


def test_the_run_ends_with_one_sentence(pytestconfig, catalogue, monkeypatch):
    monkeypatch.setattr(conftest, "stale_catalogues", lambda: [catalogue])
    with pytest.raises(pytest.UsageError, match=r"django\.po is not compiled.*make translations"):
        conftest.pytest_configure(pytestconfig)
