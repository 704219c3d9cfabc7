"""Every kind of record on the officers' desk, on the starting data: lists, forms, and nothing forgotten."""

import re

import pytest
from django.contrib import admin

from iad_portal.lib.desk.languages import texts_of
from iad_portal.lib.desk.records import RecordAdmin
from networks.models import Meeting
from news.models import Article
from plans.models import Plan, Project
from relations.models import Agency, Agreement, City, Figure, Photo
from tests import world

from ..site.checks import COMMON_ERA
from .desk import as_sent, desk_url, errors_of, officer, record_models, signed_in, untouched

RECORDS = [model for model, site_admin in admin.site._registry.items() if isinstance(site_admin, RecordAdmin)]
MARKS = {"csrfmiddlewaretoken", "kept_as", "typed_by"}
named = pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)


def fields_of(model, rf, obj=None) -> set[str]:
    request = rf.get("/admin/")
    request.user = officer()
    site_admin = admin.site._registry[model]
    return {
        name
        for _title, options in site_admin.get_fieldsets(request, obj)
        for row in options["fields"]
        for name in ([row] if isinstance(row, str) else row)
    }


@named
def test_nothing_that_can_be_edited_is_missing_from_the_form(model, rf, db):
    """Each text stands there in both languages and never without one; each other field once."""
    # Of the agencies, that of the office itself has a box more.
    record = Agency(slug=Agency.HOME_SLUG) if model is Agency else None
    fields, texts = fields_of(model, rf, record), texts_of(model)
    assert not fields & texts
    wanted = {f"{text}_{language}" for text in texts for language in ("th", "en")}
    columns = [*model._meta.concrete_fields, *model._meta.many_to_many]
    wanted |= {
        column.name for column in columns if column.editable and column.name not in texts and not column.auto_created
    }
    subject = {"subject_type", "subject_id"}  # shown as a link: a row stays with its record
    assert wanted - fields - subject - {"id"} == set()


def assert_boxes_alone_are_those_of(page, client, model) -> None:
    """What other tests send of a form that they ask for with BOXES_ALONE is what a browser sends of the whole page."""
    sides = as_sent(page, model), untouched(client, page.request["PATH_INFO"], model)
    # Each page has marks of its own; in which order many are chosen says nothing, but where a picker keeps it.
    whole, alone = (
        {name: sorted(sent[name]) if isinstance(sent[name], list) else sent[name] for name in sent.keys() - MARKS}
        for sent in sides
    )
    assert whole == alone


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_lists_and_forms_open_and_save_untouched(model, starting_data):
    """The list, a search, the history; and a form sent back as it came is accepted and changes nothing."""
    client, record = signed_in(), model._base_manager.order_by("pk").first()
    assert client.get(desk_url(model)).status_code == 200
    searched = client.get(desk_url(model), {"q": "กรุง"})
    assert searched.status_code == 200 and "[th]" not in searched.content.decode()
    if record is None:
        return
    page = client.get(desk_url(model, "change", record.pk))
    assert page.status_code == 200
    assert client.get(desk_url(model, "history", record.pk)).status_code == 200
    if not admin.site._registry[model].has_change_permission(page.wsgi_request):
        return
    before = model._base_manager.filter(pk=record.pk).values().get()
    assert_boxes_alone_are_those_of(page, client, model)
    answer = client.post(desk_url(model, "change", record.pk), as_sent(page, model))
    assert answer.status_code == 302, errors_of(answer)
    after = model._base_manager.filter(pk=record.pk).values().get()
    kept = ("version", "updated_at")
    blank = {None: "", "": ""}
    changed = {
        name
        for name in before
        if name not in kept and blank.get(before[name], before[name]) != blank.get(after[name], after[name])
    }
    assert changed == set()


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_relations_are_picked_by_search_and_no_form_holds_a_table(model, starting_data):
    """No list of choices in a form names the records of a table."""
    client = signed_in()
    if not admin.site._registry[model].has_add_permission(client.get("/admin/").wsgi_request):
        return
    page = client.get(desk_url(model, "add"))
    assert_boxes_alone_are_those_of(page, client, model)
    html = page.content.decode()
    # Languages are a list of codes, as the 26 measures are; rights are no records.
    chosen = re.findall(r"<select(?![^>]*(?:admin-autocomplete|language\b))[^>]*>(.*?)</select>", html, re.S)
    longest = max((box.count("<option") for box in chosen), default=0)
    assert longest <= 40 or model.__name__ == "Group"


