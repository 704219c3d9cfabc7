"""Spellings that the office has checked: texts typed at the desk are compared with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.constraints import once
from iad_portal.lib.text.fields import LineField


class Spelling(models.Model):
    """A word or set phrase as it is to be written, and perhaps one wrong way that was seen.

    A text that holds the wrong one, or the right one with a letter or tone mark wrong, is asked about.
    """

    quotes = ("right", "wrong")

    right = LineField(_("as it is written"), max_length=200)
    wrong = LineField(
        _("wrong spelling"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("As it was seen. Left empty, only spellings that are nearly the right one are asked about."),
    )
    source = models.ForeignKey(
        "relations.Source",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source"),
        help_text=_("Where the wrong spelling was seen, or where the right one stands."),
    )

    class Meta:
        verbose_name = _("checked spelling")
        verbose_name_plural = _("checked spellings")
        ordering = ["right", "wrong", "pk"]
        constraints = [
            once("right", "wrong", name="spelling_once", sentence=_("This spelling is already on the list.")),
        ]

    def __str__(self) -> str:
        return self.right
