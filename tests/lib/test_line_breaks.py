"""Compounds stay whole on a line, and nothing else changes."""

import pytest
from django.utils.safestring import SafeString

from iad_portal.lib.line_breaks import keep_together


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("ณ วันที่ 5", 'ณ <span class="nobr">วันที่</span> 5'),
        ("สำนักงานการต่างประเทศ", 'สำนักงาน<span class="nobr">การต่างประเทศ</span>'),
        ("Bangkok & <b>", "Bangkok &amp; &lt;b&gt;"),
        (SafeString("a &amp; ความตกลง"), 'a &amp; <span class="nobr">ความตกลง</span>'),
        (SafeString('<i title="ความตกลง">x</i>'), '<i title="ความตกลง">x</i>'),
        ("", ""),
    ],
)
def test_compounds_are_held_together(text, html):
    assert keep_together(text) == html
