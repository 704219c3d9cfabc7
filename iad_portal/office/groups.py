"""The roles of officers: groups that the installation makes and fills, and administrators adjust.

Permissions come into being only after the tables, so a data migration is too early: it is done after every migration.
What a group was given once is noted (models.OfficerRight) and never given again, so that it keeps what an administrator
gave or took; a release gives only what is new with it.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission

from iad_portal.office.models import OfficerRight

TRANSLATORS = "ผู้แปล"
EDITORS = "ผู้จัดทำเนื้อหา"
PUBLISHERS = "ผู้อนุมัติเผยแพร่"
ADMINISTRATORS = "ผู้ดูแลระบบ"
CONTACTS = "ผู้ประสานงานหน่วยงาน"
# The one group of earlier versions: where it is, its members go on as publishers. New installations have none.
OFFICERS = "เจ้าหน้าที่"
CONTENT_APPS = ("relations", "networks", "plans", "news", "iad_portal", "redirects")
# The record of work is read, never written.
ONLY_READ = {"revision"}
# Rights of the portal's own, and what belongs to accounts.
NO_CONTENT = {"officerright", "agencycontact"}
# An old address that leads elsewhere is public at once, and cannot wait: it is the publisher's.
PUBLISHERS_OWN = {"redirect"}
# Addresses of subscribers are personal data: others do not even see them.
PUBLISHERS_ALONE = {"subscriber"}


def content_permissions() -> list[Permission]:
    """Everything that may be done with the office's records; history tables have no forms, hence no rights."""
    found = Permission.objects.filter(content_type__app_label__in=CONTENT_APPS).select_related("content_type")
    return [permission for permission in found if _is_meant(permission)]


def _is_meant(permission: Permission) -> bool:
    model = permission.content_type.model
    if model.startswith("historical") or model in NO_CONTENT:
        return False
    return model not in ONLY_READ or _is_view(permission)


def _is_view(permission: Permission) -> bool:
    return permission.codename.startswith("view_")


def _own(*codenames: str) -> list[Permission]:
    """Rights of the portal's own, by their code names."""
    return list(Permission.objects.filter(content_type__model="officerright", codename__in=codenames))


def account_permissions() -> list[Permission]:
    """The right to add, change and close officers' accounts, and to see the groups."""
    return [
        *Permission.objects.filter(content_type__app_label="auth", content_type__model="user"),
        *Permission.objects.filter(content_type__model="agencycontact"),
        *Permission.objects.filter(content_type__app_label="auth", codename="view_group"),
    ]


def _translators(content: list[Permission]) -> list[Permission]:
    return [*(one for one in _of_many(content) if _is_view(one)), *_own("translate")]


def _editors(content: list[Permission]) -> list[Permission]:
    return [one for one in _of_many(content) if _is_view(one) or one.content_type.model not in PUBLISHERS_OWN]


def _of_many(content: list[Permission]) -> list[Permission]:
    return [one for one in content if one.content_type.model not in PUBLISHERS_ALONE]


def _publishers(content: list[Permission]) -> list[Permission]:
    return [*content, *_own("publish")]


def _administrators(content: list[Permission]) -> list[Permission]:
    return [*_publishers(content), *account_permissions(), *_own("oversee_bin")]


def _contacts(content: list[Permission]) -> list[Permission]:
    return [*(one for one in content if one.codename == "view_commitment"), *_own("report")]


ROLES: dict[str, Callable[[list[Permission]], list[Permission]]] = {
    TRANSLATORS: _translators,
    EDITORS: _editors,
    PUBLISHERS: _publishers,
    ADMINISTRATORS: _administrators,
    CONTACTS: _contacts,
    OFFICERS: _publishers,
}


def ensure_groups(**_kwargs: Any) -> None:
    """Make the groups that were never made, and give each the rights that it was never given."""
    content = content_permissions()
    given: dict[str, set[int]] = {}
    for name, key in OfficerRight.objects.values_list("group", "permission"):
        given.setdefault(name, set()).add(key)
    for name, rights_of in ROLES.items():
        group = Group.objects.filter(name=name).first()
        if group is None and (name in given or name == OFFICERS):
            continue
        rights = rights_of(content)
        had = given.get(name) or (_of_earlier_versions(group, rights) if group else set())
        group = group or Group.objects.create(name=name)
        group.permissions.add(*[right for right in rights if right.pk not in had])
        _note(name, [right for right in rights if right.pk not in given.get(name, ())])


def _of_earlier_versions(group: Group, rights: Iterable[Permission]) -> set[int]:
    """What versions that noted nothing have given to `group`: all rights to the kinds of which it has any."""
    known = set(group.permissions.values_list("content_type_id", flat=True))
    return {right.pk for right in rights if right.content_type_id in known}


def _note(name: str, rights: Iterable[Permission]) -> None:
    OfficerRight.objects.bulk_create([OfficerRight(group=name, permission=right) for right in rights])
