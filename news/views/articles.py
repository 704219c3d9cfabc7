"""The list of news, and the page of one article."""

from django import forms
from django.db.models import Exists, OuterRef
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from iad_portal.lib.bilingual import reader_language, text_of
from iad_portal.lib.date_format import format_year, month_name
from iad_portal.lib.date_queries import years_of
from iad_portal.lib.listing import FilterForm, page_of, readable_or_404
from networks.models import Network
from news.article_page import article_context
from news.cards import article_cards
from news.models import Article, ArticleKind
from relations.models import City

PAGE_SIZE = 24


class ArticleFilter(FilterForm):
    """News by year, month, kind, city and network."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    month = forms.TypedChoiceField(label=_("Month"), coerce=int)
    kind = forms.ChoiceField(label=_("Kind"))
    city = forms.ChoiceField(label=_("City"))
    network = forms.ChoiceField(label=_("Network"))

    def fill(self):
        """Fill the choices with what the published articles really have: three questions."""
        language = reader_language()
        anything, published = ("", _("All")), Article.objects.published()
        years = years_of(published, "dated_on")
        cities = City.objects.published().filter(Exists(published.filter(cities=OuterRef("pk")))).by_name(language)
        networks = Network.objects.published().filter(Exists(published.filter(networks=OuterRef("pk"))))
        self.fields["year"].choices = [anything, *((year, format_year(year, language)) for year in years)]
        self.fields["month"].choices = [anything, *((number, month_name(number, language)) for number in range(1, 13))]
        self.fields["kind"].choices = [anything, *ArticleKind.choices]
        self.fields["city"].choices = [anything, *((city.slug, text_of(city, "name")) for city in cities)]
        self.fields["network"].choices = [
            anything,
            *((network.slug, network.acronym or text_of(network, "name")) for network in networks.by_name(language)),
        ]

    def rows(self):
        """The published articles that fit, the newest first."""
        columns = {
            "year": "dated_on__year",
            "month": "dated_on__month",
            "kind": "kind",
            "city": "cities__slug",
            "network": "networks__slug",
        }
        wanted = {columns[name]: value for name, value in self.values.items()}
        return Article.objects.published().filter(**wanted).newest_first()


@require_safe
def article_list(request):
    """Cards of the news that fit the filters."""
    form = ArticleFilter(request)
    page = page_of(request, form.rows(), PAGE_SIZE, whole_below=PAGE_SIZE + 1)
    number = page.paginator.count
    context = {
        "form": form,
        "chips": form.chips(),
        "page": page,
        "cards": article_cards(page.object_list),
        "result": ngettext("%(number)s article", "%(number)s articles", number) % {"number": number},
    }
    return render(request, "news/article_list.html", context)


@require_safe
def article_detail(request, slug: str):
    """One article with its pictures, papers and the records it speaks of."""
    article = readable_or_404(Article.objects, slug=slug)
    return render(request, "news/article_detail.html", article_context(article))
