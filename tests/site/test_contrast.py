"""The roles of colours keep their contrast (WCAG), by day and by night, and while the city is in mourning."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
DARK, MOURNING = "@media (prefers-color-scheme: dark)", ":root:where(.mourning) {"
# Text on its ground needs 4.5, lines and shapes that say something 3.
TEXT = [
    (ink, ground)
    for ground in ("canvas", "surface", "sunken")
    for ink in ("ink", "ink-soft", "heading", "link", "link-hover", "accent-ink")
] + [
    ("mark-ink", "mark"), ("warn-ink", "warn"), ("alert-ink", "alert"), ("emergency-ink", "emergency"),
    ("mourning-ink", "mourning"), ("panel-ink", "panel"), ("panel-soft", "panel"), ("panel-gold", "panel"),
    ("canvas", "link"), ("canvas", "heading"), ("alert-ink", "canvas"),
]  # fmt: skip
LINES = [
    (line, ground)
    for ground in ("canvas", "surface", "sunken")
    for line in ("rule-strong", "focus", "accent", "plot", "warn-rule", "alert-rule")
] + [("panel-gold", "panel")]


def values_in(block: str) -> dict[str, str]:
    """The colours that a block of the stylesheet sets."""
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]+|var\(--[\w-]+\));", block))


def roles(is_dark: bool, is_mourning: bool) -> dict[str, str]:
    """Every colour as the browser computes it."""
    light, dark, grey, grey_dark = re.split(
        rf"{re.escape(DARK)} \{{\s+:root \{{|{re.escape(MOURNING)}", CSS.split("@media (prefers-contrast")[0]
    )
    blocks = [light] + [dark] * is_dark + [grey] * is_mourning + [grey_dark] * (is_dark and is_mourning)
    found = {}
    for block in blocks:
        found |= values_in(block)
    return {name: found[value[6:-1]] if value.startswith("var") else value for name, value in found.items()}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[position : position + 2], 16) / 255 for position in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself():
    assert round(contrast("#ffffff", "#000000"), 1) == 21.0 and round(contrast("#777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("is_mourning", [False, True], ids=["usual", "mourning"])
def test_every_role_can_be_read_on_its_ground(is_dark, is_mourning):
    found = roles(is_dark, is_mourning)
    for least, pairs in ((4.5, TEXT), (3, LINES)):
        measured = {pair: round(contrast(*(found[f"color-{name}"] for name in pair)), 1) for pair in pairs}
        assert {pair: ratio for pair, ratio in measured.items() if ratio < least} == {}


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_mourning_leaves_no_colour_but_of_errors_and_emergencies(is_dark):
    found = roles(is_dark, True)
    coloured = {
        name
        for name, value in found.items()
        if name.startswith("color-") and len({*re.findall("..", value[1:] if len(value) == 7 else value[1:] * 2)}) > 1
    }
    assert coloured == {"color-alert", "color-alert-ink", "color-alert-rule", "color-emergency", "color-emergency-ink"}
