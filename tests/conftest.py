"""What every test stands on."""

import os

import pytest
from django.utils import translation
from hypothesis import settings

from tests.starting import _loaded, _server, starting_data, starting_server  # noqa: F401

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs beside the ORM in browser tests

# Property tests give the same answer on a slow machine and on every run.
settings.register_profile("portal", deadline=None, derandomize=True)
settings.load_profile("portal")


@pytest.fixture(autouse=True)
def thai_first():
    """Every test begins in Thai: a page read by an earlier test leaves its language behind, as it does in a worker."""
    with translation.override("th"):
        yield


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Tests on the starting data come last: once it is loaded, it stays to the end of the session."""
    items.sort(key=lambda item: "_loaded" in getattr(item, "fixturenames", ()))
