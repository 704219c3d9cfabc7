"""Rich text: what goes in, what is kept, and that nothing dangerous ever is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.rich_text.fields import paragraphs, plain_text, sanitise

MESS = """
<p> </p> <b> </b> <div> </div> <table> <tr> <td> </td> </table> <ul> <li> </ul>
<svg> <math> <style> </style>
<a/href='/x'> <a/href='javascript:x'> </a> <span> </span> <br> <img/src=x/onerror=y> <script> </script> <!-- -->
text &lt;
<noscript> </noscript> <textarea> <template> <title> <h1> </h1> <mtext> <select> <option>
"""
PIECES = re.findall(r"\S+", MESS)
LINK = '<a href="{}" rel="noopener">x</a>'


@pytest.mark.parametrize(
    "text",
    [
        "<p>กรุงเทพ <strong>มหานคร</strong> <em>and</em> <u>its</u><br>office &amp; staff &lt;b&gt;</p>",
        "<h2>a</h2><h3>b</h3><h4>c</h4><blockquote><p>d</p></blockquote>",
        '<ul><li>a</li></ul><ol start="3"><li>b</li></ol>',
        '<p lang="en">Sister City <span lang="fr">Ville</span></p>',
        '<table lang="th"><caption>c</caption><thead><tr><th scope="col" colspan="2">a</th></tr></thead>'
        '<tbody><tr><th scope="row">b</th><td rowspan="2" colspan="3">c</td></tr></tbody></table>',
        LINK.format("https://www.bangkok.go.th/iad/?a=1&amp;b=ก"),
        LINK.format("/th/cities/seoul/"),
        LINK.format("mailto:iad@example.go.th"),
        LINK.format("tel:+6622240000"),
        '<a href="https://example.org/" hreflang="ja" rel="noopener">x</a>',
    ],
)
def test_keeps(text):
    assert sanitise(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<p>a</p><script>alert(1)</script><style>p{}</style><!-- c -->", "<p>a</p>"),
        ('<p class="MsoNormal" style="color:red" id="x" onclick="y()">a</p>', "<p>a</p>"),
        ('<img src="https://elsewhere/x.png" onerror="y()"><p>a</p>', "<p>a</p>"),
        ('<iframe src="https://elsewhere/"></iframe><p>a</p>', "<p>a</p>"),
        ("<b>a</b> <i>b</i>", "<strong>a</strong> <em>b</em>"),
        ("<h1>c</h1><h5>d</h5><h6>e</h6>", "<h2>c</h2><h4>d</h4><h4>e</h4>"),
        ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
        ("<div><p>a</p></div>", "<p>a</p>"),
        ("<p>a</p><p></p><p> &nbsp; </p><p><br></p>", "<p>a</p><p><br></p>"),
        ("<p></p>", ""),
        ("<p> &nbsp;<br></p><script>x</script>", ""),
        ("<p>a<span>b</span>", "<p>ab</p>"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<a href="JaVa\nScript:alert(1)">x</a>', "x"),
        ('<a href="data:text/html,x">x</a>', "x"),
        ('<a href="//elsewhere/">x</a>', "x"),
        ('<a href="/\\elsewhere/">x</a>', "x"),
        ('<a href="cities/">x</a><a name="y">z</a>', "xz"),
        ('<a href=" https://example.org/ " target="_blank" rel="opener">x</a>', LINK.format("https://example.org/")),
        ('<p lang="en onclick">a</p>', "<p>a</p>"),
        ('<ol start="x"><li>a</ol>', "<ol><li>a</li></ol>"),
        ('<table><tr><td colspan="0" rowspan="99999">a<th scope="page">b</table>',
         "<table><tbody><tr><td>a</td><th>b</th></tr></tbody></table>"),
        ("<p>ส\u0e4d\u0e32หรับ\xa0เเม่\u200b  ค\r\n  ง</p>", "<p>สำหรับ แม่ ค\nง</p>"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("", ""),
        (None, None),
    ],
)  # fmt: skip
def test_sanitises(text, kept):
    assert sanitise(text) == kept


@given(st.text(st.sampled_from(list("<>/=\"'&; abpihrefljvscrt:\n\xa0กเ่\u200b\x00")), max_size=80))
def test_sanitising_twice_changes_nothing_more(text):
    once = sanitise(text)
    assert sanitise(once) == once


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_no_mixture_of_tags_gets_through(pieces):
    safe = sanitise("".join(pieces))
    assert sanitise(safe) == safe
    names = re.findall(r"<[^a-z/]?/?([a-z0-9]*)([^>]*)>", safe)
    assert {tag for tag, rest in names} <= {"p", "strong", "table", "tbody", "tr", "td", "ul", "li", "a", "br", "h2"}
    assert {rest for tag, rest in names} <= {"", ' href="/x" rel="noopener"'}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>a<br>b</p><h2>c</h2><ul><li>d</li><li>e</li></ul>", "a\nb\nc\nd\ne"),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<p>Tom &amp; <strong>Je</strong>rry&nbsp;&lt;3</p>", "Tom & Jerry <3"),
        ("<p>a</p><script>x < 1</script><style>p{}</style><p>b</p>", "a\nb"),
        ("  plain \n text ", "plain text"),
        ("", ""),
        (None, ""),
        ("</script>a", "a"),
    ],
)
def test_plain_text(text, words):
    assert plain_text(text) == words


def test_paragraphs_are_escaped():
    html = paragraphs(["กรุงเทพ <b> & co", "", "one\ntwo", " \u200b"])
    assert html == "<p>กรุงเทพ &lt;b&gt; &amp; co</p><p>one<br>two</p>"
    assert sanitise(html) == html