def test_lists_show_the_era_of_the_officers_language(starting_data):
    """Thai: no Common-Era year in the list of agreements; English: 1962."""
    client = signed_in()

    def table():
        html = client.get(desk_url(Agreement)).content.decode()
        return re.sub(r"<[^>]+>", " ", html[html.index("<tbody") : html.index("</tbody")])

    assert "19 ก.พ. 2505" in table()
    assert not COMMON_ERA.search(table())
    client.post("/admin/language/", {"language": "en", "next": "/admin/"})
    assert "19 Feb 1962" in table()


def test_a_city_is_found_by_its_other_names(starting_data):
    """Both by what the table of cities holds and by what people type."""
    client = signed_in()
    names = [str(row) for row in client.get(desk_url(City), {"q": "Teochew"}).context["cl"].result_list]
    assert names == [str(City.objects.get(slug="chaozhou"))]
    picked = client.get(
        "/admin/autocomplete/",
        {"app_label": "relations", "model_name": "agreement", "field_name": "city", "term": "Teochew"},
    )
    assert [result["text"] for result in picked.json()["results"]] == names


def test_every_choice_of_every_filter_answers(starting_data, rf):
    """Each choice narrows the list to some of its records, or to none."""
    malee = officer()
    for model in record_models():
        every = choose(model, rf, malee, "")
        for spec in every.filter_specs:
            for choice in spec.choices(every):
                found = choose(model, rf, malee, choice["query_string"])
                assert found.result_count <= every.result_count, (model, choice)
                if "doubt=yes" in choice["query_string"]:
                    assert all(row.doubt_th or row.doubt_en for row in found.result_list)


def choose(model, rf, user, query):
    """The list of `model` under the filters of `query`."""
    request = rf.get(f"/{query}")
    request.user = user
    return admin.site._registry[model].get_changelist_instance(request)


def test_a_row_whose_record_is_gone_is_still_listed(db):
    """Nobody can make one, but a table may hold one."""
    figure = world.figure(world.city())
    type(figure).objects.update(subject_id="999")
    assert signed_in().get(desk_url(Figure)).status_code == 200


@pytest.mark.parametrize("page", ["changelist", "add"])
def test_the_way_to_a_page_leads_by_kinds_of_records(page, db):
    """Not by the app that holds them, which is often called the same."""
    html = signed_in().get(desk_url(Article, page)).content.decode()
    trail = re.search('<div class="breadcrumbs">(.*?)</div>', html, re.S)[1]
    steps = re.sub("<[^>]+>|›", " ", trail).split()
    assert steps[:2] == ["หน้าแรก", "ข่าว"] and "/admin/news/" not in re.findall('href="(.*?)"', trail)
    assert "ข่าว" not in steps[2:]


def test_an_app_has_a_page_of_its_own(db):
    """Nothing links it, but Django gives it an address."""
    assert "เครือข่าย" in signed_in().get("/admin/networks/").content.decode()


def test_nonsense_in_a_filter_is_no_error(starting_data):
    """Letters where a year or a key is meant, and far too long numbers."""
    client = signed_in()
    for model, query in [
        (Meeting, "network=x"), (Meeting, f"network={'9' * 30}"), (Meeting, "year_of_starts_on=²"),
        (Agency, "has_desk=perhaps"), (Photo, "kind_of_record=x"), (Plan, "fiscal_year=99999"),
        (Project, "plan__fiscal_year=x"),
    ]:  # fmt: skip
        assert client.get(f"{desk_url(model)}?{query}").status_code == 200, (model, query)
