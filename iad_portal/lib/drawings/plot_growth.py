"""A running total by year as a staircase, and the labels that stand over it on stems.

Labels are placed in a frame of a known size in pixels, so that none covers another or the staircase: in a narrow frame
those that are always shown, in a wide one the others. A wider page only moves them further apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .map_labels import Box, text_width
from .plots import share

# Over its highest step the staircase keeps this much room for the last number.
HEADROOM = 1.25
SIZE, GAP = 14, 6
# A label is this much wider than plain type, for the words in bold.
BOLDER = 1.04
# How high over its step a label may stand: the nearest that is free.
RISES = (16, 38, 60, 82, 104, 126, 148)
# The numbers of the lines across stand here.
MARGIN = 28
# The cap is so wide, in parts of the drawing, and its words stand so far from it, in pixels.
CAP_WIDTH = 0.06


@dataclass(frozen=True, slots=True)
class Frame:
    """The size in pixels in which labels find their places."""

    width: int
    height: int


NARROW, WIDE = Frame(286, 200), Frame(860, 250)


@dataclass(frozen=True, slots=True)
class Cap:
    """What stands on the last step without a place in time: a rectangle, and the height at which its words stand."""

    x: str
    y: str
    width: str
    height: str
    text_x: str
    text_y: str


@dataclass(frozen=True, slots=True)
class Staircase:
    """Totals year by year, each one unit wide, in a box of so many units by `top`; `undated` more on the last step."""

    totals: Sequence[int]
    undated: int = 0

    @property
    def end(self) -> int:
        """The last total, with all that has no place in time."""
        return (self.totals[-1] if self.totals else 0) + self.undated

    @property
    def top(self) -> int:
        """The height of the box."""
        return max(2, round(max(*self.totals, self.end, 0) * HEADROOM))

    @property
    def last_y(self) -> str:
        """Where the last total lies, from the top."""
        return self.height(self.totals[-1])

    @property
    def cap(self) -> Cap | None:
        """The undated, over the last years; None without any."""
        if not self.undated:
            return None
        middle = self.end - self.undated / 2
        return Cap(
            x=share(1 - CAP_WIDTH, 1),
            y=self.height(self.end),
            width=share(CAP_WIDTH, 1),
            height=share(self.undated, self.top),
            text_x=share(0.99 - CAP_WIDTH, 1),
            text_y=share(self.top - middle, self.top),
        )

    @property
    def view_box(self) -> str:
        """The box, for the drawing of line and area."""
        return f"0 0 {len(self.totals)} {self.top}"

    @property
    def line(self) -> str:
        """Along the steps, from the first that is not 0."""
        begin = next((position for position, total in enumerate(self.totals) if total), 0)
        path, before = f"M{begin} {self.top}", 0
        for position, total in enumerate(self.totals):
            if total != before:
                path += f"H{position}V{self.top - total}" if position > begin else f"V{self.top - total}"
                before = total
        return f"{path}H{len(self.totals)}"

    @property
    def area(self) -> str:
        """What lies under the steps."""
        return f"{self.line}V{self.top}z"

    def height(self, total: int) -> str:
        """Where `total` lies, from the top."""
        return share(self.top - total, self.top)

    def highest(self, left: float, right: float) -> int:
        """The highest step between two places, given in units from the left."""
        return max(self.totals[max(int(left), 0) : int(right) + 1], default=0)


@dataclass(frozen=True, slots=True)
class Flag:
    """A label on a stem of `rise` pixels over the step that begins at `x`. A minor one needs a wide screen."""

    lead: str
    text: str
    x: str
    y: str
    rise: int
    anchor: str
    shift: int
    is_minor: bool


# A label to be: the place of its step, the words set in bold, the others.
Label = tuple[int, str, str]


def flags(stairs: Staircase, first: Label | None, others: Sequence[Label], end: str, aside: str = "") -> list[Flag]:
    """Labels for steps: the first, to the right of its stem, and the others, to the left.

    The `others` come with the most important ahead; one without a free place is left out. `end` is the last number,
    whose words stand in the upper right corner; `aside` are the words beside the cap.
    """
    taken = [_corner(stairs, end, WIDE), *_cap_boxes(stairs, aside, WIDE)]
    kept = []
    if first and (rise := _free_rise(stairs, first, "start", NARROW, [])):
        kept.append(_flag(stairs, first, rise, "start", is_minor=False))
        taken += [_box(stairs, first, rise, "start", WIDE), _stem(stairs, first, rise, WIDE)]
    for label in others:
        if rise := _free_rise(stairs, label, "end", WIDE, taken):
            kept.append(_flag(stairs, label, rise, "end", is_minor=True))
            taken += [_box(stairs, label, rise, "end", WIDE), _stem(stairs, label, rise, WIDE)]
    return kept


def _flag(stairs: Staircase, label: Label, rise: int, anchor: str, *, is_minor: bool) -> Flag:
    position, lead, text = label
    shift = GAP if anchor == "start" else -GAP
    y = stairs.height(stairs.totals[position])
    return Flag(lead, text, share(position, len(stairs.totals)), y, rise, anchor, shift, is_minor)


def _free_rise(stairs: Staircase, label: Label, anchor: str, frame: Frame, taken: list[Box]) -> int:
    """The lowest rise at which the label covers neither the staircase nor a label that stands; 0 when there is none."""
    for rise in RISES:
        box = _box(stairs, label, rise, anchor, frame)
        unit = frame.width / len(stairs.totals)
        ground = frame.height * (1 - stairs.highest(box.left / unit, box.right / unit) / stairs.top)
        is_inside = box.left >= MARGIN * (anchor == "end") and box.right <= frame.width and box.top >= 0
        boxes = (box, _stem(stairs, label, rise, frame))
        if is_inside and box.bottom <= ground and not any(part.meets(other) for part in boxes for other in taken):
            return rise
    return 0


def _box(stairs: Staircase, label: Label, rise: int, anchor: str, frame: Frame) -> Box:
    x, step = _foot(stairs, label, frame)
    base = step - rise + SIZE * 0.5
    width = text_width(f"{label[1]} {label[2]}", SIZE * BOLDER) + GAP
    left = x if anchor == "start" else x - width
    return Box(left, base - SIZE * 1.5, left + width, base + SIZE * 0.5)


def _foot(stairs: Staircase, label: Label, frame: Frame) -> tuple[float, float]:
    position = label[0]
    return frame.width * position / len(stairs.totals), frame.height * (1 - stairs.totals[position] / stairs.top)


def _stem(stairs: Staircase, label: Label, rise: int, frame: Frame) -> Box:
    x, step = _foot(stairs, label, frame)
    return Box(x - 1, step - rise, x + 1, step)


def _corner(stairs: Staircase, text: str, frame: Frame) -> Box:
    ground = frame.height * (1 - stairs.end / stairs.top)
    return Box(frame.width - text_width(text, SIZE * 2), 0, frame.width, ground)


def _cap_boxes(stairs: Staircase, aside: str, frame: Frame) -> list[Box]:
    """The cap, and its words to the left of it."""
    if not stairs.undated:
        return []
    left = frame.width * (1 - CAP_WIDTH)
    top, ground = (frame.height * (1 - total / stairs.top) for total in (stairs.end, stairs.totals[-1]))
    middle, words = (top + ground) / 2, frame.width * (0.99 - CAP_WIDTH)
    return [
        Box(left, top, frame.width, ground),
        Box(words - text_width(aside, SIZE * BOLDER), middle - SIZE, words, middle + SIZE * 0.5),
    ]
