"""What the page of an article gives to journalists: whom to ask, names to copy, videos, its neighbours, its address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from iad_portal.lib.components import Doing, Fact, Picture, Words
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.records.gathered import values_of
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.rich_text.fields import plain_text
from iad_portal.lib.text.bilingual import Text, other_language, reader_language, text_of
from iad_portal.lib.text.structured_data import absolute
from news.models import Article, PressContact, Video
from news.models.video import place_of
from relations.models import Person, Photo
from relations.pages.news_lines import news_doings

POSTER_SIZES = "(min-width: 36rem) 19rem, 100vw"
LANGUAGES_BY_NAME = {"th": "อ่านข่าวนี้เป็นภาษาไทย", "en": "Read this in English"}


def press_contact_of(article: Any) -> list[Fact]:
    """For components/facts.html: the contact that the article names, else the office's own; [] where none is on record.

    `article` comes from `article_rows.with_rows()`.
    """
    found = [PressContact(**values) for values in values_of(article.gathered_contacts, "is_default", "id")]
    return contact_facts(found[0]) if found else []


def contact_facts(contact: PressContact) -> list[Fact]:
    """Who it is, when they are there, and how they are reached: what of it is on record."""
    facts = [
        Fact(_("Person or desk"), text_of(contact, "name")),
        Fact(_("Hours"), text_of(contact, "hours")),
        Fact(_("Telephone"), contact.phone, f"tel:{contact.phone.replace(' ', '')}"),
        Fact(_("E-mail"), contact.email, f"mailto:{contact.email}"),
    ]
    return [fact for fact in facts if fact.value]


@dataclass(frozen=True, slots=True)
class Names:
    """Somebody's name and post in both languages, as plain text to copy (names.html); what is not known is ""."""

    thai: str
    english: str
    thai_post: str = ""
    english_post: str = ""


def names_to_copy(people: Iterable[Person]) -> list[Names]:
    """Rank and name of each of `people` (`people_then()`) as the office writes them, in both languages."""
    return shown(people, _names, "names of people")


def _names(person: Any) -> Names:
    said = {code: _own(person.full_name(code)) for code in ("th", "en")}
    posts = {code: _own(text_of(person, "post", code)) for code in ("th", "en")}
    return Names(said["th"], said["en"], posts["th"], posts["en"])


def _own(text: Text) -> str:
    """The text in the language that was asked for, or ""."""
    return "" if text.is_fallback else str(text)


@dataclass(frozen=True, slots=True)
class VideoEntry:
    """A video (videos.html): where it is seen, and a picture that leads there, None for a plain link."""

    title: Words
    url: str
    place: str
    picture: Picture | None


def videos_of(article: Any, photos: Sequence[Photo]) -> list[VideoEntry]:
    """The videos of `article` (from `article_rows.with_rows()`) in their order; `photos` are its own."""
    rows = [Video(article=article, **values) for values in values_of(article.gathered_videos, "order", "id")]
    return shown([row for row in rows if place_of(row.address)], lambda row: _video(row, photos), "videos")


def _video(video: Video, photos: Sequence[Photo]) -> VideoEntry:
    number = video.photo_number or 0
    photo = photos[number - 1] if 0 < number <= len(photos) else None
    picture = photo.sources(POSTER_SIZES) if photo else None
    return VideoEntry(text_of(video, "title"), video.address, place_of(video.address), picture)


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The same page in the other language, near the title."""

    code: str
    label: str
    url: str


def other_language_of(article: Article) -> OtherLanguage | None:
    """The page in the other language, where the article itself is written in it; None where it is not."""
    other = other_language(reader_language())
    if any(text_of(article, field, other).is_fallback for field in ("title", "body")):
        return None
    with translation.override(other):
        return OtherLanguage(other, LANGUAGES_BY_NAME[other], article.get_absolute_url())


def told_of(article: Article) -> list[str]:
    """The article in lines of plain text, its title first: for the media pack."""
    texts = [str(text_of(article, "title")), str(text_of(article, "lead")), plain_text(text_of(article, "body").value)]
    day = format_date(article.published_day, reader_language())
    return [line for text in (texts[0], day, *texts[1:]) for line in text.strip().splitlines()]


def short_address(article: Article) -> str:
    """Its permanent short address, the same in both languages."""
    return absolute(reverse("short_article", args=[article.pk]))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The articles that came out before and after one; [] where there is none."""

    earlier: Sequence[Doing]
    later: Sequence[Doing]


def neighbours_of(article: Article) -> Neighbours:
    """The published articles just before and after `article`, in the order of the list of news: one query."""
    found = _neighbours(article=article).rows()
    mine = (article.dated_at, article.pk)
    earlier = [one for one in found if (one.dated_at, one.pk) < mine]
    later = [one for one in found if (one.dated_at, one.pk) > mine]
    return Neighbours(news_doings(earlier), news_doings(later))


@kept_query
def _neighbours(*, article: Article) -> QuerySet[Article]:
    published = Article.objects.published()
    dated_at = Subquery(Article.objects.order_by().filter(Q(pk=article)).values("dated_at"))
    before = published.filter(Q(dated_at__lt=dated_at) | Q(dated_at=dated_at, pk__lt=article))
    after = published.filter(Q(dated_at__gt=dated_at) | Q(dated_at=dated_at, pk__gt=article))
    keys = (before.newest_first().values("pk")[:1], after.order_by("dated_at", "pk").values("pk")[:1])
    both = published.filter(Q(pk=Subquery(keys[0])) | Q(pk=Subquery(keys[1])))
    return cast("QuerySet[Article]", both)
