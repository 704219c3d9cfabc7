"""Who may do what to which kind of record on the desk: the whole table, a line a kind."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.redirects.models import Redirect

from iad_portal.office.caching import publishable_models
from iad_portal.office.groups import ADMINISTRATORS, OFFICERS, PUBLISHERS
from relations.models import Agreement, City, Revision
from tests import world
from tests.desk.test_status import act

from .desk import as_sent, desk_url, officer, record_models, signed_in

pytestmark = pytest.mark.django_db

WITH_A_PAGE = [
    "agreement",
    "article",
    "city",
    "embassy",
    "exchange",
    "meeting",
    "network",
    "newsletter",
    "page",
    "plan",
    "project",
]
BY_ITSELF = [
    "agency", "commitment", "country", "datalicence", "keyrecipient", "person", "post", "presscontact", "redirect",
    "shelflife", "sitenotice", "source", "spelling",
]  # fmt: skip
# Added in the form of the record they belong to, or by a reader: never from their own list.
OF_ANOTHER = [
    "alias", "citymembership", "document", "fee", "figure", "membership", "message", "photo", "projectprogress", "role",
    "youthgroup",
]  # fmt: skip
ALL, NO_ADDING, READING = ["view", "add", "change", "delete"], ["view", "change", "delete"], ["view"]
RECORDS = dict.fromkeys(WITH_A_PAGE + BY_ITSELF, ALL) | dict.fromkeys(OF_ANOTHER, NO_ADDING) | {"revision": READING}
RECORDS["subscriber"] = NO_ADDING
RECORDS["difference"] = RECORDS["outerlink"] = ["view", "change"]
MAY = {
    OFFICERS: RECORDS | {"user": [], "group": []},
    ADMINISTRATORS: RECORDS | {"user": ALL, "group": READING},
    "": RECORDS | {"user": ALL, "group": ALL},  # a superuser
}


def kind_of(model) -> str:
    return model._meta.model_name


def asked_by(rf, user: User):
    """A request of the desk by `user`."""
    request = rf.get("/admin/")
    request.user = user
    return request


def rights(request) -> dict[str, list[str]]:
    """What the desk lets the request do: kind -> the rights it has."""
    desks = {kind_of(model): desk for model, desk in admin.site._registry.items()}
    return {
        kind: [right for right in ALL if getattr(desk, f"has_{right}_permission")(request)]
        for kind, desk in desks.items()
    }


@pytest.mark.parametrize("group", MAY)
def test_what_each_group_may_do(rf, group):
    assert rights(asked_by(rf, officer(group=group))) == MAY[group]


def test_who_is_in_no_group_may_do_nothing(rf):
    user = officer(group=OFFICERS)
    user.groups.clear()
    assert set(map(tuple, rights(asked_by(rf, User.objects.get(pk=user.pk))).values())) == {()}


@pytest.mark.parametrize("group", MAY)
def test_what_can_be_done_from_a_list(rf, group):
    """A record with a page is never deleted from its list, nor is an account; nothing can be exported from the desk."""
    request, own = asked_by(rf, officer(group=group)), ["publish", "withdraw", "back_to_draft"]
    expected = dict.fromkeys(WITH_A_PAGE, own) | {kind: ["delete_selected"] for kind in BY_ITSELF + OF_ANOTHER}
    expected |= {"subscriber": ["delete_selected", "mark_bounced"]}
    expected |= {"outerlink": ["say_right", "say_mended"]}
    expected |= {"difference": ["set_aside"], "revision": [], "user": [], "group": [] if group else ["delete_selected"]}
    assert {kind_of(model): list(desk.get_actions(request)) for model, desk in admin.site._registry.items()} == expected


def test_the_kinds_with_a_page_are_those_that_are_published():
    assert sorted(map(kind_of, publishable_models())) == WITH_A_PAGE


@pytest.fixture
def looker():
    """Someone who may look at cities, and do nothing else."""
    client = signed_in("looker", group=OFFICERS)
    looker = User.objects.get(username="looker")
    looker.groups.clear()
    looker.user_permissions.add(Permission.objects.get(codename="view_city"))
    return client


def test_who_may_only_look_reads_the_list_the_form_and_the_history(looker):
    city = world.city()
    for page in (desk_url(City), desk_url(City, "change", city.pk), desk_url(City, "history", city.pk)):
        assert looker.get(page).status_code == 200, page
    for model in record_models():
        if model is not City:
            assert looker.get(desk_url(model)).status_code == 403, model


def test_who_may_only_look_changes_nothing(looker):
    city, draft = world.city(), world.city("draft", status="draft")
    assert looker.post(desk_url(City, "change", city.pk), {"name_th": "อื่น"}).status_code == 403
    assert looker.post(desk_url(City, "delete", draft.pk), {"post": "yes"}).status_code == 403
    assert looker.get(desk_url(City, "add")).status_code == 403
    for action in ("publish", "withdraw", "back_to_draft", "delete_selected"):
        act(looker, action, city, draft, withdrawn_notice_th="x", post="yes")
    assert set(City.objects.values_list("status", "version")) == {("published", 1), ("draft", 1)}


def test_the_form_of_who_may_only_look_has_nothing_to_save(looker):
    """Neither the version it was opened on nor the choice to keep an old name."""
    city = world.city()
    for client, are_there in ((looker, False), (signed_in(group=OFFICERS), True)):
        shown = str(client.get(desk_url(City, "change", city.pk)).context["adminform"].fieldsets)
        assert ("seen" in shown, "keep_old_name" in shown) == (are_there, are_there)


def test_history_is_for_those_who_may_see_that_kind(looker):
    agreement = world.agreement()
    assert looker.get(desk_url(Agreement, "history", agreement.pk)).status_code == 403
    city = looker.get(desk_url(City, "history", agreement.city.pk))
    assert city.context["may_open_revisions"] is False
    assert signed_in(group=OFFICERS).get(city.request["PATH_INFO"]).context["may_open_revisions"] is True


def test_a_revision_is_neither_added_nor_changed_nor_deleted_even_by_a_superuser():
    client, revision = signed_in(), world.city().history.first().revision
    for page in (desk_url(Revision, "add"), desk_url(Revision, "delete", revision.pk)):
        assert client.post(page, {"post": "yes", "label": "x"}).status_code == 403
    act(client, "delete_selected", revision, post="yes")
    assert Revision.objects.filter(pk=revision.pk).exists()


def test_an_officer_cannot_give_rights():
    """Not by the account, not by the group, not by a link that lets somebody else choose a password."""
    client, other = signed_in(group=OFFICERS), officer("somchai", group=ADMINISTRATORS)
    link, data = f"/admin/auth/user/{other.pk}/link/", {"paper": "1"}
    for page in (desk_url(User, "change", other.pk), desk_url(Group, "change", Group.objects.first().pk), link):
        assert client.post(page, data).status_code == 403, page


def test_an_administrator_reads_groups_and_changes_none():
    client, group = signed_in("somchai", group=ADMINISTRATORS), Group.objects.get(name=PUBLISHERS)
    assert client.get(desk_url(Group, "change", group.pk)).status_code == 200
    assert client.post(desk_url(Group, "change", group.pk), {"name": "x"}).status_code == 403
    assert client.post(desk_url(Group, "delete", group.pk), {"post": "yes"}).status_code == 403


def test_an_old_address_is_added_and_deleted_by_an_officer():
    client = signed_in(group=OFFICERS)
    page = client.get(desk_url(Redirect, "add"))
    client.post(desk_url(Redirect, "add"), as_sent(page, Redirect) | {"old_path": "/old", "new_path": ""})
    made = Redirect.objects.get()
    assert client.post(desk_url(Redirect, "delete", made.pk), {"post": "yes"}).status_code == 302
    assert not Redirect.objects.exists()
