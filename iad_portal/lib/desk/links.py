"""What an officer picks a link from: records by their names, each with the key by which a text links it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, JsonResponse
from django.utils.text import capfirst

from iad_portal.lib.records.record_links import key_in, link_to, linkable
from iad_portal.lib.text.hygiene import clean_line

# So many of each kind are offered.
MOST = 6


def found_links(request: HttpRequest, site: admin.AdminSite) -> JsonResponse:
    """{"links": [{"href", "kind", "name", "state"}]}: for `q`, a part of a name; or for `at`, the key of one record."""
    desks = {label: site._registry[model] for label, model in linkable().items() if model in site._registry}
    seen = {label: desk for label, desk in desks.items() if desk.has_view_or_change_permission(request)}
    at, asked = request.GET.get("at", ""), clean_line(request.GET.get("q", ""))[:100]
    found: list[Any] = []
    if at:
        label, key = key_in(at) or ("", "")
        found = list(seen[label].get_queryset(request).filter(pk=key)) if label in seen else []
    elif len(asked) > 1:
        for desk in seen.values():
            rows, may_repeat = desk.get_search_results(request, desk.get_queryset(request), asked)
            found += (rows.distinct() if may_repeat else rows)[:MOST]
    links = [_told(record) for record in found]
    # The record that is called so, before those that only name it.
    links.sort(key=lambda link: (asked.lower() not in link["name"].lower(), len(link["name"])))
    return JsonResponse({"links": links})


def _told(record: Any) -> dict[str, str]:
    is_open = not hasattr(record, "is_readable") or record.is_readable()
    return {
        "href": link_to(record),
        "kind": capfirst(str(record._meta.verbose_name)),
        "name": str(record),
        "state": "" if is_open else str(record.get_status_display()),
    }
