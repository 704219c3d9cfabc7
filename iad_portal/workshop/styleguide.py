"""Every component with its states, on one page, for those who work on the face. Reachable in DEBUG only.

`?lang=en` or `?lang=th`. What it shows stands in styleguide.json: {"th", "en"} is a text, {"other"} a text that there
is in the other language only, {"day"} a date (perhaps partial), {"when"} days already worded.
"""

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import translation
from django.utils.html import format_html

from iad_portal.lib.components import (
    Bar,
    Byline,
    Card,
    Cell,
    Chip,
    ChipGroup,
    CityMap,
    CorrectionEntry,
    DateItem,
    DirectoryEntry,
    Doing,
    Evidence,
    Fact,
    FeedLink,
    Figure,
    Follow,
    Found,
    Ledger,
    Link,
    LinkGroup,
    ListGroup,
    MapEntry,
    MapGroup,
    Matrix,
    MatrixRow,
    Month,
    MonthEntry,
    NetworkEntry,
    PersonEntry,
    PhotoEntry,
    Picture,
    Quote,
    RollEntry,
    Row,
    RowGroup,
    Seen,
    SignedSide,
    SourceEntry,
    Statement,
    Step,
    Tag,
    TimelineItem,
    Total,
    Visit,
    Visits,
    WorkItem,
)
from iad_portal.lib.dates.calendar import PartialDate, fiscal_months
from iad_portal.lib.drawings.world_map import locator, world_map
from iad_portal.lib.intake.readers_forms import form_errors
from iad_portal.lib.registers.filters import FilterForm
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import Text, other_language, reader_language
from iad_portal.lib.text.excerpts import Hits
from iad_portal.office.models import SearchEntry
from iad_portal.office.pages.office_words import OfficeWords
from iad_portal.office.search.results import item_of
from iad_portal.workshop.styleguide_plots import plot_samples
from iad_portal.workshop.styleguide_press import press_samples
from relations.models import City
from relations.pages.files import place_in_rows
from relations.pages.unsaid import unsaid

CITIES = (
    ("washington-dc", 38.8951, -77.0364, "วอชิงตัน ดี.ซี.", "Washington, D.C."),
    ("beijing", 39.9075, 116.3972, "ปักกิ่ง", "Beijing"),
    ("moscow", 55.7522, 37.6156, "มอสโก", "Moscow"),
    ("saint-petersburg", 59.9386, 30.3141, "เซนต์ปีเตอร์สเบิร์ก", "Saint Petersburg"),
    ("budapest", 47.4980, 19.0399, "บูดาเปสต์", "Budapest"),
    ("lausanne", 46.5160, 6.6328, "โลซาน", "Lausanne"),
    ("manila", 14.6042, 120.9822, "มะนิลา", "Manila"),
    ("jakarta", -6.2146, 106.8451, "จาการ์ตา", "Jakarta"),
    ("hanoi", 21.0245, 105.8412, "ฮานอย", "Hanoi"),
    ("seoul", 37.5660, 126.9784, "โซล", "Seoul"),
    ("busan", 35.1017, 129.0300, "ปูซาน", "Busan"),
    ("daegu", 35.8703, 128.5911, "แทกู", "Daegu"),
    ("fukuoka", 33.6064, 130.4181, "ฟูกูโอกะ", "Fukuoka"),
    ("aichi", 35.1802, 136.9066, "ไอจิ", "Aichi"),
    ("shanghai", 31.2222, 121.4581, "เซี่ยงไฮ้", "Shanghai"),
)


# The shapes of what stands in styleguide.json, and of what stands within these.
SHAPES = {
    "bars": Bar, "totals": Total, "chips": Chip, "ledger": Ledger, "index": Link, "dates": DateItem, "facts": Fact,
    "answers": Fact, "timeline": TimelineItem, "sources": SourceEntry, "people": PersonEntry,
    "agencies": Link, "cards": Card, "byline": Byline, "figures": Figure, "matrix": Matrix,
    "work": WorkItem, "entries": MonthEntry, "doings": Doing,
    "chain": Link, "visits": Visits, "sides": SignedSide,
}  # fmt: skip
FIELDS = {
    (Ledger, "groups"): RowGroup,
    (RowGroup, "rows"): Row,
    (Row, "cells"): Cell,
    (TimelineItem, "tags"): Tag,
    (Visits, "rows"): Visit,
    (Visits, "more"): Visit,
    (SignedSide, "people"): PersonEntry,
    (Matrix, "columns"): Link,
    (Matrix, "rows"): MatrixRow,
    (MatrixRow, "head"): Link,
    (WorkItem, "steps"): Step,
}


