"""Rights of groups as officers read them: what may be done with which kind of record, in their own language."""

from django import forms
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from iad_portal.office.groups import account_permissions, content_permissions
from iad_portal.office.models import OfficerRight

DONE = {
    "view": gettext_lazy("%(kind)s: look"),
    "add": gettext_lazy("%(kind)s: add"),
    "change": gettext_lazy("%(kind)s: change"),
    "delete": gettext_lazy("%(kind)s: delete"),
}


def rights_on_the_desk() -> QuerySet[Permission]:
    """The rights to records and accounts, and the portal's own; those to tables without forms mean nothing."""
    keys = {right.pk for right in (*content_permissions(), *account_permissions())}
    own = Permission.objects.filter(content_type__model=OfficerRight._meta.model_name)
    groups = Permission.objects.filter(content_type__app_label="auth", content_type__model="group")
    return Permission.objects.filter(pk__in=keys) | own | groups


def in_words(right: Permission) -> str:
    """What `right` allows: "Cities: change"; of the portal's own rights the name that they were given."""
    done, _underscore, rest = right.codename.partition("_")
    model = right.content_type.model_class()
    if done not in DONE or model is None or rest != right.content_type.model:
        return right.name
    return str(DONE[done]) % {"kind": capfirst(str(model._meta.verbose_name_plural))}


class RightsField(forms.ModelMultipleChoiceField):
    """The box of a group's rights."""

    def label_from_instance(self, right: Permission) -> str:
        return in_words(right)
