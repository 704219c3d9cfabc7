"""What gunicorn's workers share is loaded before they are forked, and nothing that they must not share."""

import runpy
import subprocess
import sys

from django.conf import settings

LOADED = """
import sys, threading
from iad_portal.wsgi import load_for_all
assert "relations.views.cities" not in sys.modules and "pythainlp" not in sys.modules
load_for_all()
from django.core.cache import caches
from django.db import connections
assert "relations.views.cities" in sys.modules and "pythainlp" in sys.modules
assert threading.active_count() == 1
assert [made.connection for made in connections.all(initialized_only=True)] in ([], [None])
assert not caches.all(initialized_only=True)
import gc
assert gc.isenabled() and gc.get_freeze_count()
print(*sys.modules)
"""
# What hardly a request needs, and what each takes of the start and of every worker.
LOADED_WHEN_ASKED = {"icalendar", "fido2", "cryptography", "pypdfium2", "openpyxl", "babel", "unittest", "pip"}


def test_the_app_is_loaded_once_for_all_workers():
    assert runpy.run_path(settings.BASE_DIR / "deploy/gunicorn.conf.py")["preload_app"] is True


def test_what_is_loaded_before_the_fork_holds_no_connection_and_no_thread():
    loaded = subprocess.check_output([sys.executable, "-c", LOADED], cwd=settings.BASE_DIR, text=True)
    assert not LOADED_WHEN_ASKED.intersection(loaded.split())
