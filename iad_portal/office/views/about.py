"""Pages about the office itself, and the sources that the whole site leans on."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.listing import kept_page, part_of_list, readable_or_404
from iad_portal.office.models import Page
from iad_portal.office.pages import about_page, office_page, sources_page
from iad_portal.office.pages import key_recipients as recipients
from relations.pages.cited import publicly_cited


@require_safe
def about(request):
    """The list of the office's own pages."""
    return render(request, "portal/about.html", kept_page(request, ("office",), about_page.context))


@require_safe
def page_detail(request, slug: str):
    """One page of the office."""
    page = readable_or_404(Page.objects.all, slug=slug)
    context = kept_page(request, ("relations", "office"), lambda: office_page.context(page))
    return render(request, "portal/page_detail.html", context)


@require_safe
def key_recipients(request):
    """Who received the Key to the City."""
    context = kept_page(request, ("relations", "office"), recipients.context)
    return render(request, "portal/key_recipients.html", context)


@require_safe
def sources(request):
    """Every source that a record on the site names, with the credits that are due to data and maps."""
    cited = publicly_cited()
    return render(request, "portal/sources.html", sources_page.context(cited, part_of_list(request, cited)))