class SampleFilter(FilterForm):
    """A register's filter with one field of each kind, an order, and a value that was not understood."""

    filters = ("kind", "form")
    quick = "form"

    q = forms.CharField(label="q")
    kind = forms.ChoiceField(label="kind", choices=[("", "–"), ("sister", "sister city"), ("mou", "MOU")])
    form = forms.ChoiceField(label="form", choices=[("", "–"), ("a", "A"), ("b", "B")])
    on = forms.DateField(label="on", help_text="14/2/2563, 2020-02-14")
    sort = forms.ChoiceField(choices=[("", "A–Z"), ("date", "1–9")], widget=forms.HiddenInput)


def _sample_filter(home: str) -> SampleFilter:
    request = HttpRequest()
    request.GET = QueryDict(mutable=True)
    request.GET.update({"q": home, "kind": "sister", "on": "31/2/2563"})
    form = SampleFilter(request)
    form.count([(6, {"kind": ("sister",), "form": ("a",)}), (29, {"kind": ("mou",), "form": ("b",)})])
    form.add_error("on", "31/2 ≠ ✓")
    return form


class SampleLetter(forms.Form):
    """A form that people write in, with one field of each kind."""

    topic = forms.ChoiceField(label="topic", choices=[("a", "1"), ("b", "2")], widget=forms.RadioSelect)
    text = forms.CharField(label="text", help_text="1, 2, 3 …", widget=forms.Textarea(attrs={"rows": 3}))
    email = forms.EmailField(label="email", error_messages={"invalid": "? ≠ name@example.com"})
    box = forms.BooleanField(label="✓", error_messages={"required": "✓ ?"})


def styleguide(request: HttpRequest) -> HttpResponse:
    """The page, in the language asked for."""
    with translation.override("en" if request.GET.get("lang") == "en" else "th"):
        return render(request, "styleguide.html", samples())


def samples() -> dict:  # long: one entry for each component
    """What the page shows, in the active language."""
    language = reader_language()
    shown = {name: _shaped(SHAPES.get(name), value) for name, value in _worded(_facts(), language).items()}
    cities = [(key, lat, lon, thai if language == "th" else english, "#") for key, lat, lon, thai, english in CITIES]
    home = "กรุงเทพมหานคร" if language == "th" else "Bangkok"
    months = [Month(month, shown["entries"]) for month in fiscal_months(2013)[:2]]
    letter = SampleLetter({"topic": "b", "text": home, "email": "?"}, auto_id="letter_%s")
    entries = [MapEntry(city[3], "#", "–") for city in cities]
    facts = [shown["facts"][0], replace(shown["facts"][1], record=City(doubt_en="?")), *shown["facts"][2:]]
    return shown | {
        "facts": facts,
        "statement": Statement(shown["answers"], Seen(home, is_confirmed=True), [Link(home, "#")]),
        "unsaid": unsaid([home, shown["other"]]),
        "followed": [Follow(home, [FeedLink("Atom", "#", "application/atom+xml")])],
        "evidence": Evidence(
            home, shown["sources"], rivals=facts[:1], stated=facts[1:2], notes=[shown["other"]], age=home
        ),
        "chipset": [ChipGroup(home, shown["chips"]), ChipGroup("2", shown["chips"][:2], is_quiet=True)],
        "roles": colour_roles(),
        "bureau": OfficeWords(home, "", home, "02 123 4567", "name@example.org"),
        "plots": plot_samples(),
        "crumbs": [Link(home, "#")],
        "own": Text("", language, language),
        "map": CityMap(world_map(cities, home), "map", "list", [MapGroup(home, len(cities), entries)], draws=True),
        "locator": locator(*cities[0][1:4], home),
        "form": _sample_filter(home),
        "lists": _lists(home, shown["other"]),
        "letter": letter,
        "faults": form_errors(letter),
        "page": Paginator(range(240), 20).page(5),
        "found": _found(language),
        "months": months,
        "gallery": [_photo(order, shown["other"]) for order in range(5)],
        "quote": Quote(shown["other"], date(2026, 11, 22), "https://example.org/th/news/a/"),
        "corrections": [CorrectionEntry(date(2026, 11, 23), shown["other"])],
        "dateline": [home, shown["answers"][0].value],
        "share": [Link(home, "#")],
        **press_samples(home, shown["other"], shown["facts"]),
        "related": [
            LinkGroup(home, [Link(shown["other"], "#", text=home), Link(home)]),
            LinkGroup(home, [Link(home)], is_folded=True),
        ],
    }


