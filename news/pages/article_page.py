"""What the page of one article shows above its text, beside it and under it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Byline, CorrectionEntry, Doing, Link, LinkGroup, Quote, Words
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import other_year
from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.records.gathered import values_of
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.records.rehearsal import is_rehearsal
from iad_portal.lib.registers.calendars import whole_days
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Meeting
from networks.pages.courses import remarks
from networks.pages.words import place
from news.models import Article, Correction
from relations.models import City, Document, Exchange, Person, Photo
from relations.pages.citations import SourceList
from relations.pages.files import PhotosOfPage, documents_of
from relations.pages.follow import alerts_url
from relations.pages.links import in_a_row
from relations.pages.media_pack import pack_link
from relations.pages.news_lines import news_doings
from relations.pages.photo_people import with_people
from relations.pages.posts_then import post_then
from relations.pages.share import share_entry

from .article_data import article_data
from .article_links import LINKED, Named, NamedRecords
from .article_press import (
    names_to_copy,
    neighbours_of,
    other_language_of,
    press_contact_of,
    short_address,
    videos_of,
)
from .cards import excerpt
from .fact_boxes import fact_boxes
from .share import article_shared

# The apps whose tables stand behind the kept parts of its page, beside the article's own rows (article_rows.state_of).
APPS = ("relations", "networks")
MORE = 3
# More cities than these stand folded.
FEW = 4
MAIN_PHOTO_SIZES = "(min-width: 77rem) 51rem, (min-width: 62rem) 62vw, 100vw"


def context(article: Article, named: NamedRecords) -> dict[str, Any]:
    """All that news/article_detail.html needs, but for `news_part()`; `article` is of `article_rows.with_rows()`."""
    own_photos = with_people().by_record([article])[article]
    documents = Document.objects.by_record([article])[article]
    photos = PhotosOfPage(article, own_photos, text_of(article, "body"), has_lead=True)
    meetings = named.meetings
    corrections = shown(corrections_of(article), _correction, "corrections")
    parts = {
        "title": lambda: text_of(article, "title"),
        "lead": lambda: text_of(article, "lead"),
        "body": lambda: text_of(article, "body"),
        "excerpt": lambda: excerpt(article),
        "byline": _byline(article),
        "main_photo": lambda: photos.lead(MAIN_PHOTO_SIZES),
        "in_text": photos.in_text,
        "gallery": photos.gallery,
        "documents": lambda: documents_of(documents),
        "corrections": corrections,
        "dateline": lambda: dateline_of(article, meetings),
        "calendar": lambda: calendar_link(article),
        "alerts_url": alerts_url(),
        "links": lambda: groups_of(meeting_links(meetings), people_of(named.people), named.links),
        "other_language": lambda: other_language_of(article),
        "videos": lambda: videos_of(article, own_photos),
        **_for_the_press(article, named.people, own_photos, documents),
        "share": lambda: share_links(article),
        "share_picture": lambda: share_entry(article_shared(article, own_photos)),
        "quote": lambda: quote_of(article),
        "evidence": lambda: SourceList([article]).evidence(),
        "crumbs": lambda: [Link(_("News"), reverse("news:article_list"))],
        "structured": lambda: article_data(
            article,
            excerpt(article),
            photos.lead(MAIN_PHOTO_SIZES),
            meeting_links(meetings),
            named.links,
            corrections,
        ),
    }
    return parts_of_page(article, parts)


def news_part(article: Article, named: NamedRecords, state: str) -> dict[str, Any]:
    """What its page shows of other news: always asked for. `state` is that of the article (`state_of()`)."""
    subject = partial(kept, f"subject of article {article.pk}: {state}", APPS, lambda: named.subject)
    parts = {
        "article": article,
        "more": lambda: more_news(article, *subject()),
        "neighbours": lambda: neighbours_of(article),
    }
    return parts_of_page(article, parts)


def _for_the_press(
    article: Article, people: Sequence[Person], photos: Sequence[Photo], documents: Sequence[Document]
) -> dict[str, Any]:
    """The parts of the page that journalists take away."""
    return {
        "boxes": lambda: fact_boxes(article),
        "contact": lambda: press_contact_of(article),
        "names": lambda: names_to_copy(people),
        "pack": lambda: pack_link(photos, documents, reverse("news:article_media", args=[article.slug])),
        "short_address": lambda: short_address(article),
    }


def corrections_of(article: Any) -> list[Correction]:
    """The latest first. `article` comes from `article_rows.with_rows()`."""
    rows = values_of(article.gathered_corrections, "corrected_on", "id")
    return [
        Correction(article=article, **{**values, "corrected_on": date.fromisoformat(values["corrected_on"])})
        for values in reversed(rows)
    ]


def _byline(article: Article) -> Byline:
    return Byline(
        article.published_day,
        text_of(article, "credit"),
        text_of(article, "based_on"),
        article.based_on_date,
        _changed(article),
    )


def _changed(article: Article) -> date | None:
    """The day on which readers saw it change last; None where that is the day on which it came out, or not known."""
    moment = article.changed_at
    changed = calendar.local_day(moment) if moment else None
    return changed if changed != article.published_day else None


def _correction(row: Correction) -> CorrectionEntry:
    return CorrectionEntry(row.corrected_on, text_of(row, "text"))


def dateline_of(article: Article, meetings: Sequence[Meeting]) -> list[Words]:
    """What it is, when that happened of which it tells, and where, as far as that is one place."""
    places = {str(found): found for found in _places(article, meetings)}
    where = next(iter(places.values())) if len(places) == 1 else ""
    return [
        words for words in (article.get_kind_display(), when(article.event_on, article.event_ends_on), where) if words
    ]


def _places(article: Article, meetings: Sequence[Meeting]) -> Iterator[Words]:
    """Where the meetings and exchanges took place that it tells of."""
    yield from (place("", meeting.host_city, meeting.country) for meeting in meetings)
    exchanges = (Exchange(**values) for values in values_of(article.gathered_places, "id"))
    yield from (where for exchange in exchanges if (where := text_of(exchange, "place")))


def share_links(article: Article) -> list[Link]:
    """Plain links that pass it on, by mail, by LINE and by Facebook; nothing of theirs is loaded here.

    None in a rehearsal: what is shown before its moment is not to be passed on, and its address leads nowhere yet.
    """
    if is_rehearsal():
        return []
    title, url = str(text_of(article, "title")), settings.SITE_URL + article.get_absolute_url()
    mail = urlencode({"subject": title, "body": url}, quote_via=quote)
    line = urlencode({"url": url})
    return [
        Link(_("Send by e-mail"), f"mailto:?{mail}"),
        Link(_("Send by LINE"), f"https://social-plugins.line.me/lineit/share?{line}"),
        Link(_("Share on Facebook"), f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': url})}"),
    ]


def calendar_link(article: Article) -> Link | None:
    """The way of its event into the reader's calendar; None where its day is not known, and in a rehearsal."""
    if is_rehearsal() or not article.is_published() or not whole_days(article.event_on):
        return None
    return Link(_("Add to calendar"), reverse("article_calendar", args=[article.slug]))


