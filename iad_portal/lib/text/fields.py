"""Model fields whose text is clean however it is written: forms, save, bulk writes, update(), imports, lookups."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django_prose_editor.fields import ProseEditorField

from iad_portal.lib.records.record_links import keyed
from iad_portal.lib.rich_text.fields import EDITOR_EXTENSIONS, sanitise

from .hygiene import clean_line, clean_text
from .sorting import sort_key


class _CleanedMixin(models.Field):
    """Cleans strings where they are validated, where the instance is saved, and where they meet the database."""

    @staticmethod
    def cleaner(text: str) -> str:
        raise NotImplementedError

    def _cleaned(self, value: Any) -> Any:
        return self.cleaner(value) if value and isinstance(value, str) else value

    def to_python(self, value: Any) -> Any:
        return self._cleaned(super().to_python(value))

    def get_prep_value(self, value: Any) -> Any:
        return self._cleaned(super().get_prep_value(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        cleaned = self._cleaned(value)
        # Into the instance's own dictionary: assigning to a translated field would also write the active language.
        if cleaned is not value and model_instance.__dict__.get(self.attname) == value:
            model_instance.__dict__[self.attname] = cleaned
        return cleaned


class LineField(_CleanedMixin, models.CharField):
    """A name or title: one line of text, mended and with single spaces."""

    cleaner = staticmethod(clean_line)


class ProseField(_CleanedMixin, models.TextField):
    """Plain text that keeps its line breaks, one blank line at most."""

    cleaner = staticmethod(clean_text)


class RichTextField(_CleanedMixin, ProseEditorField):
    """HTML from the editor or an import, sanitised and mended; the editor offers exactly what is kept.

    As it is saved, links to our own records become keys (lib.records.record_links).
    """

    cleaner = staticmethod(sanitise)
    holds_links = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"config": {"extensions": dict(EDITOR_EXTENSIONS)}, "sanitize": sanitise}
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        cleaned = super().pre_save(model_instance, add)
        with_keys = keyed(cleaned)
        if with_keys != cleaned and model_instance.__dict__.get(self.attname) == cleaned:
            model_instance.__dict__[self.attname] = with_keys
        return with_keys

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        # Our own path, so that a data migration's writes are sanitised as well.
        return name, "iad_portal.lib.text.fields.RichTextField", args, kwargs


class SortKeyField(models.CharField):
    """The stored sort key of `<source>_<language>`, or of the other language's column while that is empty.

    A source that is not translated is taken as it is. The key is computed when the instance is saved or created in
    bulk; queryset.update() and save(update_fields=...) of the source alone leave it as it was.
    """

    settled: dict[str, Any] = {"max_length": 400, "blank": True, "default": "", "editable": False, "db_index": True}

    def __init__(self, *args: Any, source: str = "name", language: str = "th", **kwargs: Any) -> None:
        self.source, self.language = source, language
        super().__init__(*args, **(self.settled | kwargs))

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        kwargs = {key: value for key, value in kwargs.items() if self.settled.get(key) != value}
        return name, path, args, kwargs | {"source": self.source, "language": self.language}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        languages = sorted(("th", "en"), key=lambda language: language != self.language)
        names = [f"{self.source}_{language}" for language in languages] + [self.source]
        text = next((value for name in names if (value := getattr(model_instance, name, None))), "")
        key = sort_key(text, self.language)[: self.max_length]
        setattr(model_instance, self.attname, key)
        return key
