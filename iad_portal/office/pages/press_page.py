"""What the press page shows."""

from typing import Any

from django.db.models import QuerySet

from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.text.bilingual import Text, text_of
from iad_portal.office.models import Page
from news.models import PressContact
from news.pages.article_press import contact_facts

# Pages of the office whose text stands here too, where the office has written them.
TERMS, BOILERPLATE = "terms-of-use", "about-the-office"


def context() -> dict[str, Any]:
    """All that portal/press.html needs."""
    pages = {page.slug: page for page in _pages().rows()}
    contact = _contact().first()
    return {
        "contact": contact_facts(contact) if contact else [],
        "terms": _body(pages.get(TERMS)),
        "boilerplate": _body(pages.get(BOILERPLATE)),
    }


def _body(page: Page | None) -> Text | None:
    return text_of(page, "body") if page else None


@kept_query
def _pages() -> QuerySet[Page]:
    found: QuerySet[Page] = Page.objects.published().filter(slug__in=[TERMS, BOILERPLATE])
    return found


@kept_query
def _contact() -> QuerySet[PressContact]:
    return PressContact.objects.filter(is_default=True)
