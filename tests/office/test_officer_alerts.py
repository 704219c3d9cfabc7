"""Letters to officers: only what was chosen and may be seen, once, one letter a day."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User

from iad_portal.lib.operations.outgoing import Fate
from iad_portal.office.groups import ADMINISTRATORS, CONTACTS, EDITORS, PUBLISHERS
from iad_portal.office.models import OfficerAlerts, Review, ToldFact
from iad_portal.office.officer_alerts import facts_for, send_to_officers
from networks.models import Commitment
from relations.models import Agency, AgencyContact
from tests import world
from tests.desk.desk import officer, signed_in
from tests.news.alerts import Post

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 10)
ALL = {"reviews": True, "agreements": True, "commitments": True}


def chosen(name="malee", group=PUBLISHERS, **choices) -> User:
    user = officer(name, group=group, email=f"{name}@example.org")
    OfficerAlerts.objects.create(user=user, **choices or ALL)
    return user


def three_facts(by=None):
    """Something waits, an agreement ends in five months, a commitment is overdue."""
    Review.objects.create(kind="news.Article", key="1", name="ข่าวรอตรวจ", path="/admin/x/", sent_by=by)
    world.agreement(signed_on="2020-01-01", expires_on="2026-11-01")
    return Commitment.objects.create(
        code="late", meeting=world.meeting(), framework="bilateral", title_th="คำมั่นที่เลยกำหนด", due_on="2026-05-01"
    )


def mailed(today=TODAY, fates=None) -> list:
    post = Post(fates)
    list(send_to_officers(post, today))
    return post.letters


def test_an_officer_is_told_once_of_all_that_was_chosen():
    chosen()
    three_facts()
    (letter,) = mailed()
    for words in ("ข่าวรอตรวจ", "1 พฤศจิกายน 2569", "คำมั่นที่เลยกำหนด", "http://localhost:8000/admin/"):
        assert words in letter.body
    assert letter.to == ["malee@example.org"] and "(3 เรื่อง)" in letter.subject
    assert mailed() == [] and mailed(TODAY + timedelta(days=1)) == []


def test_one_letter_a_day():
    """What comes up later on the day is told the next."""
    chosen()
    three_facts()
    mailed()
    Review.objects.create(kind="news.Article", key="2", name="อีกเรื่อง", path="/admin/y/")
    assert mailed() == []
    (letter,) = mailed(TODAY + timedelta(days=1))
    assert "อีกเรื่อง" in letter.body and "ข่าวรอตรวจ" not in letter.body


@pytest.mark.parametrize("choice", ALL)
def test_only_what_was_chosen_is_told(choice):
    user = chosen(**{choice: True})
    three_facts()
    (fact,) = facts_for(user, user.alerts, TODAY)
    assert fact.key.startswith(choice.removesuffix("s"))


def test_nothing_is_mailed_to_whoever_has_not_chosen():
    officer("silent", group=PUBLISHERS, email="silent@example.org"), chosen("off", reviews=False)
    three_facts()
    assert mailed() == []


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}, {"email": ""}])
def test_only_active_officers_with_an_address_are_told(change):
    user = chosen()
    User.objects.filter(pk=user.pk).update(**change)
    three_facts()
    assert mailed() == []


def test_a_review_is_told_to_those_who_let_out_and_not_to_its_author():
    author, editor = chosen("author", reviews=True), chosen("editor", EDITORS, reviews=True)
    chosen("other", ADMINISTRATORS, reviews=True)
    three_facts(by=author)
    assert [letter.to for letter in mailed()] == [["other@example.org"]] and editor.alerts.reviews


def test_a_contact_is_told_of_the_own_agency_alone():
    own, other = world.agency("own"), world.agency("other")
    user = chosen("contact", CONTACTS)
    AgencyContact.objects.create(user=user, agency=own)
    commitment = three_facts()
    commitment.agencies.add(other)
    assert mailed() == []
    commitment.agencies.add(Agency.objects.get(pk=own.pk))
    (letter,) = mailed()
    assert "คำมั่นที่เลยกำหนด" in letter.body and "ข่าวรอตรวจ" not in letter.body


def test_an_agreement_is_told_from_six_months_before_its_end():
    user = chosen(agreements=True)
    world.agreement(signed_on="2020-01-01", expires_on="2026-12-31")
    assert facts_for(user, user.alerts, TODAY) == [] and len(facts_for(user, user.alerts, date(2026, 7, 10))) == 1


def test_a_letter_that_is_refused_is_sent_the_next_day():
    chosen()
    three_facts()
    mailed(fates={"malee@example.org": Fate.LATER})
    assert not ToldFact.objects.exists() and mailed() == []
    assert "(3 เรื่อง)" in mailed(TODAY + timedelta(days=1))[0].subject


def test_a_name_with_a_line_break_reaches_no_header():
    chosen()
    Review.objects.create(kind="news.Article", key="1", name="x\r\nBcc: y@example.org", path="/admin/x/")
    (letter,) = mailed()
    assert "Bcc" not in letter.message() and letter.message().as_bytes()


def test_the_own_account_offers_what_there_is_a_right_to(settings):
    """Off at first; kept for the officer who sends it alone."""
    client, other = signed_in("malee", group=EDITORS), chosen("other", **ALL)
    page = client.get("/admin/account/")
    assert set(page.context["alerts"].fields) == {"agreements", "commitments"} and "checked" not in page.text
    client.post("/admin/account/alerts/", {"reviews": "on", "agreements": "on", "user": other.pk})
    own = OfficerAlerts.objects.get(user__username="malee")
    assert (own.reviews, own.agreements, own.commitments) == (False, True, False)
    assert OfficerAlerts.objects.count() == 2 and client.get("/admin/account/alerts/").status_code == 405
