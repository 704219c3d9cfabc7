"""What the page of an article says of it to programs that read pages: schema.org, NewsArticle."""

from collections.abc import Iterable
from typing import Any

from iad_portal.lib.components import CorrectionEntry, Link, PhotoEntry
from iad_portal.lib.text.bilingual import Text, text_of
from iad_portal.lib.text.structured_data import Thing, absolute, text_fact, thing
from news.models import Article
from relations.pages.structured_data import image_data, the_office

from .article_links import Named

# What each kind of record is, for others.
KINDS = {"city": "Place", "network": "Organization", "embassy": "GovernmentOrganization", "agency": "Organization"}


def article_data(
    article: Article,
    excerpt: Text,
    photo: PhotoEntry | None,
    meetings: Iterable[Link],
    links: Iterable[Named],
    corrections: Iterable[CorrectionEntry],
) -> list[Thing]:
    """The article; when it came out is left out where nobody knows it, as its page does."""
    title = text_of(article, "title")
    address = absolute(article.get_absolute_url())
    told: dict[str, Any] = {
        "id_": address,
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": text_of(article, "body").language,
        "articleSection": article.get_kind_display(),
        "datePublished": article.published_day,
        "dateModified": article.changed_at or article.published_day,
        "image": image_data(photo),
        "publisher": the_office(),
        "author": the_office(),
        "about": [thing("Event", name=link.label, url=absolute(link.url)) for link in meetings],
        "mentions": [_mention(link) for link in links],
        "correction": [thing("CorrectionComment", text=row.text, datePublished=row.day) for row in corrections],
    }
    return [thing("NewsArticle", **told) | text_fact("headline", title) | text_fact("description", excerpt)]


def _mention(link: Named) -> Thing:
    return thing(KINDS[link.kind], name=link.label, url=absolute(link.url))
