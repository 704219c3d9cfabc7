"""What texts typed at the desk are compared with: names of the registers, checked spellings, totals of today."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.proofreading import comparisons
from iad_portal.lib.proofreading.names import Name
from iad_portal.lib.text.bilingual import LANGUAGES

from .models import Agency, Alias, AliasKind, City, Country, Embassy, Spelling

if TYPE_CHECKING:
    from .pages.partner_total import PartnerTotal
_SISTERS = re.compile(r"เมืองพี่เมืองน้อง|บ้านพี่เมืองน้อง|เมืองคู่ความร่วมมือ|\b(?:sister|partner)[\s-]cit(?:y|ies)\b", re.I)
_CITIES = re.compile(r"(?<![\d,.])(?P<number>\d{1,3})\s*(?:เมือง(?!\S*ใหญ่)|(?:sister |partner )?cities\b)", re.I)
_COUNTRIES = re.compile(r"(?<![\d,.])(?P<number>\d{1,3})\s*(?:ประเทศ|countries\b)", re.I)
_MISSIONS = re.compile(r"สถานเอกอัครราชทูต|สถานทูต|\bembass(?:y|ies)\b", re.I)
_EMBASSIES = re.compile(r"(?<![\d,.])(?P<number>\d{1,3})\s*(?:สถานเอกอัครราชทูต|สถานทูต|แห่ง|embassies\b)", re.I)


def names_of(model: type[models.Model], *texts: str, plain: tuple[str, ...] = ()) -> Iterator[Name]:
    """The names in `texts` and `plain` columns of all rows of `model`, and their other names: two queries.

    A spelling of the old site is a wrong one; every other kind of other name may be written.
    """
    columns = [f"{text}_{language}" for text in texts for language in LANGUAGES]
    own = {}
    for pk, *names in model._base_manager.values_list("pk", *columns, *plain):
        own[str(pk)] = [name for name in names if name]
        yield from map(Name, own[str(pk)])
    kind = ContentType.objects.get_for_model(model)
    aliases = Alias.objects.filter(subject_type=kind).order_by("pk").values_list("subject_id", "name", "kind")
    for subject, name, why in aliases:
        if subject in own:
            is_wrong = why == AliasKind.OLD_SITE and name not in own[subject]
            yield Name(name, (_nearest(name, own[subject]),) if is_wrong else ())


def _nearest(typed: str, names: list[str]) -> str:
    return max(names, key=lambda name: SequenceMatcher(None, typed, name, autojunk=False).ratio(), default="")


def _names() -> Iterator[Name]:
    yield from names_of(City, "name")
    yield from names_of(Country, "name", "formal_name")
    yield from names_of(Agency, "name")
    for right, wrong in Spelling.objects.values_list("right", "wrong"):
        yield Name(right)
        if wrong:
            yield Name(wrong, (right,))


def _partners() -> "PartnerTotal":
    from .pages.partner_total import PartnerTotal  # when a text is read: no page is loaded as Django starts

    return PartnerTotal.today()


def _embassies() -> int:
    return Embassy.objects.published().count()


def tell_the_desk() -> None:
    """Let the forms of the desk know what this app can tell of names and totals."""
    comparisons.names_from(_names, City, Country, Agency, Alias, Spelling)
    for total in (
        comparisons.Total(_("Partner cities"), _SISTERS, _CITIES, lambda: _partners().cities),
        comparisons.Total(_("Countries of partner cities"), _SISTERS, _COUNTRIES, lambda: _partners().countries),
        comparisons.Total(_("Embassies"), _MISSIONS, _EMBASSIES, _embassies),
    ):
        comparisons.total(total)
