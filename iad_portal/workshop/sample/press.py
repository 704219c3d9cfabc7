"""Sample articles of every kind, with pictures, papers, corrections and links; and the numbers of a newsletter."""

from datetime import timedelta

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate
from news.models import Article, ArticleKind, Correction, Newsletter

from .desk import RICH, Desk
from .words import marked, one_language, texts

_FIRST_VOLUME = 901
_CREDIT = ("สำนักงานการต่างประเทศ (ตัวอย่าง)", "International Affairs Office (Sample)")
_CORRECTION = ("แก้ไขชื่อสถานที่ (ตัวอย่างการแก้ไข)", "The name of the place was corrected (a sample correction).")


def make(desk: Desk) -> None:
    """Newsletters, then articles."""
    desk.in_batches("newsletters", lambda numbers: _newsletters(desk, numbers))
    desk.in_batches("articles", lambda numbers: _articles(desk, numbers))


def _newsletters(desk: Desk, numbers: range) -> None:
    made = desk.add(_newsletter(desk, number) for number in numbers)
    rows = list(zip(made, numbers, strict=True))
    desk.add_parts(desk.album.cover(newsletter, number) for newsletter, number in rows if number % 5 != 4)
    desk.add_parts(
        desk.album.paper(newsletter, order) for newsletter, number in rows for order in range(2 if number < RICH else 1)
    )
    desk.cite(made)


def _newsletter(desk: Desk, number: int) -> Newsletter:
    day = desk.today - timedelta(days=91 * number + 20)
    return Newsletter(
        slug=f"sample-internews-{number + 1}",
        volume=_FIRST_VOLUME + number // 4,
        number=number % 4 + 1,
        published_on=day,
        fiscal_year=calendar.fiscal_year(day),
        fiscal_quarter=calendar.fiscal_quarter(day),
        **desk.state(number),
        **texts(title=marked(desk.words.pick(desk.words.topics)), summary=one_language(number, desk.words.paragraph())),
    )


def _articles(desk: Desk, numbers: range) -> None:
    made = desk.add(_article(desk, number) for number in numbers)
    rows = list(zip(made, numbers, strict=True))
    _link(desk, rows)
    desk.add_parts(
        desk.album.photo(article, number + order, order, desk.words.sentence() if order == 0 else ("", ""))
        for article, number in rows
        for order in range(5 if number < RICH else (2, 1, 0, 1)[number % 4])
    )
    desk.add_parts(desk.album.paper(article) for article, number in rows if number < RICH or number % 6 == 0)
    desk.add_parts(
        Correction(article=article, corrected_on=desk.today - timedelta(days=number % 300), **texts(text=_CORRECTION))
        for article, number in rows
        if number % 12 == 0
    )
    desk.cite(made[::2])


def _article(desk: Desk, number: int) -> Article:
    """By the day of publication the latest come first; of some only the event is known."""
    event = desk.day(number) or PartialDate.of(desk.past_day())
    if number < RICH:
        event = PartialDate.of(desk.today - timedelta(days=number + 2))
    published = None if number % 8 == 6 else event.last_day + timedelta(days=1)
    published = published and min(published, desk.today)
    lasts = number % 5 == 0 and event.precision == "day"
    title = marked(desk.words.news_title(desk.words.city(number % len(desk.cities))))
    lead = desk.words.paragraph() if number % 3 else ("", "")
    return Article(
        slug=f"sample-article-{number + 1}",
        kind=list(ArticleKind)[number % len(ArticleKind)],
        event_on=event,
        event_ends_on=PartialDate.of(event + timedelta(days=2)) if lasts else None,
        published_on=published,
        **desk.state(number),
        **texts(
            title=one_language(number, title),
            lead=one_language(number, lead),
            body=one_language(number, desk.words.body(2 + number % 4)),
            credit=_CREDIT if number % 2 else ("", ""),
        ),
    )


def _link(desk: Desk, rows: list[tuple[Article, int]]) -> None:
    """What each article is about; the first ones name something of every kind."""
    about = (
        (Article.cities, desk.cities, 2, 1),
        (Article.networks, desk.networks, 1, 4),
        (Article.meetings, desk.meetings, 1, 3),
        (Article.exchanges, desk.exchanges, 1, 2),
        (Article.embassies, desk.embassies, 1, 10),
        (Article.agencies, desk.agencies, 2, 3),
        (Article.projects, desk.projects, 1, 5),
        (Article.people, desk.people, 2, 4),
    )
    for relation, pool, most, every in about:
        chosen = [(article, number) for article, number in rows if number < RICH or number % every == 0]
        desk.link(relation, ((article.pk, pool[0]) for article, number in chosen if number < RICH))
        desk.link_some(relation, [pair for pair in chosen if pair[1] >= RICH], pool, most)
