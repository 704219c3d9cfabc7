"""What an officer is mailed of: chosen on the page of the own account, nothing at first."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from iad_portal.office.models import OfficerAlerts
from iad_portal.office.officer_alerts import choices_of


class AlertsForm(forms.ModelForm):
    """The choices of an officer, as far as there is a right to what they tell of."""

    class Meta:
        model = OfficerAlerts
        fields = ("reviews", "agreements", "commitments")


def alerts_form(request: HttpRequest, sent: Any = None) -> AlertsForm:
    """The choices of whoever asks."""
    own = OfficerAlerts.objects.filter(user=request.user.pk).first() or OfficerAlerts(user=request.user)
    form = AlertsForm(sent, instance=own)
    for name in set(form.fields) - set(choices_of(request.user)):
        del form.fields[name]
    return form


@require_POST
def chosen(request: HttpRequest) -> HttpResponse:
    """Keep what the officer has chosen."""
    form = alerts_form(request, request.POST)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your choice is kept."))
    return HttpResponseRedirect(reverse("admin:account"))
