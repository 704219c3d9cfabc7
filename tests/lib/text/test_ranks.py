"""Thai ranks stand apart from names; civil titles do not."""

import pytest

from iad_portal.lib.text.line_breaks import held
from iad_portal.lib.text.ranks import spaced, with_name


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("พลตำรวจเอกอัศวิน ขวัญเมือง", "พลตำรวจเอก อัศวิน ขวัญเมือง"),
        ("นาวาอากาศเอกหญิงสมศรี", "นาวาอากาศเอกหญิง สมศรี"),
        ("ร้อยตรีเจริญ", "ร้อยตรี เจริญ"),
        ("พันเอกมานะ", "พันเอก มานะ"),
        ("พลเอก เปรม", "พลเอก เปรม"),
        ("ยศพลเอกของท่าน", "ยศพลเอกของท่าน"),
        ("จังหวัดร้อยเอ็ด", "จังหวัดร้อยเอ็ด"),
        ("นายชัชชาติ", "นายชัชชาติ"),
    ],
)
def test_a_rank_written_out_stands_apart_in_running_text(text, written):
    assert spaced(text) == written


def test_it_does_where_pages_leave():
    assert " อัศวิน" in held("พลตำรวจเอกอัศวิน")


@pytest.mark.parametrize(
    ("rank", "full"),
    [("พลตำรวจเอก", "พลตำรวจเอก อัศวิน"), ("พล.ต.อ.", "พล.ต.อ. อัศวิน"), ("ศาสตราจารย์", "ศาสตราจารย์ อัศวิน"),
     ("หม่อมราชวงศ์", "หม่อมราชวงศ์อัศวิน"), ("รองศาสตราจารย์ ดร.", "รองศาสตราจารย์ ดร.อัศวิน"), ("", "อัศวิน")],
)  # fmt: skip
def test_a_rank_of_its_own_stands_before_the_name(rank, full):
    assert with_name(rank, "อัศวิน") == full
