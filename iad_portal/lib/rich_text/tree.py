"""Well-formed HTML as a tree of plain objects, without what its author did not mean to be read.

What is left out is judged here, while reading: at any depth, and whatever comes later.
"""

import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from typing import Any

from . import paste_rules as rules

VOID = {"br", "img", "hr", "col"}
# Deeper elements are read as if they were not there; their text, and the judgement about it, stays.
DEEPEST = 100
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?", re.IGNORECASE)
_PRINT = re.compile(r"@media\s+print[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|<!--|-->")
LONGEST_SHEET = 200_000


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.ASCII)


def matches(pattern: str, text: str | None) -> re.Match[str] | None:
    """The match of one of the shared patterns somewhere in `text`, whatever the case."""
    return _compiled(pattern).search(text) if text else None


def declarations(css: str) -> dict[str, str]:
    """`name: value; …` as a dictionary, in lower case and without needless spaces; the last of a name holds."""
    pairs = (declaration.split(":", 1) for declaration in css.lower().split(";") if ":" in declaration)
    return {
        name.strip(): re.sub(r"\s*,\s*", ",", " ".join(value.replace("!important", "").split()))
        for name, value in pairs
    }


def style_sheet(css: str) -> dict[str, dict[str, str]]:
    """What the simple selectors (tag, .class, tag.class, #id) of `css` declare; others are passed over."""
    sheet: dict[str, dict[str, str]] = {}
    first, *others = css[:LONGEST_SHEET].split("/*")
    css = first + " ".join(sheet.partition("*/")[2] for sheet in others)
    for selectors, body in _RULE.findall(_PRINT.sub(" ", css)):
        for selector in (selector.strip() for selector in selectors.split(",")):
            if selector and _SELECTOR.fullmatch(selector):
                sheet.setdefault(selector.lower(), {}).update(declarations(body))
    return sheet


