"""Rows beyond the first ones come as lines: what they hold is carried, and nothing of it is lost."""

import pytest
from django import forms

from iad_portal.lib.desk.folded_rows import MOST_OPEN, _values
from networks.models import Meeting, Participation
from news.models import Article
from relations.models import Alias
from tests import world

from .desk import desk_url, errors_of, signed_in, untouched

pytestmark = pytest.mark.django_db
MANY = MOST_OPEN + 5


def large_meeting():
    """A meeting with some rows more than stand open; the last of them is a city's."""
    meeting = world.meeting()
    rows = [
        Participation(meeting=meeting, body_th=f'องค์กร "{n}" & อื่น', body_en=f"Body {n}", order=n) for n in range(MANY)
    ]
    rows.append(Participation(meeting=meeting, city=world.city(name_th="โซล"), presented_th="บรรทัด\nสอง", order=MANY))
    Participation.objects.bulk_create(rows)
    return meeting


def rows_in(answer, prefix="participation"):
    return next(one for one in answer.context["inline_admin_formsets"] if one.formset.prefix == prefix).rows


def stored(meeting):
    return list(Participation.objects.filter(meeting=meeting).order_by("pk").values())


def test_the_first_rows_stand_open_and_each_other_one_is_a_line():
    client, meeting = signed_in(), large_meeting()
    answer = client.get(desk_url(Meeting, "change", meeting.pk))
    rows = rows_in(answer)
    assert [bool(row.carried) for row in rows] == [False] * MOST_OPEN + [True] * (MANY + 1 - MOST_OPEN) + [False]
    assert rows[-2].text == "โซล · บรรทัด สอง" and 'องค์กร "20" & อื่น' in rows[MOST_OPEN].text
    assert 'data-said="โซล"' in rows[-2].carried and "<noscript>" in answer.content.decode()
    everything = client.get(desk_url(Meeting, "change", meeting.pk) + "?all_rows=1")
    assert not any(row.carried for row in rows_in(everything)) and "<noscript>" not in everything.content.decode()


def test_a_line_carries_what_its_boxes_would_have_sent():
    """Letter by letter: what the page sends untouched is the same folded and open, and saves nothing anew."""
    client, meeting = signed_in(), large_meeting()
    url, before = desk_url(Meeting, "change", meeting.pk), stored(meeting)

    def sent(address):
        data = untouched(client, address, Meeting)
        return {
            name: value[0] if isinstance(value, list) else str(value).replace("\r\n", "\n").removeprefix("\n")
            for name, value in data.items()
            if name.startswith("participation-") and value not in ("", [""])
        }

    assert sent(url) == sent(url + "?all_rows=1")
    answer = client.post(url, untouched(client, url, Meeting) | {"title_en": "Changed"})
    assert answer.status_code == 302, errors_of(answer)
    assert stored(meeting) == before


def test_a_folded_row_can_be_removed_and_one_that_was_changed_comes_back_open():
    client, meeting = signed_in(), large_meeting()
    url = desk_url(Meeting, "change", meeting.pk)
    data, far = untouched(client, url, Meeting), MOST_OPEN + 2
    refused = client.post(url, data | {f"participation-{far}-order": "x", "participation-21-order": "77"})
    assert refused.status_code == 200
    assert [number for number, row in enumerate(rows_in(refused)) if number >= MOST_OPEN and not row.carried] == [
        21, far, MANY + 1,
    ]  # fmt: skip
    assert client.post(url, data | {f"participation-{far}-DELETE": "on"}).status_code == 302
    assert Participation.objects.filter(meeting=meeting).count() == MANY


def test_rows_that_may_belong_to_any_record_fold_too():
    """With a list of choices and a box of a date among their boxes."""
    article = world.article()
    Alias.objects.bulk_create(
        Alias(subject=article, name=f"ชื่อ {n}", language="th", kind=Alias._meta.get_field("kind").choices[0][0])
        for n in range(MANY)
    )
    client, url = signed_in(), desk_url(Article, "change", article.pk)
    rows = rows_in(client.get(url), "relations-alias-subject_type-subject_id")
    assert sum(bool(row.carried) for row in rows) == MANY - MOST_OPEN
    assert "· ภาษาไทย ·" in rows[MOST_OPEN].text
    assert client.post(url, untouched(client, url, Article) | {"title_en": "Changed"}).status_code == 302
    assert Alias.objects.filter(language="th").count() == MANY


def test_each_box_of_a_row_has_the_name_of_its_column():
    """Also in tables of rows that may belong to any record; a corner of the table without words is no heading."""
    article = world.article()
    world.cite(article, world.source())
    answer = signed_in().get(desk_url(Article, "change", article.pk))
    form = next(
        one for one in answer.context["inline_admin_formsets"] if "citation" in one.formset.prefix
    ).formset.forms[0]
    assert 'aria-label="' in str(form["order"]) and '<th class="original"' not in answer.content.decode()


def test_a_box_to_tick_is_carried_as_a_browser_would_send_it():
    assert _values(forms.CheckboxInput(), True) == ["on"] and _values(forms.CheckboxInput(), False) == []
