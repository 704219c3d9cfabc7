"""What the list of news shows."""

from typing import Any

from django.core.paginator import Page
from django.utils.translation import ngettext

from news.forms import ArticleFilter
from news.models import Article

from .cards import list_of_cards


def context(form: ArticleFilter, page: Page[Article]) -> dict[str, Any]:
    """All that news/article_list.html needs: cards of the articles on `page`."""
    kind, cards = list_of_cards(page.object_list)
    return {"form": form, "page": page, "cards": cards, "card_kind": kind, "result": result(form)}


def result(form: ArticleFilter) -> str:
    """How many articles pass the filters, of how many, in words."""
    words = {"number": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(number)s article", "%(number)s articles", form.total) % words
    return ngettext("%(number)s of %(total)s article", "%(number)s of %(total)s articles", form.total) % words
