"""An officer picks a link to a record by its name; who deletes a record is told where it is linked."""

import pytest

from iad_portal.lib.records.record_links import link_to
from iad_portal.office.groups import CONTACTS, EDITORS
from news.models import Article
from relations.models import City
from tests import world

from .desk import desk_url, signed_in, untouched

pytestmark = pytest.mark.django_db


def found(client, **asked):
    return client.get("/admin/links/", asked).json()["links"]


def test_records_are_found_by_a_part_of_their_names():
    client, city = signed_in(group=EDITORS), world.city("edo", name_th="เอโดะเก่า")
    draft = world.article(title_th="ข่าวเอโดะเก่า", status="draft")
    world.agreement(world.city("osaka", name_th="โอซากะ"))
    assert found(client, q="เอโดะเก่า") == [
        {"href": link_to(city), "kind": "เมือง", "name": "เอโดะเก่า", "state": ""},
        {"href": link_to(draft), "kind": "ข่าว", "name": "ข่าวเอโดะเก่า", "state": "ฉบับร่าง"},
    ]
    assert found(client, q="เ") == found(client, q="") == found(client, q="ไม่มีเลย") == []


def test_a_link_that_stands_in_a_text_says_what_it_leads_to():
    client, city = signed_in(), world.city("edo")
    assert [link["name"] for link in found(client, at=link_to(city))] == [str(city)]
    assert found(client, at="/to/relations.city/999/") == found(client, at="https://example.org/") == []


def test_nobody_is_offered_what_they_may_not_see():
    world.city("edo", name_th="เอโดะเก่า")
    assert found(signed_in(group=CONTACTS), q="เอโดะเก่า") == []


def test_a_typed_address_is_a_key_after_saving_and_stands_in_the_form():
    client, city, article = signed_in(), world.city("edo"), world.article(status="draft")
    url = desk_url(Article, "change", article.pk)
    typed = '<p><a href="http://localhost:8000/th/cities/edo/">เอโดะ</a></p>'
    assert client.post(url, untouched(client, url, Article) | {"body_th": typed}).status_code == 302
    assert link_to(city) in untouched(client, url, Article)["body_th"]
    html = client.get(url).content.decode()
    assert 'id="record-links"' in html and "/admin/links/" in html and "RecordLink" in html


def test_who_deletes_a_record_reads_where_it_is_linked():
    client, city = signed_in(), world.city("edo")
    article = world.article(title_th="ข่าวที่มีลิงก์", body_th=f'<p><a href="{link_to(city)}">x</a></p>')
    html = client.get(desk_url(City, "delete", city.pk)).content.decode()
    assert "ข่าวที่มีลิงก์" in html and desk_url(Article, "change", article.pk) in html
    assert "มีลิงก์มายังระเบียนนี้" not in client.get(desk_url(Article, "delete", article.pk)).content.decode()
