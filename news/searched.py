"""What search knows of this room: articles and newsletters."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast

from iad_portal.lib.searched import LEAD, TEXT, Content, Searched, link, shown, shown_rich, tail_of
from news.models import Article, Newsletter
from relations.searched import files_of

# The records that an article is linked to, and where their names count; (relation, place, path to the country).
_LINKED = (
    ("cities", LEAD, "city__country_id"),
    ("networks", LEAD, None),
    ("embassies", LEAD, "embassy__country_id"),
    ("people", LEAD, None),
    ("agencies", TEXT, None),
)


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
    places = {}
    questions = []
    for name, place, country in _LINKED:
        relation = getattr(Article, name)
        target = relation.field.m2m_reverse_field_name()
        places[target] = place
        rows = relation.through.objects.filter(article__in=keys).annotate(
            kind=Value(target, CharField()),
            key=Cast(f"{target}_id", CharField()),
            country=F(country) if country else Value("", CharField()),
        )
        questions.append(rows.values_list("article_id", "kind", "key", "country"))
    links, countries = defaultdict(lambda: defaultdict(list)), defaultdict(set)
    for article, kind, key, country in questions[0].union(*questions[1:], all=True):
        links[article][places[kind]].append(link(kind, key))
        if country:
            countries[article].add(country)
            links[article][TEXT].append(link("country", country))
    return links, countries


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
