"""Addresses that last: one ASCII slug for both languages, and a redirect when it has to change."""

from collections.abc import Collection
from typing import Any

from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.core.validators import RegexValidator
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.operations.old_addresses import lead_on, spellings
from iad_portal.lib.records.codes import CodeField
from iad_portal.lib.records.held_rows import held, note_saved, noted
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.lib.text.bilingual import LANGUAGES


def address_in(record: models.Model, language: str) -> str:
    """The path of `record`'s own page in `language`."""
    with translation.override(language):
        return str(record.get_absolute_url())


def addresses(record: models.Model) -> dict[str, str]:
    """The paths of `record`'s own page, by language."""
    return {language: address_in(record, language) for language in LANGUAGES}


def redirect_permanently(old: str, new: str) -> None:
    """Make the path `old` answer with one 301 to `new`, also for older addresses that led to `old`."""
    site = Site.objects.get_current()
    Redirect.objects.filter(site=site, old_path__in=spellings(new)).delete()
    lead_on(old, new)
    Redirect.objects.update_or_create(site=site, old_path=old, defaults={"new_path": new})


class Slugged(models.Model):
    """A record whose address ends in a slug; a changed slug leaves a redirect behind in both languages.

    `named_by` names the texts from which the portal makes the slug.
    """

    named_by: tuple[str, ...] = ("title",)

    slug = CodeField(
        _("slug"),
        max_length=80,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9]+(-[a-z0-9]+)*\Z", _("Use only small Latin letters a–z, digits and single hyphens.")
            )
        ],
        help_text=_("The end of the address: small Latin letters, digits and hyphens. The same in both languages."),
    )

    class Meta:
        abstract = True

    held_columns: tuple[str, ...] = ("slug",)

    def save(self, *args: Any, **kwargs: Any) -> None:
        with unit_of_work():
            stored = None if self._state.adding else held(self)
            is_renamed = stored is not None and stored["slug"] != self.slug
            before = type(self)._base_manager.filter(pk=self.pk).first() if is_renamed else None
            super().save(*args, **kwargs)
            note_saved(self, kwargs.get("update_fields"))
            # An emptied slug may have been made again as it was.
            if before is not None and before.slug != self.slug:
                for language in LANGUAGES:
                    redirect_permanently(address_in(before, language), address_in(self, language))

    def validate_unique(self, exclude: Collection[str] | None = None) -> None:
        # That its own slug, stored and held, is nobody else's need not be asked.
        stored = None if self._state.adding else noted(self)
        is_own = stored is not None and stored["slug"] == self.slug
        super().validate_unique(exclude={*(exclude or ()), "slug"} if is_own else exclude)
