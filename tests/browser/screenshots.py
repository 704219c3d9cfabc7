"""Photograph twelve kinds of page in both languages, narrow and wide, light and dark: `make screenshots`.

The portal comes up in a place of its own, on the starting data; then, for the pages with photos, beside a small sample.
Pictures and a contact sheet, index.html, go to PORTAL_HOME/screenshots.
"""

import os
import sys
import tempfile
from html import escape
from itertools import groupby, product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from iad_portal.lib.operations.progress import Progress
from tests.browser.chromium import CHROMIUM, NONE, QUIET
from tests.stage import ROOT, portal

REAL = {
    "01-home": "",
    "02-cities": "cities/",
    "03-city": "cities/washington-dc/",
    "04-agreements": "agreements/",
    "05-agreement": "agreements/1/",
    "06-embassies": "embassies/",
    "07-network": "networks/mgmac/",
    "08-meeting": "meetings/mgmac-7-2019/",
    "09-fiscal-year": "plans/2013/",
    "12-contact": "contact/",
}
SAMPLED = {"10-news": "news/", "11-article": "news/sample-article-1/"}
LANGUAGES, WIDTHS, SCHEMES = ("th", "en"), (360, 1280), ("light", "dark")
# Those far down wait for a reader to come near.
ALL_PHOTOS = """async () => {
    const photos = [...document.images].filter(photo => photo.checkVisibility())
    photos.forEach(photo => photo.loading = "eager")
    await Promise.all(photos.map(photo => photo.decode().catch(() => null)))
}"""
SAMPLE = ("SIZE=40", "ARGS=--pictures 4")
STYLE = """<style>
body { font: 16px/1.5 sans-serif; margin: 2rem; color-scheme: light dark }
div { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1rem }
figure { margin: 0 } img { width: 100%; height: 24rem; object-fit: cover; object-position: top; border: 1px solid gray }
</style>"""


def name(kind: str, language: str, width: int, scheme: str) -> str:
    """The file of a picture."""
    return f"{kind}-{language}-{width}-{scheme}.png"


def ways(kinds: dict[str, str]) -> list[tuple[int, str, str, str]]:
    """(width, colours, kind, language) of every picture of these kinds of page."""
    return list(product(WIDTHS, SCHEMES, kinds, LANGUAGES))


def take(browser: Browser, root: str, kinds: dict[str, str], folder: Path, progress: Progress) -> None:
    """One picture each of the whole page, from top to bottom, once its photos are there."""
    for (width, scheme), pictures in groupby(ways(kinds), key=lambda way: way[:2]):
        view = {"width": width, "height": 900}
        context = browser.new_context(viewport=view, color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        page.goto(f"{root}/th/")  # from here on the letters are kept, and in time for every page
        for _width, _scheme, kind, language in pictures:
            path = f"/{language}/{kinds[kind]}"
            answer = page.goto(f"{root}{path}")
            if answer is None or answer.status != 200:
                raise RuntimeError(f"{path} does not answer as a page")
            page.evaluate(ALL_PHOTOS)
            page.screenshot(path=folder / name(kind, language, width, scheme), full_page=True)
            progress.step()
        context.close()


def write_sheet(folder: Path) -> None:
    """index.html: every picture, four of a kind and language in a row."""
    figures = [
        f'<figure><a href="{escape(file)}"><img src="{escape(file)}" alt="" loading="lazy"></a>'
        f"<figcaption>{escape(file.removesuffix('.png'))}</figcaption></figure>"
        for file in sorted(name(kind, *way) for kind, *way in product(REAL | SAMPLED, LANGUAGES, WIDTHS, SCHEMES))
    ]
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title>{STYLE}'
    (folder / "index.html").write_text(f"{head}<h1>Screenshots</h1><div>{''.join(figures)}</div></html>\n")


def main() -> None:
    """Take them all; older pictures of the same names are replaced."""
    if CHROMIUM is None:
        sys.exit(NONE)
    folder = Path(os.environ.get("PORTAL_HOME", ROOT / "var")) / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    sys.stderr.write("Bringing up a portal of its own\n")
    with tempfile.TemporaryDirectory(prefix="portal-screenshots-") as home, portal(Path(home)) as stage:
        progress = Progress(sys.stderr, "Screenshots", len(ways(REAL | SAMPLED)))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
            take(browser, stage.root, REAL, folder, progress)
            stage.make("sample", *SAMPLE)
            take(browser, stage.root, SAMPLED, folder, progress)
            browser.close()
        progress.finish()
    write_sheet(folder)
    sys.stdout.write(f"Look at {folder / 'index.html'}\n")


if __name__ == "__main__":
    main()
