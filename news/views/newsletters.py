"""InterNEWS: the list of its numbers, and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.registers.listing import part_of_list, readable_or_404
from news.models import Newsletter
from news.pages import newsletter_page, newsletter_register


@require_safe
def newsletter_list(request: HttpRequest) -> HttpResponse:
    """All numbers, the newest first; an honest sentence while there is none."""
    part = part_of_list(request, Newsletter.objects.published())
    return render(request, "news/newsletter_list.html", newsletter_register.context(part))


@require_safe
def newsletter_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One number: its cover, what it holds, its PDF."""
    newsletter = readable_or_404(Newsletter.objects.all, slug=slug)
    return render(request, "news/newsletter_detail.html", newsletter_page.context(newsletter))
