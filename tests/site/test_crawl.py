"""The whole site on its starting data: no dead link, no jump of language, one era, everything within three clicks."""

import re
from collections import Counter

import pytest
from django.apps import apps
from django.contrib.redirects.models import Redirect
from django.utils import translation

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.text.bilingual import LANGUAGES
from iad_portal.office.admin.claims import claims
from iad_portal.office.admin.confirm_queue import pages_of
from iad_portal.office.caching import publishable_models
from tests.site.checks import BUDDHIST_ERA, COMMON_ERA, shown
from tests.site.crawl import ids, internal
from tests.site.days import NOW, said_of_today
from tests.stage import ROOT

pytestmark = pytest.mark.one_database
REGISTERS = ("", "cities/", "agreements/", "embassies/", "heads-of-mission/", "networks/", "agencies/")
WITHOUT_PAGE = {"exchange", "project"}


def test_every_link_leads_to_a_page(pages):
    """No 404, no 500, and no detour by a redirect."""
    assert {page.url: page.status for page in pages.values() if page.status != 200} == {}
    assert len(pages) > 500


def test_every_old_address_leads_to_a_page(pages):
    """To one that readers reach anyway, read above."""
    assert set(Redirect.objects.values_list("new_path", flat=True)) <= set(pages)


def test_only_the_switcher_changes_the_language(pages):
    """A link to the other language says so (hreflang)."""
    jumps = [
        (page.url, link)
        for page in pages.values()
        for link, marked in page.links
        if not marked and link.split("/")[1] in {"th", "en"} and link.split("/")[1] != page.language
    ]
    assert jumps == []


def test_every_published_record_has_its_page_in_both_languages_within_three_clicks(pages):
    """By the addresses that the records themselves give."""
    missing, far = [], []
    for model in publishable_models():
        if model._meta.model_name in WITHOUT_PAGE:
            continue
        for record in model.objects.published():
            for language in ("th", "en"):
                with translation.override(language):
                    url = record.get_absolute_url()
                if url not in pages:
                    missing.append(url)
                elif pages[url].clicks > 3:
                    far.append(url)
    assert (missing, far) == ([], [])


def test_no_draft_can_be_reached(pages):
    """Neither its page nor its name in a link."""
    for model in publishable_models():
        if model._meta.model_name in WITHOUT_PAGE:
            continue
        for record in model.objects.filter(status="draft"):
            assert not {f"/th{record.get_absolute_url()[3:]}", f"/en{record.get_absolute_url()[3:]}"} & set(pages)


def test_links_within_the_site_find_their_place(pages):
    """A fragment names an id of the page it leads to."""
    dangling = set()
    known = {url: ids(page.html) for url, page in pages.items() if page.is_html}
    for page in pages.values():
        for href in re.findall(r'<a\b[^>]*\bhref="([^"#]*#[^"]+)"', page.html):
            address = internal(page.url, href)
            if address in known and href.split("#")[1] not in known[address]:
                dangling.add((page.url, href))
    assert dangling == set()


def test_ids_are_unique_and_every_page_has_one_heading(pages):
    """What screen readers lean on."""
    for page in pages.values():
        if not page.is_html:
            continue
        repeated = [name for name, times in Counter(re.findall(r'\bid="([^"]+)"', page.html)).items() if times > 1]
        assert repeated == [], page.url
        assert page.html.count("<h1") == 1, page.url


def test_every_page_shows_one_era_only(pages):
    """Thai pages count in the Buddhist Era, English ones in the Common Era; quoted titles stand in <cite> or <q>."""
    wrong = {}
    for page in pages.values():
        if page.is_html and (found := {"th": COMMON_ERA, "en": BUDDHIST_ERA}[page.language].findall(shown(page.html))):
            wrong[page.url] = found
    assert wrong == {}


# What pages tell to programs is not shown.
DATA = re.compile(r'<script type="application/ld\+json">.*?</script>', re.S)


def test_english_pages_mark_every_thai_passage(pages):
    """Thai letters stand only inside an element with lang="th" (and the language switcher)."""
    unmarked = {}
    for page in pages.values():
        if page.is_html and page.language == "en":
            html = DATA.sub(" ", page.html)
            text = re.sub(r'<(\w+)\b[^>]*\blang="th"[^>]*>.*?</\1>', " ", html, flags=re.S)
            if found := re.findall(r"[\u0e00-\u0e7f]{2,}", re.sub(r"<[^>]+>", " ", text)):
                unmarked[page.url] = found[:3]
    assert unmarked == {}


def test_what_few_pages_have_comes_with_its_style_and_other_pages_do_not_load_it(pages):
    """Whatever press.css dresses stands only where that is linked."""
    parts = [(ROOT / f"static/css/components/{name}.css").read_text() for name in ("press", "issue")]
    dressed = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", "".join(parts), flags=re.DOTALL)))
    dressed -= {"button", "card__image", "facts", "notice", "recent", "rich", "table-frame"}
    linked = set()
    for page in pages.values():
        if page.is_html:
            used = dressed & {name for words in re.findall(r'class="([^"]*)"', page.html) for name in words.split()}
            # Behind a browser's test the same worker has the file's name as production has it: with its hash.
            is_linked = bool(re.search(r"css/press(\.[0-9a-f]{12})?\.css", page.html))
            assert is_linked or not used, (page.url, used)
            linked |= {page.url} if is_linked else set()
    assert linked and "/th/" not in linked


def test_nothing_untranslated_is_on_a_thai_page(pages):
    """The interface's English sentences are absent from Thai pages."""
    with translation.override("en"):
        labels = {
            str(label)
            for model in apps.get_models()
            for model_field in model._meta.fields
            for code, label in (model_field.flatchoices or ())
            # A language is called by its own name.
            if model._meta.app_label in {"relations", "networks", "plans", "news"} and len(str(label)) > 6
            if code not in LANGUAGES
        }
    for page in pages.values():
        if page.is_html and page.language == "th":
            # But for the column of names and posts in English, to copy.
            thai = re.sub(r'<td lang="en">.*?</td>', "", page.html, flags=re.DOTALL)
            shown_words = {word.strip() for word in re.findall(r">([^<>]+)<", thai)}
            assert not labels & shown_words, page.url


OF_SOURCES = re.compile(
    r"แหล่งข้อมูล(?:ต่าง ๆ )?(?:ยัง)?ไม่|แหล่งข้อมูล(?:มิ|ไม่)ได้|\bsources? (?:do|does|did) not\b|"
    r"\bnot (?:named|given|stated) (?:in|by) the sources?\b|\bthe sources? (?:gives?|names?|states?|tells?|says?)\b"
)


def test_the_office_never_says_what_its_sources_do_not(pages):
    """A page says what is known and, in one word, what is to be added; whose silence that is concerns no reader."""
    said = {page.url: found for page in pages.values() if (found := OF_SOURCES.findall(page.html))}
    assert said == {}


def test_a_page_speaks_of_today_only_where_something_on_it_is_confirmed(pages):
    """On the page of the record, or of one that shows it; and in registers, which show all."""
    may = {f"/{language}/{name}" for language in LANGUAGES for name in REGISTERS}
    for row in claims(NOW):
        if row.state == ClaimState.CONFIRMED:
            for page in pages_of(row.record):
                for language in LANGUAGES:
                    with translation.override(language):
                        may.add(page.get_absolute_url())
    said = {url: words for url, page in pages.items() if (words := said_of_today(page.html))}
    assert len(said) > 20 and {url: words for url, words in said.items() if url.partition("?")[0] not in may} == {}
