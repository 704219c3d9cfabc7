"""What every test stands on."""

import os

from hypothesis import settings

os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs beside the ORM in browser tests

# Property tests give the same answer on a slow machine and on every run.
settings.register_profile("portal", deadline=None, derandomize=True)
settings.load_profile("portal")
