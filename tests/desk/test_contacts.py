"""What a contact of another agency meets at the desk: own commitments, and nothing that the office keeps to itself."""

import pytest

from iad_portal.lib.records.unit_of_work import unit_of_work
from networks.models import Commitment
from relations.models import Agency, AgencyContact, Revision
from tests import world

from .desk import as_sent, desk_url
from .test_roles import C, E, commitment, everybody, has

pytestmark = pytest.mark.django_db


def test_a_contact_sees_the_own_agencys_commitments_alone():
    clients = everybody()
    mine, other = commitment("published"), commitment("published", "others")
    assert list(clients[C].get(desk_url(Commitment)).context["cl"].result_list) == [mine]
    assert clients[C].get(desk_url(Commitment, "change", other.pk)).status_code == 302
    AgencyContact.objects.all().delete()
    assert not clients[C].get(desk_url(Commitment)).context["cl"].result_list


def test_the_first_page_asks_a_contact_for_nothing_that_others_keep():
    client = everybody()[C]
    world.agency(Agency.HOME_SLUG)
    assert client.get("/admin/").context["groups"] == []


def test_a_contact_reads_nothing_of_what_the_office_doubts():
    """In the form, the list, its filters, the history, the comparison, and the first page."""
    clients, mine = everybody(), commitment("published")
    first = Revision.objects.latest("pk").pk
    mine.doubt_th, mine.doubt_en, mine.title_th = "วันที่ไม่ตรงกัน", "The date differs", "ข้อผูกพันใหม่"
    with unit_of_work():
        mine.save()
    last, change = Revision.objects.latest("pk").pk, desk_url(Commitment, "change", mine.pk)
    pages = [
        "/admin/", desk_url(Commitment), change, desk_url(Commitment, "history", mine.pk),
        f"{desk_url(Commitment, 'compare', mine.pk)}?old={first}&new={last}",
    ]  # fmt: skip
    told = {role: [clients[role].get(page).content.decode() for page in pages] for role in (C, E)}
    words = ("วันที่ไม่ตรงกัน", "The date differs", "ข้อที่ต้องยืนยัน", "doubt=yes")
    for number, page in enumerate(pages):
        assert any(word in told[E][number] for word in words), page
        assert not any(word in told[C][number] for word in words), page
    assert "ข้อผูกพันใหม่" in told[C][4]
    asked = {role: clients[role].get(f"{desk_url(Commitment)}?doubt_th__startswith=วัน").status_code for role in (C, E)}
    assert asked == {C: 400, E: 200}
    assert clients[C].post(change, as_sent(clients[C].get(change), Commitment) | {"doubt_th": ""}).status_code == 302
    assert has(mine, doubt_th="วันที่ไม่ตรงกัน")()
