"""The rich-text editor under the strict Content-Security-Policy.

Its import map is an inline script, which the page's nonce allows; its engine adds one style element, whose text is
allowed by its hash. Both leave every other inline script and style refused, and only pages with an editor get them.
"""

from typing import Any

from csp.constants import NONCE
from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django_prose_editor.fields import ProseEditorFormField
from js_asset import JSON, ImportMap
from js_asset.media import Media

from iad_portal.lib.rich_text.brought import brought
from iad_portal.lib.rich_text.paste_report import told, words
from iad_portal.lib.rich_text.paste_rules import RULES
from iad_portal.lib.rich_text.photos import photo_keys
from iad_portal.lib.text.hygiene import script_rules

# The style that the engine (ProseMirror, through TipTap) puts into the page: a browser test says when it changes.
ENGINE_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"


def scripts_media() -> Media:
    """The scripts of the editor find one another, and the rules and words they need, by this."""
    scripts = ImportMap({f"portal/{name}": f"js/{name}.js" for name in ("paste_html", "paste_text")})
    pasting = JSON({"rules": RULES | script_rules(), "words": words()}, id="paste-rules")
    linking = JSON({"url": reverse("admin:links"), "words": words_of_links()}, id="record-links")
    figures = JSON({"words": words_of_photos()}, id="photos-in-text")
    return Media(importmap=scripts, js=[pasting, linking, figures])


def words_of_links() -> dict[str, str]:
    """What stands in the dialog that picks a record, in the officer's language."""
    return {
        "title": _("Link to a record"),
        "search": _("A part of its name"),
        "nothing": _("Nothing is called so. Try a shorter part of the name."),
        "now": _("The link leads to: %s"),
        "gone": _("The link leads to a record that is not there any more."),
        "cancel": _("Cancel"),
    }


def words_of_photos() -> dict[str, str]:
    """What the editor and the tiles say of photographs in the text, in the officer's language."""
    return {
        "button": _("Photo"),
        "title": _("Photo in the text"),
        "how": _("The chosen photo stands where the cursor is. Its caption and credit come along by themselves."),
        "none": _("This record has no photos yet."),
        "more": _("Add photos to the record"),
        "here": _("It stands in this text already"),
        "cancel": _("Cancel"),
        "photo": _("Photo: %s"),
        "gone": _("A photo that is not among the photos of this record. Readers do not see it."),
        "leaving": _("goes with the next save"),
        "stands": _("Stands in the text: %s"),
        "leaves": _("Stands in the text, and leaves it with the next save: %s"),
    }


class EditorPages:
    """For admin classes: gives the pages whose form holds an editor what the editor needs, and no more.

    After saving, a line tells what was left out of a text, or mended in it, which the editor's script had not cleaned;
    another, which texts name a photograph that the record has not, or has no more.
    """

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        boxes = {name: field for name, field in form.fields.items() if isinstance(field, ProseEditorFormField)}
        named = {name: set(photo_keys(getattr(form.instance, name))) for name in boxes}
        if not any(named.values()):
            return
        own = {key.hex for key in form.instance.photos.values_list("text_key", flat=True) if key}
        for name in [name for name, keys in named.items() if keys - own]:
            sentence = _("%(text)s names a photo that is not among the photos of this record. Readers do not see it.")
            messages.warning(request, sentence % {"text": capfirst(str(boxes[name].label))})

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        for name, field in form.fields.items():
            if isinstance(field, ProseEditorFormField):
                found = brought(form.data.get(form.add_prefix(name)) or "")[1]
                if line := told(found):
                    messages.warning(request, f"{capfirst(str(field.label))}: {line}")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        media = Media.from_media(context["media"])
        has_editor = media.render_importmap() != []
        if has_editor:
            context["media"] = (media + scripts_media()).with_nonce(str(request.csp_nonce))
        response = super().render_change_form(request, context, *args, **kwargs)
        if has_editor:
            response._csp_update = {"script-src": [NONCE], "style-src": [ENGINE_STYLE]}
        return response
