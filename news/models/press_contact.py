"""Whom journalists ask: a person or a desk, with hours, telephone and e-mail."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.constraints import must, once
from iad_portal.lib.records.labels import Labelled
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField


class PressContact(Labelled):
    """A contact of the press. An article may name one; all others are answered by the office's own, the default."""

    name = LineField(_("person or desk"), max_length=200)
    hours = LineField(_("hours"), max_length=200, blank=True, default="")
    phone = LineField(_("telephone"), max_length=60, blank=True, default="")
    email = models.EmailField(_("e-mail"), blank=True, default="")
    is_default = models.BooleanField(
        _("the office’s press desk"),
        default=False,
        help_text=_("Shown on the press page, and on every article that names no contact of its own."),
    )

    class Meta:
        verbose_name = _("press contact")
        verbose_name_plural = _("press contacts")
        ordering = ["-is_default", "pk"]
        constraints = [
            must(
                ~Q(phone="") | ~Q(email=""),
                "press_contact_can_be_reached",
                _("Enter a telephone number or an e-mail address."),
                "phone",
                "email",
            ),
            once(
                "is_default",
                name="press_contact_one_default",
                sentence=_("Another contact is the office’s press desk already: take the mark from that one first."),
                condition=Q(is_default=True),
            ),
        ]

    def __str__(self) -> str:
        return name_for_staff(self)
