"""No public address names anything that only a hidden record holds: neither its words nor those of its children."""

import re

import pytest
from django.utils.html import escape

from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.office.caching import publishable_models
from tests import world
from tests.hidden import WORD, children_of, hide, marked_with_family
from tests.making import made

from .addresses import public_addresses, read_by_somebody, record_addresses, text_at, unread

pytestmark = [pytest.mark.django_db, pytest.mark.search_index]


@pytest.fixture
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def searches_for(marks) -> list[str]:
    """What readers can ask search and suggestions that a marked text would answer; one of them a letter beside."""
    words = [WORD, WORD[:5], *(mark[:-1] + "x" for mark in marks if "exchange" in mark)]
    return [f"/th/search/{what}?q={word}" for what in ("", "feed/", "suggest/") for word in words]


def said_at(client, address: str, marks) -> tuple[str, set[str]]:
    """What stands at `address`, apart from the query itself, and which of the `marks` are in it."""
    text = text_at(client, address).replace(escape(address), "")
    return text, set(re.findall(r"(?:quokka|wombat)[a-z]+", text)) & set(marks)


def test_every_address_is_read():
    for model in publishable_models():
        made(model)
    assert unread(public_addresses()) == set()


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_text_held_back_is_public_in_neither_language_nor_is_that_of_its_children(client, media, language):
    world.bangkok()
    held = {}
    with unit_of_work():
        for model in publishable_models():
            mark = f"quokka{model._meta.model_name}"
            held[mark] = record = made(model, f"{mark}@{language}")
            children_of(record, f"{mark}@{language}")
            hide(record, language)
    addresses = [*read_by_somebody(), *(f"/{language}/search/{ending}?q={WORD}" for ending in ("", "suggest/"))]
    assert [(address, mark) for address in addresses for mark in said_at(client, address, held)[1]] == []


def test_nothing_of_a_hidden_record_is_public(client, media):
    """Every kind in every hidden state at once, each with marks of its own in itself and in all that hangs on it.

    A withdrawn record may be named where others speak of it, as its own page may still be read: but in no link.
    """
    world.bangkok()
    hidden = {}
    with unit_of_work():
        for state in ("draft", "scheduled", "withdrawn"):
            for model in publishable_models():
                marks = [f"{animal}{model._meta.model_name}{state}" for animal in ("quokka", "wombat")]
                record = marked_with_family(model, *marks)
                hide(record, state)
                hidden |= dict.fromkeys(marks, record)
    own = {address: record for address, record in record_addresses().items() if record in hidden.values()}
    leaks = []
    for address in read_by_somebody() + searches_for(hidden):
        text, said = said_at(client, address, hidden)
        linked = {mark for mark in said if re.search(f'href="[^"]*{mark}', text)}
        named = {mark for mark in said - linked if mark.startswith("quokka") and mark.endswith("withdrawn")}
        leaks += [(address, mark) for mark in said - named if hidden[mark] != own.get(address)]
    assert leaks == []