def _shaped(shape: type | None, value):
    """`value`, a dict or a list of them, as `shape`; what stands within it as FIELDS says."""
    if isinstance(value, list):
        return [_shaped(shape, part) for part in value]
    if shape is None or not isinstance(value, dict):
        return value
    return shape(**{name: _shaped(FIELDS.get((shape, name)), part) for name, part in value.items()})


def _lists(home: str, other: Text) -> dict[str, list[ListGroup]]:
    """Groups for each kind of list: an entry of which all is known, and one of which nothing is."""
    cities = [RollEntry(home, "#", other, home, "1962"), RollEntry(other, "#")]
    website = Link("example.org", "https://example.org/")
    missions = [DirectoryEntry(home, "#", [other], website), DirectoryEntry(other, "#")]
    networks = [NetworkEntry(home, "#", "ABC", home), NetworkEntry(other, "#")]
    return {
        "roll": [ListGroup(home, cities, "2")],
        "directory": [ListGroup(home, missions), ListGroup("", missions)],
        "nets": [ListGroup(home, networks, "2", home)],
    }


def _found(language: str) -> list[Found]:
    """Two results of a search for the home city; the second is there in the other language only."""
    both = {"th": "กรุงเทพมหานคร", "en": "Bangkok"}
    hits = Hits(frozenset(["กรุงเทพมหานคร", "bangkok"]), ())
    titles = [{f"title_{code}": name for code, name in both.items()}, {f"title_{other_language(language)}": "MOU 1"}]
    said = {f"said_{code}": f"… {name} – …" for code, name in both.items()}
    days = (None, date(2019, 6, 28))
    kinds = ("city", "agreement")
    rows = zip(kinds, days, titles, strict=True)
    return [item_of(SearchEntry(kind=kind, day=day, page="home", **title, **said), hits) for kind, day, title in rows]


def _photo(order: int, words: Text) -> PhotoEntry:
    """One of five photos for components/gallery.html: the portal's own card, as no upload is at hand."""
    address = static("img/card.png")
    picture = Picture(address, f"{address} 1200w", "100vw", 1200, 630)
    return PhotoEntry(
        picture, picture, address, order + 1, 5, words, words.language, place=place_in_rows(order, 5),
        is_tall=order == 1, previous=order or None, next=order + 2 if order < 4 else None,
        caption=words, credit=words if order else "", licence="CC BY 4.0",
    )  # fmt: skip


@cache
def colour_roles() -> list[str]:
    """The names of the colour roles, in the order of tokens.css."""
    tokens = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
    return list(dict.fromkeys(re.findall(r"--color-([\w-]+):", tokens)))


@cache
def _facts() -> dict:
    return json.loads(Path(__file__).with_suffix(".json").read_text())


def _worded(value, language: str):
    """`value` of the file, as a view would hand it to a component."""
    if isinstance(value, list):
        return [_worded(item, language) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"th", "en"}:
        return value[language]
    if value.keys() == {"other"}:
        return Text(value["other"][language], other_language(language), language)
    if value.keys() == {"day"}:
        return PartialDate.from_iso(value["day"])
    if "when" in value:
        days = when(*(date.fromisoformat(day) for day in value["when"]))
        return format_html("{} {}", _worded(value["lead"], language), days) if "lead" in value else days
    return {key: _worded(item, language) for key, item in value.items()}
