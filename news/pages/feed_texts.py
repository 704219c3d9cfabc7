"""The full text of articles as a feed gives it: HTML that stands alone, with every address absolute."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.utils.feedgenerator import Enclosure
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_date
from iad_portal.lib.media.models import SHARE_WIDTH
from iad_portal.lib.media.renditions import fallback
from iad_portal.lib.records.record_links import with_addresses
from iad_portal.lib.records.sides import behind_in_words
from iad_portal.lib.rich_text.photos import with_photos
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from news.models import Article, Correction
from news.pages.cards import excerpt
from relations.models import Photo

# No sanitised text holds it: texts are put together with it, so that their links take one query.
_BETWEEN = "\0"
_OWN_HREF = re.compile(r'(<a\b[^>]*?\shref=")/')


@dataclass(frozen=True)
class Entry:
    """An article as a feed tells of it."""

    article: Article
    content: Text
    enclosures: list[Enclosure]

    @cached_property
    def summary(self) -> str:
        """The first words of it, and that something of it is doubted."""
        text = str(excerpt(self.article))
        doubt = _("To be confirmed by the office")
        return f"{text} ({doubt})" if self.article.is_doubtful else text


def entry_maker(articles: Sequence[Article]) -> Callable[[Article], Entry]:
    """What makes the entry of each of `articles`: three queries for all of them."""
    photos = Photo.objects.by_record(articles)
    texts = FullTexts(articles, photos)
    return lambda article: Entry(article, texts.of(article), enclosures_of(photos[article]))


class FullTexts:
    """The texts of `articles` for readers of the active language, each made when it is asked for. Two queries for all.

    `photos` are theirs: those that a text names stand in it. Over the text stands what its page says of it.
    """

    def __init__(self, articles: Sequence[Article], photos: Mapping[Article, Sequence[Photo]]) -> None:
        texts = [text_of(article, "body").value.replace(_BETWEEN, "") for article in articles]
        self._linked = dict(zip(articles, with_addresses(_BETWEEN.join(texts)).split(_BETWEEN), strict=False))
        self._corrections = _corrections(articles)
        self._photos = photos

    def of(self, article: Article) -> Text:
        """The text of one of them."""
        text, figures = text_of(article, "body"), _Figures(article, self._photos[article])
        html = _OWN_HREF.sub(rf"\1{settings.SITE_URL}/", with_photos(self._linked[article], figures))
        if text.is_fallback:
            html = f'<div lang="{text.language}">{html}</div>'
        language = (text or text_of(article, "title")).language
        return Text("".join([*_remarks(article, self._corrections[article.pk]), html]), language, text.wanted)


def _corrections(articles: Iterable[Article]) -> dict[int, list[Correction]]:
    found: dict[int, list[Correction]] = defaultdict(list)
    for row in Correction.objects.filter(article__in=list(articles)).select_related("article"):
        found[row.article_id].append(row)
    return found


def _remarks(article: Article, corrections: Iterable[Correction]) -> list[SafeString]:
    """What stands over the text on its page: that something of it is doubted, lags behind, or was corrected."""
    said: list[object] = [_("To be confirmed by the office")] if article.is_doubtful else []
    said += [words for words in (behind_in_words(article),) if words]
    for row in corrections:
        day = _("Corrected on %(day)s:") % {"day": format_date(row.corrected_on, reader_language())}
        said.append(format_html("{} {}", day, marked(text_of(row, "text"))))
    return [format_html("<p><em>{}</em></p>", words) for words in said]


class _Figures:
    """Gives for the key of a photograph, the first time that a text names it, a plain figure; "" for any other."""

    def __init__(self, article: Article, photos: Iterable[Photo]) -> None:
        self._left = {photo.text_key.hex: photo for photo in photos if photo.text_key and photo.subject == article}

    def __call__(self, key: str) -> str:
        photo = self._left.pop(key, None)
        shown = fallback(photo.renditions, SHARE_WIDTH) if photo else {}
        if photo is None or not shown:
            return ""
        words = [marked(text) for name in ("caption", "credit") if (text := text_of(photo, name))]
        return format_html(
            '<figure><img src="{}{}" alt="{}" width="{}" height="{}">{}</figure>',
            settings.SITE_URL, photo.share_url, text_of(photo, "alt"), shown["width"], shown["height"],
            format_html("<figcaption>{}</figcaption>", SafeString(" · ".join(map(conditional_escape, words))))
            if words else "",
        )  # fmt: skip


def enclosures_of(photos: Iterable[Photo]) -> list[Enclosure]:
    """The photographs as files beside an entry: the copy that is shared, with its length and its type."""
    found = []
    for photo in photos:
        if shown := fallback(photo.renditions, SHARE_WIDTH):
            url = settings.SITE_URL + photo.share_url
            found.append(Enclosure(url, str(shown["bytes"]), f"image/{shown['format']}"))
    return found
