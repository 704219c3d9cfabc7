"""A session without a second factor reaches no publishing action, by any path; who needs one is led to it and on."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.test import Client
from django.urls import reverse

from iad_portal.lib.desk.kept_forms import mark_of
from iad_portal.office.accounts.standing import PASSED, must_have_factor
from iad_portal.office.groups import ADMINISTRATORS, CONTACTS, EDITORS, OFFICERS, PUBLISHERS, TRANSLATORS, ensure_groups
from iad_portal.office.models import KeptForm
from news.models import Article
from tests import world

from .accounts import PASSWORD, code_of, halfway_in, recovery_code, with_a_password, with_app, wrong_code
from .desk import desk_url, officer, signed_in, untouched
from .test_roles import ACTIONS, ADDRESSES, address

pytestmark = pytest.mark.django_db
SECOND, APP = "/admin/second-factor/", "/admin/account/app/"


def sign_in(user, wanted="/admin/"):
    """A browser that has sent the form for signing in, and where it was led."""
    client = Client()
    boxes = {"username": user.username, "password": PASSWORD, "next": wanted}
    answer = client.post(f"/admin/login/?next={wanted}", boxes)
    while answer.status_code == 302:
        where = answer["Location"]
        answer = client.get(where)
    return client, where


@pytest.mark.parametrize("group", [PUBLISHERS, ADMINISTRATORS, OFFICERS, ""])
def test_who_may_publish_needs_a_factor(group):
    assert must_have_factor(officer(group=group))


@pytest.mark.parametrize("group", [TRANSLATORS, EDITORS, CONTACTS])
def test_who_may_not_does_not(group):
    user = officer(group=group)
    assert not must_have_factor(user) and halfway_in(user).get("/admin/").status_code == 200


@pytest.mark.parametrize("right", ["publish", "change_user", "add_user", "change_group"])
def test_it_is_the_right_that_counts_whoever_gave_it(right):
    user = officer(group=EDITORS)
    user.user_permissions.add(Permission.objects.get(codename=right))
    assert must_have_factor(User.objects.get(pk=user.pk))


@pytest.mark.parametrize("name", [name for name in ACTIONS if name != "autosave"])
def test_with_the_password_alone_nothing_is_done(name):
    """Every action of the table of roles, by whoever may do it otherwise, with and without a factor to be asked for."""
    officer("o6")
    alone, with_factor = officer("alone", group=PUBLISHERS), officer("chief")
    with_app(with_factor)
    make, _may = ACTIONS[name]
    action = make()
    for user in (alone, with_factor):
        with transaction.atomic():
            assert not action(halfway_in(user)), user
            transaction.set_rollback(True)


def test_every_address_of_the_desk_leads_to_the_second_factor():
    """Also one that is added tomorrow: it is not the page that asks, nobody is signed in."""
    client = halfway_in(officer(group=PUBLISHERS))
    # Forms send photographs and what is typed by themselves: they are told that nobody is signed in, not led away.
    open_to_all = {
        "upload",
        "login",
        "passkey",
        "forgotten",
        "enter",
        "account_app",
        "account_passkey",
        "keep",
        "second_factor",
    }
    paths = [address(name) for name in ADDRESSES if name not in open_to_all]
    paths += [desk_url(model, page) for model in admin.site._registry for page in ("changelist", "add")]
    for path in [*paths, "/admin/tomorrow/"]:
        for answer in (client.get(path), client.post(path)):
            signing_in = "/admin/" if path == "/admin/logout/" else "/admin/login/?next="
            assert answer.status_code == 302 and answer["Location"].startswith(signing_in), path


def test_files_and_previews_outside_of_the_desk_are_closed_too():
    client = halfway_in(officer(group=PUBLISHERS))
    response = client.get("/th/")
    assert response.status_code == 200 and not response.wsgi_request.user.is_authenticated


def test_who_needs_a_first_factor_adds_an_app_and_comes_to_where_they_wanted():
    malee = with_a_password("malee", group=PUBLISHERS)
    wanted = desk_url(Article)
    client, where = sign_in(malee, wanted)
    assert urlsplit(where).path == APP and parse_qs(urlsplit(where).query)["next"] == [wanted]
    page = client.get(where)
    secret = client.session["new_app_secret"]
    assert "<svg" in page.content.decode() and "password" not in page.context["form"].fields
    key = client.session.session_key
    wrong = client.post(where, {"code": wrong_code(secret), "next": wanted})
    assert "รหัสไม่ตรงกับแอปนี้" in wrong.content.decode() and PASSED not in client.session
    added = client.post(where, {"code": code_of(secret), "next": wanted})
    assert added["Location"] == f"/admin/account/codes/?next={quote(wanted, safe='')}"
    assert client.session.session_key != key
    codes = client.get(added["Location"])
    assert len(codes.context["codes"]) == 10
    assert client.get(added["Location"]).context["codes"], "read anew, they are still there"
    on = client.post(added["Location"], {"kept": "1", "next": wanted})
    assert on["Location"] == wanted and client.get(wanted).status_code == 200
    assert client.get("/admin/account/codes/").context["codes"] == []


def test_the_code_of_the_app_lets_in_once():
    malee = with_a_password("malee", group=PUBLISHERS)
    secret = with_app(malee)
    client, where = sign_in(malee, desk_url(Article))
    assert urlsplit(where).path == SECOND
    code = code_of(secret)
    thai = code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    done = client.post(where, {"code": f" {thai[:3]} {thai[3:]} ", "next": desk_url(Article)})
    assert done["Location"] == desk_url(Article) and client.get(desk_url(Article)).status_code == 200
    again, where = sign_in(malee)
    refused = again.post(where, {"code": code})
    assert refused.status_code == 200 and "รหัสไม่ถูกต้อง" in refused.content.decode()
    assert again.get("/admin/").status_code == 302


def test_a_recovery_code_lets_in_once_and_says_how_many_are_left():
    malee = with_a_password("malee", group=PUBLISHERS)
    with_app(malee)
    code = recovery_code(malee)
    client, where = sign_in(malee)
    assert "เหลืออีก 9 รหัส" in client.post(where, {"code": code}, follow=True).content.decode()
    again, where = sign_in(malee)
    assert again.post(where, {"code": code}).status_code == 200


def test_who_has_a_factor_adds_no_other_before_it_is_shown():
    """A found-out password would else be enough to add an app of one's own."""
    malee = with_a_password("malee", group=PUBLISHERS)
    with_app(malee)
    client = halfway_in(malee)
    for path in (APP, "/admin/account/passkey/", "/admin/account/passkey/?options"):
        assert client.get(path)["Location"].startswith("/admin/login/"), path
    assert client.post(APP, {"code": "123456"}).status_code == 302 and Authenticator.objects.count() == 2
    assert client.post("/admin/account/codes/").status_code == 302


