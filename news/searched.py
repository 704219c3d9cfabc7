"""What search knows of this room: articles and newsletters."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from django.db import connection

from iad_portal.lib.searched import LEAD, TEXT, Content, Searched, link, shown, shown_rich, tail_of
from news.models import Article, Newsletter
from relations.searched import files_of

# The records that an article is linked to, and where their names count.
_LINKED = {"cities": LEAD, "networks": LEAD, "embassies": LEAD, "people": LEAD, "agencies": TEXT}
_PLACES = {getattr(Article, name).rel.model._meta.model_name: place for name, place in _LINKED.items()}


def _articles(keys: list) -> Iterator[Content]:
    rows = list(Article.objects.ever_published().filter(pk__in=keys).prefetch_related("corrections"))
    files, links, countries = files_of(rows), *_links(keys)
    for one in rows:
        yield Content(
            key=str(one.pk),
            title=shown(one, "title"),
            tail=tail_of(one),
            publish_at=one.publish_at,
            lead=[shown(one, "lead")],
            text=[
                shown_rich(one, "body"),
                shown(one, "credit"),
                *(shown(row, "text") for row in one.corrections.all()),
                *files[one],
            ],
            links=links[one.pk],
            day=one.event_on or one.dated_on,
            year=one.dated_on.year,
            countries=sorted(countries[one.pk]),
        )


def _links(keys: list) -> tuple[dict, dict]:
    """The links of each article by place, and its countries: one question over all relations."""
    links, countries = defaultdict(lambda: defaultdict(list)), defaultdict(set)
    if not keys:
        return links, countries
    with connection.cursor() as cursor:
        cursor.execute(_links_sql() % {"keys": ", ".join(str(int(key)) for key in keys)})
        for article, kind, key, country in cursor:
            links[article][_PLACES[kind]].append(link(kind, key))
            if country:
                countries[article].add(country)
                links[article][TEXT].append(link("country", country))
    return links, countries


@cache
def _links_sql() -> str:
    """Written out: for every article saved, putting five queries together would cost more than asking them."""
    parts = []
    for name in _LINKED:
        relation = getattr(Article, name)
        table, column = relation.through._meta.db_table, relation.field.m2m_reverse_name()
        other = relation.rel.model._meta
        has_country = any(field.name == "country" for field in other.fields)
        country = f"(SELECT country_id FROM {other.db_table} WHERE id = {column})" if has_country else "NULL"
        parts.append(
            f"SELECT article_id, '{other.model_name}', {column}, {country} FROM {table} WHERE article_id IN (%(keys)s)"
        )
    return " UNION ALL ".join(parts)


def _newsletters(keys: list) -> Iterator[Content]:
    rows = list(Newsletter.objects.ever_published().filter(pk__in=keys))
    files = files_of(rows)
    for one in rows:
        title = shown(one, "title")
        yield Content(
            key=str(one.pk),
            title={
                language: f"{one}: {title[language]}" if language in title else str(one) for language in ("th", "en")
            },
            tail=tail_of(one),
            publish_at=one.publish_at,
            names=list(title.values()),
            also=["จดหมายข่าว newsletter"],
            lead=[shown(one, "summary")],
            text=files[one],
            day=one.published_on,
            year=one.published_on.year if one.published_on else one.fiscal_year,
        )


SEARCHED = [Searched(Article, _articles), Searched(Newsletter, _newsletters)]
