"""A photograph in a text is the key of one of its record's own: kept as such, and nothing else of a figure is."""

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iad_portal.lib.rich_text.fields import plain_text, sanitise
from iad_portal.lib.rich_text.photos import photo_in_text, photo_keys, with_photos

KEY, OTHER = "0123456789abcdef" * 2, "f" * 32
FIGURE = f'<figure data-photo="{KEY}"></figure>'
PIECES = [FIGURE, "<p>", "</p>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</td></tr></table>", "<h2>", "<b>", "a "]
PIECES += ["<figure>", "</figure>", f'<figure data-photo="{KEY[1:]}">', f'<figure data-photo="{OTHER}" lang="th">']


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (FIGURE, FIGURE),
        (f"<p>a</p>{FIGURE}<p>b</p>", f"<p>a</p>{FIGURE}<p>b</p>"),
        (f"<p>a{FIGURE}b</p>", f"<p>a</p>{FIGURE}b"),
        (f"<ul><li>a{FIGURE}</li></ul>", f"<ul><li>a{FIGURE}</li></ul>"),
        (f"<blockquote>{FIGURE}</blockquote>", f"<blockquote>{FIGURE}</blockquote>"),
        (f'<figure class="x" lang="en" data-photo=" {KEY.upper()} "><br></figure>', FIGURE),
        (f'<figure data-photo="{KEY}"><img src="/x.jpg"><figcaption>a</figcaption></figure>', FIGURE),
        (f'<figure data-photo="{KEY[1:]}"><figcaption>a</figcaption></figure>', "<p>a</p>"),
        (f'<figure data-photo="{KEY}\'"></figure>', ""),
        ('<figure><img src="https://elsewhere/x.jpg"><figcaption>a</figcaption></figure>', "<p>a</p>"),
        (f'<div data-photo="{KEY}">a</div>', "<p>a</p>"),
        (f'<p style="display:none">{FIGURE}</p><div hidden>{FIGURE}</div>', FIGURE),
    ],
)
def test_of_a_figure_the_key_is_kept_and_nothing_else(text, kept):
    assert sanitise(text) == kept and sanitise(kept) == kept


@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_in_any_mixture_a_figure_is_a_key_and_stays_one(pieces):
    once = sanitise("".join(pieces))
    assert sanitise(once) == once
    left = re.sub(r'<figure data-photo="[0-9a-f]{32}"></figure>', "", once)
    assert "figure" not in left and "data-photo" not in left


def test_its_key_is_no_word_of_the_text():
    text = f"<p>a</p>{FIGURE}<p>b</p>"
    assert plain_text(text) == "a\nb" and plain_text(FIGURE) == ""
    assert plain_text(text, "[photo]") == "a\n[photo]\nb"


def test_keys_are_read_in_their_order_each_once():
    text = f"{photo_in_text(OTHER)}<p>a</p>{photo_in_text(UUID(KEY))}{photo_in_text(OTHER)}"
    assert photo_keys(text) == [OTHER, KEY] and photo_keys("") == photo_keys(None) == []


def test_in_the_place_of_a_key_stands_what_is_given_for_it():
    text = f"<p>a</p>{FIGURE}<p>b</p>{photo_in_text(OTHER)}"
    assert with_photos(text, {KEY: "<hr>", OTHER: ""}.__getitem__) == "<p>a</p><hr><p>b</p>"
