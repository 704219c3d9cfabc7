"""The rows that are put together without Django's engine: what they escape, mark and leave out."""

import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from iad_portal.lib.components import Cell, Chip, Found, RollEntry, Row, SourceEntry
from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.templatetags.rows import chip_line, found_line, ledger_row, matrix_cells, roll_line, source_line
from iad_portal.lib.templatetags.standing import part
from iad_portal.lib.text.bilingual import Text
from iad_portal.office.models import SearchEntry


def written(cell, label="Head"):
    return ledger_row(Row("Name", [cell]), ["", label]).split("</th>")[1]


def test_a_cell_of_a_matrix_says_in_words_what_its_dot_shows():
    with translation.override("en"):
        drawn = matrix_cells(["host", "yes", ""])
    assert [words.split("</span>")[0] for words in drawn.split('class="vh">')[1:]] == [
        "host", "took part", "not recorded"
    ]  # fmt: skip
    assert drawn.count("dot--host") == drawn.count("dot--none") == 1 and drawn.count("<td>") == 3


def test_a_line_of_the_roll_leaves_out_what_is_not_known():
    whole = roll_line(RollEntry(Text("ก<", "th", "en"), "/a", "Japan", form="MOU", since="since 1999"))
    assert '<a href="/a"><span lang="th">ก&lt;</span></a>' in whole and '<small class="roll__form">MOU</small>' in whole
    assert "since 1999" in whole and "roll__form" not in roll_line(RollEntry("A", "/a", "Japan"))


def test_a_source_leads_to_its_address_and_is_the_target_of_its_mark():
    told = source_line(SourceEntry(Text("<a>", "th", "en"), "https://e.org/?a&b", "e.org"), 3)
    assert told.startswith('<li id="source-3"><span lang="th">&lt;a&gt;</span>') and "?a&amp;b" in told
    assert source_line(SourceEntry("a"), 1) == '<li id="source-1"><span>a</span></li>'


def test_a_chip_says_what_it_does():
    on = Chip("a < b", "/?a&b", name="Kind", removes=True)
    with translation.override("en"):
        html = " ".join(chip_line(on).split())
    assert html.startswith('<li><a href="/?a&amp;b" class="chip--off"><span class="vh">Remove the filter </span>')
    assert '<span class="chip__name">Kind:</span> <span>a &lt; b</span></a></li>' in html
    html = " ".join(chip_line(Chip(Text("ก", "th", "en"), "/", count=2, is_current=True)).split())
    assert html == '<li><a href="/" aria-current="true"><span>ก</span> <span class="chip__count">2</span></a></li>'


def test_a_line_of_what_was_found_leaves_out_what_is_not_known():
    day = Found("News", "/a?b&c", mark_safe("<mark>A</mark>"), "a < b", when="2 May 2019", datetime="2019-05-02")
    whole = found_line(day)
    assert '<h3 class="found__title"><a href="/a?b&amp;c"><mark>A</mark></a></h3>' in whole
    assert '<p class="found__kind">News · <time datetime="2019-05-02">2 May 2019</time>' in whole
    assert '<p class="found__excerpt">a &lt; b</p>' in whole
    doubtful = Found("City", "/", "<A>", record=SearchEntry(is_doubtful=True))
    with translation.override("en"):
        short = found_line(doubtful)
    assert "&lt;A&gt;" in short and "<time" not in short and "found__excerpt" not in short
    assert part("components/doubt.html") not in whole and "<p><" in short


@pytest.mark.parametrize(
    "cell, html",
    [
        (Cell("<b>"), '<td role="cell" data-label="Head"><span>&lt;b&gt;</span></td></tr>'),
        (Cell(mark_safe("<i>a</i>")), '<td role="cell" data-label="Head"><span><i>a</i></span></td></tr>'),
        (Cell(), '<td role="cell" data-label="Head"></td></tr>'),
        (
            Cell(Text("ก", "th", "en"), url="/a?b&c", tag="on", is_named=True, label='"'),
            '<td role="cell" data-label="&quot;" class="named"><span class="tag tag--on" lang="th">'
            '<a href="/a?b&amp;c">ก</a></span></td></tr>',
        ),
        (Cell("a", tag="plain"), '<td role="cell" data-label="Head"><span class="tag">a</span></td></tr>'),
        (
            Cell("a", PartialDate(2020, 2, precision="month")),
            '<td role="cell" data-label="Head"><time datetime="2020-02">Feb 2020</time></td></tr>',
        ),
    ],
)
def test_a_cell(cell, html):
    with translation.override("en"):
        assert written(cell) == html


def test_the_heading_of_a_row():
    row = Row("<a>", [], "/x/", sub=Text("ข", "th", "en"), about="so & so", sources=[2, 3])
    with translation.override("en"):
        html = ledger_row(row, [""])
    assert html.startswith('<tr role="row"><th role="rowheader" scope="row"><a href="/x/">&lt;a&gt;</a><sup>')
    assert html.count("<sup>") == 2 and 'href="#source-3" aria-label="Source 3"' in html
    assert '<span class="ledger__sub" lang="th">ข</span> <span class="ledger__sub">so &amp; so</span></th></tr>' in html


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError):
        ledger_row(Row("a", [Cell("b"), Cell("c")]), ["A", "B"])


def test_a_part_that_is_alike_everywhere_follows_the_language():
    told = []
    for language in ("th", "en", "th"):
        with translation.override(language):
            told.append(part("components/doubt.html"))
    assert told[0] == told[2] != told[1] == '<span class="doubt">To be confirmed by the office</span>\n'
