"""News as lines of components/card.html: for the pages of any record that articles speak of.

This room does not know articles: it walks the relation back (`city.articles`) and asks them for what every article has.
"""

from collections.abc import Iterable

from iad_portal.lib.bilingual import text_of

PLAIN = "news"


def news_line(article) -> dict:
    """One article: its title, and the day it came out, or else the days of the event."""
    return {
        "title": text_of(article, "title"),
        "url": article.get_absolute_url(),
        "date": article.published_on or article.event_on,
        "end": None if article.published_on else article.event_ends_on,
        # A plain news item needs no word that says so.
        "tags": [article.get_kind_display()] if article.kind != PLAIN else [],
    }


def news_lines(articles: Iterable) -> list[dict]:
    """Articles in a column."""
    return [news_line(article) for article in articles]
