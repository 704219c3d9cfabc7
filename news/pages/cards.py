"""An article as a card: on the home page, in the list of news, and on the pages of cities and networks."""

from collections.abc import Iterable

from iad_portal.lib.components import Card
from iad_portal.lib.records.faults import shown
from iad_portal.lib.rich_text.fields import plain_text
from iad_portal.lib.text.bilingual import Text, text_of
from iad_portal.lib.text.cuts import cut_to
from news.models import Article
from relations.models import Photo
from relations.pages.files import lang_if_other
from relations.pages.news_lines import news_line

EXCERPT = 150
# How wide the picture of a card is shown: alone in front, beside a line of a list, or beside the lead.
LEAD_SIZES = "(min-width: 62rem) 40rem, 100vw"
ENTRY_SIZES = "(min-width: 48rem) 12rem, 6rem"
SIDE_SIZES = "7rem"


def article_cards(articles: Iterable[Article], sizes: str = LEAD_SIZES) -> list[Card]:
    """`articles` for components/card.html, each with its first photo when it has one: one query for all photos."""
    articles = list(articles)
    photos = Photo.objects.by_record(articles)
    return shown(
        articles, lambda article: article_card(article, next(iter(photos[article]), None), sizes), "card of news"
    )


def article_card(article: Article, photo: Photo | None = None, sizes: str = LEAD_SIZES) -> Card:
    """One article for components/card.html."""
    alt = text_of(photo, "alt") if photo else None
    return news_line(
        article,
        text=excerpt(article),
        picture=photo.sources(sizes) if photo else None,
        alt=alt or "",
        alt_lang=lang_if_other(alt) if alt else "",
    )


def excerpt(article: Article) -> Text:
    """The lead, or the first words of the text, cut at a word's border."""
    lead = text_of(article, "lead")
    whole = lead or text_of(article, "body")
    words = lead.value if lead else plain_text(whole.value)
    return Text(cut_to(words.strip().split("\n")[0], EXCERPT), whole.language, whole.wanted)