class Element:
    """One element: its tag, attributes, settled style (as a dictionary, and written as rules.py says), and content."""

    __slots__ = ("attributes", "children", "ground", "ink", "parent", "said", "style", "tag", "unseen")

    def __init__(
        self,
        tag: str,
        attributes: dict[str, str] | None = None,
        style: dict[str, str] | None = None,
        parent: "Element | None" = None,
    ) -> None:
        self.tag, self.attributes, self.style, self.parent = tag, attributes or {}, style or {}, parent
        self.children: list[str | Element] = []
        self.said = ""
        self.ground: str = parent.ground if parent else ""
        self.ink: str = parent.ink if parent else ""
        self.unseen: dict[str, Any] = parent.unseen if parent else {}
        if self.style:
            self._settle()

    def _settle(self) -> None:
        self.said = "".join(f";{name}:{value}" for name, value in self.style.items()) + ";"
        ground = matches(rules.GROUND, self.said)
        self.ground = ground[1] if ground else self.ground
        ink = self.style.get("color")
        self.ink = self.ink if matches(rules.AS_BEFORE, ink) else ink or self.ink
        own = {name: pattern for name, pattern in rules.UNSEEN.items() if name in self.style}
        if own:
            self.unseen = self.unseen | {
                name: matches(pattern, self.style[name]) and self.style[name] for name, pattern in own.items()
            }

    @property
    def classes(self) -> list[str]:
        """Its class names."""
        return self.attributes.get("class", "").split()

    def fits(self, asked: dict[str, str]) -> bool:
        """Whether one of the patterns for tag, class, id, href and style fits, or an attribute is there."""
        fits: object
        for where, pattern in asked.items():
            if where == "attribute":
                fits = pattern in self.attributes
            elif where == "class":
                fits = any(matches(pattern, name) for name in self.classes)
            else:
                text = {"tag": self.tag, "style": self.said}.get(where)
                fits = matches(pattern, self.attributes.get(where, "") if text is None else text)
            if fits:
                return True
        return False

    def is_unseen(self) -> bool:
        """Whether its letters cannot be seen on their ground."""
        ink, ground = self.ink, self.ground
        if ground or ink:
            blotted = matches(rules.BLACK, ground) and (not ink or matches(rules.BLACK, ink))
            blank = matches(rules.WHITE, ink) and (not ground or matches(rules.WHITE, ground))
            if blotted or blank or matches(rules.CLEAR, ink) or ink == ground:
                return True
        return any(self.unseen.values())

    def text(self) -> str:
        """All its words."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


@cache
def _kind_of_tag(tag: str) -> str | None:
    return next((kind for kind, asked in rules.LEFT_OUT if matches(asked.get("tag", "(?!)"), tag)), None)


class Reader(HTMLParser):
    """Builds the tree under `root` and counts in `found` what it left out."""

    def __init__(self, sheet: dict[str, dict[str, str]] | None = None) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = sheet or {}
        self.found: Counter[str] = Counter()
        self.root = Element("body")
        self.open = [self.root]
        self.quotes: list[Element] = []
        self.own_words = False  # something is said outside of quoted mail
        self.cut = 0  # how many elements were open where the one that is being left out began
        self.kind, self.cut_says = "", False
        self.told = 0  # the same for what is told within something that is left out without a word
        self.in_field = False
        self.unseen: set[Element] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._element(tag, {name: value or "" for name, value in attrs})
        kind = self._kind(element)
        if self.cut:
            self._within_cut(kind, tag)
        elif kind is not None and tag in VOID:
            self._count(kind)
        elif kind is not None:
            self._begin_cut(kind, len(self.open))
        elif matches(rules.COMMENT_RETURN, element.attributes.get("id", "")):
            self._cut_around()
        elif len(self.open) <= DEEPEST:
            element.parent.children.append(element)
            if element.fits(rules.QUOTED_MAIL) and not self._in_quote():
                self.quotes.append(element)
        else:
            element.children = self.open[DEEPEST].children
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()
        self.told = 0 if len(self.open) == self.told else self.told
        if self.cut and len(self.open) == self.cut:
            if self.cut_says:
                self._count(self.kind)
            self.cut = 0

    def handle_data(self, data: str) -> None:
        says = bool(data.strip("\xa0 \t\r\n"))
        here = self.open[-1]
        if self.cut:
            self.cut_says |= says
        elif here.is_unseen():
            self._note_unseen(here, says)
        elif not self.in_field:
            here.children.append(data)
            self.own_words |= says and not self._in_quote()

    def finish(self) -> Element:
        """The root, once all was read; quoted mail goes when something else is said."""
        self.close()
        if self.own_words and self.quotes:
            for quote in self.quotes:
                quote.parent.children.remove(quote)
            self.found["mail"] = max(self.found["mail"], len(self.quotes))
        self.found["comment"] = max(self.found["comment"], self.found.pop("comment_mark", 0))
        return self.root

    def _element(self, tag: str, attributes: dict[str, str]) -> Element:
        style: dict[str, str] = {}
        for selector in (tag, *(f".{name}" for name in attributes.get("class", "").lower().split())):
            style |= self.sheet.get(selector, {})
            style |= self.sheet.get(tag + selector, {}) if selector != tag else {}
        style |= self.sheet.get(f"#{attributes['id'].lower()}", {}) if "id" in attributes else {}
        for name, attribute in (("color", "color"), ("background-color", "bgcolor")):
            style |= {name: attributes[attribute].lower()} if attribute in attributes else {}
        return Element(tag, attributes, style | declarations(attributes.get("style", "")), self.open[-1])

    def _kind(self, element: Element) -> str | None:
        if not element.attributes and not element.style:
            return _kind_of_tag(element.tag)
        field = matches(rules.FIELD, element.said)
        if field:
            self.in_field = field.group(1) == "begin"
        box = matches(rules.CHECKBOX["role"], element.attributes.get("aria-roledescription", ""))
        for kind, asked in rules.LEFT_OUT:
            if element.fits(asked):
                ticked = kind == "deleted" and "style" in asked and self._in_ticked(element)
                return None if ticked else "" if box else kind
        return None

    def _in_ticked(self, element: Element) -> bool:
        around = [element, *self.open]
        return any(matches(rules.CHECKBOX["role"], holder.attributes.get("role", "")) for holder in around)

    def _in_quote(self) -> bool:
        return any(element in self.quotes for element in self.open) if self.quotes else False

    def _count(self, kind: str | None) -> None:
        if kind:
            self.found[kind] += 1

    def _begin_cut(self, kind: str, depth: int) -> None:
        self.cut, self.kind, self.cut_says = depth, kind, False

    def _within_cut(self, kind: str | None, tag: str) -> None:
        if not self.kind and kind and not self.told:
            self._count(kind)
            self.told = 0 if tag in VOID else len(self.open)
        self.cut_says |= kind == "picture"

    def _note_unseen(self, here: Element, says: bool) -> None:
        """Count each outermost element whose letters cannot be seen once."""
        while here.parent and here.parent.is_unseen():
            here = here.parent
        if says and here not in self.unseen:
            self.unseen.add(here)
            self._count("hidden")

    def _cut_around(self) -> None:
        """Leave out the paragraph in which this stands, and its box when it stands first in one."""
        inner = max((at for at, element in enumerate(self.open) if element.tag == "p"), default=len(self.open) - 1)
        outer = inner - 1 if self.open[inner - 1].tag == "div" else inner
        at = outer if outer > 0 and self.open[outer].children[:1] == [self.open[inner]] else inner
        if at:
            self.open[at].parent.children.remove(self.open[at])
        self._begin_cut("comment", max(at, 1))
        self.cut_says = True
