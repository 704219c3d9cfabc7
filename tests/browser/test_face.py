"""Every kind of page is for everyone: no fault that axe finds, nothing cut off, too small, or moving by itself."""

from collections import defaultdict

import pytest

from tests.browser import measures
from tests.browser.kinds import every_kind

pytestmark = pytest.mark.browser
PARTS = 3
# What Chromium says of the page that is not found; and of one without a bold figure, whose letters came for nothing.
EXPECTED = ("404 (Not Found)", "preloaded using link preload but not used")


class Look:
    """One page, seen in every way; `faults` gathers what is wrong."""

    def __init__(self, page):
        self.page, self.faults = page, defaultdict(list)
        self.devtools = page.context.new_cdp_session(page)
        page.on("console", lambda message: self._note("console", [message.text]))
        page.on("pageerror", lambda error: self._note("script", [str(error)]))

    def open(self, url: str) -> None:
        """The page as it comes, wide and light."""
        self.url = url
        self._wear(1280, "light")
        self.page.goto(url)
        self.page.evaluate(measures.AXE)

    def at(self, width: int, tags: list[str] = measures.TAGS, coloured: bool = True) -> None:
        """What axe finds in light colours, of contrast only if `coloured`; what is too small; nothing sideways."""
        self._wear(width, "light")
        left_out = [] if coloured else measures.COLOURS
        self._axe(f"{width} light", {"type": "tag", "values": tags, "leftOut": left_out})
        self._ask(f"{width} small", measures.SMALL_TARGETS)
        self._ask(f"{width} sideways", measures.SIDEWAYS)
        self._ask(f"{width} moves", measures.MOVING)

    def dark(self, width: int) -> None:
        """What axe finds in dark colours, which differ from the light ones in their contrast only."""
        self._wear(width, "dark")
        self._axe(f"{width} dark", {"type": "rule", "values": measures.COLOURS})

    def worn(self, width: int, name: str, css: str) -> None:
        """With the reader's own stylesheet."""
        self._wear(width, "light")
        self.page.evaluate(measures.WEAR, css)
        self._ask(f"{width} {name} sideways", measures.SIDEWAYS)
        self._ask(f"{width} {name} cut off", measures.CUT_OFF)
        self.page.evaluate(measures.WEAR, "")

    def doubled(self, width: int) -> None:
        """In a browser whose letters are set to twice their size."""
        self._wear(width, "light")
        self._letters(32)
        self._ask(f"{width} doubled sideways", measures.SIDEWAYS)
        self._ask(f"{width} doubled cut off", measures.CUT_OFF)
        self._letters(16)

    def _letters(self, size: int) -> None:
        self.devtools.send("Page.setFontSizes", {"fontSizes": {"standard": size}})

    def _wear(self, width: int, scheme: str) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")

    def _axe(self, way: str, rules: dict) -> None:
        self._note(way, self.page.evaluate(measures.RUN_AXE, rules))

    def _ask(self, way: str, script: str) -> None:
        self._note(way, self.page.evaluate(script))

    def _note(self, way: str, found: list) -> None:
        for fault in found:
            if not any(words in fault for words in EXPECTED):
                self.faults[f"{way}: {fault}"].append(self.url)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_kind_of_page_is_for_everyone(page, sampled_server, language, part):
    """Wide and narrow, light and dark, at 320 px, with text twice as large, and with wide spacing.

    Contrast is two thirds of what axe costs, and the same in both languages: it is measured on Thai pages, light where
    they are wide and dark where they are narrow, and of all components in every way.
    """
    look = Look(page)
    for address in every_kind(language)[part::PARTS]:
        look.open(sampled_server + address)
        look.at(1280, coloured=language == "th")
        look.worn(1280, "spaced", measures.SPACED)
        look.doubled(1280)
        look.at(360, coloured=False)
        look.worn(360, "spaced", measures.SPACED)
        if language == "th":
            look.dark(360)
        look.worn(320, "plain", "")
    told = [f"{fault} | on {len(urls)}: {urls[0]}" for fault, urls in sorted(look.faults.items())]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_component_is_for_everyone(page, starting_server, settings, language):
    """In all its states, on the page of components, whose order of headings and regions is its own."""
    settings.ROOT_URLCONF = "tests.browser.urls_with_guide"
    look = Look(page)
    look.open(f"{starting_server}/styleguide/?lang={language}")
    for width in (1280, 360):
        look.at(width, measures.TAGS[:-1])
        look.dark(width)
    look.worn(320, "plain", "")
    look.doubled(1280)
    assert not look.faults, "\n".join(look.faults)


@pytest.mark.parametrize(("path", "drawn"), [("", ".map--wide .map__pin"), ("", ".map--wide .map__arc")])
def test_drawings_stand_out_in_forced_colours(page, sampled_server, path, drawn):
    """In the system's own colours, not in those of the page on a ground that the system chose."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{sampled_server}/th/{path}")
    look = "box => [getComputedStyle(box).fill, getComputedStyle(box).stroke, getComputedStyle(document.body).color]"
    fill, stroke, ink = page.locator(drawn).first.evaluate(look)
    assert ink in (fill, stroke)
    page.locator(".map--wide a").first.focus()
    assert page.evaluate(measures.FOCUS)["ringed"]
