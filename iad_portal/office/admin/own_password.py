"""Before something is changed in the own account, its password is asked for: a desk left open is not enough."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.office.accounts.tries import CountedForm


class OwnPasswordForm(CountedForm, forms.Form):
    """Asks whoever is signed in for the password. Whoever has just shown it, on the way in, is not asked again."""

    password = forms.CharField(
        label=gettext_lazy("Your password"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip

    def __init__(self, request: HttpRequest, *args: Any):
        self.request = request
        super().__init__(*args)
        if not admin.site.has_permission(request):
            del self.fields["password"]

    def clean_password(self) -> str:
        """Counted with the tries to sign in: it is the same secret."""
        officer, password = self.request.user, str(self.cleaned_data["password"])
        own = self.begin_try(officer.get_username(), self.request)
        if not officer.check_password(password):
            raise ValidationError(_("This is not your password."), code="wrong_password")
        own.prove_right()
        return password
