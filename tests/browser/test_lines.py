"""Lines of Thai end between words: measured in the browser against the word cutter of the search."""

import pytest

from iad_portal.lib.search.words import words
from iad_portal.lib.text.line_breaks import fits

PAGES = ["", "cities/", "cities/seoul/", "agreements/", "networks/mgmac/", "meetings/mgmac-7-2019/",
         "news/mgmac-7-2019/", "about/mission/", "plans/2013/", "embassies/"]  # fmt: skip
# A block's text with the places at which the browser began a new line.
READ = """() => {
  const blocks = [];
  const isBlock = e => !getComputedStyle(e).display.startsWith('inline');
  for (const block of document.querySelectorAll('body *')) {
    if (!isBlock(block) || !block.checkVisibility({visibilityProperty: true})) continue;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = '', ends = [], top = null;
    for (let node; (node = walker.nextNode());) {
      let parent = node.parentElement;
      while (!isBlock(parent)) parent = parent.parentElement;
      if (parent !== block) { top = null; text += '\\n'; continue; }
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange();
        range.setStart(node, i); range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (box && box.width && /[\\u0e01-\\u0e2e\\u0e40-\\u0e46]/.test(node.data[i])) {
          if (top !== null && box.top > top + box.height / 2) ends.push(text.length);
          top = box.top;
        }
        text += node.data[i];
      }
    }
    if (ends.length) blocks.push([text, ends]);
  }
  return blocks;
}"""


def cut_words(text: str, ends: list[int]) -> list[str]:
    """The words of `text` that a line's end falls inside, with a bar where it does; but those too wide for a line."""
    spans = [(word.start, word.end) for word in words(text) if fits(text[word.start : word.end])]
    inside = ((start, end, position) for position in ends for start, end in spans if start < position < end)
    return [f"{text[start:position]}|{text[position:end]}" for start, end, position in inside]


def test_marks_of_sources_are_not_painted_over_letters(page, starting_server):
    """A ground behind the mark would hide the lower vowels of the line above."""
    page.goto(f"{starting_server}/th/cities/seoul/")
    grounds = page.locator(".src").evaluate_all(
        "all => all.map(one => getComputedStyle(one)).map(one => one.backgroundImage + one.backgroundColor)"
    )
    assert set(grounds) == {"nonergba(0, 0, 0, 0)"}


@pytest.mark.parametrize("width", [360, 1280])
def test_lines_of_thai_end_between_words(page, starting_server, width):
    """One in fifty may fall elsewhere: where the two cutters differ about what a word is."""
    page.set_viewport_size({"width": width, "height": 900})
    ends, cut = 0, []
    for address in PAGES:
        page.goto(f"{starting_server}/th/{address}")
        for text, places in page.evaluate(READ):
            ends += len(places)
            cut += cut_words(text, places)
            assert not [position for position in places if text[position] == "ๆ"], text
    assert ends > 100 and len(cut) <= ends / 50, (ends, cut)
