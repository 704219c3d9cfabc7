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


def pytest_addoption(parser):
    """`--database-only`: what never asks the database answers alike on every one, and need not be asked twice."""
    parser.addoption("--database-only", action="store_true", help="leave out the tests that ask no database")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Tests on the starting data come last: once it is loaded, it stays to the end of the session."""
    if config.getoption("--database-only"):
        left_out = [item for item in items if not _asks_the_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _asks_the_database(item)]
    items.sort(key=lambda item: "_loaded" in getattr(item, "fixturenames", ()))


def _asks_the_database(item) -> bool:
    fixtures = {"db", "transactional_db", "django_db_setup", "live_server"}
    return item.get_closest_marker("django_db") is not None or not fixtures.isdisjoint(
        getattr(item, "fixturenames", ())
    )
