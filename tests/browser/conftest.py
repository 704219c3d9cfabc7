"""A real Chromium on a server that shows the starting data."""

import os
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from iad_portal.lib.operations.bundle import BundledStaticFilesStorage
from iad_portal.workshop.sample import run
from tests.browser.chromium import CHROMIUM, NONE, QUIET
from tests.browser.signing_in import let_in, with_password
from tests.desk.desk import officer


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Drive the system's Chromium; skip with a sentence where there is none, unless REQUIRE_BROWSER says no."""
    if CHROMIUM is None:
        pytest.fail(NONE) if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip(NONE)
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(autouse=True)
def history_where_it_is_the_subject():
    """Always: what officers save here is saved as it is at the office."""


@pytest.fixture(autouse=True)
def lines_as_readers_see_them(settings):
    """With what holds lines of Thai together, as production sends them."""
    settings.HOLD_THAI_LINES = True


@pytest.fixture(scope="session", autouse=True)
def production_styles():
    """Serve the stylesheets as production does: joined, hashed, one file a page; packed elsewhere."""
    storages = settings.STORAGES | {
        "staticfiles": {"BACKEND": "iad_portal.lib.operations.bundle.BundledStaticFilesStorage"}
    }
    with override_settings(STORAGES=storages):
        with patch.object(BundledStaticFilesStorage, "compress_files", return_value=()):
            call_command("collectstatic", interactive=False, verbosity=0)
        yield


@pytest.fixture(scope="session")
def _sample(_loaded, django_db_blocker, tmp_path_factory):
    """A sample beside the starting data, with its photos, for the tests that come last (tests/conftest.py)."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), media, transaction.atomic():
        run.make(60, pictures=2, width=660)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def sampled_server(_sample, starting_server):
    """The address of a running server that shows the starting data and a sample."""
    return starting_server


@pytest.fixture
def desk(page, starting_server):
    """A page whose officer is signed in; `desk.said` gathers the console's errors and warnings."""
    malee = with_password(officer())
    page.said = []

    def listen(message):
        if message.type in ("error", "warning"):
            page.said.append((page.url, message.text))

    page.on("console", listen)
    page.on("pageerror", lambda error: page.said.append((page.url, str(error))))
    let_in(page, starting_server, malee)
    return page
