"""A form of the desk that doubts something asks once; saved again, it takes what was typed."""

import pytest

from iad_portal.lib.desk.pickers import RowForm, TableRowForm
from iad_portal.lib.desk.versions import VersionForm
from relations.admin.city import CityAdmin
from relations.admin.parts import AliasInline, FigureInline
from relations.models import City
from tests import world

from .desk import as_sent, desk_url, errors_of, signed_in

pytestmark = pytest.mark.django_db
FIGURE, ALIAS = "relations-figure-subject_type-subject_id", "relations-alias-subject_type-subject_id"


def doubting(base, field, value):
    """`base`, asking when `field` is `value`."""

    class DoubtingForm(base):
        def clean(self):
            cleaned = super().clean()
            if str(self.cleaned_data.get(field)) == value:
                self.ask(field, f"{value}?", "doubt")
            return cleaned

    return DoubtingForm


@pytest.fixture
def doubts(monkeypatch):
    """Forms of a city and of its figures and other names that doubt certain values."""
    monkeypatch.setattr(CityAdmin, "form", doubting(VersionForm, "name_th", "สงสัย"))
    monkeypatch.setattr(FigureInline, "form", doubting(RowForm, "note_th", "สงสัย"))
    monkeypatch.setattr(AliasInline, "form", doubting(TableRowForm, "name", "สงสัย"))


def saved(client, page, url, **typed):
    """Send the form on `page` with what is `typed`: the answer."""
    return client.post(url, as_sent(page, City) | typed)


def rows(prefix, **facts):
    return {f"{prefix}-TOTAL_FORMS": "1"} | {f"{prefix}-0-{name}": value for name, value in facts.items()}


CASES = {
    "record": {"name_th": "สงสัย"},
    "row": rows(FIGURE, measure="population", value="5", qualifier="exact", note_th="สงสัย"),
    "line of a table": rows(ALIAS, name="สงสัย", language="th", kind="short"),
}


@pytest.mark.parametrize("typed", CASES.values(), ids=CASES)
def test_a_record_and_its_rows_are_saved_the_second_time(doubts, typed):
    client, city = signed_in(), world.city()
    url = desk_url(City, "change", city.pk)
    asked = saved(client, client.get(url), url, **typed)
    assert asked.status_code == 200 and "สงสัย?" in " ".join(errors_of(asked))
    assert 'class="asknote"' in asked.content.decode() and "สงสัย" in as_sent(asked, City).values()
    assert saved(client, asked, url).status_code == 302


def test_a_new_record_is_asked_about_too(doubts):
    client = signed_in()
    country, url = world.country(), desk_url(City, "add")
    typed = {"name_th": "สงสัย", "slug": "doubted", "country": country.pk}
    asked = saved(client, client.get(url), url, **typed)
    assert not City.objects.exists()
    assert saved(client, asked, url).status_code == 302 and City.objects.get().name_th == "สงสัย"


def test_a_date_that_does_not_exist_may_only_be_quoted():
    client, city = signed_in(), world.city()
    url = desk_url(City, "change", city.pk)
    asked = saved(client, client.get(url), url, profile_th="<p>พบกันเมื่อ 31 กุมภาพันธ์ 2563</p>")
    sentence = next(error for error in errors_of(asked) if "31 กุมภาพันธ์ 2563" in error)
    assert "หากคัดข้อความมาตามต้นฉบับ" in sentence and "ตามที่ตั้งใจ" not in sentence
    assert saved(client, asked, url).status_code == 302


def test_another_record_and_a_doubtful_word_are_asked_about_at_once(doubts):
    client, city = signed_in(), world.city(name_th="สงสัย")
    typed = {"name_th": "สงสัย", "slug": "second", "country": city.country_id}
    url = desk_url(City, "add")
    asked = saved(client, client.get(url), url, **typed)
    assert len([error for error in errors_of(asked) if 'class="question"' in error or "สงสัย?" in error]) == 2
    assert saved(client, asked, url).status_code == 302


def test_an_answer_outlasts_a_save_refused_for_another_reason(doubts):
    client, city = signed_in(), world.city()
    url = desk_url(City, "change", city.pk)
    asked = saved(client, client.get(url), url, name_th="สงสัย")
    refused = saved(client, asked, url, latitude="x")
    assert "สงสัย?" not in " ".join(errors_of(refused)) and 'class="asknote"' not in refused.content.decode()
    assert saved(client, refused, url, latitude="35.68").status_code == 302


def test_a_changed_value_is_asked_about_anew(doubts):
    client, city = signed_in(), world.city()
    url = desk_url(City, "change", city.pk)
    asked = saved(client, client.get(url), url, name_th="สงสัย")
    again = saved(client, asked, url, **CASES["row"])
    assert again.status_code == 200 and len(errors_of(again)) == 1
