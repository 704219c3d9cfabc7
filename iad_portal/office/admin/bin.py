"""The pages of the bin: what officers deleted, what one deletion holds, bringing it back, and removing it for good."""

from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.bin import BinnedRecord, entries_for, forget, may_oversee
from iad_portal.lib.desk.bin_contents import in_words, kind_in_words
from iad_portal.lib.desk.bin_forms import BinnedDeletes
from iad_portal.lib.desk.bin_return import bring_back
from iad_portal.lib.desk.site import may_open_bin
from iad_portal.lib.records.publishing import Publishable
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.lib.text.hygiene import clean_line

PAGE_SIZE, MOST_NAMES = 50, 300


@dataclass(frozen=True)
class BinRow:
    """One entry as the list shows it."""

    name: str
    kind: str
    url: str
    who: str
    when: str
    until: str
    parts: int


@dataclass(frozen=True)
class KindChoice:
    """One kind of the filter: its code in the address, its name and number."""

    code: str
    label: str
    is_chosen: bool


def bin_pages(request: HttpRequest, key: int | None = None, is_forgetting: bool = False) -> HttpResponse:
    """The list; with `key` the page of one entry, or the page that asks whether to forget it."""
    if not may_open_bin(admin.site, request):
        raise PermissionDenied
    if key is None:
        return _list(request)
    entry = entries_for(request.user).select_related("deleted_by").defer("data").filter(pk=key).first()
    if entry is None:
        if request.method == "POST":  # a colleague was faster
            messages.error(request, _("It is in the bin no more: it was brought back, or removed for good."))
            return HttpResponseRedirect(reverse("admin:bin"))
        raise Http404
    if is_forgetting:
        return _forgetting(request, entry)
    if request.method == "POST":
        return _brought_back(request, entry)
    return TemplateResponse(request, "admin/binned.html", _context_of(request, entry))


def _list(request: HttpRequest) -> HttpResponse:
    mine = entries_for(request.user)
    chosen, searched = request.GET.get("kind", ""), clean_line(request.GET.get("q", "").replace("\x00", ""))[:100]
    found = mine.select_related("deleted_by").defer("data", "holdings", "files")
    found = found.filter(kind=chosen) if chosen else found
    found = found.filter(name__icontains=searched) if searched else found
    part = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    asked = {"kind": chosen, "q": searched}
    context = admin.site.each_context(request) | {
        "title": _("Bin"), "rows": [_row(entry) for entry in part], "part": part, "q": searched,
        "kinds": _kinds(mine, chosen), "oversees": may_oversee(request.user),
        "earlier": _part_url(asked, part.number - 1) if part.has_previous() else "",
        "later": _part_url(asked, part.number + 1) if part.has_next() else "",
    }  # fmt: skip
    return TemplateResponse(request, "admin/bin.html", context)


def _part_url(asked: dict[str, str], number: int) -> str:
    facts = {**asked, "page": str(number)}
    return f"{reverse('admin:bin')}?{urlencode({name: value for name, value in facts.items() if value})}"


def _kinds(mine: QuerySet[Any], chosen: str) -> list[KindChoice]:
    numbers = mine.order_by().values_list("kind").annotate(Count("pk"))
    found = [(code, f"{kind_in_words(code, many=True)} ({count})") for code, count in numbers]
    return [KindChoice(code, label, code == chosen) for code, label in sorted(found, key=lambda one: one[1])]


def _row(entry: BinnedRecord) -> BinRow:
    language = reader_language()
    return BinRow(
        name=entry.name, kind=entry.kind_in_words, url=reverse("admin:binned", args=[entry.pk]), who=_who(entry),
        when=format_moment(entry.deleted_at, language), until=format_moment(entry.until, language), parts=entry.parts,
    )  # fmt: skip


def _who(entry: BinnedRecord) -> str:
    officer = entry.deleted_by
    return officer.get_full_name() or officer.get_username() if officer else "–"


def _desk_of(entry: BinnedRecord) -> Any:
    """The admin of the entry's kind; None when the desk knows it no more."""
    found = (desk for model, desk in admin.site._registry.items() if model._meta.label == entry.kind)
    return next((desk for desk in found if isinstance(desk, BinnedDeletes)), None)


def _context_of(request: HttpRequest, entry: BinnedRecord) -> dict[str, Any]:
    desk = _desk_of(entry)
    return admin.site.each_context(request) | {
        "title": _("Deleted: %(name)s") % {"name": entry.name},
        "entry": _row(entry),
        "holdings": in_words(entry.holdings, _("Links to other records"), MOST_NAMES),
        "files": len(entry.files),
        "comes_back_as_draft": desk is not None and issubclass(desk.model, Publishable),
        "may_bring_back": desk is not None and desk.has_delete_permission(request),
        "forget_url": reverse("admin:forget", args=[entry.pk]) if may_oversee(request.user) else "",
    }


def _brought_back(request: HttpRequest, entry: BinnedRecord) -> HttpResponse:
    desk = _desk_of(entry)
    if desk is None or not desk.has_delete_permission(request):
        raise PermissionDenied
    try:
        returned = bring_back(entry.pk, request.user, partial(desk.has_delete_permission, request))
    except ValidationError as fault:
        messages.error(request, _("Nothing was brought back."))
        for sentence in fault.messages:
            messages.error(request, sentence)
        return HttpResponseRedirect(reverse("admin:binned", args=[entry.pk]))
    record = returned.record
    desk.log_addition(request, record, [{"added": {}}])
    url = reverse(f"admin:{desk.opts.app_label}_{desk.opts.model_name}_change", args=[record.pk])
    name = format_html('<a href="{}">{}</a>', url, record)
    messages.success(request, format_html(_("“{name}” was brought back."), name=name))
    for sentence in returned.told:
        messages.warning(request, sentence)
    return HttpResponseRedirect(url if desk.has_view_or_change_permission(request, record) else reverse("admin:bin"))


def _forgetting(request: HttpRequest, entry: BinnedRecord) -> HttpResponse:
    if not may_oversee(request.user):
        raise PermissionDenied
    if request.method == "POST":
        forget([entry])
        messages.success(request, _("“%(name)s” was removed for good.") % {"name": entry.name})
        return HttpResponseRedirect(reverse("admin:bin"))
    context = _context_of(request, entry) | {"title": _("Remove for good: %(name)s") % {"name": entry.name}}
    return TemplateResponse(request, "admin/forget.html", context)
