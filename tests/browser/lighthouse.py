"""Ask Lighthouse about the pages that most people see, on a portal of its own: `make lighthouse`.

Node's `lighthouse` drives the system's Chromium as a slow phone. LIGHTHOUSE= names its program; without it, `npx`
fetches it. A busy machine only ever lowers the figure for speed, so a page that falls short of it is asked again, up to
RUNS times, and the best run counts.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser.chromium import CHROMIUM, NONE, QUIET
from tests.stage import ROOT, portal

PAGES = ("", "cities/", "cities/washington-dc/", "news/mgmac-7-2019/", "meetings/mgmac-7-2019/", "search/?q=Bangkok")
GOALS = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
UNLISTED = "search/"  # kept out of search engines on purpose
RUNS = 3
NO_NODE = "Lighthouse needs Node.js: install it (apt-get install nodejs npm), or say LIGHTHOUSE=/path/to/lighthouse."


def command() -> list[str] | None:
    """How Lighthouse is called, or None where it cannot be."""
    if named := os.environ.get("LIGHTHOUSE"):
        return shlex.split(named)
    return ["npx", "--yes", "lighthouse"] if shutil.which("npx") else None


def ask(program: list[str], url: str, report: Path) -> dict[str, int]:
    """The figure of each category for one reading of `url`; the report stays beside.

    Chromium's trace of a page is lost now and then; then the page is read again, for it has no part in that.
    """
    words = [
        *program, url, "--quiet", "--output=json", "--output=html", f"--output-path={report}",
        f"--only-categories={','.join(GOALS)}", f"--chrome-flags=--headless=new {' '.join(QUIET)}",
    ]  # fmt: skip
    environment = os.environ | {"CHROME_PATH": CHROMIUM}
    for _ in range(RUNS):
        ran = subprocess.run(words, env=environment, capture_output=True, text=True)
        if not ran.returncode:
            break
    else:
        sys.exit(f"Lighthouse could not read {url}:\n{ran.stderr.strip() or ran.stdout.strip()}")
    found = json.loads(report.with_name(f"{report.name}.report.json").read_text())["categories"]
    return {name: round(found[name]["score"] * 100) for name in GOALS}


def short_of(figures: dict[str, int], path: str) -> list[str]:
    """The categories that miss their goal on this page."""
    return [
        name
        for name, goal in GOALS.items()
        if figures[name] < goal and not (name == "seo" and path.startswith(UNLISTED))
    ]


def best_of(program: list[str], url: str, path: str, report: Path) -> tuple[dict[str, int], int]:
    """The reading with the best speed of up to RUNS, and how many there were."""
    found = [ask(program, url, report)]
    while "performance" in short_of(found[-1], path) and len(found) < RUNS:
        found.append(ask(program, url, report))
    return max(found, key=lambda figures: figures["performance"]), len(found)


def main() -> None:
    """A line a page; ends with an error when a goal is missed."""
    program = command()
    if program is None or CHROMIUM is None:
        sys.exit(NO_NODE if program is None else NONE)
    folder = Path(os.environ.get("PORTAL_HOME", ROOT / "var")) / "lighthouse"
    folder.mkdir(parents=True, exist_ok=True)
    missed = []
    sys.stderr.write("Bringing up a portal of its own\n")
    with tempfile.TemporaryDirectory(prefix="portal-lighthouse-") as home, portal(Path(home)) as stage:
        sys.stdout.write(f"{'page':32}{''.join(f'{name:>16}' for name in GOALS)}{'runs':>6}\n")
        for path in (f"{language}/{page}" for page in PAGES for language in ("th", "en")):
            report = folder / (path.strip("/").replace("/", "-").replace("?q=", "-") or "home")
            figures, runs = best_of(program, f"{stage.root}/{path}", path[3:], report)
            sys.stdout.write(f"{path:32}{''.join(f'{figures[name]:>16}' for name in GOALS)}{runs:>6}\n")
            sys.stdout.flush()
            missed += [f"{path}: {name} {figures[name]}" for name in short_of(figures, path[3:])]
    sys.stdout.write(f"The reports are in {folder}\n")
    if missed:
        sys.exit("Short of the goals: " + "; ".join(missed))


if __name__ == "__main__":
    main()
