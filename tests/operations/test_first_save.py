"""A fresh process: migrations alone make its database, and one save loads models, the desk and the index, no pages.

All other tests make their tables from the models.
"""

import os
import subprocess
import sys

from tests.stage import ROOT

# Prints the modules that make pages, and, as errors, those of ours that were not there before the first save.
SAVE = """
import sys
from io import StringIO
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from relations.models import City, Country

def ours():
    return {name for name in sys.modules if name.partition(".")[0] in APPS}

def makes_pages(name):
    parts = set(name.split("."))
    # The desk has a file for the office's pages: that is an admin.
    return "admin" not in parts and bool({"pages", "views", "urls", "public_urls", "plain_urls"} & parts)

APPS = {"iad_portal", "relations", "networks", "plans", "news"}
before = ours()
country = Country.objects.create(iso="HU", iso3="HUN", name_th="ฮังการี", name_en="Hungary", region="europe")
city = City.objects.create(name_th="บูดาเปสต์", name_en="Budapest", country=country, status="published")
city.name_en = "Budapest, Hungary"
city.save()
from iad_portal.office.models import SearchEntry
assert SearchEntry.objects.get(kind="city").title_en == "Budapest, Hungary"
print(*filter(makes_pages, sorted(ours())))
print(*sorted(ours() - before), file=sys.stderr)
call_command("rebuild_search", stderr=StringIO())
"""


def test_migrations_make_a_database_whose_first_save_loads_no_page_view_or_urlconf():
    """On SQLite; `.ci/image` migrates PostgreSQL. That they end at today's models, `make check` says.

    All that the save needs came with Django's start.
    """
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "iad_portal.settings",
        "SECRET_KEY": "x",
        "DATABASE_URL": "sqlite://:memory:",
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run([sys.executable, "-c", SAVE], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [] and len(done.stderr.split()) <= 5, (done.stdout, done.stderr)
