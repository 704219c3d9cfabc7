"""No record leads back to itself, by whatever relation and over however many others."""

from itertools import pairwise

import pytest
from django.apps import apps
from django.contrib import admin

from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.records.rings import relations_to_itself
from networks.models import Meeting
from plans.models import Plan
from relations.models import Agreement
from tests import world

from .desk import errors_of, signed_in
from .test_saving import edited

pytestmark = pytest.mark.django_db

MAKE = {
    (Agreement, "renews"): lambda: [world.agreement(city) for city in [world.city()] for _one in range(4)],
    (Meeting, "part_of"): lambda: [world.meeting() for _one in range(4)],
    (Plan, "supersedes"): lambda: [world.plan() for _one in range(4)],
}


def test_every_relation_to_itself_is_tried_here():
    """One that a colleague adds must be added to MAKE; history points at nothing."""
    ours = [model for model in apps.get_models() if not model.__name__.startswith("Historical")]
    assert {(model, field.name) for model in ours for field in relations_to_itself(model)} == MAKE.keys()
    for model, _name in MAKE:
        assert issubclass(admin.site._registry[model].form, VersionForm)


def lead(record, name, other):
    """Let `record` point at `other`."""
    if record._meta.get_field(name).many_to_many:
        getattr(record, name).add(other)
    else:
        setattr(record, name, other)
        record.save()


@pytest.mark.parametrize("model, name", MAKE, ids=str)
@pytest.mark.parametrize("length", [1, 2, 4])
def test_a_ring_is_refused_with_the_way_round(model, name, length):
    """Itself, one another, and over two more; the sentence names them."""
    chain = MAKE[model, name]()[:length]
    round_again = [*chain, chain[0]]
    for record, other in pairwise(round_again[1:]):
        lead(record, name, other)
    _data, answer = edited(signed_in(), chain[0], **{name: str(round_again[1].pk)})
    (sentence,) = errors_of(answer)
    assert sentence.count(" → ") == length and "วนกลับ" in sentence
    assert list(answer.context["adminform"].form.errors) == [name]


@pytest.mark.parametrize("model, name", MAKE, ids=str)
def test_a_chain_without_a_ring_is_saved(model, name):
    """However long."""
    chain = MAKE[model, name]()
    for record, other in pairwise(chain[1:]):
        lead(record, name, other)
    _data, answer = edited(signed_in(), chain[0], **{name: str(chain[1].pk)})
    assert answer.status_code == 302, errors_of(answer)


def test_an_agency_belongs_to_no_part_of_its_own():
    """It belongs to a name: of itself in either language, or of one below it."""
    client, top, below = signed_in(), world.agency("top"), world.agency("below", parent_name_en="top Department")
    for parent in (
        {"parent_name_th": "สำนัก  top"},
        {"parent_name_en": "Top department"},
        {"parent_name_th": "สำนัก below"},
    ):
        _data, answer = edited(client, top, **parent)
        (sentence,) = errors_of(answer)
        assert "สังกัดวนกลับ" in sentence and sentence.endswith("สำนัก top"), parent
    _data, answer = edited(client, below, parent_name_th="สำนักปลัดกรุงเทพมหานคร")
    assert answer.status_code == 302, errors_of(answer)
