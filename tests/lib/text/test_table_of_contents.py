"""The list of a page's headings."""

from django.template import Context, Template

from iad_portal.lib.text.table_of_contents import headings

PAGE = "".join(f'<h2 id="part-{number}">Part {number}</h2><p>text</p>' for number in range(5))


def shown(inside: str) -> str:
    return Template("{% load face %}{% contents %}{{ inside|safe }}{% endcontents %}").render(
        Context({"inside": inside})
    )


def test_headings_keep_their_order_and_lose_their_tags():
    hidden = '<h2 class="vh" id="x">hidden</h2>'
    html = f'<h2 id="ties"><span class="nobr">ความตกลง</span>\n 5</h2>{hidden}<h2 id="a">A &amp; B</h2>'
    assert headings(html) == [("ties", "ความตกลง 5"), ("a", "A &amp; B")]


def test_a_long_page_opens_with_the_list_of_its_parts():
    html = shown(PAGE)
    assert html.index('href="#part-0"') < html.index('href="#part-4"') < html.index("<h2")
    assert html.endswith(PAGE)


def test_a_short_page_has_no_list():
    assert shown(PAGE[: PAGE.index('<h2 id="part-3"')]) == PAGE[: PAGE.index('<h2 id="part-3"')]
