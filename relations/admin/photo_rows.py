"""Photographs in the form of their record: tiles in an order, many chosen at once (templates/admin/edit_inline)."""

from typing import Any, NamedTuple

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iad_portal.lib.desk.checks import EveryRow
from iad_portal.lib.desk.inlines import StackedParts
from iad_portal.lib.desk.pickers import RowForm
from iad_portal.lib.desk.roles import may_let_out
from iad_portal.lib.media.focus import MIDDLE, focus_class
from iad_portal.lib.media.upload_fields import shown_url, text_key_of
from iad_portal.lib.media.uploads import IMAGE_LIMIT, IMAGE_TYPES, MEGABYTE
from iad_portal.lib.text.hygiene import clean_line
from relations.admin.photo_words import ask_about_words
from relations.models import Photo


class Lacks(NamedTuple):
    """Which words a tile says are missing: what the photograph shows at all, or in one language; the credit."""

    alt: bool
    side: bool
    credit: bool


@admin.display(description=gettext_lazy("preview"))
def thumbnail(photo):
    """The small rendition of `photo`."""
    if not photo.image:
        return ""
    return format_html('<img class="thumbnail" src="{}" alt="" loading="lazy">', photo.thumbnail_url)


class PhotoRowForm(RowForm):
    """One photograph. What its tile shows is what stands in the boxes, saved or not."""

    @property
    def shown_url(self) -> str:
        """The address of the small picture: of the file that was chosen, or else of the stored one; "" without any."""
        chosen = self._chosen
        return (shown_url(chosen) if chosen else "") or self.instance.thumbnail_url

    @property
    def text_key(self) -> str:
        """By which the texts of its record name it, saved or not yet; "" for a file that was not sent yet."""
        return self.instance.text_key.hex if self.instance.text_key else text_key_of(self._chosen)

    @property
    def name_shown(self) -> str:
        """How officers know it: by its words, or by the name of the file that was chosen."""
        chosen = self._chosen
        named = str(chosen.name) if chosen else str(self.instance)
        return self._written("alt_th") or self._written("alt_en") or named

    @property
    def lacks(self) -> Lacks:
        """What the tile says is missing."""
        alt = [bool(self._written(f"alt_{code}")) for code in ("th", "en")]
        credit = self._written("credit_th") or self._written("credit_en")
        return Lacks(not any(alt), any(alt) and not all(alt), not credit)

    @property
    def focus_class(self) -> str:
        """The classes of the focal point that is typed, so that the tile is cropped as a page crops."""
        return focus_class(self._point("focus_x"), self._point("focus_y"))

    @property
    def is_unfolded(self) -> bool:
        """Whether something inside was refused or asked about."""
        return bool(self.errors)

    @property
    def _chosen(self) -> Any:
        return self.files.get(self.add_prefix("image")) if self.is_bound else None

    def _written(self, name: str) -> str:
        return clean_line(str(self[name].value() or "")) if name in self.fields else ""

    def _point(self, name: str) -> int:
        written = self._written(name)
        return min(int(written), 100) if written.isdecimal() and len(written) < 4 else MIDDLE


class PhotoInline(StackedParts):
    """Photographs with their words, which whoever lets them out is asked for."""

    model, form = Photo, PhotoRowForm
    template = "admin/edit_inline/photos.html"
    fields = ["alt", "caption", "credit", "licence", "people", "image", ("focus_x", "focus_y", "order")]
    checks_of_rows = (
        EveryRow(gettext_lazy("Photographs described"), "alt", in_both=True),
        EveryRow(gettext_lazy("Photographs with a credit"), "credit"),
    )
    fetched_many = ("people",)
    classes = ["collapse"]
    # What the template tells the script.
    accept, most_bytes = IMAGE_TYPES, IMAGE_LIMIT

    @property
    def too_large(self) -> str:
        """What is said of a file that need not be sent at all."""
        return _("The file is larger than %(limit)d MB. Make it smaller and upload it again.") % {
            "limit": IMAGE_LIMIT // MEGABYTE
        }

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.ask_together = staticmethod(ask_about_words) if may_let_out(request.user) else None
        return formset
