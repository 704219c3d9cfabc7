"""The boundary at which one record's failure ends: it is left out, logged, kept; loud in tests."""

import logging

import pytest
from django.db import DatabaseError
from django.http import Http404
from django.template import Context, Origin, Template, engines

from iad_portal.lib.components import Link
from iad_portal.lib.records import faults
from iad_portal.lib.records.faults import parts_of_page, parts_when_asked, shown
from relations.models import City

GOOD, BAD = City(pk=1, name_th="ดี"), City(pk=2, name_th="เสีย")


@pytest.fixture
def quiet(settings, monkeypatch):
    """As in production: what is told is kept, in this list."""
    kept = []
    settings.FAULTS_ARE_LOUD = False
    monkeypatch.setattr(faults, "keepers", [kept.append])
    return kept


def name_of(city):
    if city.pk == 2:
        raise ValueError("odd")
    return Link(city.name_th)


class Unprintable:
    """A value that fails only when a template writes it."""

    def __str__(self):
        return str(1 / 0)


def test_one_record_that_cannot_be_shown_is_left_out_logged_by_name_and_kept(quiet, caplog):
    with caplog.at_level(logging.ERROR):
        rows = shown([BAD, GOOD], name_of, "list")
    assert rows == [Link("ดี")] and rows[0].record is GOOD
    assert "relations.City 2 “เสีย” is left out of: list (ValueError: odd)" in caplog.text
    assert [(fault.record, fault.place) for fault in quiet] == [(BAD, "list")]


def test_a_shape_knows_the_record_it_was_made_of():
    assert [link.record for link in shown([GOOD], lambda city: Link(city.name_th), "list")] == [GOOD]


def test_a_part_of_a_page_that_fails_leaves_the_rest(quiet):
    context = parts_of_page(GOOD, {"title": "ดี", "map": lambda: 1 / 0, "facts": lambda: [1]})
    assert context == {"record_of_page": GOOD, "title": "ดี", "map": None, "facts": [1]}
    assert quiet[0].place.endswith("map")


def test_a_part_is_made_when_the_template_asks_for_it(quiet):
    context = parts_when_asked(GOOD, {"map": lambda: 1 / 0, "facts": lambda: [1]})
    assert not quiet
    assert Template("{{ facts.0 }}{% if map %}map{% endif %}").render(Context(context)) == "1"
    assert [fault.place for fault in quiet] == ["part of its page: map"]


def test_a_page_of_no_record_stands_as_well(quiet):
    assert parts_of_page(None, {"map": lambda: 1 / 0})["map"] is None
    assert quiet[0].record is None and quiet[0].name == ""


@pytest.mark.parametrize("passing", [DatabaseError, Http404])
def test_what_is_no_fault_of_the_record_passes_on(quiet, passing):
    def build(*_args):
        raise passing

    for guarded in (lambda: shown([GOOD], build, "list"), lambda: parts_of_page(GOOD, {"part": build})):
        with pytest.raises(passing):
            guarded()
    assert quiet == []


def test_it_is_loud_in_tests():
    with pytest.raises(ValueError, match="odd"):
        shown([BAD], name_of, "list")


def test_a_record_that_cannot_even_be_named_is_named_by_its_key(quiet, monkeypatch):
    monkeypatch.setattr(City, "__str__", lambda self: 1 / 0)
    assert shown([BAD], name_of, "list") == [] and quiet[0].name == "City 2"


def test_a_row_that_cannot_be_rendered_leaves_the_others(quiet):
    rows = shown([BAD, GOOD], lambda city: Link(Unprintable() if city is BAD else city.name_th), "list")
    assert (
        engines["django"].from_string("{% for row in rows %}[{{ row.label }}]{% endfor %}").render({"rows": rows})
        == "[ดี]"
    )
    assert quiet[0].record is BAD


def test_an_included_part_that_cannot_be_rendered_leaves_the_rest_of_the_page(quiet):
    page = engines["django"].from_string("<h1>1</h1>{% include 'components/no_such_part.html' %}<p>2</p>")
    assert page.render({"record_of_page": GOOD}) == "<h1>1</h1><p>2</p>"
    assert quiet[0].record is GOOD


def test_the_desks_own_templates_leave_nothing_out(quiet):
    code = "{% for row in rows %}{{ row }}{% endfor %}{% include part %}"
    page = Template(code, origin=Origin("", template_name="admin/list.html"), engine=engines["django"].engine)
    with pytest.raises(ZeroDivisionError):
        page.render(Context({"rows": [Unprintable()], "part": "admin/no_such.html"}))


@pytest.mark.parametrize("code", ["{% for row in rows %}{{ row.label }}{% endfor %}", "{% include part %}"])
def test_a_page_that_is_not_found_stays_one(code, quiet):
    """Also when a row or a part of it says so."""

    class Gone:
        def __str__(self):
            raise Http404

    page = engines["django"].from_string(code)
    part = engines["django"].from_string("{{ rows.0.label }}").template
    with pytest.raises(Http404):
        page.render({"rows": [{"label": Gone()}], "part": part})
    assert quiet == []


def test_a_row_that_is_a_record_is_told_by_itself(quiet):
    page = engines["django"].from_string("{% for city in cities %}{{ city|rich }}{% endfor %}")
    assert page.render({"cities": [BAD]}) == "" and quiet[0].record is BAD
