"""Each component shows what it is given, in both languages, and marks what is in the other one."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template import Context
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from iad_portal.lib.components import Cell, Ledger, Link, Row
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.templatetags.face import again, when
from iad_portal.lib.templatetags.portal import rich
from iad_portal.lib.text.bilingual import Text
from iad_portal.workshop.styleguide import samples, styleguide
from news.pages.newsletter_page import ContentsLine
from tests.reading import as_read

COMPONENTS = sorted(Path(settings.BASE_DIR, "templates/components").glob("*.html"))
FRAMES = {
    "header",
    "footer",
    "mark",
    "glass",
    "phone",
    "src",
    "picture",
    "standing",
}  # on every page, inside others, or tested apart
FRAME = {  # what the context processor would ask the addresses and the database for
    "sections": [Link("s", "/s/", is_current=True)],
    "languages": [{"code": "th", "label": "ไทย", "url": "/th/", "is_current": True}],
    "search_url": "/search/",
    "alternates": [{"hreflang": "x-default", "url": "http://localhost/th/"}],
    "office": {"name": "o", "parent": "", "address": "", "phone": "", "email": "", "facebook": ""},
    "footer": {"groups": []},
    "notices": {"bars": [], "is_mourning": False},
}
THAI_YEAR, COMMON_YEAR = re.compile(r"\b25[0-7]\d\b"), re.compile(r"\b(19|20)\d\d\b")


def render(name, language="th", path="/", **context):
    with translation.override(language):
        request = RequestFactory().get(path)
        return as_read(render_to_string(f"components/{name}.html", context, request=request))


@pytest.fixture(params=["th", "en"])
def language(request):
    return request.param


@pytest.fixture
def guide(language):
    """The page of all components."""
    with translation.override(language):
        html = render_to_string("styleguide.html", samples() | FRAME, request=RequestFactory().get("/styleguide/"))
        return as_read(html)


def samples_in(language):
    with translation.override(language):
        return samples()


class Checker(HTMLParser):
    """Finds inline script and style, ids given twice, tags that do not close; and tells the language of every text."""

    VOID = {"meta", "link", "br", "img", "input", "hr"}

    def __init__(self, html):
        super().__init__()
        self.ids, self.faults, self.open, self.texts = [], [], [], []
        self.feed(html)
        self.faults += [f"<{tag}> is not closed" for tag, _ in self.open]
        self.faults += [f"id {name} twice" for name in set(self.ids) if self.ids.count(name) > 1]

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        self.ids += [names["id"]] if "id" in names else []
        is_inline = tag == "style" or (tag == "script" and not names.get("src"))
        if is_inline or "style" in names or any(name.startswith("on") for name in names):
            self.faults.append(f"inline: <{tag}>")
        if tag not in self.VOID:
            self.open.append((tag, names.get("lang") or (self.open[-1][1] if self.open else "")))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()[0] != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if self.open and data.strip():
            self.texts.append((data, self.open[-1][1]))


def test_the_page_of_all_components_is_sound(guide):
    assert Checker(guide).faults == []


def test_the_guide_shows_every_component():
    shown = Path(settings.BASE_DIR, "templates/styleguide.html").read_text()
    # Within section.html, register.html, projects.html, gallery.html, plot_terms.html and the page itself.
    inside = {
        "as_of",
        "crumbs",
        "progress",
        "contents",
        "photo",
        "figure",
        "caption",
        "viewer",
        "viewers",
        "plot_rules",
        "plot_stretch",
    }
    inside |= {"brand", "footer_links", "head", "menu", "search_site"}  # of the frame
    inside |= {"sources", "updated"}  # of record.html
    inside |= {"filter", "found", "group", "map_small"}  # of sift.html, roll.html, map.html
    inside |= {"visit_rows", "withdrawn", "quote", "related_links"}  # of visits, standing, tools and related.html
    inside |= {"in_step"}  # notice.html with words of its own
    names = {part.stem for part in COMPONENTS} - FRAMES - inside
    assert {name for name in names if f"components/{name}.html" not in shown} == set()


@pytest.mark.django_db
def test_the_guide_answers_in_the_language_asked_for():
    html = styleguide(RequestFactory().get("/styleguide/", {"lang": "en"})).content.decode()
    assert '<html lang="en">' in html
    assert '<h1 class="panel__title">Components</h1>' in html


def test_every_component_says_what_it_takes():
    for part in COMPONENTS:
        assert part.read_text().startswith("{% comment %}"), part.name


def test_every_class_of_a_component_is_styled_or_known():
    styles = "".join(part.read_text() for part in Path(settings.BASE_DIR, "static/css").rglob("*.css"))
    plain = {"filter__field", "footer__list", "people__name", "map__list"}  # names for tests and later styles
    for part in COMPONENTS:
        html = re.sub(r"{%.*?%}|{{.*?}}", " ", part.read_text())
        for name in {word for value in re.findall(r'class="([^"]*)"', html) for word in value.split()} - plain:
            assert name.endswith("-") or f".{name}" in styles, (part.name, name)


def test_texts_in_the_other_language_are_marked(guide, language):
    foreign = "th" if language == "en" else "en"
    other = str(samples_in(language)["other"])[:15]  # a compound further on stands in a span of its own
    languages = [code for text, code in Checker(guide).texts if other in text]
    assert len(languages) > 20
    assert set(languages) == {foreign}


def test_dates_are_shown_in_the_reader_s_era(guide, language):
    wrong = COMMON_YEAR if language == "th" else THAI_YEAR
    times = re.findall(r'<time datetime="(\d{4})[^"]*">([^<]*)</time>', guide)
    assert times
    assert [text for _, text in times if wrong.search(text)] == []
    assert {machine[:2] for machine, _ in times} <= {"19", "20"}


@pytest.mark.parametrize(
    ("value", "style", "thai", "english"),
    [
        (PartialDate.from_iso("2020-02-14"), "long", "14 กุมภาพันธ์ 2563", "14 February 2020"),
        (PartialDate.from_iso("2020-02"), "short", "ก.พ. 2563", "Feb 2020"),
        (PartialDate.from_iso("2020-02-14"), "year", "2563", "2020"),
        (PartialDate.from_iso("2020-02-14"), "month", "กุมภาพันธ์ 2563", "February 2020"),
        (PartialDate.from_iso("2020-02-14"), "month_name", "กุมภาพันธ์", "February"),
        (None, "long", "", ""),
    ],
)
def test_when_words_a_date_in_both_languages(value, style, thai, english):
    for code, expected in (("th", thai), ("en", english)):
        with translation.override(code):
            assert re.sub("<[^>]*>", "", when(value, None, style)) == expected


def test_when_words_a_span_and_keeps_the_gregorian_day():
    with translation.override("th"):
        html = when(PartialDate.from_iso("2019-06-26"), PartialDate.from_iso("2019-06-28"))
    assert html == '<time datetime="2019-06-26">26–28 มิถุนายน 2562</time>'


def test_again_is_empty_where_nothing_extends():
    assert again(Context({}), "title") == ""


def test_fallback_speaks_only_when_it_must():
    assert "notice" not in render("fallback", text=Text("ข้อความ", "th", "th"))
    assert "เฉพาะภาษาอังกฤษ" in render("fallback", text=Text("text", "en", "th"))
    assert "in Thai only" in render("fallback", "en", text=Text("ข้อความ", "th", "en"))


def test_pager_keeps_the_other_parameters_and_says_where_one_is():
    html = render("pager", "en", "/?kind=mou&page=5", page=Paginator(range(240), 20).page(5))
    assert 'href="?kind=mou&amp;page=6" rel="next"' in html
    assert '<b aria-current="page"><span class="vh">Page </span>5</b>' in html
    assert "…" in html


def test_pager_leads_to_the_list_itself_and_tells_how_long_it_is():
    html = render("pager", "en", page=Paginator(range(180), 20).page(2), anchor="results")
    assert 'href="?page=3#results" rel="next"' in html
    assert "Page 2 of 9" in html
    assert 'href="/#results" rel="prev"' in html  # the first page needs no number


def test_a_filter_that_is_on_is_named_and_can_be_taken_away(guide, language):
    name, remove = ("kind:", "นำตัวกรองออก" if language == "th" else "Remove the filter")
    chips = re.findall(r'<a [^>]*class="chip--off">(.*?)</a>', guide)
    assert any(remove in chip and name in chip and "sister city" in chip for chip in chips)
    assert '<option value="sister" selected>sister city (6)</option>' in guide


def test_only_cells_that_need_it_are_named_on_a_card():
    cells = [Cell("19", is_named=True), Cell("Seoul")]
    html = render("ledger", ledger=Ledger.of_rows(["Agreement", "No.", "City"], [Row("x", cells)]))
    assert 'data-label="No." class="named"' in html and 'data-label="City">' in html


def test_a_cell_shows_a_term_of_which_only_the_end_is_known():
    cells = [Cell(end=PartialDate.from_iso("2003-05"))]
    html = render("ledger", "en", ledger=Ledger.of_rows(["Role", "Term"], [Row("x", cells)]))
    assert '<time datetime="2003-05">until May 2003</time>' in html


def test_a_row_with_more_cells_than_columns_is_a_fault():
    with pytest.raises(ValueError, match="zip"):
        render("ledger", ledger=Ledger.of_rows(["a"], [Row("x", [Cell("1")])]))


def test_an_empty_list_says_what_to_try():
    html = render("empty", text="nothing", hint="try less", url="/all/", label="all")
    assert "try less" in html and '<a href="/all/">all</a>' in html


def test_pager_is_silent_on_a_single_page():
    assert render("pager", page=Paginator([1], 20).page(1)).strip() == ""


def test_ledger_repeats_its_headings_for_narrow_screens(guide, language):
    assert ('data-label="ลงนาม"' if language == "th" else 'data-label="Signed"') in guide
    assert guide.split('class="ledger"')[1].split("</table>")[0].count('role="columnheader"') == 4


def test_filter_ties_errors_and_help_to_their_field(guide):
    field = re.search(r'<input[^>]*name="on"[^>]*>', guide)[0]
    assert 'aria-invalid="true"' in field
    for word in re.search(r'aria-describedby="([^"]*)"', field)[1].split():
        assert f'id="{word}"' in guide


def test_every_kind_of_notice_stands_in_the_banner(guide):
    banners = guide.split('class="banners"')[1].split("</section>")[0]
    assert re.findall(r"banner--(\w+)", banners) == ["emergency", "closure", "mourning", "information"]
    assert banners.count("banner__title") == 3 and banners.count("<a ") == 2


def test_errors_lead_to_their_fields_and_are_tied_to_them(guide):
    ways = re.findall(r'<li><a href="#(letter_\w+)">', guide)
    assert ways == ["letter_email", "letter_box"]
    for name in ways:
        control = re.search(rf'<input[^>]*id="{name}"[^>]*>', guide)[0]
        assert 'aria-invalid="true"' in control and f'aria-describedby="{name}_error"' in control
        assert f'id="{name}_error"' in guide
    assert guide.index('class="errors"') < guide.index('id="letter_topic_0"')


def test_map_lists_every_city_it_draws(guide):
    wide = guide.split("map--small")[0]
    assert wide.count("map__pin") == 15
    assert guide.split('class="map__groups"')[1].split("</details>")[0].count("<li>") == 15


def test_a_headline_without_an_article_is_one_thing_beside_its_page():
    """Thai words are held together by tags of their own, which would else stand apart in a row."""
    html = render("issue_contents", contents=[ContentsLine("หัวข้อข่าวในจดหมายข่าว", "", 2)])
    assert re.search(r"<li><span>.*หัวข้อข่าว.*</span>\s*<small>", html, re.DOTALL)


def test_an_empty_line_of_the_office_is_left_out():
    html = render("footer", **FRAME)
    assert "tel:" not in html
    assert "mailto:" not in html
    assert "<br>" not in html


PICTURE = {"sources": [], "src": "/m/1.jpg", "srcset": "", "sizes": "", "width": 3, "height": 2}
PHOTO = {
    "picture": PICTURE,
    "large": PICTURE,
    "url": "/m/big.jpg",
    "alt": "สะพาน",
    "alt_lang": "th",
    "number": 2,
    "of": 3,
}


def test_gallery_says_what_a_picture_shows_and_whose_it_is():
    words = {"caption": Text("พิธี", "th", "en"), "credit": "BMA", "licence": "CC BY 4.0"}
    html = render("gallery", "en", gallery=[PHOTO | words])
    assert 'alt="สะพาน"' in html
    caption = '<span lang="th">พิธี</span> <span class="figure__credit">Photo: BMA · CC BY 4.0</span>'
    assert html.count(caption) == 2  # under the small picture and the large one
    assert "figcaption" not in render("gallery", "en", gallery=[PHOTO])


def test_a_large_view_has_a_name_and_leads_on_and_back():
    html = render("gallery", "en", gallery=[PHOTO | {"previous": 1, "next": 3}])
    assert '<a class="figure__open" id="photo-2-small" href="#photo-2"><span class="vh">Enlarge photo 2:</span>' in html
    assert 'id="photo-2" role="group" aria-label="Photo 2 of 3" tabindex="-1" hidden>' in html
    for address in ("#photo-1", "#photo-3", "#photo-2-small", "/m/big.jpg"):
        assert f'<a href="{address}">' in html


def test_a_table_in_rich_text_can_be_moved_by_the_keyboard():
    text = Text("<p>a</p><table><tbody><tr><td>1</td></tr></tbody></table><table></table>", "en", "en")
    with translation.override("en"):
        html = rich(text)
    assert html.count('<div class="rich__frame" role="group" tabindex="0" aria-label="Table"><table>') == 2
    assert html.count("</table></div>") == 2


REFUSALS = [("404", "ไม่พบหน้านี้"), ("410", "ถูกนำออก"), ("403", "สิทธิ์")]


@pytest.mark.parametrize(("page", "thai"), REFUSALS)
def test_refusals_are_in_the_reader_s_language(page, thai):
    for code in ("th", "en"):
        with translation.override(code):
            html = render_to_string(f"{page}.html", FRAME, request=RequestFactory().get("/"))
        assert (thai in html) == (code == "th")
        assert Checker(html).faults == []


def test_the_page_of_a_fault_on_our_side_needs_nothing():
    html = render_to_string("500.html")
    assert "ขัดข้องชั่วคราว" in html
    assert '<div class="plain__other" lang="en">' in html
    assert Checker(html).faults == []
