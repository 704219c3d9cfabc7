"""A language held back must leave a text in the other one: else a page would stand there without its headline."""

from django.db import models
from django.utils.translation import gettext as _
from modeltranslation.translator import translator

from iad_portal.lib.text.bilingual import LANGUAGES, other_language

# The first of these that a record has is its headline.
_HEADLINES = ("title", "name")
_BODY = "body"
# What readers are not given as its text.
_OTHER = {"doubt", "withdrawn_notice"}


def faults_of_holds(record: models.Model) -> dict[str, str]:
    """Why the languages that `record` holds back would leave nothing to show: its field -> a sentence."""
    if record.hold_th and record.hold_en:
        sentence = _("With both languages held back nothing is left to read. Hold back one, or keep it as a draft.")
        return {"hold_th": sentence, "hold_en": sentence}
    sentences = {
        "th": _("Without the Thai text nothing is left to show: write the English one first, or do not hold this one."),
        "en": _("Without the English text nothing is left to show: write the Thai one first, or do not hold this one."),
    }
    held = [language for language in LANGUAGES if getattr(record, f"hold_{language}")]
    return {f"hold_{language}": sentences[language] for language in held if not _leaves_a_text(record, language)}


def _leaves_a_text(record: models.Model, held: str) -> bool:
    texts = translator.get_options_for_model(type(record)).all_fields.keys() - _OTHER
    in_held, in_other = (
        {name for name in texts if (getattr(record, f"{name}_{language}") or "").strip()}
        for language in (held, other_language(held))
    )
    headline = next(name for name in _HEADLINES if name in texts)
    needed = in_held & {headline, _BODY}
    if not record._meta.get_field(headline).blank:
        needed.add(headline)
    return needed <= in_other and bool(in_other or not in_held)
