"""A refused form speaks the officer's language from its first line on, also where a library counts for it."""

import re
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.contrib import admin
from django.utils.translation.trans_real import DjangoTranslation

from iad_portal.lib.operations.catalogue import read_catalogue
from relations.models import Agency
from tests.boxes import BOXES_ALONE

from .desk import as_sent, desk_url, errors_of, record_models, signed_in, untouched

THAI, LATIN = re.compile("[ก-๛]"), re.compile("[A-Za-z]{3}")
NOTE = re.compile(r'<p class="errornote">(.*?)</p>', re.S)


def plural_sentences(domain: str) -> set[tuple]:
    """Every sentence with a plural that Django and the installed libraries may show: context, singular, plural."""
    folders = [
        Path(django.__file__).parent / "conf/locale",
        *(Path(app.path) / "locale" for app in apps.get_app_configs()),
    ]
    paths = [folder / language / f"LC_MESSAGES/{domain}.po" for folder in folders for language in ("en", "de")]
    found = (message for path in paths if path.is_file() for message in read_catalogue(path))
    return {(message.context, *message.id) for message in found if message.pluralizable}


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_every_plural_of_a_library_has_its_thai(domain):
    """Django's own Thai has many a sentence in the singular only: counted, even "1 error" then came in English."""
    thai, sentences = DjangoTranslation("th", domain=domain), plural_sentences(domain)
    assert len(sentences) > 3
    for context, singular, many in sentences:
        for count in (1, 2):
            said = thai.npgettext(context, singular, many, count) if context else thai.ngettext(singular, many, count)
            assert THAI.search(said), (singular, count)


def first_line(response) -> str:
    """What stands over a refused form."""
    return NOTE.search(response.content.decode()).group(1).strip()


def test_one_error_and_several_are_announced_in_thai(db):
    """The same first line, whatever the number."""
    client = signed_in()
    data = untouched(client, desk_url(Agency, "add"), Agency)
    several = client.post(desk_url(Agency, "add"), data)
    single = client.post(desk_url(Agency, "add"), data | {"name_th": "สำนักการโยธา", "slug": "works"})
    assert (len(errors_of(single)), len(errors_of(several)) > 1) == (1, True)
    assert first_line(single) == first_line(several) == "โปรดแก้ไขข้อผิดพลาดด้านล่าง"


@pytest.mark.parametrize("model", record_models(), ids=lambda model: model.__name__)
def test_an_empty_form_is_refused_in_thai(model, db):
    """Every kind of record: no English, neither over the form nor beside a field."""
    client = signed_in()
    page = client.get(desk_url(model, "add"), **BOXES_ALONE)
    if not admin.site._registry[model].has_add_permission(page.wsgi_request):
        return
    refused = client.post(desk_url(model, "add"), as_sent(page, model))
    if refused.status_code == 302:
        return
    assert not LATIN.search(first_line(refused))
    assert [sentence for sentence in errors_of(refused) if LATIN.search(sentence)] == []
