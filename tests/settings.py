"""The portal's own settings, with what a test run needs of the environment set before they are read.

pytest-django reads the settings before any conftest.py, so it cannot be done there.
"""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("SECRET_KEY", "only-for-tests")
# Tests never write into a running copy's uploads, whatever PORTAL_HOME says.
os.environ["PORTAL_HOME"] = tempfile.mkdtemp(prefix="portal-tests-")
atexit.register(shutil.rmtree, os.environ["PORTAL_HOME"], ignore_errors=True)

from iad_portal.settings import *  # noqa: E402, F403

# Pages in tests name the files as they lie in static/; test_bundle.py collects them as production does.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
FAULTS_ARE_LOUD = True
# Hashes of passwords are dear on purpose: half a second each.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT.mkdir()  # noqa: F405
# Tests look for sentences, not for the marks of their lines; tests/office/test_thai_lines.py and the browser see those.
HOLD_THAI_LINES = False
# Tests look at pages that are made for them; those of the store of pages (fixture `kept_pages`) keep them.
KEEP_PAGES = KEEP_PARTS = False
# Tests that fill a form in may ask for its boxes alone.
MIDDLEWARE = [*MIDDLEWARE, "tests.boxes.BoxesAloneMiddleware"]  # noqa: F405
