"""What the documents, the Makefile, the image and the settings say agrees."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()


def rows_after(heading):
    """The names in the first column of the first table after `heading` in README."""
    table = README.split(heading, 1)[1].split("\n\n")
    return re.findall(r"^\| `([^`]+)`", next(block for block in table if block.startswith("| variable")), re.MULTILINE)


def test_readme_lists_exactly_the_variables_that_the_settings_read():
    read = set(re.findall(r"\benv(?:\.\w+)?\(\s*\"(\w+)\"", (ROOT / "iad_portal/settings.py").read_text()))
    listed = rows_after("## Environment variables")
    assert set(listed) == read
    assert len(listed) == len(set(listed))


def test_readme_lists_the_variables_that_gunicorn_reads():
    read = set(re.findall(r"environ\.get\(\"(\w+)\"", (ROOT / "deploy/gunicorn.conf.py").read_text()))
    assert read - {"SITE_URL"} <= set(rows_after("How it is served"))


def test_readme_and_make_help_list_the_same_commands():
    listed = set(re.findall(r"^\| `make (\w+)", README, re.MULTILINE))
    documented = set(re.findall(r"^(\w+):.*## ", MAKEFILE, re.MULTILINE))
    assert documented - {"help", "translations"} == listed


def test_links_between_the_documents_lead_somewhere():
    for document in ROOT.glob("*.md"):
        for target in re.findall(r"\]\(([\w./-]+)\)", document.read_text()):
            assert (ROOT / target).exists(), f"{document.name} links to {target}"


@pytest.mark.parametrize("variable", ["SECRET_KEY", "SITE_URL"])
def test_a_wrong_or_missing_setting_is_loud(variable):
    environment = {"PATH": os.environ["PATH"], "SECRET_KEY": "x", "SITE_URL": "http://portal.example"}
    if variable == "SECRET_KEY":
        environment = {"PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", "import iad_portal.settings"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode and "ImproperlyConfigured" in done.stderr and variable in done.stderr


def test_every_pin_has_its_hash_and_no_file_names_a_registry():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        for pin in re.findall(r"^\S+==.*(?:\n    --hash.*)*", text, re.MULTILINE):
            assert "--hash=sha256:" in pin, pin.splitlines()[0]
    assert not list(ROOT.glob("*.lock")) + list(ROOT.glob("pylock*.toml"))


def test_the_image_runs_as_nobody_special_and_holds_what_runs():
    dockerfile = (ROOT / "Dockerfile").read_text()
    last_stage = dockerfile.rsplit("\nFROM ", 1)[1]
    assert "\nUSER portal\n" in last_stage and "HEALTHCHECK" in last_stage
    assert "compile_translations" in dockerfile and "collectstatic" in dockerfile
    kept = set(re.findall(r"^!([\w./]+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE))
    assert all((ROOT / name).exists() for name in kept)
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages <= kept, "a new package must go into the image"


def test_the_servers_and_the_tools_for_backups_are_of_one_version():
    """pg_dump refuses a server newer than itself."""
    server = re.search(r"image: postgres:(\d+)", (ROOT / "compose.yaml").read_text())[1]
    assert f"postgresql-client-{server}" in (ROOT / "Dockerfile").read_text()


def test_nginx_and_compose_name_the_same_places():
    compose, nginx = (ROOT / "compose.yaml").read_text(), (ROOT / "deploy/nginx.conf").read_text()
    prefix = re.search(r"MEDIA_ACCEL_PREFIX: (\S+)", compose)[1]
    assert f"location {prefix} {{" in nginx and "alias /srv/portal/media/;" in nginx
    assert "media:/srv/portal/media:ro" in compose and "server web:8000" in nginx


WITHOUT_LAYER = {"__init__", "__pycache__", "migrations", "starting_data"}


@pytest.mark.parametrize("app", ["iad_portal/office", "relations", "networks", "plans", "news"])
def test_every_app_stands_in_the_import_contract(app):
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    named = set(re.findall(app.replace("/", r"\.") + r"\.(\w+)", " ".join(contract["layers"])))
    assert {path.stem for path in (ROOT / app).iterdir()} - WITHOUT_LAYER <= named
