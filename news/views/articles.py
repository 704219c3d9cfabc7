"""The list of news, and the page of one article."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import page_of, readable_or_404
from news.forms import ArticleFilter, result
from news.models import Article
from news.pages.article import article_context
from news.pages.cards import list_of_cards

PAGE_SIZE = 24


@require_safe
@short_address()
def article_list(request):
    """Cards of the news that fit the filters."""
    form = ArticleFilter(request)
    page = page_of(request, form.rows().newest_first(), PAGE_SIZE, whole_below=PAGE_SIZE + 1, count=form.found)
    kind, cards = list_of_cards(page.object_list)
    context = {
        "form": form,
        "page": page,
        "cards": cards,
        "card_kind": kind,
        "result": result(form),
    }
    return render(request, "news/article_list.html", context)


@require_safe
def article_detail(request, slug: str):
    """One article with its pictures, papers and the records it speaks of."""
    article = readable_or_404(Article.objects, slug=slug)
    return render(request, "news/article_detail.html", article_context(article))
