"""The page on which officers say, one click each, whether what the site says of today still holds."""

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Link
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import local_day, years_between
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.desk.confirmations import CLAIM_CHANGED, FROM_QUEUE, queue_url
from iad_portal.lib.desk.pickers import Picker
from iad_portal.lib.rich_text.fields import plain_text
from iad_portal.lib.text.bilingual import name_for_staff, reader_language
from relations.models import Agreement, Citation, Source

from .claim_answers import ENDED, NOT_KNOWN, STILL_SO, Given, answerable, give, may_end, stamp_of, take_back
from .claim_words import sentence_of
from .confirm_queue import Waiting, numbers_of, pages_of, queue_for, records_of

PAGE_SIZE = 20
# In the session: the officer's last answer, with the sentence that was answered.
LAST_ANSWER = "last_answer"


class SourceForm(forms.Form):
    """The picker of a source that an answer leans on."""

    source = forms.ModelChoiceField(
        Source.objects.all(), required=False, widget=Picker(Citation._meta.get_field("source"), admin.site)
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].widget.known = {}  # nothing is chosen yet: the picker need not ask


@dataclass(frozen=True)
class QueueRow:
    """One entry as the page shows it. `source_box` is the picker of a source; `needs_day` whether an end has a date."""

    name: str
    follower: str
    sentence: str
    known: str
    doubt: str
    asked: str
    pages: list[Link]
    stamp: str
    change_url: str
    is_doubt: bool
    may_end: bool
    needs_day: bool
    source_box: str
    is_next: bool


@dataclass(frozen=True)
class Sift:
    """One choice of the filter by kind."""

    label: str
    count: int
    url: str
    is_chosen: bool


def confirm(request: HttpRequest) -> HttpResponse:
    """The queue; of a form sent from it the answer is stored, and the next entry shown."""
    kinds = answerable(request)
    if not kinds:
        raise PermissionDenied
    if request.method == "POST":
        return _answered(request)
    entries = queue_for(request, kinds)
    chosen = request.GET.get("kind", "")
    of_kind = [entry for entry in entries if entry.kind == chosen] if chosen else entries
    part = Paginator(of_kind, PAGE_SIZE).get_page(request.GET.get("page"))
    rows = _rows(request, list(part.object_list), chosen, part.number)
    context = admin.site.each_context(request) | {
        "title": _("Confirm what the site says of today"),
        "count": ngettext("%d fact waits for an answer", "%d facts wait for an answer", len(entries)) % len(entries),
        "sifts": _sifts(entries, chosen), "part": part, "rows": rows, "kind": chosen,
        "earlier": _part_url(chosen, part.number - 1) if part.has_previous() else "",
        "later": _part_url(chosen, part.number + 1) if part.has_next() else "",
        "last_answer": request.session.get(LAST_ANSWER, {}).get("said"),
        "media": SourceForm().media,
    }  # fmt: skip
    return TemplateResponse(request, "admin/confirm.html", context)


def _answered(request: HttpRequest) -> HttpResponse:
    if "take_back" in request.POST:
        _take_back(request)
    else:
        _give(request)
    keep = {name: request.POST[name] for name in ("kind", "page", "next") if request.POST.get(name)}
    return HttpResponseRedirect(queue_url(urlencode(keep)))


def _give(request: HttpRequest) -> None:
    """Store the answer, and keep what it takes to take it back; what is wrong with it is told above the queue."""
    entry = Waiting.read(request.POST.get("claim", ""))
    if entry is None:
        messages.error(request, _("This record was deleted meanwhile."))
        return
    answer = request.POST.get("answer", "")
    try:
        given = give(request, entry, answer, request.POST.get("stamp", ""), request.POST)
    except ValidationError as error:
        messages.error(request, f"{request.POST.get('sentence', '')[:240]}: {' '.join(error.messages)}".lstrip(": "))
        return
    right = _("It is right") if entry.is_doubt else _("Still so")
    words = {STILL_SO: right, ENDED: _("Ended"), NOT_KNOWN: _("Not known")}
    said = f"{request.POST.get('sentence', '')[:240]} – {words[answer]}"
    request.session[LAST_ANSWER] = asdict(given) | {"said": said}


