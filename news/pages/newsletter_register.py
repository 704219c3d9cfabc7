"""What the list of newsletters shows, and how one number is named."""

from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from iad_portal.lib.components import Card
from iad_portal.lib.dates.format import format_fiscal_year
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import reader_language, text_of
from news.models import Newsletter
from relations.models import Photo
from relations.pages.files import lang_if_other

COVER_SIZES = "(min-width: 30rem) 18rem, 100vw"


def context(part: Page[Newsletter]) -> dict[str, Any]:
    """All that news/newsletter_list.html needs: a card with its cover for each number on `part`."""
    covers = Photo.objects.by_record(part.object_list)
    cards = shown(
        part.object_list,
        lambda newsletter: _card(newsletter, next(iter(covers[newsletter]), None)),
        "list of newsletters",
    )
    return {"cards": cards, "page": part}


def _card(newsletter: Newsletter, cover: Photo | None) -> Card:
    """One number for components/card.html."""
    alt = text_of(cover, "alt") if cover else None
    return Card(
        newsletter.name_of_number,
        newsletter.get_absolute_url(),
        newsletter.published_on,
        tags=[tag for tag in [quarter_of(newsletter)] if tag],
        text=text_of(newsletter, "title"),
        picture=cover.sources(COVER_SIZES) if cover else None,
        alt=alt or "",
        alt_lang=lang_if_other(alt) if alt else "",
    )


def quarter_of(newsletter: Newsletter) -> str:
    """The quarter and fiscal year in the reader's calendar; empty when not known."""
    if not newsletter.fiscal_year:
        return ""
    year = format_fiscal_year(newsletter.fiscal_year, reader_language())
    if not newsletter.fiscal_quarter:
        return year
    return _("quarter %(quarter)s, %(year)s") % {"quarter": newsletter.fiscal_quarter, "year": year}
