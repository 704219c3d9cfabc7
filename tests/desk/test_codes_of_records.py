"""No officer is asked for an address or a code: who fills in Thai alone gets one, whatever the kind of record."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import SlugField
from django.forms.models import ModelChoiceField

from iad_portal.lib.desk.codes import codes_of
from iad_portal.lib.records.codes import RESERVED, CodeField
from networks.models import Commitment, Meeting
from news.models import Article
from plans.models import Plan
from relations.models import Agency, City
from tests import world
from tests.boxes import BOXES_ALONE

from .desk import as_sent, desk_url, errors_of, officer, record_models, signed_in, untouched

CODED = [
    model for model in record_models() if any(isinstance(field, CodeField) for field in model._meta.concrete_fields)
]
THAI = "เรื่องเร่งด่วนของสำนักงาน"
# What is not a text and cannot be guessed.
FACTS = {
    City: {"kind": "city"},
    Plan: {"kind": "annual_plan", "fiscal_year": "2026"},
    Commitment: {"meeting": lambda: world.meeting().pk},
}
MADE = {"country": world.country, "city": world.city, "person": world.person}


def typed_in_thai(form, model) -> dict:
    """What an officer in a hurry fills in: what is required, and only in Thai."""
    typed = {}
    for name, field in form.fields.items():
        if not field.required:
            continue
        if isinstance(field, ModelChoiceField):
            typed[name] = MADE[name]().pk
        elif getattr(field, "choices", None):
            typed[name] = next(value for value, _label in field.choices if value)
        else:
            typed[name] = THAI if name.endswith("_th") else "7"
    return typed | {name: fact() if callable(fact) else fact for name, fact in FACTS.get(model, {}).items()}


@pytest.mark.parametrize("model", CODED, ids=lambda model: model.__name__)
def test_a_record_in_thai_alone_gets_its_address(model, db):
    """Small Latin letters, digits and hyphens; a second one of the same name gets another."""
    client, (code,) = signed_in(), codes_of(model)
    for number in (7, 8):
        page = client.get(desk_url(model, "add"), **BOXES_ALONE)
        data = as_sent(page, model) | typed_in_thai(page.context["adminform"].form, model)
        data |= {"number": number} if "number" in data else {}
        answer = client.post(desk_url(model, "add"), data, **BOXES_ALONE)
        if answer.status_code == 200:  # is it another one? It is.
            answer = client.post(desk_url(model, "add"), as_sent(answer, model), **BOXES_ALONE)
        assert answer.status_code == 302, errors_of(answer)
    made = [getattr(record, code) for record in model.objects.order_by("pk")][-2:]
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", address) and len(address) <= 60 for address in made), made
    assert made[0] != made[1]
    assert "rueang-rengduan" in made[0] or model.__name__ == "Newsletter"


def test_every_code_is_made_or_may_stay_empty():
    """Tables of the portal's own that a colleague adds later, too."""
    ours = [model for model in apps.get_models() if model in record_models()]
    columns = [field for model in ours for field in model._meta.concrete_fields if isinstance(field, SlugField)]
    assert len(columns) > 10 and [str(column) for column in columns if not column.blank] == []
    assert [str(column) for column in columns if column.unique and not isinstance(column, CodeField)] == []


def test_no_form_and_no_row_asks_for_a_code(rf, db):
    """In a form it stands folded at the end; rows do not show it."""
    request = rf.get("/admin/")
    request.user = officer()
    for model, site_admin in admin.site._registry.items():
        if not (codes := codes_of(model)):
            continue
        *others, (_title, last) = site_admin.get_fieldsets(request)
        assert (last["fields"], last["classes"]) == (codes, ["collapse"]), model
        assert not site_admin.prepopulated_fields and not set(codes) & set(str(others).split("'")), model
    for site_admin in admin.site._registry.values():
        for inline in getattr(site_admin, "get_inline_instances", lambda request: [])(request):
            assert not set(codes_of(inline.model)) & set(str(inline.get_fieldsets(request)).split("'")), inline


def test_a_meeting_is_saved_with_two_commitments_that_have_no_code(db):
    """Rows without a code do not count as the same row twice."""
    client, url = signed_in(), desk_url(Meeting, "change", world.meeting().pk)
    data = untouched(client, url, Meeting) | {"commitments-TOTAL_FORMS": "2"}
    for number, title in enumerate(("จัดตั้งผู้ประสานงาน", "ตั้งกองทุนกลาง")):
        row = f"commitments-{number}"
        data |= {f"{row}-title_th": title, f"{row}-framework": "multilateral", f"{row}-order": "0"}
    answer = client.post(url, data)
    assert answer.status_code == 302, errors_of(answer)
    assert len({commitment.code for commitment in Commitment.objects.all()}) == 2


def test_words_beside_the_records_of_a_kind_are_known():
    """Every fixed address that stands where a record's could."""
    from django.urls import get_resolver

    paths = [str(found.pattern) for found in _flat(get_resolver().url_patterns)]
    kinds = [path.partition("<slug:slug>")[0] for path in paths if path.endswith("<slug:slug>/")]
    fixed = {path.removeprefix(kind) for path in paths for kind in kinds if path.startswith(kind)}
    words = {path.strip("/") for path in fixed if re.fullmatch("[a-z0-9-]+/", path)}
    assert words == RESERVED


def _flat(patterns):
    for pattern in patterns:
        yield from _flat(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern]


def test_an_article_keeps_its_address_when_its_title_is_translated(db):
    """Once given, it stays."""
    article = Article.objects.create(title_th=THAI)
    article.title_en = "An urgent matter"
    article.save()
    assert article.slug.startswith("rueang-rengduan")


@pytest.mark.django_db
def test_a_refused_form_with_an_emptied_slug_names_no_address():
    """It led to an address made of nothing."""
    client, meeting = signed_in(), world.meeting("mgmac")
    url = desk_url(type(meeting), "change", meeting.pk)
    data = untouched(client, url, type(meeting))
    refused = client.post(url, data | {"slug": "", "starts_on": "nonsense"})
    assert refused.status_code == 200 and refused.context["site_addresses"] == {}
    assert client.post(url, data | {"starts_on": "nonsense"}).context["site_addresses"]["en"] == "/en/meetings/mgmac/"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: world.agency(slug=f"agency-{Agency.objects.count()}"), "slug"),
        (lambda: world.exchange(world.city()), "code"),
        (world.meeting, "slug"),
    ],
    ids=["agency", "exchange", "meeting"],
)
def test_another_records_code_is_refused_and_its_own_is_not_asked_about(make, code, db):
    client, other, record = signed_in(), make(), make()
    url = desk_url(type(record), "change", record.pk)
    sent = untouched(client, url, type(record))
    refused = client.post(url, sent | {code: getattr(other, code)})
    assert refused.status_code == 200 and code in refused.context["adminform"].form.errors
    assert client.post(url, sent).status_code == 302
