"""`make screenshots` and `make lighthouse`: what they photograph and ask, and what they say."""

import json
import sys
from io import StringIO

import pytest

from iad_portal.lib.operations.progress import Progress
from tests.browser import lighthouse, screenshots

pytestmark = pytest.mark.browser


def test_every_page_that_is_photographed_answers(client, sampled_server):
    """Twelve kinds, and eight pictures of each with a name of its own."""
    kinds = screenshots.REAL | screenshots.SAMPLED
    assert len(kinds) == 12 and len(set(screenshots.ways(kinds))) == 96
    paths = [*kinds.values(), *lighthouse.PAGES]
    assert {client.get(f"/{language}/{path}").status_code for path in paths for language in ("th", "en")} == {200}


def test_whole_pages_are_photographed_and_named_on_the_contact_sheet(browser, starting_server, tmp_path, monkeypatch):
    """In the colours asked for; a page that does not answer is told of."""
    monkeypatch.setattr(screenshots, "WIDTHS", (360,))
    screenshots.take(browser, starting_server, {"12-contact": "contact/"}, tmp_path, Progress(StringIO(), "", 4))
    pictures = {path.name: path.read_bytes() for path in tmp_path.glob("*.png")}
    assert len(pictures) == 4 and pictures["12-contact-th-360-dark.png"] != pictures["12-contact-th-360-light.png"]
    screenshots.write_sheet(tmp_path)
    assert 'src="12-contact-en-360-dark.png"' in (tmp_path / "index.html").read_text()
    with pytest.raises(RuntimeError, match="/th/none/ does not answer"):
        screenshots.take(browser, starting_server, {"none": "none/"}, tmp_path, Progress(StringIO(), "", 1))


def lighthouse_that_finds(folder, *speeds) -> list[str]:
    """A program that reports these speeds one after the other, and 100 for accessibility and the like, 60 for SEO."""
    program = folder / "lighthouse.py"
    program.write_text(f"""
import json, pathlib, sys
target = next(word.split("=", 1)[1] for word in sys.argv if word.startswith("--output-path="))
count = pathlib.Path(target + ".count")
run = len(count.read_text()) if count.exists() else 0
count.write_text("x" * (run + 1))
scores = {{"performance": {list(speeds)}[run], "accessibility": 1, "best-practices": 1, "seo": 0.6}}
report = {{"categories": {{name: {{"score": score}} for name, score in scores.items()}}}}
pathlib.Path(target + ".report.json").write_text(json.dumps(report))
""")
    return [sys.executable, str(program)]


@pytest.mark.parametrize(
    ("speeds", "best", "runs"), [((1.0,), 100, 1), ((0.9, 0.97, 0.95), 97, 3), ((0.9, 0.99), 99, 2)]
)
def test_the_best_run_counts_and_no_more_are_made_than_needed(tmp_path, speeds, best, runs):
    """A busy machine only lowers the figure."""
    program = lighthouse_that_finds(tmp_path, *speeds)
    figures, made = lighthouse.best_of(program, "http://localhost/", "cities/", tmp_path / "page")
    assert (figures["performance"], made) == (best, runs)
    assert "seo" in lighthouse.short_of(figures, "cities/") and "seo" not in lighthouse.short_of(figures, "search/?q=a")
    assert json.loads((tmp_path / "page.report.json").read_text())


def test_without_node_there_is_a_sentence(monkeypatch):
    """Unless a program is named."""
    monkeypatch.setattr(lighthouse.shutil, "which", lambda name: None)
    monkeypatch.delenv("LIGHTHOUSE", raising=False)
    with pytest.raises(SystemExit, match=r"needs Node\.js"):
        lighthouse.main()
    monkeypatch.setenv("LIGHTHOUSE", "node /opt/lighthouse/cli/index.js")
    assert lighthouse.command() == ["node", "/opt/lighthouse/cli/index.js"]
