"""Days as a page shows them: for readers in their era, for machines in the Common Era."""

from django.utils import translation

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.templatetags.face import when

DAY, YEAR = PartialDate.from_iso("2019-06-26"), PartialDate.from_iso("2019")


def test_a_day_has_its_words_and_its_date_for_machines():
    assert when(DAY) == '<time datetime="2019-06-26">26 มิถุนายน 2562</time>'
    with translation.override("en"):
        assert when(DAY) == '<time datetime="2019-06-26">26 June 2019</time>'


def test_nothing_is_shown_of_no_day_and_of_a_year_under_its_own_heading():
    assert when(None) == when(YEAR, style="in_year") == ""
