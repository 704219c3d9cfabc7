"""Officers' accounts. An administrator adds and closes accounts; only a superuser makes or changes a superuser."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.refused import RefusedForms, told_when_refused
from iad_portal.lib.desk.site import Task
from iad_portal.office.models import FirstPassword
from relations.models import AgencyContact

for model in (User, Group, Authenticator, EmailAddress):
    admin.site.unregister(model)

last_sign_in = date_column("last_login", _("last sign-in"))


class NewOfficerForm(BaseUserCreationForm):
    """A user name, the officer's name, the group, and a first password."""

    class Meta(BaseUserCreationForm.Meta):
        model = User
        fields = ("username", "first_name", "last_name", "groups")


class AgencyContactInline(admin.TabularInline):
    """The agency for which the officer reports, in the group of agency contacts."""

    model = AgencyContact
    autocomplete_fields = ["agency"]
    max_num = 1
    extra = 0


@admin.register(User)
class OfficerAdmin(RefusedForms, UserAdmin):
    """Whoever is added here may sign in to the desk; what they may do there their groups say."""

    task = Task.DESK
    position = 1
    changeform_view = told_when_refused(UserAdmin.changeform_view)
    add_form = NewOfficerForm
    add_fieldsets = [
        (None, {"fields": ["username", ("first_name", "last_name"), "groups"]}),
        (_("First password"), {"fields": ["password1", "password2"]}),
    ]
    fieldsets = [
        (None, {"fields": ["username", ("first_name", "last_name"), "email", "password"]}),
        (_("What this officer may do"), {"fields": ["groups", ("is_active", "is_superuser"), "last_sign_in"]}),
    ]
    readonly_fields = ["last_sign_in"]
    inlines = [AgencyContactInline]
    autocomplete_fields = ["groups"]
    filter_horizontal = ()
    list_display = ["username", "first_name", "last_name", "groups_shown", "is_active", "is_superuser", last_sign_in]
    list_filter = ["is_active", "groups"]
    last_sign_in = staticmethod(last_sign_in)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else [*fields, "is_superuser"]

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (obj is None or not obj.is_superuser or request.user.is_superuser)

    def has_delete_permission(self, request, obj=None):
        # History names officers: an account is closed (is_active), not deleted, unless it never signed in.
        may = super().has_delete_permission(request, obj) and self.has_change_permission(request, obj)
        return may and (obj is None or (obj.last_login is None and obj != request.user))

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def save_model(self, request, obj, form, change):
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)
        if not change:
            FirstPassword.objects.get_or_create(user=obj)

    def user_change_password(self, request, id, form_url=""):
        """A password set for somebody else is a first one again."""
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and response.status_code == 302 and str(request.user.pk) != str(id):
            FirstPassword.objects.get_or_create(user_id=id)
        return response

    @admin.display(description=_("groups"))
    def groups_shown(self, user):
        """The names of the officer's groups."""
        return ", ".join(group.name for group in user.groups.all())


@admin.register(Group)
class OfficersGroupAdmin(RefusedForms, GroupAdmin):
    """What a group of officers may do."""

    task = Task.DESK
    position = 2
    changeform_view = told_when_refused(GroupAdmin.changeform_view)
