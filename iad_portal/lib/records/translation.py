"""One line a model: which of its texts come in two languages, and that its history is kept."""

from typing import Any

from modeltranslation.translator import TranslationOptions, translator

from iad_portal.lib.records.history import keep_history


def bilingual(
    model: Any, *fields: str, history: bool = True, m2m: tuple[str, ...] = (), unkept: tuple[str, ...] = ()
) -> None:
    """Give `model` a Thai and an English column for each of `fields`, then keep its history.

    History has the many-to-many fields of `m2m` too, and never the fields of `unkept`.
    """
    options = type(f"{model.__name__}Translation", (TranslationOptions,), {"fields": fields})
    translator.register(model, options)
    if history:
        keep_history(model, m2m, unkept)
