"""Languages on the desk are chosen by name; readers' pages never carry a `lang` that is none."""

import re

import pytest
from django.db import IntegrityError, transaction

from relations.models import Agreement, Alias, Document, Source
from tests import world

from .desk import desk_url, errors_of, signed_in, untouched

pytestmark = pytest.mark.django_db


def sent(client, record, **typed):
    url = desk_url(type(record), "change", record.pk)
    answer = client.post(url, untouched(client, url, type(record)) | typed)
    record.refresh_from_db()
    return answer


@pytest.mark.parametrize("typed", ["en", "อังกฤษ", "ภาษาอังกฤษ", "English", "en-GB"])
def test_the_original_title_of_an_agreement_has_a_code(client, typed):
    agreement = world.agreement()
    answer = sent(signed_in(), agreement, original_title="Sister City Agreement", original_language=typed)
    assert answer.status_code == 302, errors_of(answer)
    html = client.get(agreement.get_absolute_url()).content.decode()
    assert '<cite lang="en">Sister City Agreement</cite>' in html
    assert "ภาษาอังกฤษ" in signed_in("mana").get(desk_url(Agreement, "history", agreement.pk)).content.decode()


def test_what_is_no_language_is_refused_in_thai():
    [sentence] = errors_of(sent(signed_in(), world.agreement(), original_language="กขค"))
    assert re.search("[ก-๛]", sentence.replace("กขค", ""))


def test_the_list_of_sources_and_papers_tells_languages_by_name():
    client, city = signed_in(), world.city()
    world.source(language="ja")
    Document.objects.create(subject=city, title_th="เอกสาร", title_en="Paper", language="fr")
    sources = client.get(desk_url(Source)).content.decode()
    assert "ภาษาญี่ปุ่น" in sources and client.get(desk_url(Source) + "?language=ja").context["cl"].result_count == 1
    assert client.get(desk_url(Source) + "?language=fr").context["cl"].result_count == 0
    assert "ภาษาฝรั่งเศส" in client.get(desk_url(Document)).content.decode()


@pytest.mark.parametrize(
    ("code", "thai", "english"),
    [
        ("th", "ภาษาไทย", "in Thai"),
        ("fr", "ภาษาฝรั่งเศส", "in French"),
        ("mul", "หลายภาษา", "in several languages"),
        ("und", "", ""),
    ],
)
def test_a_paper_says_its_language_to_readers(client, code, thai, english):
    city = world.city("lyon")
    Document.objects.create(subject=city, title_th="เอกสาร", title_en="Paper", language=code)
    for language, words in (("th", thai), ("en", english)):
        html = client.get(f"/{language}/cities/lyon/").content.decode()
        assert words in html and "und" not in re.findall(r'class="[^"]*doc[^"]*">([^<]*)<', html)


COLUMNS = [(Agreement, "original_language"), (Alias, "language"), (Document, "language"), (Source, "language")]


def _made(model):
    if model is Agreement:
        return world.agreement()
    if model is Source:
        return world.source()
    texts = (
        {"name": "Lyon", "language": "fr", "kind": "native"} if model is Alias else {"title_th": "ก", "title_en": "a"}
    )
    return model.objects.create(subject=world.city(), **texts)


@pytest.mark.parametrize(("model", "column"), COLUMNS)
def test_any_write_is_a_code_or_refused(model, column):
    record = _made(model)
    model.objects.filter(pk=record.pk).update(**{column: "ญี่ปุ่น"})
    assert model.objects.filter(**{column: "ja"}).get() == record
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=record.pk).update(**{column: "กข"})