def test_whoever_has_added_one_is_asked_though_nothing_requires_it():
    editor = with_a_password("malee", group=EDITORS)
    with_app(editor)
    assert urlsplit(sign_in(editor)[1]).path == SECOND


def test_whose_rights_grow_during_a_session_is_asked_at_the_next_click():
    """And what was typed until then is kept."""
    ensure_groups()
    malee = officer("malee", group=EDITORS)
    client, draft = halfway_in(malee), world.article(status="draft")
    url = desk_url(Article, "change", draft.pk)
    boxes = untouched(client, url, Article) | {"title_th": "ใหม่", "status": "published"}
    malee.groups.add(Group.objects.get(name=PUBLISHERS))
    sent = client.post(url, boxes)
    assert sent["Location"].startswith("/admin/login/?next=")
    draft.refresh_from_db()
    assert draft.status == "draft" and draft.title_th != "ใหม่"
    assert KeptForm.objects.get().officer == malee
    assert client.get(sent["Location"])["Location"].startswith(APP)


def test_another_can_sign_in_from_halfway():
    client = halfway_in(officer(group=PUBLISHERS))
    assert client.post(APP, {"leave": "1"})["Location"] == "/admin/login/"
    assert client.get("/admin/login/").status_code == 200


def test_the_next_page_is_one_of_this_portal():
    malee = with_a_password("malee", group=PUBLISHERS)
    secret = with_app(malee)
    boxes = {"code": code_of(secret), "next": "//evil.example"}
    done = halfway_in(malee).post(f"{SECOND}?next=https://evil.example/", boxes)
    assert done["Location"] == reverse("admin:index")


def test_one_who_is_in_is_not_asked_again():
    assert signed_in(group=PUBLISHERS).get(SECOND).status_code == 302


def test_a_session_that_has_passed_costs_no_question(django_assert_num_queries):
    client = signed_in(group=PUBLISHERS)
    client.get("/admin/jsi18n/")
    with django_assert_num_queries(2):  # the session, and its officer
        client.get("/admin/jsi18n/")


def test_typing_is_kept_halfway_by_the_marks_of_form_and_browser():
    malee = officer("malee", group=PUBLISHERS)
    client = halfway_in(malee)
    client.cookies["portal_officer"] = mark_of(malee)
    page = desk_url(Article, "add")
    sent = client.post(page, {"typed_by": mark_of(malee), "title_th": "ข่าว"})
    assert "kept" in sent["Location"] and KeptForm.objects.count() == 1 and not Article.objects.exists()


def test_the_answer_to_the_password_is_no_officers_yet():
    """It marks no browser as one in which an officer works."""
    malee = with_a_password("malee", group=PUBLISHERS)
    client = Client()
    client.post("/admin/login/?next=/admin/", {"username": "malee", "password": PASSWORD, "next": "/admin/"})
    assert "portal_session" in client.cookies and "portal_officer" not in client.cookies
    secret = with_app(malee)
    client.post(SECOND, {"code": code_of(secret)})
    assert "portal_officer" in client.cookies
