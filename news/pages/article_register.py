"""What the list of news shows."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, cast

from django.core.paginator import Page
from django.utils.translation import ngettext

from iad_portal.lib.components import ListGroup
from iad_portal.lib.dates.format import format_year
from iad_portal.lib.text.bilingual import reader_language
from news.forms import ArticleFilter
from news.models import Article

from .cards import ENTRY_SIZES, article_cards


def context(form: ArticleFilter, page: Page[Article]) -> dict[str, Any]:
    """All that news/article_list.html needs: the articles on `page`, under the years by which they are sorted."""
    return {
        "form": form,
        "page": page,
        "is_empty": not page.object_list,
        "years": years_of(page.object_list),
        "result": result(form),
    }


def years_of(articles: Iterable[Article]) -> list[ListGroup]:
    """Cards of `articles`, newest first, year by year: one query for all photos."""
    cards = article_cards(articles, ENTRY_SIZES)
    by_year = groupby(cards, key=lambda card: cast(Article, card.record).dated_on.year)
    return [ListGroup(format_year(year, reader_language()), list(some)) for year, some in by_year]


def result(form: ArticleFilter) -> str:
    """How many articles pass the filters, of how many, in words."""
    words = {"number": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(number)s article", "%(number)s articles", form.total) % words
    return ngettext("%(number)s of %(total)s article", "%(number)s of %(total)s articles", form.total) % words
