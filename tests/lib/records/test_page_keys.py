"""On which page a record is seen: kept as a key, an address only when it is shown."""

import pytest
from django.urls import NoReverseMatch, get_script_prefix, set_script_prefix
from django.utils import translation

from iad_portal.lib.records.page_keys import PageKey
from relations.models import Agency, Agreement, City, Embassy


@pytest.mark.parametrize(
    ("record", "text", "path"),
    [
        (City(slug="edo"), "relations:city_detail edo#", "cities/edo/"),
        (Agreement(number=7), "relations:agreement_detail 7#", "agreements/7/"),
        (Embassy(country_id="JP"), "relations:embassy_detail jp#", "embassies/jp/"),
        (Agency(slug="iao"), "relations:agency_list #iao", "agencies/#iao"),
    ],
)
def test_a_record_knows_its_page(record, text, path):
    """The key depends on no language; the address is that of the reader's, or of the one that is named."""
    key = record.page_key()
    assert str(key) == text and PageKey.read(text) == key
    assert (key.url("th"), key.url("en")) == (f"/th/{path}", f"/en/{path}")
    with translation.override("en"):
        assert record.get_absolute_url() == key.url() == f"/en/{path}"


def test_a_line_stands_at_a_place_of_a_page():
    assert City(slug="edo").page_key().at("done").url("en") == "/en/cities/edo/#done"


def test_no_page_has_no_address_and_a_strange_one_is_told():
    assert PageKey.read("") == PageKey("") and PageKey("").url() == "" and str(PageKey("")) == ""
    with pytest.raises(NoReverseMatch):
        PageKey("nowhere", "edo").url("th")


def test_an_address_that_is_kept_follows_the_folder_of_the_site():
    key, before = PageKey("relations:city_detail", "edo"), get_script_prefix()
    assert key.url("en") == "/en/cities/edo/"
    try:
        set_script_prefix("/portal/")
        assert key.url("en") == "/portal/en/cities/edo/"
    finally:
        set_script_prefix(before)
