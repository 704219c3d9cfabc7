"""Rich text as it is stored: a small, safe HTML whose text has passed the same hygiene as every other text.

The editor's toolbar (`EDITOR_EXTENSIONS`) and `sanitise` allow the same things; `sanitise` also takes what the editor
cannot make but imports bring (table captions, header scopes, `lang`).
"""

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from html.parser import HTMLParser

import nh3

from iad_portal.lib.text.hygiene import MaybeText, clean_text

from .brought import brought
from .paste_rules import PHOTO

LINK_SCHEMES = ["http", "https", "mailto", "tel"]
EDITOR_EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Underline": True,
    "Superscript": True,
    "Subscript": True,
    "Heading": {"levels": [2, 3, 4]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": LINK_SCHEMES},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "PasteCleaner": True,  # static/js/paste.js
    "RecordLink": True,  # static/js/record_link.js
    "Photo": True,  # static/js/photo_in_text.js
}
_INLINE = {"strong", "em", "u", "sup", "sub", "a", "span"}
_TAGS = _INLINE | {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "figure"}
_TAGS |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {
    "*": {"lang"},
    "a": {"href", "hreflang"},
    "ol": {"start", "type"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    PHOTO["tag"]: {PHOTO["attribute"]},
}
_NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}", re.ASCII | re.IGNORECASE)
_ALLOWED_VALUES = {
    "lang": _LANGUAGE,
    "hreflang": _LANGUAGE,
    "rel": re.compile("noopener"),
    "href": re.compile(r"(?:https?://|mailto:|tel:|/(?![/\\]))[^\s\\]*", re.IGNORECASE),
    "start": _NUMBER,
    "type": re.compile("[aAiI]"),
    "colspan": _NUMBER,
    "rowspan": _NUMBER,
    "scope": re.compile("row|col|rowgroup|colgroup"),
    PHOTO["attribute"]: re.compile(PHOTO["key"]),
}
_NOTHING_VISIBLE = re.compile(r"(?:\s|&nbsp;|<(?!figure)[^<>]*>)*")
_BLOCKS = _TAGS - _INLINE | {"h1", "h5", "h6", "div", "hr", "dt", "dd", "section", "article"}


def _allowed_value(_tag: str, attribute: str, value: str) -> str | None:
    value = value.strip()
    pattern = _ALLOWED_VALUES.get(attribute)
    return value if pattern and pattern.fullmatch(value) else None


_last_pass = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_allowed_value,
    url_schemes=set(LINK_SCHEMES),
    link_rel="noopener",
)


class _Reader(HTMLParser):
    """Collects the text alone, a line for each block; a row of a table is one line, and so is `photo`, if not empty."""

    def __init__(self, photo: str) -> None:
        super().__init__(convert_charrefs=True)
        self.photo = photo
        self.out: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        self._separate(tag)
        if tag == PHOTO["tag"]:
            self.out.append(self.photo)

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style") and self.hidden > 0
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.out.append(re.sub(r"\s+", " ", data))

    def _separate(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.out.append(" " if tag in ("td", "th") else "\n")


def sanitise(text: MaybeText) -> MaybeText:
    """Safe, mended HTML from any HTML; "" when it holds no visible text. None stays None."""
    return _sanitised(text) if text else text


# One save asks several times about the same text: for the record, its row and its history.
@lru_cache(maxsize=64)
def _sanitised(text: str) -> str:
    safe = _last_pass.clean(brought(text)[0])
    return "" if _NOTHING_VISIBLE.fullmatch(safe) else safe.strip()


def plain_text(text: str | None, photo: str = "") -> str:
    """The words alone, entities decoded: one line for each block or line break, none empty. None gives "".

    Where a photograph stands in the text, `photo` is read.
    """
    reader = _Reader(photo)
    reader.feed(text or "")
    reader.close()
    lines = (re.sub(" +", " ", line).strip() for line in clean_text("".join(reader.out)).split("\n"))
    return "\n".join(line for line in lines if line)


def paragraphs(texts: Iterable[str]) -> str:
    """Rich text from plain texts, each a paragraph, escaped; a line break within one becomes <br>."""
    cleaned = (clean_text(text) for text in texts)
    return "".join("<p>" + html.escape(text, quote=False).replace("\n", "<br>") + "</p>" for text in cleaned if text)
