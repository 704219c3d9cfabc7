"""HTML of word processors, mail programs, chats and old sites, written again as the portal writes it.

Formatting by style becomes tags; paragraphs that only look like lists or headings become lists and headings. What is
meant by what stands in `paste_rules`; `static/js/paste.js` does the same in the editor, and both are tried on one table
of cases. The result has still to pass the sanitiser.
"""

import re
from collections import Counter
from urllib.parse import parse_qs, urlsplit

from . import paste_rules as rules
from .lists import MarkerLists, marker_of
from .photos import photo_in_text
from .runs import BREAK, Mark, Pairs, Run, as_html, attributes, mended
from .tree import Element, matches

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}", re.ASCII | re.IGNORECASE)
_FIRST_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<td([^>]*)>(.*?)</td>", re.DOTALL)
_BLOCKS = {*rules.PARAGRAPHS, *rules.CONTAINERS, *rules.TEXT_BOXES, *rules.BOXES, "ul", "ol"}
# What bare text goes into: a tag, its attributes, and whether it is a makeshift.
Wrap = tuple[str, Pairs, bool]
Marks = tuple[Mark, ...]
_FORMED = {"b", "strong", "i", "em", "u", "sup", "sub"}


def followed(href: str) -> str | None:
    """The address that a reader can follow, without a program's detour; None when there is none."""
    for pattern, parameter in rules.DETOURS:
        if matches(pattern, href):
            href = parse_qs(urlsplit(href).query).get(parameter, [href])[0]
    return href if matches(rules.LINK, href) and not matches(rules.NO_LINK, href) else None


def heading_level(element: Element) -> int:
    """1 to 9 for what is a heading by its tag, class, role or style; 0 for anything else."""
    if element.tag not in rules.PARAGRAPHS or element.tag in ("dt", "dd"):
        return 0
    if matches(r"^h[1-6]$", element.tag):
        return int(element.tag[1])
    for name in element.classes:
        if level := rules.TITLES.get(name) or ((found := matches(rules.HEADING_CLASS, name)) and int(found.group(1))):
            return level
    if element.attributes.get("role") == "heading":
        return int(element.attributes.get("aria-level", "2")[:1] or 2)
    found = matches(rules.HEADING_STYLE, element.said)
    return int(found.group(1) or found.group(2)) if found else 0


