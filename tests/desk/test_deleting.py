"""What can be deleted, what cannot, and what goes along."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from iad_portal.lib.claims.models import Confirmed
from iad_portal.office.caching import publishable_models
from iad_portal.office.groups import ADMINISTRATORS, OFFICERS, TRANSLATORS
from relations.models import City, Country, Person
from tests import world
from tests.desk.test_status import act
from tests.making import APPS

from .desk import desk_url, officer, signed_in

pytestmark = pytest.mark.django_db
LATER = timezone.now() + timedelta(days=9)

# Rows that are nothing without their record, and go with it. Whatever else is pointed at stays.
GO_ALONG = {
    "agencycontact.agency", "agencycontact.user", "officerright.permission",
    "alias.subject_type", "citation.subject_type", "citymembership.network", "document.subject_type",
    "figure.subject_type", "photo.subject_type",
    "commitment.agreement", "commitment.meeting", "commitmentnote.commitment", "correction.article", "fee.network",
    "entrylink.user", "firstpassword.user", "officersession.user",
    "membership.network", "participation.meeting", "point.meeting", "post.person",
    "projectprogress.project", "role.network", "searchslip.word", "signatory.agreement",
    "youthgroup.exchange", "newsletteritem.newsletter", "video.article",
    "delivery.subscription", "subscription.subscriber", "embargoedpage.record_type", "outletlink.page",
    "outletvisit.link", "calendarkey.user", "officeralerts.user", "toldfact.user",
}  # fmt: skip
# Links that are emptied when what they lead to is deleted: who did it, not what was done.
ARE_EMPTIED = {
    "asked.asked_of", "binnedrecord.deleted_by", "keptupload.officer", "keptform.officer", "preview.officer",
    "entrylink.made_by", "message.handled_by", "presence.officer", "review.sent_by", "review.answered_by",
    "revision.user", "embargoedpage.officer",
    *(f"{model._meta.model_name}.confirmed_by" for model in apps.get_models() if issubclass(model, Confirmed)),
}  # fmt: skip
# A recipient stays on the list when the visit goes at which the key was given; a checked spelling stays one; an article
# goes on without the contact that it chose, and a newsletter tells of an article that is gone.
STAYS_WITHOUT = {"keyrecipient.exchange", "spelling.source", "article.press_contact", "newsletteritem.article"}


def links(on_delete) -> set[str]:
    """The links between the portal's own tables that behave so: "model.field"; tables of history apart."""
    return {
        f"{model._meta.model_name}.{field.name}"
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.fields
        if field.is_relation and field.remote_field.on_delete is on_delete and not hasattr(model, "history_type")
    }


def test_only_rows_of_a_record_go_with_it():
    assert links(models.CASCADE) - ARE_EMPTIED == GO_ALONG
    assert links(models.SET_NULL) <= ARE_EMPTIED | STAYS_WITHOUT


@pytest.mark.parametrize("model", publishable_models(), ids=lambda model: model._meta.model_name)
def test_an_officer_deletes_drafts_that_never_were_public_and_an_administrator_everything(rf, model):
    """An officer not what is public, waits for its moment, stands under its notice, or was taken back to draft."""
    states = [(state, moment) for state in ("draft", "published", "withdrawn") for moment in (None, LATER)]
    never = [model(status=state, publish_at=moment) for state, moment in states]
    was = [model(was_public=True, first_published_at=moment) for moment in (None, timezone.now(), LATER)]
    may, expected = admin.site._registry[model].has_delete_permission, [True, True, *[False] * 6, True]
    for group, all_of_them in ((OFFICERS, False), (ADMINISTRATORS, True), ("", True)):
        request = rf.get("/admin/")
        request.user = officer(f"of {group}", group=group)
        assert [may(request, record) for record in (*never, *was)] == ([True] * 9 if all_of_them else expected)


@pytest.mark.parametrize(("group", "state", "is_said"), [
    (OFFICERS, "draft", False), (OFFICERS, "published", True), (OFFICERS, "withdrawn", True),
    (ADMINISTRATORS, "published", False), (TRANSLATORS, "published", False),
])  # fmt: skip
def test_the_form_says_why_it_has_no_button_to_delete(group, state, is_said):
    """To those who may delete other records of the kind, and not this one."""
    page = signed_in(group=group).get(desk_url(City, "change", world.city(status=state).pk))
    assert ("ผู้ดูแลระบบเท่านั้นที่ลบได้" in page.content.decode()) is is_said


def test_an_officer_deletes_a_draft_and_no_page():
    client, draft, public = signed_in(group=OFFICERS), world.city(status="draft"), world.city()
    assert client.post(desk_url(City, "delete", draft.pk), {"post": "yes"}).status_code == 302
    assert client.post(desk_url(City, "delete", public.pk), {"post": "yes"}).status_code == 403
    assert list(City.objects.all()) == [public]


def test_what_others_lean_on_stays():
    """A country with cities, a person who signed, a city with agreements: from the form and from the list."""
    client, agreement = signed_in(), world.agreement(world.city(status="draft"))
    signatory = agreement.signatories.create(side="partner", person=world.person())
    for record in (agreement.city, agreement.city.country, signatory.person):
        client.post(desk_url(type(record), "delete", record.pk), {"post": "yes"})
        act(client, "delete_selected", record, post="yes")
        assert type(record).objects.filter(pk=record.pk).exists(), record


def test_what_nobody_leans_on_goes():
    client, country, person = signed_in(), world.country("JP"), world.person()
    for record in (country, person):
        assert client.post(desk_url(type(record), "delete", record.pk), {"post": "yes"}).status_code == 302
    assert not Country.objects.exists() and not Person.objects.exists()


def test_an_account_is_deleted_only_before_its_first_sign_in_and_never_by_itself():
    client = signed_in("somchai", group=ADMINISTRATORS)
    new, used = officer("new", group=OFFICERS), officer("used", group=OFFICERS, last_login=timezone.now())
    own = User.objects.get(username="somchai")
    User.objects.filter(pk=own.pk).update(last_login=None)
    codes = [client.post(desk_url(User, "delete", who.pk), {"post": "yes"}).status_code for who in (new, used, own)]
    assert codes == [302, 403, 403]
    assert set(User.objects.values_list("username", flat=True)) == {"used", "somchai"}


def test_accounts_are_not_deleted_from_their_list():
    client, new = signed_in(), officer("new", group=OFFICERS)
    act(client, "delete_selected", new, post="yes")
    assert User.objects.filter(pk=new.pk).exists()


def test_only_a_superuser_deletes_a_superuser():
    first = officer("first")
    delete = desk_url(User, "delete", first.pk)
    assert signed_in("somchai", group=ADMINISTRATORS).post(delete, {"post": "yes"}).status_code == 403
    assert signed_in("malee").post(delete, {"post": "yes"}).status_code == 302
