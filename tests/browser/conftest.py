"""A real Chromium on a server that shows the starting data."""

import os
import shutil

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# A machine without a way out would wait for these at every start.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Drive the system's Chromium; skip with a sentence where there is none, unless REQUIRE_BROWSER says no."""
    if CHROMIUM is None:
        sentence = "No Chromium on this machine: install the package chromium to run the browser tests."
        pytest.fail(sentence) if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip(sentence)
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session", autouse=True)
def production_styles():
    """Serve the stylesheets as production does: joined, hashed, one file a page."""
    storages = settings.STORAGES | {"staticfiles": {"BACKEND": "iad_portal.lib.bundle.BundledStaticFilesStorage"}}
    with override_settings(STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield
