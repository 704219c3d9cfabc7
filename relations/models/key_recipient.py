"""Who received the Key to the City of Bangkok."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.records.constraints import once
from iad_portal.lib.records.movable import Movable
from iad_portal.lib.records.publishing import LISTED, visible
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField

from .source import Sourced


class KeyRecipientQuerySet(models.QuerySet):
    """Queries over recipients of the key."""

    def shown(self):
        """Those whose visit is published, and those of whom no visit is recorded, the earliest first."""
        rows = self.filter(models.Q(exchange__isnull=True) | visible(LISTED, prefix="exchange__"))
        return rows.select_related("exchange").order_by(models.F("received_on").asc(nulls_last=True), "pk")


class KeyRecipient(Movable, Sourced):
    """One presentation of the key: to whom, when, and at which visit or call; it is shown with that exchange."""

    homes = ("exchange",)

    name = LineField(_("recipient"), max_length=250, help_text=_("The name with the post held on that day."))
    person = models.ForeignKey(
        "relations.Person", models.PROTECT, null=True, blank=True, related_name="keys", verbose_name=_("person")
    )
    country = models.ForeignKey(
        "relations.Country", models.PROTECT, null=True, blank=True, related_name="keys", verbose_name=_("country")
    )
    received_on = PartialDateField(
        _("received on"), ahead=1, null=True, blank=True, precision_field="received_precision"
    )
    received_precision = PrecisionField()
    exchange = models.OneToOneField(
        "relations.Exchange",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="key",
        verbose_name=_("visit or call"),
        help_text=_("Where it is shown: the public reads of the key in the line of this visit."),
    )

    objects = KeyRecipientQuerySet.as_manager()

    class Meta:
        verbose_name = _("recipient of the Key to the City")
        verbose_name_plural = _("recipients of the Key to the City")
        ordering = [models.F("received_on").desc(nulls_last=True), "pk"]
        constraints = [
            once(
                "person",
                "received_on",
                name="key_recipient_once",
                sentence=_("This person is already on the list with this day."),
            )
        ]

    def __str__(self) -> str:
        return name_for_staff(self)
