"""Each register as a dataset: its page, its dictionary, its terms, and its files as others read them."""

import csv
import io
import json
from datetime import date, datetime
from unittest.mock import patch

import openpyxl
import pytest
from django.utils import translation

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.registers.workbooks import workbook
from iad_portal.office.models import DataLicence
from iad_portal.office.open_data import REGISTERS
from iad_portal.office.open_data.dictionary import KINDS, MEANINGS, OF_A_REGISTER, dictionary_of, stem_of
from tests import world
from tests.networks.pages import words
from tests.site.checks import assert_queries

pytestmark = pytest.mark.django_db
DAY = date(2012, 1, 1)
SLUGS = [register.slug for register in REGISTERS]
OF_THE_DAY = {register.slug for register in REGISTERS if register.depends_on_day}


@pytest.fixture
def papers():
    """One that ended, one of later, one that looks like a formula."""
    hanoi = world.city("hanoi")
    world.agreement(hanoi, number=1, signed_on="2000-02-01", expires_on="2013", title_en="=HYPERLINK(1)")
    world.agreement(hanoi, number=2, signed_on="2015-05", title_en="+1 and more")


def sheet(answer):
    """The rows of a workbook as dictionaries."""
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.getvalue() if answer.streaming else answer.content)).active)
    names = [cell.value for cell in rows[0]]
    return [dict(zip(names, row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize("register", REGISTERS, ids=SLUGS)
def test_every_column_has_its_meaning_in_both_languages(register):
    """And a Thai one is Thai: nobody forgot to translate it."""
    for entry in dictionary_of(register):
        assert entry.en and entry.kind_en and any("ก" <= letter <= "๛" for letter in entry.th + ""), entry
        assert any("ก" <= letter <= "๛" for letter in entry.kind_th), entry


def test_the_dictionary_says_nothing_of_columns_that_there_are_not():
    there = {(register.slug, stem_of(name)[0]) for register in REGISTERS for name in register.names()}
    assert set(OF_A_REGISTER) <= there
    assert set(MEANINGS) - {stem for _slug, stem in there} == {"as_of"}
    assert {meaning.kind for meaning in MEANINGS.values()} <= set(KINDS)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_of_a_dataset_tells_terms_columns_and_files(client, slug):
    text = words(client, f"/en/data/{slug}/")
    assert "Open Government Data of Thailand" in text and "Bangkok Metropolitan Administration" in text
    assert f"bma-iao-{slug}" in text and "Dictionary of columns" in text
    html = client.get(f"/th/data/{slug}/").content.decode()
    assert all(f'href="/th/data/{slug}.{form}"' in html for form in ("csv", "xlsx", "json"))
    assert_queries(client, f"/th/data/{slug}/")


def test_the_office_sets_the_licence_of_one_register_and_of_all(client):
    DataLicence.objects.create(register="", licence="cc0-1.0")
    DataLicence.objects.create(register="cities", licence="cc-by-4.0")
    assert "Attribution 4.0" in words(client, "/en/data/cities/") and "CC0" in words(client, "/en/data/news/")
    catalogue = client.get("/en/data/cities.json").json()["catalogue"]
    assert catalogue["th"]["license_id"] == catalogue["en"]["license_id"] == "cc-by-4.0"


def test_json_holds_the_fields_of_the_national_catalogue_and_the_dictionary(client):
    said = json.loads(client.get("/th/data/cities.json").content)
    assert set(said["catalogue"]["th"]) >= {
        "title", "notes", "tags", "license_id", "maintainer", "maintainer_email", "update_frequency_unit",
        "update_frequency_interval", "geo_coverage", "data_source", "data_format", "data_category",
    }  # fmt: skip
    assert said["catalogue"]["en"]["title"] == "Cities" and said["catalogue"]["th"]["title"] == "เมือง"
    assert [entry["name"] for entry in said["dictionary"]][:2] == ["slug", "name_th"]


def test_others_read_the_same_rows_from_all_three_forms(client, papers):
    text = client.get("/en/data/agreements.csv").content.decode("utf-8-sig")
    as_csv = list(csv.DictReader(io.StringIO(text)))
    as_json = client.get("/en/data/agreements.json").json()["rows"]
    as_sheet = sheet(client.get("/en/data/agreements.xlsx"))
    assert [int(row["number"]) for row in as_csv] == [row["number"] for row in as_json] == [1, 2]
    assert [row["number"].value for row in as_sheet] == [1, 2]
    assert as_json[0]["title_en"] == as_sheet[0]["title_en"].value == as_csv[0]["title_en"].lstrip("'")


def test_in_a_workbook_dates_are_dates_and_no_text_is_a_formula(client, papers):
    first, second = sheet(client.get("/en/data/agreements.xlsx"))
    assert first["signed_on"].value == datetime(2000, 2, 1) and first["signed_on"].is_date
    assert second["signed_on"].value == "2015-05" and first["expires_on"].value == "2013"
    assert {cell.data_type for row in (first, second) for cell in row.values()} <= {"inlineStr", "s", "n", "d", "b"}
    assert first["as_of"].is_date


def test_what_no_workbook_may_hold_is_left_out():
    rows = [["a\x07b", PartialDate(2012, 5, precision="month"), None, True]]
    made = openpyxl.load_workbook(workbook("t" * 50, ["text", "day", "none", "yes"], rows, DAY)).active
    assert [cell.value for cell in list(made)[1]] == ["ab", "2012-05", None, True]


def test_the_same_cells_make_the_same_workbook_at_any_moment():
    """So that who has it already is told so."""
    first = workbook("t", ["text"], [["a"]], DAY).read()
    with patch("openpyxl.writer.excel.datetime.datetime") as clock:
        clock.now.return_value = datetime(2000, 1, 1)
        assert workbook("t", ["text"], [["a"]], DAY).read() == first
    assert workbook("t", ["text"], [["b"]], DAY).read() != first


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_who_has_a_file_already_is_told_so(client, papers, form):
    first = client.get(f"/en/data/agreements.{form}")
    again = client.get(f"/en/data/agreements.{form}", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    world.agreement(number=9)
    assert client.get(f"/en/data/agreements.{form}", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_register_that_depends_on_the_day_is_told_of_a_day(client, papers):
    states = [row["recorded_state"] for row in client.get(f"/en/data/agreements.json?at={DAY}").json()["rows"]]
    assert states == ["in_force", "not_yet"]
    answer = client.get(f"/en/data/cities.csv?at={DAY}")
    assert f"cities-{DAY}.csv" in answer["Content-Disposition"] and f",{DAY}\r\n" in answer.content.decode()
    assert client.get("/en/data/cities.csv?at=2555")["Location"] == "/en/data/cities.csv?at=2012-01-01"
    assert "As it stood on 1 January 2012" in words(client, f"/en/data/cities/?at={DAY}")


@pytest.mark.parametrize("slug", sorted(set(SLUGS) - OF_THE_DAY))
def test_a_register_that_does_not_is_refused_for_a_day(client, slug):
    for address in (f"/en/data/{slug}/", f"/en/data/{slug}.csv"):
        assert client.get(f"{address}?at={DAY}").status_code == 400
    with translation.override("en"):
        assert {"news", "meetings", "signatories"} <= set(SLUGS) - OF_THE_DAY


def test_unknown_registers_and_forms_are_not_found(client):
    assert client.get("/en/data/nothing/").status_code == client.get("/en/data/cities.pdf").status_code == 404
