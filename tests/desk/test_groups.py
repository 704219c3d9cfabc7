"""The groups of officers, as the installation makes them and administrators adjust them."""

import pytest
from django.contrib.auth.models import Group, User

from iad_portal.office.groups import (
    ADMINISTRATORS,
    CONTACTS,
    EDITORS,
    OFFICERS,
    PUBLISHERS,
    TRANSLATORS,
    ensure_groups,
)
from iad_portal.office.models import OfficerRight
from tests import world

from .desk import as_sent, desk_url, officer, signed_in, untouched

pytestmark = pytest.mark.django_db


def test_new_installations_have_five_roles():
    assert {group.name for group in Group.objects.all()} == {TRANSLATORS, EDITORS, PUBLISHERS, ADMINISTRATORS, CONTACTS}


def test_a_group_of_earlier_versions_loses_nothing_and_may_publish_on():
    """It keeps what was taken from it, too."""
    OfficerRight.objects.all().delete()
    group = Group.objects.create(name=OFFICERS)
    group.permissions.set(Group.objects.get(name=PUBLISHERS).permissions.exclude(codename__in=["publish", "add_city"]))
    ensure_groups()
    held = set(group.permissions.values_list("codename", flat=True))
    assert {"publish", "change_city"} <= held and "add_city" not in held


def test_what_an_administrator_took_or_deleted_stays_so():
    group = Group.objects.get(name=PUBLISHERS)
    group.permissions.set(group.permissions.exclude(codename="publish"))
    Group.objects.filter(name=TRANSLATORS).update(name="ทีมแปล")
    Group.objects.get(name=CONTACTS).delete()
    ensure_groups()
    assert not group.permissions.filter(codename="publish").exists()
    assert not Group.objects.filter(name__in=[TRANSLATORS, CONTACTS]).exists()


def test_an_administrator_names_the_agency_of_an_officer():
    desk, malee, agency = (
        signed_in("somchai", group=ADMINISTRATORS),
        officer("malee", group=CONTACTS),
        world.agency("x"),
    )
    url = desk_url(User, "change", malee.pk)
    boxes = untouched(desk, url, User) | {"agency_contact-TOTAL_FORMS": "1", "agency_contact-0-agency": agency.pk}
    assert desk.post(url, boxes).status_code == 302 and malee.agency_contact.agency == agency


def test_the_form_of_a_group_offers_no_right_to_the_librarys_tables():
    group = Group.objects.get_or_create(name="x")[0]
    form = signed_in("chief").get(desk_url(Group, "change", group.pk)).context["adminform"].form
    apps = set(form.fields["permissions"].queryset.values_list("content_type__app_label", flat=True))
    assert {"relations", "news"} <= apps and not apps & {"account", "mfa"}


def test_the_form_of_a_group_names_its_rights_in_words_and_no_table_without_forms():
    """A right that it has stays when the form is saved; the portal's own are named as they were given."""
    group = Group.objects.get(name=PUBLISHERS)
    client = signed_in()
    page = client.get(desk_url(Group, "change", group.pk))
    words = [label for _key, label in page.context["adminform"].form.fields["permissions"].choices]
    assert "ข่าว: แก้ไข" in words and "แปล: แก้ไขเฉพาะข้อความภาษาอังกฤษ" in words
    assert not [word for word in words if "historical" in word or "Can " in word]
    before = set(group.permissions.values_list("pk", flat=True))
    assert client.post(desk_url(Group, "change", group.pk), as_sent(page, Group)).status_code == 302
    assert set(group.permissions.values_list("pk", flat=True)) == before
