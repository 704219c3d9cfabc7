"""A form of the desk that reads the texts typed in it, and asks about what most likely is wrong."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from iad_portal.lib.intake.confirmation import Confirming
from iad_portal.lib.records.publishing import Status

from .finding import Finding
from .proofreader import columns_of, is_all_of, pairs_of, read_column, read_pair

# Of one text so many places are asked about at once.
_MOST = 6


class AsksAboutWords(Confirming):
    """Asks about changed texts, and about all texts of a record that is to be published. Join it before the form class.

    What stood in the text before was asked about when it was written.
    """

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        publishes = "status" in self.changed_data and self.cleaned_data.get("status") == Status.PUBLISHED
        for column in columns_of(self._meta.model):
            if column.name in self.cleaned_data and (publishes or column.name in self.changed_data):
                self._ask_about_words(column, publishes)
        for pair in pairs_of(self._meta.model):
            self._ask_about_sides(pair, publishes)
        return cleaned

    def _ask_about_words(self, column: "models.Field[Any, Any]", publishes: bool) -> None:
        written, before = self.cleaned_data[column.name], self.initial.get(column.name)
        known = set() if publishes or not before else {(one.code, one.words) for one in read_column(column, before)}
        for one in read_column(column, written)[:_MOST]:
            if (one.code, one.words) not in known and not self._is_own_name(one, column.name, written):
                # A date that does not exist is never meant; it may stand in what is quoted.
                quoted = _("If the text quotes it so, save again.") if one.code == "wrong_date" else None
                self.ask(column.name, one.sentence, one.code, about=one.words, next_step=quoted)

    def _ask_about_sides(self, pair: "tuple[models.Field[Any, Any], models.Field[Any, Any]]", publishes: bool) -> None:
        """Ask beside the side that was changed, the English one where both were."""
        names = [column.name for column in pair]
        here = [name for name in names if name in self.cleaned_data and (publishes or name in self.changed_data)]
        if not here:
            return
        now = [self.cleaned_data.get(name, self.initial.get(name)) for name in names]
        before = [] if publishes else read_pair(pair[0], *(self.initial.get(name) for name in names))
        for one in read_pair(pair[0], *now):
            if one not in before:
                self.ask(here[-1], one.sentence, one.code, about=one.words)

    def _is_own_name(self, one: Finding, name: str, written: str) -> bool:
        """Whether a name alone was typed that is compared with those of other records anyway."""
        compared = {field for rule in getattr(self, "twins", ()) for field in rule.fields}
        return name in compared and is_all_of(one, written)
