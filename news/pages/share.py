"""What the pictures of shared links show of articles."""

from collections.abc import Sequence

from iad_portal.lib.dates.format import format_date, format_range
from iad_portal.lib.text.bilingual import reader_language, text_of
from news.models import Article
from relations.models import Photo
from relations.pages.share import Shared, shared_of


def article_shared(article: Article, photos: Sequence[Photo]) -> Shared:
    """Of an article: its kind, its title, the days of which it tells, else the day it came out."""
    language = reader_language()
    event = article.event_on
    day = (
        format_range(event, article.event_ends_on, language) if event else format_date(article.published_day, language)
    )
    return shared_of(article, article.get_kind_display(), text_of(article, "title"), day, photos)