class Writer:
    """Writes a tree of `html_tree` once. `found` counts what was mended; `foreign`: an office program wrote it."""

    def __init__(self, found: Counter[str], *, foreign: bool = False, shift: int = 0) -> None:
        self.out: list[str] = []
        self.runs: list[Run] = []
        self.found = found
        self.foreign, self.shift = foreign, shift
        self.lists = MarkerLists(self.out, found)
        self.before = ""  # a tick to stand before the text that comes next
        self.bold_by_itself = False

    def write(self, root: Element) -> str:
        """The whole of `root` as HTML."""
        self._walk(root, None, ())
        self._flush(None)
        self.lists.close()
        return "".join(self.out)

    def _walk(self, box: Element, wrap: Wrap | None, marks: Marks) -> None:
        """Go through `box`. Its bare text goes into `wrap`."""
        for child in box.children:
            if isinstance(child, str):
                self.runs.append([child, marks])
            else:
                self._element(child, wrap, marks)

    def _element(self, element: Element, wrap: Wrap | None, marks: Marks) -> None:
        if element.tag == "br":
            turns_page = matches(rules.PAGE_BREAK, element.said)
            self.runs.append([" " if turns_page else BREAK, marks])
            return
        if element.tag == rules.PHOTO["tag"] and (photo := _photo_key(element)):
            self._flush(wrap)
            self.lists.close_unless_in_item()
            self.out.append(photo_in_text(photo))
            return
        marks = self._marks(element, marks)
        listed = not heading_level(element) and matches(rules.LIST_STYLE, element.said)
        if listed and element.tag in rules.PARAGRAPHS:
            self._item(element, wrap, marks, listed)
        elif element.tag in ("ul", "ol"):
            self._list(element, wrap, marks)
        elif element.tag == "li":
            self._flush(wrap)
            self._loose_item(element, marks)
        elif element.tag in rules.PARAGRAPHS or element.tag in rules.CONTAINERS:
            self._paragraph(element, wrap, marks)
        elif element.tag in rules.TEXT_BOXES or element.tag in rules.BOXES:
            self._box(element, wrap, marks)
        elif matches(rules.LIST_MARKER, element.said):
            self.runs += [] if self.lists.in_item else [[element.text().strip(" \xa0\n") + " ", marks]]
        else:
            self._walk(element, wrap, marks)

    def _marks(self, element: Element, marks: Marks) -> Marks:
        """The form of what stands in `element`, in the order in which it was opened."""
        inline = element.tag not in _BLOCKS
        if not element.attributes and not element.style and element.tag not in _FORMED:
            return marks
        if inline and (language := self._language(element)):
            marks = (*marks, ("span", language))
        if element.tag == "a" and (link := self._link(element)):
            marks = (*(mark for mark in marks if mark[0] != "a"), link)
        linked = any(mark[0] == "a" for mark in marks)
        for name, asked in rules.MARKS.items():
            own, on, off = (
                matches(asked["tag"], element.tag),
                matches(asked["on"], element.said),
                matches(asked["off"], element.said),
            )
            by_style = (
                on and (inline or name in ("strong", "em")) and not (name == "u" and element.fits(rules.NOT_UNDERLINED))
            )
            plain = (name == "strong" and (element.tag == "th" or self.bold_by_itself)) or (name == "u" and linked)
            if (own or by_style) and not off and not plain:
                marks = marks if name in marks else (*marks, name)
            elif off and asked.get("inherited"):
                marks = tuple(mark for mark in marks if mark != name)
        return marks

    def _link(self, element: Element) -> Mark | None:
        href = element.attributes.get("href", "").strip()
        address = followed(href) if href else None
        if address:
            pairs = [("href", address)]
            pairs += [("hreflang", element.attributes["hreflang"])] if "hreflang" in element.attributes else []
            return ("a", tuple(pairs))
        self.found["link"] += bool(href)
        return None

    def _language(self, element: Element) -> Pairs:
        value = element.attributes.get("lang", "").strip()
        return (("lang", value),) if not self.foreign and _LANGUAGE.fullmatch(value) else ()

    def _flush(self, wrap: Wrap | None) -> None:
        """Write the text that was gathered, in `wrap` or bare. A break alone stays only in a paragraph of its own."""
        if self.before and mended(self.runs):
            self.runs, self.before = [[self.before, ()], *self.runs], ""
        runs, self.runs = mended(self.runs), []
        if not runs or ((wrap is None or wrap[2]) and all(text == BREAK for text, _marks in runs)):
            return
        self.lists.close_unless_in_item()
        written = as_html(runs)
        self.out.append(f"<{wrap[0]}{attributes(wrap[1])}>{written}</{wrap[0]}>" if wrap else written)

    def _paragraph(self, element: Element, wrap: Wrap | None, marks: Marks) -> None:
        self._flush(wrap)
        level, makeshift = heading_level(element), element.tag in rules.CONTAINERS
        tag = f"h{min(max(level + self.shift, 2), 4)}" if level else "p"
        if level and element.tag == "p":
            self.found["heading"] += 1
        if level and self.foreign:
            marks, self.bold_by_itself = tuple(mark for mark in marks if mark != "strong"), True
        own = (tag, self._language(element), makeshift)
        self._walk(element, own, marks)
        self._flush(own)
        self.bold_by_itself = False

    def _item(self, element: Element, wrap: Wrap | None, marks: Marks, listed: re.Match[str]) -> None:
        """A paragraph with a bullet or number in front becomes an item; a paragraph where HTML cannot number so."""
        self._flush(wrap)
        marker, level = marker_of(element), int(listed.group(2) or 1)
        if self.lists.begin_item(marker, level, listed.group(1)):
            self._walk(element, None, marks)
            self._flush(None)
        else:
            self.runs.append([f"{marker} ", marks])
            self._walk(element, ("p", (), False), marks)
            self._flush(("p", (), False))
        self.lists.end_item()

    def _list(self, element: Element, wrap: Wrap | None, marks: Marks) -> None:
        """A list; a list that stands beside items instead of in one goes into the item before it."""
        self._flush(wrap)
        items = [child for child in element.children if not isinstance(child, str) or child.strip(" \n\xa0")]
        loose = [item for item in items if not isinstance(item, str) and "data-aria-level" in item.attributes]
        if items and len(loose) == len(items):
            for placed in loose:
                self._loose_item(placed, marks)
            return
        self.lists.close_unless_in_item()
        outer = self.lists.set_aside()
        pairs = [(name, value) for name, value in element.attributes.items() if name in rules.KEPT_ATTRIBUTES["ol"]]
        opening = f"<{element.tag}{attributes(pairs if element.tag == 'ol' else ())}>"
        is_open = False
        for item in items:
            nested = not isinstance(item, str) and item.tag in ("ul", "ol")
            if not (nested and is_open):
                self.out.append("</li><li>" if is_open else f"{opening}<li>")
                is_open = True
            self._content(item, nested, marks)
        self.out += [f"</li></{element.tag}>"] if is_open else []
        self.lists.take_back(outer)

    def _content(self, item: str | Element, nested: bool, marks: Marks) -> None:
        if isinstance(item, str):
            self.runs.append([item, marks])
        elif nested or item.tag != "li":
            self._element(item, None, marks)
        else:
            if matches(rules.CHECKBOX["role"], item.attributes.get("role", "")):
                ticked = item.attributes.get("aria-checked") == "true"
                self.before = rules.CHECKBOX["done" if ticked else "open"]
            self._walk(item, None, self._marks(item, marks))
        self._flush(None)
        self.lists.close()

    def _loose_item(self, item: Element, marks: Marks) -> None:
        """An item outside of a list, or, by Word for the web, alone in one and at the level that it names."""
        found = matches(r"^[1-9]", item.attributes.get("data-aria-level"))
        level = int(found[0]) if found else 1
        number = item.parent.attributes.get("start", "1") if item.parent.tag == "ol" else ""
        self.lists.begin_item(f"{number}." if number else "•", level, "online")
        self._walk(item, None, self._marks(item, marks))
        self._flush(None)
        self.lists.end_item()

    def _box(self, element: Element, wrap: Wrap | None, marks: Marks) -> None:
        self._flush(wrap)
        self.lists.close_unless_in_item()
        outer = self.lists.set_aside()
        begin = len(self.out)
        tag = rules.RENAMED.get(element.tag, element.tag)
        kept = rules.KEPT_ATTRIBUTES.get(tag, ())
        pairs = [(name, value) for name, value in element.attributes.items() if name in kept]
        self.out.append(f"<{tag}{attributes([*self._language(element), *pairs])}>")
        self._walk(element, None, marks)
        self._flush(None)
        self.lists.close()
        self.out.append(f"</{tag}>")
        self.lists.take_back(outer)
        if tag == "table" and self.foreign:
            self.out[begin:] = [with_header_row("".join(self.out[begin:]))]


def _photo_key(element: Element) -> str:
    """The key of the photograph that a figure names; "" for a figure of another page."""
    key = element.attributes.get(rules.PHOTO["attribute"], "").strip().lower()
    return key if matches(rules.PHOTO["key"], key) else ""


def with_header_row(table: str) -> str:
    """`table` with its first row as headers, when that is all bold or stands apart and more rows follow."""
    first = _FIRST_ROW.search(table)
    if table.count("<table") > 1 or table.count("<tr>") < 2 or not first:
        return table
    plain = [re.sub(r"<strong>.*?</strong>|<[^>]+>|\s", "", text) for _pairs, text in _CELL.findall(first.group(1))]
    if not ("<thead>" in table or ("<strong>" in first.group(1) and not any(plain))):
        return table
    heads = _CELL.sub(lambda cell: f"<th{cell[1]}>{re.sub('</?strong>', '', cell[2])}</th>", first.group(1))
    return f"{table[: first.start(1)]}{heads}{table[first.end(1) :]}"
