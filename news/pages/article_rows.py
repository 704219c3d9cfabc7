"""An article with all that tables of news hold of it: videos, corrections, whom to ask, and what it names."""

import hashlib
from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from iad_portal.lib.records.gathered import gathered, values_of
from news.models import Article, Correction, PressContact, Video
from relations.models import Exchange

VIDEO_FIELDS = ("id", "title_th", "title_en", "address", "photo_number", "order")
CONTACT_FIELDS = ("id", "name_th", "name_en", "hours_th", "hours_en", "phone", "email", "is_default")
CORRECTION_FIELDS = ("id", "corrected_on", "text_th", "text_en")
PLACE_FIELDS = ("id", "place_th", "place_en", "hold_th", "hold_en")
# The fields whose records its page names.
NAMED = ("cities", "networks", "embassies", "agencies", "meetings", "people")


def with_rows() -> QuerySet[Article]:
    """Articles with their rows, the keys of what they name, and where the exchanges took place: one query."""
    mine = OuterRef("pk")
    contacts = PressContact.objects.filter(Q(pk=OuterRef("press_contact")) | Q(is_default=True))
    return Article.objects.annotate(
        gathered_videos=gathered(Video.objects.filter(article=mine), *VIDEO_FIELDS),
        gathered_corrections=gathered(Correction.objects.filter(article=mine), *CORRECTION_FIELDS),
        gathered_contacts=gathered(contacts, *CONTACT_FIELDS),
        gathered_places=gathered(Exchange.objects.published().filter(articles=mine), *PLACE_FIELDS),
        **{f"keys_of_{name}": _keys(name, mine) for name in NAMED},
    )


def _keys(name: str, article: OuterRef) -> Any:
    """The keys that the rows between articles and `name` hold, drafts' too: who shows them asks what is published."""
    field: Any = Article._meta.get_field(name)
    return gathered(field.remote_field.through.objects.filter(article=article), field.m2m_reverse_name())


def keys_of(article: Article, name: str) -> list[Any]:
    """The keys of what `article` (of `with_rows()`) names in one of NAMED."""
    column = Article._meta.get_field(name).m2m_reverse_name()
    return [values[column] for values in values_of(getattr(article, f"keys_of_{name}"), column)]


def state_of(article: Article) -> str:
    """Alike as long as nothing is changed in what `with_rows()` read: under it parts of a page are kept.

    So a part that reads no table of news itself stays, whichever other article is saved.
    """
    said = sorted((name, value) for name, value in vars(article).items() if name != "_state")
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]
