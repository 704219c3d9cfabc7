"""Photographs: bytes are lib.media.models's business; words, credit and people stand here."""

from typing import Self

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.media.models import ImageFile
from iad_portal.lib.records.in_order import OrderedManyToManyField
from iad_portal.lib.text.bilingual import LANGUAGES, name_for_staff, text_of
from iad_portal.lib.text.fields import LineField, ProseField

from .subject import OfSubject, SubjectQuerySet


class PhotoQuerySet(SubjectQuerySet):
    """Photographs asked for by what they lack."""

    def lacking(self, text: str) -> Self:
        """Those whose `text` ("alt", "credit") is written in neither language."""
        return self.filter(is_lacking(text))


def is_lacking(text: str) -> models.Q:
    """The condition that `text` is written in neither language."""
    sides = [models.Q(**{f"{text}_{code}": ""}) | models.Q(**{f"{text}_{code}": None}) for code in LANGUAGES]
    return sides[0] & sides[1]


class Photo(ImageFile, OfSubject):
    """A photograph of one record. What it shows is asked for when it is let out: a reader may not see the picture."""

    alt = LineField(
        _("what the picture shows"), max_length=300, blank=True, help_text=_("Read aloud to people who cannot see it.")
    )
    caption = ProseField(_("caption"), blank=True, default="")
    credit = LineField(_("credit"), max_length=200, blank=True)
    licence = LineField(_("licence"), max_length=100, blank=True)
    people = OrderedManyToManyField(
        "relations.Person",
        blank=True,
        related_name="photos",
        verbose_name=_("people shown"),
        help_text=_(
            "In the order in which they stand or sit, from left to right. "
            "Whoever is taken out and picked again goes to the end."
        ),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PhotoQuerySet.as_manager()

    class Meta(OfSubject.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["order", "pk"]
        indexes = [*OfSubject.Meta.indexes, models.Index(fields=["sha256"])]

    @property
    def title_for_saving(self) -> str:
        """What the picture shows."""
        return text_of(self, "alt", "th").value

    def __str__(self) -> str:
        return name_for_staff(self, "alt") or name_for_staff(self, "caption") or _unnamed(self.pk)


def _unnamed(number: int | None) -> str:
    """What officers read of a photograph without words."""
    return gettext("Photo %(number)s, without words") % {"number": number} if number else gettext("New photo")
