"""The list of news, and the page of one article."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list, readable_or_404
from news.forms import ArticleFilter
from news.models import Article
from news.pages import article_page, article_register
from news.pages.article_links import NamedRecords
from news.pages.article_press import told_of
from news.pages.article_rows import state_of, with_rows
from relations.pages import media_pack

PAGE_SIZE = 24


def _rows(form: ArticleFilter) -> QuerySet[Article]:
    return form.rows().newest_first()


@require_safe
@short_address()
def article_list(request: HttpRequest) -> HttpResponse:
    """Cards of the news that fit the filters."""
    form = ArticleFilter(request)
    part = part_of_list(request, form.kept_rows(_rows), PAGE_SIZE, whole_below=PAGE_SIZE + 1)
    return render(request, "news/article_list.html", article_register.context(form, part))


@require_safe
def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One article with its pictures, documents and the records it speaks of."""
    article = readable_or_404(with_rows, slug=slug)
    named, state = NamedRecords(article), state_of(article)
    context = kept_page(
        request,
        article_page.APPS,
        lambda: article_page.context(article, named),
        state=state,
        **article_page.news_part(article, named, state),
    )
    return render(request, "news/article_detail.html", context)


@require_safe
def article_media(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Its photographs, papers and words as a zip."""
    article = readable_or_404(Article.objects.all, slug=slug)
    pack = media_pack.pack_of(article, lambda: told_of(article))
    return media_pack.answer(request, pack, f"{slug}-media")
