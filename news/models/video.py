"""Videos of an article: an address elsewhere, shown as a picture of the portal's own that leads there."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.publishing import Part
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField

from .article import Article

# Where the office shows its videos, and what that place is called.
PLACES = {"youtube.com": "YouTube", "youtu.be": "YouTube", "facebook.com": "Facebook", "fb.watch": "Facebook"}


def place_of(address: str) -> str:
    """ "YouTube" or "Facebook", where the https `address` leads there; else ""."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    whole = next((name for known, name in PLACES.items() if host == known or host.endswith(f".{known}")), "")
    return whole if parts.scheme == "https" else ""


class Video(Part):
    """One video. Nothing of the other site is loaded: its picture is a photograph of the article."""

    owner_field = "article"

    article = models.ForeignKey(Article, models.CASCADE, related_name="videos", verbose_name=_("article"))
    title = LineField(_("title"), max_length=200)
    address = models.URLField(_("web address"), max_length=300, help_text=_("Of YouTube or Facebook, with https://"))
    photo_number = models.PositiveSmallIntegerField(
        _("number of its photo"),
        null=True,
        blank=True,
        help_text=_("Which photo of this article stands for it: 1 for the first. Leave it empty for a plain link."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ["order", "pk"]

    def clean(self):
        super().clean()
        if self.address and not place_of(self.address):
            raise ValidationError({"address": _("Enter an address of YouTube or Facebook that begins with https://")})

    def __str__(self) -> str:
        return name_for_staff(self, "title")
