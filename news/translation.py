"""Which texts of this app come in Thai and in English. History is kept of every one of its tables."""

from iad_portal.lib.records.translation import bilingual

from .models import Article, Correction, Newsletter, NewsletterItem, PressContact, Video

PUBLISHED = ("withdrawn_notice", "doubt")

LINKS = ("cities", "networks", "meetings", "exchanges", "embassies", "agencies", "projects", "people")

bilingual(Article, "title", "lead", "body", "credit", "based_on", *PUBLISHED, m2m=LINKS, unkept=("dated_at",))
bilingual(Correction, "text")
bilingual(NewsletterItem, "headline")
bilingual(PressContact, "name", "hours")
bilingual(Video, "title")
bilingual(Newsletter, "title", "summary", *PUBLISHED)
