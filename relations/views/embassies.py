"""The register of embassies, the page of one embassy, and the register of those who head them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from iad_portal.lib.records.faults import parts_of_page
from iad_portal.lib.registers.filters import short_address
from iad_portal.lib.registers.listing import kept_page, part_of_list, readable_or_404
from iad_portal.lib.text.bilingual import text_of
from relations.forms import EmbassyFilter, HeadFilter
from relations.models import Embassy, Measure
from relations.pages import embassies as page
from relations.pages import head_register
from relations.pages.age import age_line
from relations.pages.citations import SourceList
from relations.pages.exchanges import exchange_visits, listed_exchanges
from relations.pages.figures import figure_facts, stated_by_office
from relations.pages.files import gallery_of
from relations.pages.news_lines import latest_news
from relations.pages.photo_people import with_people


@require_safe
@short_address()
def embassy_list(request: HttpRequest) -> HttpResponse:
    """All published missions by region. There is one a country, so the register is always whole."""
    context = kept_page(request, ("relations",), lambda: _embassies(request))
    return render(request, "relations/embassy_list.html", context)


def _embassies(request: HttpRequest) -> dict[str, Any]:
    form = EmbassyFilter(request)
    missions = page.missions().rows()
    named = page.narrow(missions, form.values.get("q", ""))
    found = page.narrow(named, region=form.values.get("region", ""))
    form.count([(1, {"region": (embassy.country.region,)}) for embassy in named])
    stated = stated_by_office(Measure.EMBASSIES_STATED)
    sources = SourceList(stated)
    return {
        "form": form,
        "result": page.result(len(found), len(missions)),
        "lead": page.lead(missions),
        "groups": page.directory(found),
        "is_empty": not found,
        "evidence": sources.evidence(stated=figure_facts(stated, sources), age=page.age_line_of_all(missions)),
    }


@require_safe
def embassy_detail(request: HttpRequest, iso: str) -> HttpResponse:
    """One mission: where it is, who heads it, what was done with it, and the partner cities of its country."""
    if iso != iso.lower():
        return redirect("relations:embassy_detail", iso.lower(), permanent=True)
    embassy = readable_or_404(page.with_country, country_id=iso.upper())
    news = {"news": lambda: latest_news("embassies", embassy), "follow": lambda: page.follow_of(embassy)}
    context = kept_page(request, ("relations",), lambda: _embassy(embassy), **parts_of_page(embassy, news))
    return render(request, "relations/embassy_detail.html", context)


def _embassy(embassy: Embassy) -> dict[str, Any]:
    heads = list(embassy.heads())
    exchanges = listed_exchanges("embassies", embassy)
    cities = page.partner_cities(country=embassy.country)
    sources = SourceList([embassy, *heads, *exchanges])
    parts = {
        "embassy": embassy,
        "crumbs": lambda: page.crumbs(),
        "name": lambda: text_of(embassy, "name"),
        "country": lambda: text_of(embassy.country, "name"),
        "facts": lambda: page.facts_of(embassy, sources),
        "note": lambda: text_of(embassy, "note"),
        "heads": lambda: page.heads_of(heads, sources),
        "exchanges": lambda: exchange_visits(exchanges, sources),
        "cities": lambda: page.cities_index(cities),
        "gallery": lambda: gallery_of(with_people().by_record([embassy])[embassy]),
        "unsaid": lambda: page.unsaid_of(embassy, heads, exchanges),
        "evidence": lambda: sources.evidence(age=age_line([embassy])),
    }
    return parts_of_page(embassy, parts)


@require_safe
@short_address()
def head_list(request: HttpRequest) -> HttpResponse:
    """Who heads or headed the published missions, country by country."""
    context = kept_page(request, ("relations",), lambda: _heads(request))
    return render(request, "relations/head_list.html", context)


def _heads(request: HttpRequest) -> dict[str, Any]:
    form = HeadFilter(request)
    part = part_of_list(request, form.kept_rows(head_register.register_rows))
    return head_register.context(form, part)
