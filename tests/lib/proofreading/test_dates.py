"""Years and centuries in running text: what their era says of itself is believed, and compared."""

from iad_portal.lib.proofreading.dates import other_era, unequal_eras
from iad_portal.lib.proofreading.finding import Text


def test_a_year_with_its_era_is_of_no_other_era():
    assert list(other_era(Text("พบกันเมื่อวันที่ 3 มกราคม ค.ศ. 1990", "th"))) == []
    assert [one.code for one in other_era(Text("พบกันเมื่อวันที่ 3 มกราคม 1990", "th"))] == ["other_era"]


def test_a_year_lies_in_its_century_of_the_common_era():
    assert [one.code for one in unequal_eras(Text("ในคริสต์ศตวรรษที่ 20 (พ.ศ. 2325)", "th"))] == ["unequal_eras"]
    assert list(unequal_eras(Text("ในคริสต์ศตวรรษที่ 18 (พ.ศ. 2325)", "th"))) == []


def test_a_century_of_the_buddhist_era_is_left_alone():
    assert list(unequal_eras(Text("ในพุทธศตวรรษที่ 24 (พ.ศ. 2325)", "th"))) == []
