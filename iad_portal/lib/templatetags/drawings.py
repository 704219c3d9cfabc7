"""What a drawing repeats by the dozen, its pins, columns and ticks: put together here, not by Django's engine.

Places come from lib.drawings, and hold nothing to escape; names and addresses are escaped (docs/decisions/53).
"""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from iad_portal.lib.components import MapEntry, PlotLine
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.drawings.plot_growth import Flag
from iad_portal.lib.drawings.plots import Columns, Tick
from iad_portal.lib.drawings.world_map import Pin
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.lib.text.quick_html import escaped, quick_html

from .face import lang_attr
from .standing import part

register = template.Library()
_WIDE = " plot__wide"


@register.filter
def map_arcs(pins: Iterable[Pin]) -> SafeString:
    """The ways from Bangkok to the pins."""
    return SafeString("".join(_arcs(pins)))


def _arcs(pins: Iterable[Pin]) -> list[str]:
    return [f'<path class="map__arc" pathLength="1" d="{pin.arc}"/>' for pin in pins]


@register.filter
def small_map(pins: Iterable[Pin]) -> SafeString:
    """The ways and the pins of the small map, without names."""
    dots = [f'<circle class="map__pin" cx="{pin.x}" cy="{pin.y}" r="8"/>' for pin in pins]
    ways, places = ("".join([f"\n{mark}\n" for mark in marks]) for marks in (_arcs(pins), dots))
    return SafeString(f"{ways}\n{places}")


@register.filter
def map_pins(pins: Iterable[Pin]) -> SafeString:
    """The pins of the wide map with their names, each a link; a name without a place is told in its <title>."""
    return SafeString("".join([_pin(pin) for pin in pins]))


def _pin(pin: Pin) -> str:
    label, text, hit = escaped(pin.label), pin.text, pin.hit
    leader = f'\n<path class="map__lead" d="{pin.leader}"/>\n' if pin.leader else ""
    dot = f'\n<circle class="map__pin" cx="{pin.x}" cy="{pin.y}" r="5">\n'
    if text is None or hit is None:
        title = f"\n<title>{label}</title>\n"
        return f'<a href="{escaped(pin.url)}" aria-label="{label}">\n{leader}{dot}{title}</circle>\n</a>\n'
    return (
        f'<a href="{escaped(pin.url)}">\n{leader}{dot}</circle>\n'
        f'\n<rect class="map__hit" x="{hit.x}" y="{hit.y}" width="{hit.width}" height="{hit.height}"/>'
        f'\n<text class="map__label" x="{text.x}" y="{text.y}" text-anchor="{text.anchor}">\n{label}</text>\n</a>\n'
    )


@register.filter
def map_entry(city: MapEntry) -> SafeString:
    """A line of the list under the map."""
    doubt = quick_html("\n{}", part("components/doubt.html")) if city.is_doubtful else ""
    words = '<li><a href="{}"{}>{}</a><span>{}{}</span>\n</li>'
    return quick_html(words, city.url, lang_attr(city.label), city.label, city.note, doubt)


@register.filter
def plot_rules(ticks: Iterable[Tick]) -> SafeString:
    """The lines of the years, from top to bottom."""
    rule = '<line class="plot__rule{}"\n  x1="{}" x2="{}" y2="100%"/>'
    return SafeString("".join([rule.format(_wide(tick), tick.x, tick.x) for tick in ticks]))


@register.filter
def plot_lines(lines: Iterable[PlotLine]) -> SafeString:
    """The lines across, with the numbers for which they stand."""
    drawn = [
        f'<line class="plot__rule" x2="100%" y1="{line.y}" y2="{line.y}"/>'
        f'<text\n  class="plot__word plot__word--clear" y="{line.y}" dy="-4">{escaped(line.text)}</text>'
        for line in lines
    ]
    return SafeString("".join(drawn))


@register.filter
def plot_flags(flags: Iterable[Flag]) -> SafeString:
    """The labels over the steps, each on its stem."""
    drawn = [
        f'<svg class="plot__flag{_wide(flag)}"\n  x="{flag.x}" y="{flag.y}">'
        f'<path class="plot__stem" d="M0 0v-{flag.rise}"/>'
        f'<text\n  class="plot__word plot__word--clear" x="{flag.shift}" y="-{flag.rise}" dy="5" '
        f'text-anchor="{flag.anchor}">'
        f'<tspan\n  class="plot__strong">{escaped(flag.lead)}</tspan> {escaped(flag.text)}</text></svg>'
        for flag in flags
    ]
    return SafeString("".join(drawn))


@register.filter
def plot_columns(columns: Columns) -> SafeString:
    """The columns, the cuts across them, and their numbers where somebody has to be told."""
    drawn = columns.columns
    parts = (
        [f'<line class="plot__column" x1="{one.x}" x2="{one.x}" y1="100%" y2="{one.y}"/>' for one in drawn],
        [f'<line class="plot__cut" x2="100%" y1="{cut}" y2="{cut}"/>' for cut in columns.cuts],
        [
            f'<text\n  class="plot__number{" plot__number--peak" if one.is_peak else _WIDE}" x="{one.x}" y="{one.y}"\n'
            f'  dy="-5" text-anchor="middle">{one.number}</text>'
            for one in drawn
            if not one.is_plain
        ],
    )
    return SafeString("\n".join(map("".join, parts)))


@register.filter
def plot_axis(ticks: Iterable[Tick]) -> SafeString:
    """The years under a plot, in the reader's era, each under its tick."""
    language = reader_language()
    drawn = [
        f'<line class="plot__tick{_wide(tick)}"\n  x1="{tick.x}" x2="{tick.x}" y2="5"/>'
        f'<text class="plot__word{_wide(tick)}" x="{tick.x}" y="20"\n  text-anchor="middle">'
        f"{format_year(tick.year, language)}</text>"
        for tick in ticks
    ]
    return SafeString("".join(drawn))


def _wide(mark: Tick | Flag) -> str:
    return _WIDE if mark.is_minor else ""