@dataclass(frozen=True, slots=True)
class MoreNews:
    """Other articles, and the link to all of them."""

    doings: Sequence[Doing]
    link: Link


def more_news(article: Article, about: str, city: str) -> MoreNews | None:
    """The latest other articles, `about` the same as `article` (NamedRecords.subject): one query.

    The link to all of them leads to those of `city`, where it is about one alone.
    """
    link = Link(_("All news"), reverse("news:article_list"))
    if city:
        link = Link(_("All news of this city"), f"{link.url}?city={city}")
    doings = news_doings(_others(about, article=article)[:MORE])
    return MoreNews(doings, link) if doings else None


@kept_query
def _others(about: str, *, article: Article) -> QuerySet[Article]:
    """The other articles `about` the same "meetings", or the same "cities", or "" for anything; the newest first."""
    others = Article.objects.published().exclude(pk=article)
    if about == "meetings":
        same = Article.meetings.through.objects.filter(
            meeting__in=_family(Meeting.objects.published().filter(articles=article))
        )
        others = others.filter(pk__in=same.values("article"))
    elif about == "cities":
        same = Article.cities.through.objects.filter(city__in=City.objects.published().filter(articles=article))
        others = others.filter(pk__in=same.values("article"))
    newest: QuerySet[Article] = others.newest_first()
    return newest


def _family(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """`meetings`, those of which they are a part, and their parts."""
    keys = meetings.values("pk")
    family: QuerySet[Meeting] = Meeting.objects.published().filter(
        Q(pk__in=keys) | Q(parts__in=keys) | Q(part_of__in=keys)
    )
    return family


def quote_of(article: Article) -> Quote:
    """How another text names it: the title, the day it came out, whose facts it tells, and the permanent address."""
    return Quote(
        text_of(article, "title"),
        article.published_day,
        short_address(article),
        text_of(article, "based_on"),
        article.based_on_date,
        other_year(article.published_day, reader_language()),
    )


def meeting_links(meetings: Iterable[Meeting]) -> list[Link]:
    """The meetings that it tells of, with their days and venues."""
    return shown(meetings, _meeting_link, "meetings of an article")


def _meeting_link(meeting: Meeting) -> Link:
    where = text_of(meeting, "venue") or place("", meeting.host_city, meeting.country)
    days = in_a_row([remarks(meeting), when(meeting.starts_on, meeting.ends_on)], " · ")
    return Link(text_of(meeting, "title"), meeting.get_absolute_url(), in_a_row([days, where], " "))


def people_of(people: Iterable[Any]) -> list[Link]:
    """The people whom it names (`people_then()`), with the post that each held then."""
    return shown(people, lambda person: Link(person.full_name(), text=post_then(person)), "people of an article")


def groups_of(meetings: Sequence[Link], people: Sequence[Link], links: Sequence[Named]) -> list[LinkGroup]:
    """What it names under a heading a kind, the meetings first, without the empty kinds; many cities are folded."""
    of_kind = {kind: [Link(link.label, link.url) for link in links if link.kind == kind] for kind in LINKED}
    number = len(of_kind["city"])
    counted = ngettext("%(count)s city", "%(count)s cities", number) % {"count": number}
    groups = [
        LinkGroup(_("Meetings"), meetings),
        LinkGroup(_("People"), people),
        LinkGroup(counted if number > FEW else _("Cities"), of_kind["city"], is_folded=number > FEW),
        LinkGroup(_("Networks"), of_kind["network"]),
        LinkGroup(_("Embassies"), of_kind["embassy"]),
        LinkGroup(_("City agencies"), of_kind["agency"]),
    ]
    return [group for group in groups if group.links]
