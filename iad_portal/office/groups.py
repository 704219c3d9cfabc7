"""The two groups of officers, made after every migration that lacks them.

Permissions come into being only after the tables, so a data migration is too early. A group keeps what an
administrator gave or took: it is filled when it is new, and for kinds of records of which it has no right at all.
"""

from django.contrib.auth.models import Group, Permission

OFFICERS = "เจ้าหน้าที่"
ADMINISTRATORS = "ผู้ดูแลระบบ"
CONTENT_APPS = ("relations", "networks", "plans", "news", "iad_portal", "redirects")
# The record of work is read, never written.
ONLY_READ = {"revision"}


def content_permissions() -> list[Permission]:
    """Everything an officer may do with the office's records; history tables have no forms, hence no rights."""
    found = Permission.objects.filter(content_type__app_label__in=CONTENT_APPS).select_related("content_type")
    return [permission for permission in found if _is_meant(permission)]


def _is_meant(permission: Permission) -> bool:
    model = permission.content_type.model
    if model.startswith("historical"):
        return False
    return model not in ONLY_READ or permission.codename.startswith("view_")


def account_permissions() -> list[Permission]:
    """The right to add, change and close officers' accounts, and to see the groups."""
    return [
        *Permission.objects.filter(content_type__app_label="auth", content_type__model="user"),
        *Permission.objects.filter(content_type__app_label="auth", codename="view_group"),
    ]


def ensure_groups(**_kwargs) -> None:
    """Make the groups where they are missing, and give them rights to kinds of records they know nothing of."""
    officers, content = Group.objects.get_or_create(name=OFFICERS)[0], content_permissions()
    administrators = Group.objects.get_or_create(name=ADMINISTRATORS)[0]
    for group, permissions in ((officers, content), (administrators, [*content, *account_permissions()])):
        known = set(group.permissions.values_list("content_type_id", flat=True))
        group.permissions.add(*[permission for permission in permissions if permission.content_type_id not in known])
