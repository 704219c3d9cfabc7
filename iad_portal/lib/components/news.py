"""The shapes of news, people and files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .words import Day, OfRecord, Words


@dataclass(frozen=True, slots=True)
class PictureSource:
    """The renditions of a picture in one format: its media type, and the `srcset` of HTML."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image for picture.html: other formats, and the plain image with its `width` and `height` in pixels.

    `sizes`: how wide it is shown, as the HTML attribute of that name has it; `focus`: classes of focus.css, for places
    that crop it.
    """

    src: str
    srcset: str
    sizes: str
    width: int
    height: int
    sources: Sequence[PictureSource] = ()
    focus: str = ""


@dataclass(frozen=True, slots=True)
class PhotoEntry(OfRecord):
    """A photo, for the page and for its large view (gallery.html, photo.html, viewer.html, caption.html).

    `number`: from 1, unique on the page, `of` so many; `previous` and `next`: numbers of its neighbours, or None;
    `place`: "whole", "half" or "third" of the width; `url` and `size`: of the file as kept; `alt_lang`: the language of
    `alt` when that is not the reader's; `people`: a sentence that names who is in it.
    """

    picture: Picture | None
    large: Picture | None
    url: str
    number: int
    of: int
    alt: Words
    alt_lang: str = ""
    size: str = ""
    share_url: str = ""
    place: str = "whole"
    is_tall: bool = False
    previous: int | None = None
    next: int | None = None
    caption: Words = ""
    people: Words = ""
    credit: Words = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Card(OfRecord):
    """A piece of news (card.html). `date`: when it came out, None when not known; `event` to `event_end`: the days of
    what it tells of, where they differ; `tags`: words; `alt_lang`: the language of `alt` if not the reader's.

    On the home page, `date` to `end` are the days of what it tells of, else the day it came out. `margin`: the day as
    it stands in a list under its year, in place of `date`.
    """

    title: Words
    url: str
    date: Day | None = None
    end: Day | None = None
    margin: Words = ""
    event: Day | None = None
    event_end: Day | None = None
    tags: Sequence[Words] = ()
    text: Words = ""
    picture: Picture | None = None
    alt: Words = ""
    alt_lang: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """Under the title of an article (byline.html); what is not known is None. `source`: a name, as printed.

    `based_on`: whose published facts it tells in its own words, and `based_on_day`, when they came out there.
    `changed`: the day of the last change, where that is another one.
    """

    published: Day | None = None
    source: Words = ""
    based_on: Words = ""
    based_on_day: Day | None = None
    changed: Day | None = None


@dataclass(frozen=True, slots=True)
class CorrectionEntry(OfRecord):
    """What was changed in an article, and when (corrections.html)."""

    day: date
    text: Words


@dataclass(frozen=True, slots=True)
class Quote:
    """How a page is named in another text (quote.html). `day`: None when not known; `url`: absolute.

    `other_year`: the year of the day in the other calendar, with its era; `based_on` and `based_on_day`: as in Byline.
    """

    title: Words
    day: Day | None
    url: str
    based_on: Words = ""
    based_on_day: Day | None = None
    other_year: str = ""


@dataclass(frozen=True, slots=True)
class PersonEntry(OfRecord):
    """Somebody, and what they are here for (people.html)."""

    name: Words
    role: Words = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class SignedSide:
    """Who signed for one side (sides.html). `note`: a line under them, with the numbers of its `sources`."""

    label: Words
    people: Sequence[PersonEntry] = ()
    note: Words = ""
    sources: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Found(OfRecord):
    """What a search found (results.html): `title` and `excerpt` with their hits marked; `when` in words, and for
    machines in `datetime`."""

    kind: str
    url: str
    title: Words
    excerpt: Words = ""
    when: str = ""
    datetime: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A notice over the whole site (banner.html). `kind`: emergency, closure, mourning or information; `title`: the
    kind in a word, or ""; `label`: the words of the link."""

    kind: str
    title: Words
    text: Words
    url: str = ""
    label: Words = ""
