"""A download is saved under its title, in any language, on any computer."""

import pytest

from iad_portal.lib.media.file_names import LONGEST, as_file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("บันทึกความเข้าใจ กรุงเทพมหานคร–ปูซาน", "บันทึกความเข้าใจ กรุงเทพมหานคร–ปูซาน"),
        ("MOU 8/2538: “Bangkok” <final>?", "MOU 8 2538 “Bangkok” final"),
        ("..\\..\\etc/passwd\r\nX: y", "etc passwd X y"),
        ("a\u202egnp.exe", "a gnp.exe"),
        ("  .hidden. ", "hidden"),
        ("CON", "_CON"),
        ("aux.pdf", "_aux.pdf"),
        ("Contents", "Contents"),
        ("???", ""),
    ],
)
def test_a_title_becomes_a_name(title, name):
    assert as_file_name(title) == name


@pytest.mark.parametrize("title", ["ที่" * 200, "แผนปฏิบัติราชการ " * 30, "ก" + "่" * 300])
def test_a_long_title_is_cut_between_letters(title):
    name = as_file_name(title)
    assert len(name.encode()) <= LONGEST and title.startswith(name)
    assert title[len(name)] not in "ิีึืุู่้๊๋์ัํ็"
