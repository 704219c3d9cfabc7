"""On which terms the office gives its registers away, where it has set them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.constraints import once
from iad_portal.lib.records.publishing import known_codes


class Licence(models.TextChoices):
    """The licences to choose from."""

    OPEN_GOVERNMENT = "open-government", _("Open Government Data of Thailand")
    CC_BY = "cc-by-4.0", _("Creative Commons Attribution 4.0 International")
    CC0 = "cc0-1.0", _("Creative Commons CC0 1.0: no rights reserved")

    @property
    def url(self) -> str:
        """Where its text stands; "" where the portal knows of no one place."""
        return _TEXTS.get(self, "")


_TEXTS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}


class DataLicence(models.Model):
    """The licence of one register, or of all that have none of their own."""

    register = models.CharField(
        _("register"), max_length=40, blank=True, default="", help_text=_("Leave empty for all registers.")
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, default=Licence.OPEN_GOVERNMENT)

    class Meta:
        verbose_name = _("licence of open data")
        verbose_name_plural = _("licences of open data")
        ordering = ["register"]
        constraints = [
            known_codes("licence", Licence, "data_licence_known"),
            once(
                "register",
                name="data_licence_once",
                sentence=_("This register has a licence already: change that one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.register or '–'} {self.get_licence_display()}"
