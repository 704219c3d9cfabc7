"""Which texts of this app come in Thai and in English. History is kept of every one of its tables."""

from iad_portal.lib.records.translation import bilingual

from .models import (
    Agency,
    Agreement,
    Alias,
    Citation,
    City,
    Country,
    Document,
    Embassy,
    Exchange,
    Figure,
    KeyRecipient,
    Person,
    Photo,
    Post,
    ShelfLife,
    Signatory,
    Source,
    Spelling,
    YouthGroup,
)

PUBLISHED = ("withdrawn_notice", "doubt")

bilingual(Source, "publisher", "credit")
bilingual(Country, "name", "formal_name", "doubt")
bilingual(Agency, "name", "parent_name", "desk", "address", "doubt")
bilingual(Person, "rank", "name", "doubt")
bilingual(Post, "title", "body", "doubt")
bilingual(Figure, "note", "doubt")
bilingual(Photo, "alt", "caption", "credit", m2m=("people",))
bilingual(Document, "title", "note", "doubt")
bilingual(City, "name", "pin_place", "profile", *PUBLISHED)
bilingual(Agreement, "title", "place", "cooperation", "note", *PUBLISHED)
bilingual(Signatory, "post_title")
bilingual(
    Exchange,
    *("title", "place", "outcome", *PUBLISHED),
    m2m=("cities", "about_cities", "embassies", "agencies", "people"),
)
bilingual(Embassy, "name", "address", "district", "hours", "note", *PUBLISHED)
bilingual(YouthGroup, "doubt")
bilingual(KeyRecipient, "name", "doubt")
bilingual(Alias)
bilingual(Citation)
bilingual(ShelfLife)
bilingual(Spelling)
