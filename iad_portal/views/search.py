"""The search page: plain, one list a kind of record."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from iad_portal.lib.bilingual import text_of
from iad_portal.search import KINDS, MOST_RESULTS, words_of


@require_safe
def search(request):
    """Records of every kind that hold the words of `?q=`; any query, however odd, gives a page."""
    query = request.GET.get("q", "")
    words = words_of(query)
    groups = [found for kind in KINDS if (found := _found(kind, words))["items"]] if words else []
    context = {
        "query": " ".join(words),
        "groups": groups,
        "total": sum(group["count"] for group in groups),
        "jumps": _jumps(groups),
    }
    return render(request, "portal/search.html", context)


def _found(kind, words: list[str]) -> dict:
    rows = list(kind.find(words)[: MOST_RESULTS + 1])
    shown = rows[:MOST_RESULTS]
    return {
        "label": kind.label,
        "count": len(shown),
        "shown": f"{len(shown)}+" if len(rows) > MOST_RESULTS else str(len(shown)),
        "has_more": len(rows) > MOST_RESULTS,
        "items": [{"label": _heading(row), "url": row.get_absolute_url()} for row in shown],
    }


def _jumps(groups: list[dict]) -> list[dict]:
    """For components/chips.html: the way down to each kind of record, when there are several."""
    if len(groups) < 2:
        return []
    return [
        {"label": group["label"], "url": f"#group-{number}", "count": group["shown"]}
        for number, group in enumerate(groups, 1)
    ]


def _heading(row):
    """What a record is called in a list of results."""
    for field in ("name", "title"):
        if hasattr(row, f"{field}_th") and text_of(row, field):
            return text_of(row, field)
    return str(row)
