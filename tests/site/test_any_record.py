"""No record can break a page: whatever the forms take, and whatever the database takes, every public answer stands.

All kinds of records at once, each with some of its fields and of its rows odd; then every public address is read.
"""

import os
from random import Random

import pytest
from django.conf import settings as portals
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.db.models import SlugField
from django.test import Client, override_settings

from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.office.caching import publishable_models
from iad_portal.office.search.rebuilding import rebuild
from tests import world
from tests.hidden import children_of
from tests.making import made, own_fields, records
from tests.odd import typed_into, written_into

from ..desk.desk import as_sent, desk_url, signed_in
from .addresses import in_turn, public_addresses

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]
EMPTIED = 0  # the chance that empties everything that may be empty
# These keep what was mended; whoever looks for new faults asks for more.
MORE = range(1, int(os.environ.get("ODD_EXAMPLES", "0")) + 1)
STORAGES = portals.STORAGES | {"default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
SEARCHES = ("?q=ก", "?q=made", "?q=2562&kind=agreement", "suggest/?q=ma", "feed/?q=made")
# Of the fields of one form so many are odd: one or two, or most of them.
SHARES = (0.05, 0.3, 0.9)
# Whether a record is seen at all has tests of its own; the machinery of forms is no field of a record.
LEFT_ALONE = ("status", "publish_at", "hold_th", "hold_en", "seen", "confirmed", "id", "subject", "DELETE")


@pytest.fixture(autouse=True)
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = STORAGES


def whole_house() -> list:
    """One published record of every kind on the desk, with a row of every kind that belongs to it."""
    world.bangkok()
    with unit_of_work():
        kinds = dict.fromkeys([*publishable_models(), *(model for model in admin.site._registry if model in records())])
        made_records = [made(model) for model in kinds]
        for record in made_records:
            children_of(record, "")
    return made_records


def read_everything() -> None:
    """Every public address and some searches answer, with a page or with the 404 of what is not there.

    Files in one of their languages, which chooses no more than the words over their columns.
    """
    client, public = Client(), public_addresses()
    pages = [address for address in public if address.endswith("/")]
    addresses = [*pages, *in_turn(address for address in public if not address.endswith("/"))]
    for address in [*addresses, *(f"/{code}/search/{search}" for code in ("th", "en") for search in SEARCHES)]:
        answer = client.get(address)
        assert answer.status_code in (200, 301, 302, 404), address
        if address in addresses[:60] and "feed" not in address:
            assert answer.status_code != 404, address


def fields_of(page) -> dict:
    """The fields of the record's form and of its inline rows, by the name under which a browser sends them."""
    forms = [page.context["adminform"].form]
    forms += [form for inline in page.context["inline_admin_formsets"] for form in inline.formset.initial_forms]
    return {form.add_prefix(name): field for form in forms for name, field in form.fields.items()}


@pytest.fixture(scope="module")
def _house(django_db_setup, django_db_blocker):
    """The whole house and its forms, made once; each example changes them in a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(STORAGES=STORAGES):
        client, forms = signed_in(), []
        for record in whole_house():
            if type(record) in admin.site._registry:
                url = desk_url(type(record), "change", record.pk)
                page = client.get(url)
                forms.append((url, as_sent(page, type(record)), fields_of(page)))
        yield client, forms
        transaction.set_rollback(True)


@pytest.fixture
def forms(_house, db):
    """(a client who is signed in, the address of each record's form with what is sent back and its fields)"""
    return _house


@pytest.mark.parametrize("chance", [EMPTIED, 2569, *MORE])
def test_whatever_the_forms_take_every_public_answer_stands(forms, chance):
    luck, (client, all_forms) = Random(chance), forms
    for url, sent, fields in all_forms:
        names = [name for name in sent if name in fields and name.rpartition("-")[2] not in LEFT_ALONE]
        odd = {name: luck.choice(typed_into(fields[name])) for name in names if luck.random() < luck.choice(SHARES)}
        if chance == EMPTIED:
            odd = {name: "" for name in names if not fields[name].required}
        assert client.post(url, sent | odd).status_code in (200, 302), (url, odd)
    read_everything()


@pytest.mark.parametrize("chance", [3998, *MORE])
def test_whatever_the_database_takes_every_public_answer_stands(forms, chance):
    with transaction.atomic():  # taken back before the links that lead nowhere by now are looked for
        write_everything(Random(chance))
        rebuild()
        read_everything()
        transaction.set_rollback(True)


def write_everything(luck: Random) -> None:
    """Something odd into a third of all columns of all records."""
    for model in records():
        # An address that is none cannot be shown at all: tests/desk/test_unshown.py.
        columns = [
            field for field in own_fields(model) if field.name not in LEFT_ALONE and not isinstance(field, SlugField)
        ]
        for row in model._base_manager.all()[:3]:
            for field in columns:
                if luck.random() < 0.3:
                    write(model, row.pk, {field.attname: luck.choice(written_into(field))})


def write(model, key, values: dict) -> None:
    """Past every form and save(); what the database refuses is not written."""
    try:
        with transaction.atomic():
            model._base_manager.filter(pk=key).update(**values)
    except (DatabaseError, ValidationError, ValueError, OverflowError, TypeError):
        return
