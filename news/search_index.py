"""What search knows of this app: articles and newsletters."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from django.db import connection
from django.utils.translation import gettext_lazy

from iad_portal.lib.dates.format import format_range
from iad_portal.lib.search.searched import LEAD, TEXT, Content, Searched, in_both, link, shown, shown_rich, unheld
from iad_portal.lib.text.bilingual import LANGUAGES
from news.models import Article, Correction, Newsletter
from relations.search_index import beside_of

# The records that an article is linked to, and where their names count.
_RELATIONS = {"cities": LEAD, "networks": LEAD, "embassies": LEAD, "people": LEAD, "agencies": TEXT}
_PLACES = {getattr(Article, name).rel.model._meta.model_name: place for name, place in _RELATIONS.items()}


def _articles(keys: list) -> Iterator[Content]:
    rows = list(Article.objects.ever_published().filter(pk__in=keys))
    beside, linked = beside_of(rows), _linked(keys)
    for article in rows:
        about = linked[article.pk]
        corrections = [unheld(article, *texts) for texts in about.corrections]
        yield Content.of(
            article,
            "title",
            beside[article].names,
            also=list(in_both(article.get_kind_display).values()),
            lead=[shown(article, "lead")],
            text=[
                shown_rich(article, "body"),
                shown(article, "credit"),
                shown(article, "based_on"),
                *corrections,
                *beside[article].files,
                _event_of(article),
            ],
            links=about.links,
            day=article.published_day or article.event_on or article.dated_on,
            year=article.dated_on.year,
            countries=sorted(about.countries),
        )


def _event_of(article: Article) -> dict[str, str]:
    """The days of the event in words, so that it is found by them too; nothing when they are the day of the news."""
    if not article.event_on or article.published_day in (None, article.event_on):
        return {}
    days = {code: format_range(article.event_on, article.event_ends_on, code) for code in LANGUAGES}
    return {code: label % {"days": days[code]} for code, label in in_both(gettext_lazy("Event: %(days)s")).items()}


class _Linked:
    """What other tables hold of one article."""

    def __init__(self):
        self.links, self.countries, self.corrections = defaultdict(list), set(), []


def _linked(keys: list) -> dict[int, _Linked]:
    """The links, countries and corrections of each article: one query over all relations."""
    found: dict[int, _Linked] = defaultdict(_Linked)
    if not keys:
        return found
    with connection.cursor() as cursor:
        cursor.execute(_linked_sql() % {"keys": ", ".join(str(int(key)) for key in keys)})
        for article, kind, value, other in cursor:
            about = found[article]
            if kind == "correction":
                about.corrections.append((value, other))
                continue
            about.links[_PLACES[kind]].append(link(kind, value))
            if other:
                about.countries.add(other)
                about.links[TEXT].append(link("country", other))
    return found


@cache
def _linked_sql() -> str:
    """Written out: for each article saved, putting six queries together would cost more than asking them."""
    corrections = Correction._meta.db_table
    parts = [f"SELECT article_id, 'correction', text_th, text_en FROM {corrections} WHERE article_id IN (%(keys)s)"]
    for name in _RELATIONS:
        relation = getattr(Article, name)
        table, column = relation.through._meta.db_table, relation.field.m2m_reverse_name()
        other = relation.rel.model._meta
        has_country = any(field.name == "country" for field in other.fields)
        country = f"(SELECT country_id FROM {other.db_table} WHERE id = {column})" if has_country else "NULL"
        columns = f"article_id, '{other.model_name}', CAST({column} AS varchar(40)), {country}"
        parts.append(f"SELECT {columns} FROM {table} WHERE article_id IN (%(keys)s)")
    return " UNION ALL ".join(parts)


def _newsletters(keys: list) -> Iterator[Content]:
    rows = list(Newsletter.objects.ever_published().filter(pk__in=keys))
    beside = beside_of(rows)
    for newsletter in rows:
        title = shown(newsletter, "title")
        yield Content.of(
            newsletter,
            "title",
            beside[newsletter].names,
            title={code: f"{newsletter}: {title[code]}" if code in title else str(newsletter) for code in LANGUAGES},
            names=list(title.values()),
            also=["จดหมายข่าว วารสาร อินเตอร์นิวส์ newsletter"],
            lead=[shown(newsletter, "summary")],
            text=beside[newsletter].files,
            day=newsletter.published_on,
            year=newsletter.published_on.year if newsletter.published_on else newsletter.fiscal_year,
        )


SEARCHED = [Searched(Article, _articles), Searched(Newsletter, _newsletters)]
