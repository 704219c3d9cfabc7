"""Numbers that announce a list, and totals that the registers give."""

import re

from iad_portal.lib.proofreading import numbers
from iad_portal.lib.proofreading.comparisons import Total
from iad_portal.lib.proofreading.finding import Text
from iad_portal.lib.proofreading.numbers import counted_wrong, typed_totals

LIST = "มีมติ {} ข้อ ดังนี้\n1. ข้อแรก\n2. ข้อที่สอง\nจากนั้นปิดการประชุม\n- เอกสารแนบ"


def test_a_list_ends_where_the_next_paragraph_begins():
    assert list(counted_wrong(Text(LIST.format(2), "th"))) == []
    assert [one.code for one in counted_wrong(Text(LIST.format(3), "th"))] == ["counted_wrong"]


def test_a_typed_total_is_told_by_the_words_that_stand_there(monkeypatch):
    sisters = Total("Partner cities", re.compile("sister"), re.compile(r"(?P<number>\d+) sister cities"), lambda: 35)
    monkeypatch.setattr(numbers, "totals", lambda: [sisters])
    assert [one.words for one in typed_totals(Text("It has 31 sister cities.", "en"))] == ["31 sister cities"]
    assert list(typed_totals(Text("It has 35 sister cities.", "en"))) == []
