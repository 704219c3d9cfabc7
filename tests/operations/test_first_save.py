"""What a fresh process loads to save one record: models, the desk and the index, and nothing that makes pages."""

import os
import subprocess
import sys

import pytest

from tests.stage import ROOT

# Prints the modules that make pages, and, as errors, those of ours that were not there before the first save.
SAVE = """
import sys
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
"""


@pytest.fixture(scope="module")
def first_save():
    """What the process prints."""
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "iad_portal.settings",
        "SECRET_KEY": "x",
        "DATABASE_URL": "sqlite://:memory:",
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run([sys.executable, "-c", SAVE], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done


def test_no_page_view_or_urlconf_is_loaded(first_save):
    assert first_save.stdout.split() == []


def test_the_first_save_loads_next_to_nothing(first_save):
    """All that it needs came with Django's start."""
    assert len(first_save.stderr.split()) <= 5, first_save.stderr