def _take_back(request: HttpRequest) -> None:
    last = request.session.pop(LAST_ANSWER, None)
    if last is None:
        messages.error(request, _("There is no answer of yours to take back."))
        return
    said = last.pop("said")
    try:
        take_back(request, Given(**last))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    messages.success(request, _("Taken back: %(answer)s") % {"answer": said})


def _sifts(entries: list[Waiting], chosen: str) -> list[Sift]:
    every = Sift(_("All"), len(entries), queue_url(), not chosen)
    numbers = numbers_of(entries)
    return [every, *(Sift(name, count, _part_url(code, 1), code == chosen) for code, name, count in numbers)]


def _part_url(kind: str, number: int) -> str:
    facts = {"kind": kind, "page": number if number > 1 else ""}
    return queue_url(urlencode({name: value for name, value in facts.items() if value}))


def _rows(request: HttpRequest, entries: list[Waiting], kind: str, page: int) -> list[QueueRow]:
    found = records_of(entries)
    names = [entry.name for entry, _record in found]
    wanted = request.GET.get("next", "")
    focused = wanted if wanted in names else next(iter(names), "")
    rows = []
    for number, (entry, record) in enumerate(found):
        box = str(SourceForm(auto_id=f"%s-{number}")["source"])
        follower = next(iter(names[number + 1 :]), "")
        back = {"kind": kind, "page": page, "next": follower}
        rows.append(_row(entry, record, box, back, entry.name == focused))
    return rows


def _row(entry: Waiting, record: Any, box: str, back: dict[str, Any], is_next: bool) -> QueueRow:
    pages = [Link(_page_name(page), page.get_absolute_url()) for page in pages_of(record)]
    ends = not entry.is_doubt and may_end(record)
    return QueueRow(
        name=entry.name, follower=back["next"], sentence=sentence_of(record), known=_known(entry, record),
        doubt=plain_text(name_for_staff(record, "doubt")), asked=_asked(entry), pages=pages, stamp=stamp_of(record),
        change_url=_change_url(entry, record, back), is_doubt=entry.is_doubt, may_end=ends,
        needs_day=ends and bool(record.closing_field), source_box=box, is_next=is_next,
    )  # fmt: skip


def _page_name(page: Any) -> str:
    return page.full_title() if isinstance(page, Agreement) else str(page)


def _known(entry: Waiting, record: Any) -> str:
    """When it was last known, and how many years ago that is; "" of a doubt."""
    if entry.is_doubt:
        return ""
    today = calendar.today()
    day = record.claim().known_on(today)
    if day is None:
        return _("No date is recorded")
    years = years_between(day, today)
    ago = ngettext("%d year ago", "%d years ago", years) % years if years else ""
    last = _("Last known on %(date)s") % {"date": format_date(day, reader_language())}
    met = "" if entry.pages else _("no page says it of today, the person is listed as met")
    return " · ".join(part for part in (last, ago, met) if part)


def _asked(entry: Waiting) -> str:
    day = format_date(local_day(entry.asked_at), reader_language()) if entry.asked_at else ""
    return _("Asked on %(date)s: not known") % {"date": day} if day else ""


def _change_url(entry: Waiting, record: Any, back: dict[str, Any]) -> str:
    """The form of the record, at the field; saved, it comes back to the queue."""
    opts = record._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])
    facts = {FROM_QUEUE: urlencode({name: value for name, value in back.items() if value})}
    if entry.is_doubt:
        field = "doubt"
    else:
        field, facts[CLAIM_CHANGED] = record.claiming_fields[0], "1"
    column = f"{field}_th" if hasattr(record, f"{field}_th") else field
    return f"{url}?{urlencode(facts)}#id_{column}"
