"""What the register of heads of mission shows: who headed which mission, and when that is known of."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Row, RowGroup
from iad_portal.lib.records.faults import shown
from iad_portal.lib.text.bilingual import text_of
from relations.forms import HeadFilter
from relations.models import Country, Post

from .age import post_time
from .citations import SourceList
from .links import linked


def context(form: HeadFilter, part: Page[Post]) -> dict[str, Any]:
    """All that relations/head_list.html needs. `part` holds rows of `register_rows()`."""
    posts = list(part)
    sources = SourceList(posts)
    return {
        "form": form,
        "result": result(form),
        "page": part,
        "is_empty": not posts,
        "ledger": ledger(posts, sources),
        "evidence": sources.evidence(),
    }


def register_rows(form: HeadFilter) -> QuerySet[Post]:
    """The posts that pass the filters, with the person and the mission: one query."""
    rows: QuerySet[Post] = form.rows().select_related("person", "embassy__country")
    return rows


def result(form: HeadFilter) -> str:
    """How many heads of mission pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s head of mission", "%(count)s heads of mission", form.total) % words
    return (
        ngettext("%(count)s of %(total)s head of mission", "%(count)s of %(total)s heads of mission", form.total)
        % words
    )


def ledger(posts: Iterable[Post], sources: SourceList) -> Ledger:
    """For components/ledger.html, country by country. Nobody is said to be in post beyond the last confirmation."""
    countries: dict[Country, list[Post]] = defaultdict(list)
    for post in posts:
        countries[post.embassy.country].append(post)
    groups = []
    for country, members in countries.items():
        rows = shown(members, lambda post: _row(post, sources), "register of heads of mission")
        groups.append(RowGroup(text_of(country, "name"), rows))
    return Ledger([_("Name"), _("Post"), _("In post"), _("Mission")], groups)


def _row(post: Post, sources: SourceList) -> Row:
    cells = [Cell(text_of(post, "title")), Cell(post_time(post), is_named=True), Cell(linked(post.embassy))]
    return Row(post.person.full_name(), cells, sources=sources.marks(post), shows=[post, post.person])
