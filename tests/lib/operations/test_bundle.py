"""The stylesheets that collectstatic publishes: joined, small, hashed, with their fonts still found."""

import json
import os
import re
import stat
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from iad_portal.lib.operations.bundle import BUNDLES, join

# Their megabytes take long to pack, and are theirs.
LIBRARIES = ["admin", "django_prose_editor", "modeltranslation"]
SOURCE = Path(settings.BASE_DIR) / "static"


def reader(files):
    return lambda name: files[name]


def test_parts_stand_where_their_import_stood():
    site = '@layer a, b;\n@import url("one.css");\n@import url("two.css");\n'
    files = {"css/site.css": site, "css/one.css": "a{}", "css/two.css": "b{}"}
    assert join("css/site.css", reader(files)).split() == ["@layer", "a,", "b;", "a{}", "b{}"]


def test_addresses_in_a_deeper_part_still_lead_to_the_same_file():
    files = {"css/site.css": '@import url("parts/x.css");', "css/parts/x.css": 'i{background:url("../../img/a.svg")}'}
    assert 'url("../img/a.svg")' in join("css/site.css", reader(files))


@pytest.mark.parametrize("address", ["data:image/png;base64,AA", "/static/a.svg", "#fade"])
def test_addresses_that_do_not_depend_on_the_place_stay(address):
    files = {"css/site.css": '@import url("parts/x.css");', "css/parts/x.css": f"i{{fill:url({address})}}"}
    assert f"url({address})" in join("css/site.css", reader(files))


def test_an_import_in_a_comment_is_not_followed():
    assert join("css/site.css", reader({"css/site.css": '/* @import url("gone.css"); */ a{}'})).strip() == "a{}"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """collectstatic's output, from this project's own static files."""
    root = tmp_path_factory.mktemp("static")
    storages = settings.STORAGES | {
        "staticfiles": {"BACKEND": "iad_portal.lib.operations.bundle.BundledStaticFilesStorage"}
    }
    narrow = os.umask(0o077)  # nobody's habits may shut the files: they are collected by one and served by another
    try:
        with override_settings(STATIC_ROOT=root, STORAGES=storages):
            call_command("collectstatic", "--no-input", ignore_patterns=LIBRARIES, verbosity=0)
    finally:
        os.umask(narrow)
    return root


def test_everybody_may_read_every_collected_file(published):
    """The image collects as root and serves as nobody special."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in published.rglob("*")}
    assert {path for path, mode in modes.items() if mode & 0o044 != 0o044} == set()
    assert {path for path, mode in modes.items() if path.is_dir() and mode & 0o055 != 0o055} == set()
    assert published / "staticfiles.json" in modes and any(path.suffix == ".br" for path in modes)


def test_the_bundles_are_published_and_their_parts_are_not(published):
    names = json.loads((published / "staticfiles.json").read_text())["paths"]
    assert {name for name in names if name.startswith("css/")} == set(BUNDLES)
    assert not list(published.glob("css/components/*"))


def test_every_address_in_the_published_style_is_there(published):
    names = json.loads((published / "staticfiles.json").read_text())["paths"]
    css = (published / names["css/site.css"]).read_text()
    for font in ("thai-400", "latin-400", "thai-700", "latin-700"):
        name = names[f"fonts/sarabun-{font}.woff2"]
        assert f"../{name}" in css
    assert "@import" not in css
    assert "/*" not in css


def test_the_whole_style_stays_small(published):
    """The page's weight is a promise: compressed, the style of all pages may not pass 14 kB, and what some add 1 kB."""
    names = json.loads((published / "staticfiles.json").read_text())["paths"]
    assert (published / (names["css/site.css"] + ".br")).stat().st_size < 14_000
    assert (published / (names["css/press.css"] + ".br")).stat().st_size < 1_000


def test_white_space_in_the_style_means_nothing():
    """What is collected has one space for every run; a string with a run would be changed by that."""
    for part in (SOURCE / "css").rglob("*.css"):
        strings = re.findall(r"""/\*.*?\*/|("[^"]*"|'[^']*')""", part.read_text(), re.DOTALL)
        assert [text for text in strings if re.search(r"\s\s", text)] == [], part.name


def test_every_component_s_style_is_in_the_list():
    listed = "".join((SOURCE / name).read_text() for name in ("css/site.css", "css/press.css"))
    for part in (SOURCE / "css/components").glob("*.css"):
        assert f'url("components/{part.name}")' in listed, part.name


def test_every_component_s_style_lies_in_its_layer():
    for part in (SOURCE / "css/components").glob("*.css"):
        text = part.read_text()
        assert text.startswith("@layer components {"), part.name
        assert text.count("{") == text.count("}"), part.name
