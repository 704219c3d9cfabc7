"""What an officer wants to be told of by mail, and of what the officer was told already."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.constraints import once


class OfficerAlerts(models.Model):
    """One officer's choice; nobody is mailed who has not chosen so. `mailed_on`: the day of the last letter."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="alerts", editable=False
    )
    reviews = models.BooleanField(_("Something waits for review"), default=False)
    agreements = models.BooleanField(_("An agreement ends within six months"), default=False)
    commitments = models.BooleanField(_("A commitment is overdue"), default=False)
    mailed_on = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = _("alerts of an officer"), _("alerts of officers")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.user)


class ToldFact(models.Model):
    """That an officer was told of a fact, such as `agreement 12 2027-05-31`: never told again."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    fact = models.CharField(max_length=80)
    told_on = models.DateField()

    class Meta:
        verbose_name, verbose_name_plural = _("told fact"), _("told facts")
        default_permissions = ()
        constraints = [
            once("user", "fact", name="told_fact_once", sentence=_("This officer was told of it already.")),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.fact}"
