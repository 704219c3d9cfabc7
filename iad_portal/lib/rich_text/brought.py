"""HTML as it was brought (pasted, imported, sent), written again by the portal's rules, and a count of what changed."""

import re
from collections import Counter
from functools import lru_cache
from types import MappingProxyType

import nh3

from iad_portal.lib.text.hygiene import count_damage

from . import paste_rules as rules
from .foreign import Writer, heading_level
from .tree import Element, Reader, matches, style_sheet

_STYLES = re.compile(r"<style\b[^>]*>(.*?)(?:</style|$)", re.IGNORECASE | re.DOTALL)
_SUPPORT_LISTS = re.compile(rules.SUPPORT_LISTS, re.IGNORECASE)
_IFRAMES = re.compile(r"<iframe\b", re.IGNORECASE)
_SILENT = {
    "script",
    "style",
    "title",
    "xml",
    "template",
    "noscript",
    "noembed",
    "noframes",
    "textarea",
    "select",
    "button",
}
_SILENT |= {"iframe", "svg", "math", "frameset"}
_SEEN = {*rules.PARAGRAPHS, *rules.CONTAINERS, *rules.TEXT_BOXES, *rules.BOXES, "ul", "ol", "br", "a", "span", "font"}
_SEEN |= {"b", "strong", "i", "em", "u", "sup", "sub", "ins", "del", "s", "strike", "img", "canvas", "object", "embed"}
_SEEN |= {"video", "audio", "applet", "big", "small", "dialog", "datalist", "cite", "label", "abbr", "mark", "q"}
_JUDGED = {"style", "class", "id", "lang", "hidden", "role", "color", "bgcolor", "aria-level", "aria-checked"}
_JUDGED |= {"aria-roledescription", "data-aria-level"}
# Only makes the markup well-formed and takes out what is never text; what is safe is decided by the last pass.
_well_formed = nh3.Cleaner(
    tags=_SEEN,
    clean_content_tags=_SILENT,
    attributes={"*": _JUDGED, "a": {"href", "hreflang"}, "ol": {"start", "type"}, "td": {"colspan", "rowspan"},
                rules.PHOTO["tag"]: {rules.PHOTO["attribute"]}, "th": {"scope", "colspan", "rowspan"}},
    url_schemes={"http", "https", "mailto", "tel", "file", "javascript", "about", "data"},
    link_rel=None,
)  # fmt: skip


@lru_cache(maxsize=64)
def brought(text: str) -> tuple[str, MappingProxyType[str, int]]:
    """`text`, any HTML, as the portal writes it (still to be sanitised), and how often what was left out or mended.

    Left out: comment, deleted, hidden, mail, picture, embedded, link. Mended: damage (to Thai letters), list, heading.
    """
    css = "\n".join(_STYLES.findall(text))
    reader = Reader(style_sheet(css) if css else {})
    reader.feed(_well_formed.clean(_with_markers(text)))
    root = reader.finish()
    found = reader.found
    found["embedded"] += len(_IFRAMES.findall(text))
    found["damage"] = count_damage(root.text())
    writer = Writer(found, foreign=bool(matches(rules.OFFICE, text)), shift=_has_title(root))
    html = writer.write(root)
    return html, MappingProxyType(Counter({kind: count for kind, count in found.items() if count}))


def _with_markers(text: str) -> str:
    """`text` with an element around each bullet or number of Word's that stands between comments."""
    inside = False

    def mark(comment: re.Match[str]) -> str:
        nonlocal inside
        was, inside = inside, comment[1].lower() != "endif"
        return comment[0] if was == inside else '<span style="mso-list:ignore">' if inside else "</span>"

    return _SUPPORT_LISTS.sub(mark, text)


def _has_title(root: Element) -> bool:
    waiting: list[Element] = [root]
    while waiting:
        element = waiting.pop()
        if heading_level(element) == 1:
            return True
        waiting += [child for child in element.children if not isinstance(child, str)]
    return False
