"""Officers' accounts. An administrator adds and closes accounts; only a superuser makes or changes a superuser."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import Group, User
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.desk.columns import yes_column
from iad_portal.lib.desk.pickers import Pickers
from iad_portal.lib.desk.refused import RefusedForms, told_when_refused
from iad_portal.lib.desk.site import Task
from iad_portal.office.accounts.letters import mail_is_set_up
from iad_portal.office.accounts.standing import factors_of, must_have_factor
from relations.models import AgencyContact

from .officer_access import AccessPages
from .own_account import told
from .rights import RightsField, rights_on_the_desk

for model in (User, Group, Authenticator, EmailAddress):
    admin.site.unregister(model)

last_sign_in = date_column("last_login", _("last sign-in"))
is_active = yes_column("is_active", _("may sign in"))
is_superuser = yes_column("is_superuser", _("may do everything"))


class OfficerForm(forms.ModelForm):
    """An account without its password, which nobody but its officer chooses."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "groups", "is_active", "is_superuser")
        field_classes = {"username": UsernameField}

    def clean_username(self):
        """As Django's own form for new accounts does: names that differ in case alone are one."""
        name = self.cleaned_data["username"]
        same = User.objects.filter(username__iexact=name).exclude(pk=self.instance.pk)
        if name and same.exists():
            raise forms.ValidationError(_("A user with that username already exists."), code="unique")
        return name


class AgencyContactInline(Pickers, admin.StackedInline):
    """The agency for which the officer reports, in the group of agency contacts."""

    model = AgencyContact
    max_num = 1
    extra = 0


@admin.register(User)
class OfficerAdmin(AccessPages, RefusedForms, Pickers, UserAdmin):
    """Whoever is added here may sign in to the desk; what they may do there their groups say."""

    task = Task.DESK
    position = 1
    changeform_view = told_when_refused(UserAdmin.changeform_view)
    form = add_form = OfficerForm
    add_form_template = None
    change_form_template = "admin/officer_change_form.html"
    add_fieldsets = [(None, {"fields": ["username", ("first_name", "last_name"), "email", "groups"]})]
    fieldsets = [
        (None, {"fields": ["username", ("first_name", "last_name"), "email"]}),
        (_("What this officer may do"), {"fields": ["groups", ("is_active", "is_superuser"), "last_sign_in"]}),
        (_("Signing in"), {"fields": ["password_shown", "factors_shown"]}),
    ]
    readonly_fields = ["last_sign_in", "password_shown", "factors_shown"]
    inlines = [AgencyContactInline]
    filter_horizontal = ()
    list_display = ["username", "first_name", "last_name", "groups_shown", is_active, is_superuser, last_sign_in]
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
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        """The new officer is invited: by mail where that goes, else with a link that is made for paper."""
        messages.success(request, _("The account %(name)s was added.") % {"name": obj.get_username()})
        if obj.email and mail_is_set_up():
            self.mail_link(request, obj)
        return HttpResponseRedirect(reverse("admin:auth_user_link", args=[obj.pk]))

    @admin.display(description=_("password"))
    def password_shown(self, user):
        """Whether the officer has chosen one."""
        return _("Chosen") if user.has_usable_password() else _("None yet: the officer needs a one-time link")

    @admin.display(description=_("second factors"))
    def factors_shown(self, user):
        """Their names, or what becomes of whoever has none."""
        names = [told(factor).name for factor in factors_of(user)]
        if not names and must_have_factor(user):
            return _("None yet: asked for at the next sign-in")
        return ", ".join(names) or _("None")

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

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        """Of all rights of Django those that mean something on the desk, in words."""
        if db_field.name == "permissions":
            kwargs |= {"form_class": RightsField, "queryset": rights_on_the_desk()}
        field = super().formfield_for_manytomany(db_field, request=request, **kwargs)
        field.help_text = ""  # of keys to hold down, which the box for choosing has no need of
        return field
