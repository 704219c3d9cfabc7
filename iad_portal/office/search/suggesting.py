"""What somebody may be typing: names and titles that begin so, or have a word that does."""

from django.db.models.functions import Substr
from django.utils.translation import gettext

from iad_portal.lib.records.faults import shown
from iad_portal.lib.search.lexemes import Condition, Has, Without, every
from iad_portal.lib.search.searched import NAME, TITLE, WORD
from iad_portal.lib.search.words import key_of, readable, words
from iad_portal.lib.text.hygiene import clean_line
from iad_portal.office.models import SearchEntry

from .finding import BY_DATE
from .fixed_pages import FixedPage, pages_beginning
from .kinds import LABELS
from .query import LONGEST_QUERY

MOST, SHORTEST = 8, 2
_MOST_PAGES = 2


def suggestions(typed: str) -> list[dict]:
    """Up to MOST records: {label, lang (when not the reader's), kind, url}; nothing for less than two letters."""
    text = clean_line(typed[:LONGEST_QUERY])
    key, forms = key_of(text), [word.form for word in words(readable(text))]
    if len(key) < SHORTEST:
        return []
    by_name: Condition = Has(NAME + key, is_beginning=True)
    by_words = every(
        [*(Has(TITLE + WORD + form) for form in forms[:-1]), Has(TITLE + WORD + forms[-1], is_beginning=True)]
    )
    found = _entries(Has(NAME + key), MOST)
    for condition, above in ((by_name, Has(NAME + key)), (by_words, by_name)):
        if len(found) < MOST:
            found += _entries(Without(condition, above), MOST - len(found))
    pages = [_of_site(page) for page in pages_beginning(forms)[:_MOST_PAGES]]
    return [*pages, *shown(found, _suggestion, "suggestions")][:MOST]


def _entries(condition: Condition, most: int) -> list[SearchEntry]:
    by_kind = Substr("place", 1, 2)  # cities and networks before the news
    rows = SearchEntry.objects.results().filter(words__matching=condition).order_by(by_kind, *BY_DATE)
    return list(rows.only("kind", "page", "title_th", "title_en")[:most])


def _suggestion(entry: SearchEntry) -> dict:
    title = entry.text("title")
    return {
        "label": title.value,
        "lang": title.language if title.is_fallback else "",
        "kind": str(LABELS[entry.kind]),
        "url": entry.address(title.wanted),
    }


def _of_site(page: FixedPage) -> dict:
    return {"label": str(page.label), "lang": "", "kind": gettext("Page of this site"), "url": page.url}
