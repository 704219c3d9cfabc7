"""Photographs: bytes are lib.media.models's business; words, credit and people stand here."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.media.models import ImageFile
from iad_portal.lib.text.bilingual import name_for_staff, text_of
from iad_portal.lib.text.fields import LineField, ProseField

from .subject import OfSubject


class Photo(ImageFile, OfSubject):
    """A photograph of one record. Alt text in both languages is asked for: a reader may not see the picture."""

    alt = LineField(_("what the picture shows"), max_length=300, help_text=_("Read aloud to people who cannot see it."))
    caption = ProseField(_("caption"), blank=True, default="")
    credit = LineField(_("credit"), max_length=200, blank=True)
    licence = LineField(_("licence"), max_length=100, blank=True)
    people = models.ManyToManyField(
        "relations.Person", blank=True, related_name="photos", verbose_name=_("people shown")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(OfSubject.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["order", "pk"]

    @property
    def title_for_saving(self) -> str:
        """What the picture shows."""
        return text_of(self, "alt", "th").value

    def __str__(self) -> str:
        return name_for_staff(self, "alt")
