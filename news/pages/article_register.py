"""What the list of news shows."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any, cast

from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Card, Follow, ListGroup
from iad_portal.lib.dates.format import named_year
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language
from news.forms import ArticleFilter
from news.models import Article
from relations.pages.follow import all_news, news_of

from .cards import ENTRY_SIZES, article_cards


def context(form: ArticleFilter, part: Page[Article]) -> dict[str, Any]:
    """All that news/article_list.html needs: the articles on `part`, under the years by which they are sorted."""
    return {
        "form": form,
        "page": part,
        "is_empty": not part.object_list,
        "years": years_of(part.object_list),
        "result": result(form),
        "follow": follow_of(form),
    }


def follow_of(form: ArticleFilter) -> list[Follow]:
    """The ways to all news; with filters, those to the news that fit them as well."""
    asked = news_of(_("News of this list"), form.asked) if form.asked and not form.problem else []
    return [*asked, *all_news()]


def years_of(articles: Iterable[Article]) -> list[ListGroup]:
    """Cards of `articles`, newest first, year by year: one query for all photos."""
    cards = article_cards(articles, ENTRY_SIZES)
    by_year = groupby(cards, key=lambda card: cast(Article, card.record).dated_on.year)
    return [
        ListGroup(named_year(year, reader_language()), [_under(year, card) for card in some]) for year, some in by_year
    ]


def _under(year: int, card: Card) -> Card:
    """`card` with its day for the margin, under a heading with the year: when it came out, else that of the event."""
    day, end = (card.date, None) if card.date else (card.event, card.event_end)
    style = "in_year" if day and day.year == year else "short"
    return replace(card, margin=when(day, end, style), event=card.event if card.date else None)


def result(form: ArticleFilter) -> str:
    """How many articles pass the filters, of how many, in words."""
    words = {"number": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(number)s article", "%(number)s articles", form.total) % words
    return ngettext("%(number)s of %(total)s article", "%(number)s of %(total)s articles", form.total) % words
