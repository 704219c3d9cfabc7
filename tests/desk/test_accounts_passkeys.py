"""What is no answer of a browser to the portal's question proves and adds nothing, and breaks nothing."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from iad_portal.office.groups import EDITORS, PUBLISHERS

from .accounts import PASSWORD, halfway_in, with_a_password, with_app

pytestmark = pytest.mark.django_db
GET = "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiQUEiLCJvcmlnaW4iOiJodHRwOi8vbG9jYWxob3N0In0"
DATA = "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAA"


def credential(**response) -> str:
    """What a browser would send with this response."""
    return json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": response})


NONSENSE = [
    "", "x", "1", "[1]", '"text"', "{}", '{"id": "a"}', '{"id": 1, "rawId": 2, "type": "public-key", "response": 3}',
    credential(clientDataJSON="AA", userHandle="MQ"),
    credential(clientDataJSON="e30", authenticatorData="AA", signature="AA", userHandle="MQ", attestationObject="oA"),
    credential(clientDataJSON=GET, authenticatorData=DATA, signature="AA", userHandle="MQ"),
]  # fmt: skip


@pytest.mark.parametrize("sent", NONSENSE)
def test_nonsense_is_refused(sent):
    malee = with_a_password("malee", group=PUBLISHERS)
    new = halfway_in(malee)
    assert new.get("/admin/account/passkey/?options").json()["publicKey"]["rp"]["id"] == "localhost"
    assert new.post("/admin/account/passkey/", {"name": "x", "credential": sent}).status_code == 200
    with_app(malee)
    half, guest = halfway_in(malee), Client()
    assert half.get("/admin/second-factor/?options").status_code == 200
    assert half.post("/admin/second-factor/", {"credential": sent}).status_code == 200
    assert half.get("/admin/").status_code == 302
    assert guest.get("/admin/passkey/?options").json()["publicKey"]["userVerification"] == "required"
    refused = guest.post("/admin/passkey/", {"credential": sent, "next": "/admin/news/article/"})
    assert refused["Location"] == "/admin/login/?next=%2Fadmin%2Fnews%2Farticle%2F"
    assert "ใช้พาสคีย์ไม่สำเร็จ" in guest.get(refused["Location"]).content.decode()
    assert guest.get("/admin/").status_code == 302 and not Authenticator.objects.filter(type="webauthn").exists()


def test_an_answer_without_a_question_proves_nothing():
    malee = with_a_password("malee", group=PUBLISHERS)
    with_app(malee)
    for sent in NONSENSE[3:]:
        assert halfway_in(malee).post("/admin/second-factor/", {"credential": sent}).status_code == 200
        assert Client().post("/admin/passkey/", {"credential": sent}).status_code == 302


def test_who_removes_the_last_factor_owes_one_again_once_the_rights_grow():
    editor = with_a_password("editor", group=EDITORS)
    with_app(editor)
    desk = Client()
    desk.force_login(editor)
    factor = Authenticator.objects.get(type="totp")
    desk.post(f"/admin/account/factors/{factor.pk}/remove/", {"password": PASSWORD})
    assert desk.get("/admin/").status_code == 200
    editor.is_superuser = True
    editor.save()
    assert desk.get("/admin/").status_code == 302
