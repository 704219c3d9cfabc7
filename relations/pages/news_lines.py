"""News as lines of components/card.html: for the pages of any record that articles speak of."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from iad_portal.lib.components import Card, Doing
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.text.bilingual import text_of
from news.models import Article

PLAIN = "news"
# So many are told on the page of a record.
NEWS = 6


@kept_query
def articles_about(link: str, *, record: models.Model) -> models.QuerySet[Article]:
    """The published articles that name `record`, the newest first; `link` is the field of Article that names it."""
    found: models.QuerySet[Article] = Article.objects.published().filter(**{link: record}).newest_first()
    return found


def news_line(article: Article, **more: Any) -> Card:
    """One article: its title, the day it came out where that is known, and the days of the event where they differ.

    `more` are further fields of the card.
    """
    published, event = article.published_day, article.event_on
    is_apart = event and (event != published or article.event_ends_on)
    return Card(
        text_of(article, "title"),
        article.get_absolute_url(),
        published,
        event=event if is_apart else None,
        event_end=article.event_ends_on if is_apart else None,
        # A plain news item needs no word that says so.
        tags=[article.get_kind_display()] if article.kind != PLAIN else [],
        **more,
    )


def latest_news(link: str, record: models.Model) -> list[Doing]:
    """The latest of `articles_about()` for components/recent.html: one query."""
    return news_doings(articles_about(link, record=record)[:NEWS])


def news_doings(articles: Iterable[Article]) -> list[Doing]:
    """Articles for components/recent.html, each under the days of what it tells of, else the day it came out."""
    return shown(articles, _doing, "line of news")


def _doing(article: Article) -> Doing:
    day = article.event_on or article.published_day
    kind = article.get_kind_display() if article.kind != PLAIN else ""
    return Doing(day, article.event_ends_on, text_of(article, "title"), article.get_absolute_url(), kind)
