"""Which officer speaks for which agency."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .agency import Agency


class AgencyContact(models.Model):
    """An officer of another agency, who reports on its commitments. Written with the account; it has no history."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="agency_contact", verbose_name=_("officer")
    )
    agency = models.ForeignKey(Agency, models.CASCADE, related_name="+", verbose_name=_("agency"))

    class Meta:
        verbose_name = _("agency of this officer")
        verbose_name_plural = _("agency of this officer")

    def __str__(self) -> str:
        return str(self.agency)
