"""Every pair of colour roles that meets on a page keeps the contrast that WCAG 2.2 asks for, by day and by night."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
PAPERS = ("canvas", "surface", "sunken")
# Text needs 4.5 to 1; lines of controls, focus rings and shapes that say something need 3 to 1 (1.4.3, 1.4.11).
TEXT = [(ink, paper) for ink in ("ink", "ink-soft", "heading", "link", "link-hover", "accent-ink") for paper in PAPERS]
TEXT += [(f"panel-{ink}", "panel") for ink in ("ink", "soft", "gold")]
TEXT += [(f"{kind}-ink", kind) for kind in ("mark", "warn", "alert")] + [("canvas", "link"), ("canvas", "heading")]
SHAPES = [(line, paper) for line in ("rule-strong", "focus", "plot", "accent") for paper in PAPERS]
SHAPES += [("panel-gold", "panel"), ("warn-rule", "canvas"), ("alert-rule", "canvas")]


def colours(scheme: str) -> dict[str, str]:
    """What each custom property holds, as #rrggbb, with references followed."""
    light, dark = CSS.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+):\s*([^;]+);", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([\w-]+):\s*([^;]+);", dark.split("@media")[0]))
    return {
        name: found.get(value[6:-1], value) if value.startswith("var(--") else value for name, value in found.items()
    }


def luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself():
    assert round(contrast("#ffffff", "#000000"), 1) == 21.0 and round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (SHAPES, 3.0)], ids=["text", "shapes"])
def test_pairs_that_meet_can_be_told_apart(scheme, pairs, least):
    known = colours(scheme)
    found = {pair: contrast(*(known[f"color-{role}"] for role in pair)) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least} == {}
