"""One-time links: an officer is invited, or finds the way back; nobody chooses a password for somebody else."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from iad_portal.lib.operations import outgoing
from iad_portal.office.accounts import letters
from iad_portal.office.accounts.links import make_link
from iad_portal.office.accounts.standing import PASSED
from iad_portal.office.groups import ADMINISTRATORS, EDITORS, PUBLISHERS
from iad_portal.office.models import EntryLink

from .accounts import ANOTHER, PASSWORD, halfway_in, with_a_password, with_app
from .desk import desk_url, officer, signed_in, untouched

pytestmark = pytest.mark.django_db
NEW = {"new_password1": ANOTHER, "new_password2": ANOTHER}


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """What is left for later is done at once."""
    monkeypatch.setattr(letters, "later", lambda deed: deed())


@pytest.fixture
def no_mail(settings):
    """A portal without EMAIL_URL."""
    settings.EMAIL_BACKEND = outgoing.NOWHERE


def path_in(text: str) -> str:
    """The address of the one link in a page or a mail, without its host."""
    return re.search(r"http://localhost:8000(/admin/enter/[a-z0-9-]+/)", text)[1]


def add(desk, group=PUBLISHERS, **typed):
    """The answer to the form of a new account."""
    boxes = untouched(desk, desk_url(User, "add"), User)
    typed = {"username": "malee", "first_name": "มาลี", "groups": [Group.objects.get(name=group).pk]} | typed
    return desk.post(desk_url(User, "add"), boxes | typed)


def test_a_new_officer_is_invited_on_paper_and_chooses_the_password(no_mail):
    desk = signed_in("somchai", group=ADMINISTRATORS)
    assert "password1" not in untouched(desk, desk_url(User, "add"), User)
    answer = add(desk, group=EDITORS)
    malee = User.objects.get(username="malee")
    assert answer["Location"] == f"/admin/auth/user/{malee.pk}/link/" and not malee.has_usable_password()
    paper = desk.post(answer["Location"], {"paper": "1"}).content.decode()
    assert "<svg" in paper and "malee" in paper and "มาลี" in paper
    path = path_in(paper)
    assert path.split("/")[3] not in str(EntryLink.objects.values_list())
    assert path.split("/")[3] not in desk.get(answer["Location"]).content.decode()
    guest = Client()
    assert "malee" in guest.get(path).content.decode()
    assert "รหัสผ่านทั้งสองช่องไม่ตรงกัน" in guest.post(path, NEW | {"new_password2": "x"}).content.decode()
    assert "เดาง่าย" in guest.post(path, dict.fromkeys(NEW, "bangkok2563bangkok")).content.decode()
    assert guest.post(path, NEW)["Location"] == "/admin/" and guest.get("/admin/").status_code == 200
    malee.refresh_from_db()
    assert malee.check_password(ANOTHER)


def test_an_invited_publisher_is_led_from_the_password_to_the_second_factor(no_mail):
    malee = officer("malee", group=PUBLISHERS)
    guest = Client()
    path = path_in(make_link(malee)[1])
    answer = guest.post(path, NEW, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/admin/account/app/") and PASSED not in guest.session


def test_with_mail_the_invitation_is_sent_by_itself_in_thai(mailoutbox):
    desk = signed_in("somchai", group=ADMINISTRATORS)
    shown = desk.get(add(desk, email="malee@example.go.th")["Location"]).content.decode()
    (mail,) = mailoutbox
    assert mail.to == ["malee@example.go.th"] and mail.subject == "บัญชีของคุณในระบบสำหรับเจ้าหน้าที่"
    assert "มาลี" in mail.body and "ชื่อผู้ใช้: malee" in mail.body and "<" not in mail.body
    assert not re.findall(r"[A-Za-z]{4,}", re.sub(r"http\S+", "", mail.body).replace("malee", ""))
    assert "ส่งลิงก์ไปยัง malee@example.go.th แล้ว" in shown
    assert Client().get(path_in(mail.body)).status_code == 200


def test_a_mail_that_cannot_be_sent_is_told_and_its_link_lets_nobody_in(monkeypatch):
    desk = signed_in("somchai", group=ADMINISTRATORS)

    def refuse(*args, **kwargs):
        raise OSError("away")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    shown = desk.get(add(desk, email="malee@example.go.th")["Location"]).content.decode()
    assert "ส่งอีเมลไม่สำเร็จ" in shown and EntryLink.objects.get().state == "withdrawn"


def said(path, **post):
    """Status and text of the page that a link leads to."""
    answer = Client().post(path, post) if post else Client().get(path)
    return answer.status_code, answer.content.decode()


def test_a_link_that_cannot_be_used_says_why():
    malee = officer("malee", group=EDITORS)
    used, expired, withdrawn = (path_in(make_link(malee)[1]) for _ in range(3))
    first, second, _third = EntryLink.objects.order_by("pk")
    EntryLink.objects.filter(pk=first.pk).update(withdrawn_at=None)
    assert Client().post(used, NEW).status_code == 302
    EntryLink.objects.filter(pk=second.pk).update(withdrawn_at=None, expires_at=timezone.now())
    for path, sentence in ((used, "ใช้ไปแล้ว"), (expired, "หมดอายุแล้ว"), (withdrawn, "ถูกยกเลิกแล้ว")):
        for post in ({}, NEW):
            status, text = said(path, **post)
            assert status == 410 and sentence in text, sentence
    assert said("/admin/enter/abcde-fghjk-mnpqr-stuvw/")[0] == 404
    assert "ไม่พบลิงก์นี้" in said("/admin/enter/x/")[1]


def test_it_holds_for_seven_days_and_a_new_one_withdraws_the_earlier():
    malee = officer("malee", group=EDITORS)
    earlier, link = path_in(make_link(malee)[1]), make_link(malee)[0]
    assert timedelta(days=6, hours=23) < link.expires_at - timezone.now() <= timedelta(days=7)
    assert said(earlier)[0] == 410


def test_the_link_of_a_closed_account_lets_nobody_in():
    malee = officer("malee", group=EDITORS)
    path = path_in(make_link(malee)[1])
    User.objects.update(is_active=False)
    assert said(path)[0] == 410
    assert signed_in("chief").post(f"/admin/auth/user/{malee.pk}/link/", {"paper": "1"}).status_code == 200
    assert EntryLink.objects.count() == 1


def test_an_administrator_withdraws_a_link_and_history_tells_of_all():
    desk, malee = signed_in("somchai", group=ADMINISTRATORS), officer("malee", group=EDITORS)
    page = f"/admin/auth/user/{malee.pk}/link/"
    path = path_in(desk.post(page, {"paper": "1"}).content.decode())
    desk.post(page, {"withdraw": "1"})
    assert said(path)[0] == 410
    told = list(LogEntry.objects.order_by("pk").values_list("change_message", "user__username"))
    assert told == [("ทำลิงก์ใช้ครั้งเดียวแล้ว", "somchai"), ("ยกเลิกลิงก์ใช้ครั้งเดียวแล้ว", "somchai")]


def test_a_superusers_account_is_opened_by_superusers_alone():
    chief, editor = with_a_password("chief"), signed_in("editor", group=EDITORS)
    desk = signed_in("somchai", group=ADMINISTRATORS)
    for page in ("link", "factors"):
        path = f"/admin/auth/user/{chief.pk}/{page}/"
        assert {desk.get(path).status_code, desk.post(path, {"paper": "1"}).status_code} == {403}
        assert editor.post(path, {"paper": "1"}).status_code == 403
        assert signed_in(f"other-{page}").get(path).status_code == 200
    assert desk.get("/admin/auth/user/0/link/").status_code == 404


def test_a_link_does_not_pass_by_the_second_factor_and_ends_what_was_open():
    malee = with_a_password("malee", group=PUBLISHERS)
    with_app(malee)
    open_one, guest = Client(), Client()
    open_one.force_login(malee)
    assert open_one.get("/admin/").status_code == 200
    answer = guest.post(path_in(make_link(malee)[1]), NEW, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/admin/second-factor/")
    assert open_one.get("/admin/").status_code == 302


def test_lost_factors_are_taken_away_by_an_administrator_and_told(mailoutbox):
    desk = signed_in("somchai", group=ADMINISTRATORS)
    malee = with_a_password("malee", group=PUBLISHERS, email="malee@example.go.th")
    with_app(malee)
    open_one = Client()
    open_one.force_login(malee)
    open_one.get("/admin/")
    page = f"/admin/auth/user/{malee.pk}/factors/"
    assert "แอปยืนยันตัวตน" in desk.get(page).content.decode()
    assert desk.post(page)["Location"] == desk_url(User, "change", malee.pk)
    assert LogEntry.objects.get().change_message == "นำวิธียืนยันขั้นที่สองออกแล้ว"
    assert open_one.get("/admin/").status_code == 302 and "ผู้ดูแลระบบ" in mailoutbox[0].body
    assert halfway_in(malee).get("/admin/login/")["Location"] == "/admin/account/app/"
    assert desk.post(page).status_code == 200 and LogEntry.objects.count() == 1, "there is none any more"


def test_nobody_takes_the_own_factors_away_like_that():
    somchai = with_a_password("somchai", group=ADMINISTRATORS)
    with_app(somchai)
    desk = Client()
    desk.force_login(somchai)
    assert desk.post(f"/admin/auth/user/{somchai.pk}/factors/")["Location"] == "/admin/account/"
    assert somchai.authenticator_set.count() == 2
    assert "factors/" not in desk.get(desk_url(User, "change", somchai.pk)).content.decode()


def test_a_forgotten_password_is_answered_alike_for_everybody_and_mailed_to_who_has_an_address(mailoutbox):
    with_a_password("malee", group=EDITORS, email="malee@example.go.th")
    with_a_password("nomail", group=EDITORS)
    User.objects.create(username="guest", email="guest@example.go.th")
    names = ("malee", "nomail", "guest", "nobody")
    pages = [Client().post("/admin/forgotten/", {"name": name}).content for name in names]
    assert len({re.sub(rb'value="[^"]+"', b"", page) for page in pages}) == 1
    (mail,) = mailoutbox
    assert mail.to == ["malee@example.go.th"] and mail.subject == "ตั้งรหัสผ่านใหม่"
    link = EntryLink.objects.get()
    assert link.expires_at - timezone.now() < timedelta(hours=2)
    Client().post("/admin/forgotten/", {"name": "MALEE@example.go.th"})
    assert len(mailoutbox) == 1, "one is on the way"
    assert Client().post(path_in(mail.body), NEW).status_code == 302 and len(mailoutbox) == 2


def test_an_address_of_two_officers_names_none(mailoutbox):
    for name in ("malee", "somchai"):
        officer(name, group=EDITORS, email="both@example.go.th")
    Client().post("/admin/forgotten/", {"name": "both@example.go.th"})
    assert mailoutbox == []


def test_without_mail_nothing_offers_it(no_mail):
    assert Client().get("/admin/forgotten/").status_code == 404
    page = Client().get("/admin/login/").content.decode()
    assert "/admin/forgotten/" not in page and "ผู้ดูแลระบบทำลิงก์ใช้ครั้งเดียวให้ได้" in page


def test_nobody_chooses_a_password_for_somebody_else():
    desk, malee = signed_in("chief"), with_a_password("malee", group=EDITORS)
    answer = desk.post(f"/admin/auth/user/{malee.pk}/password/", {"password1": ANOTHER, "password2": ANOTHER})
    malee.refresh_from_db()
    assert answer.status_code in (302, 404) and malee.check_password(PASSWORD)


def rescued(name, **options):
    out = StringIO()
    call_command("rescue_account", name, stdout=out, **options)
    return out.getvalue()


def test_the_operator_opens_the_only_administrators_account_again():
    chief = with_a_password("chief")
    with_app(chief)
    text = rescued("chief")
    assert "Second factors taken away / นำการยืนยันขั้นที่สองออก: 1" in text
    assert EntryLink.objects.get().expires_at - timezone.now() < timedelta(hours=1)
    answer = Client().post(path_in(text), NEW, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/admin/account/app/")


def test_the_operator_is_told_what_is_wrong():
    officer("chief")
    with pytest.raises(CommandError, match="may do everything: chief"):
        rescued("cheif")
    User.objects.update(is_active=False)
    with pytest.raises(CommandError, match="--reopen"):
        rescued("chief")
    assert path_in(rescued("chief", reopen=True)) and User.objects.get().is_active
