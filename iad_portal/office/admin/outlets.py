"""Links for the press, made and taken back on the page of a preview: one an outlet, while the record is not public."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from iad_portal.lib.components import Link
from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.roles import may_let_out
from iad_portal.lib.records.publishing import Publishable
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language
from iad_portal.lib.text.hygiene import clean_line
from iad_portal.office import embargo
from iad_portal.office.models import OutletLink, Preview

# The buttons.
GIVE, TAKE_BACK = "give", "take_back_outlet"
DAYS = ((1, gettext_lazy("1 day")), (7, gettext_lazy("7 days")), (30, gettext_lazy("30 days")))
PAGES = {"th": gettext_lazy("Thai page"), "en": gettext_lazy("English page")}
# So many of the latest visits are listed; all are counted.
LISTED = 10


class OutletForm(forms.Form):
    """For whom a link is, and for how long it holds."""

    outlet = forms.CharField(
        label=gettext_lazy("Name of the outlet"),
        max_length=120,
        help_text=gettext_lazy("It stands over the page, so that the outlet knows whose link it is."),
    )
    days = forms.TypedChoiceField(label=gettext_lazy("The link holds for"), choices=DAYS, coerce=int, initial=7)

    def clean_outlet(self) -> str:
        outlet = clean_line(self.cleaned_data["outlet"])
        if not outlet:  # signs alone that nobody sees
            raise forms.ValidationError(self.fields["outlet"].error_messages["required"], code="required")
        return outlet


@dataclass(frozen=True)
class GivenLink:
    """The link of one outlet: how it stands, its addresses while it holds, and its visits, all in words."""

    key: UUID
    outlet: str
    state: str
    addresses: Sequence[Link]
    opened: str
    visits: Sequence[str]


@dataclass(frozen=True)
class Outlets:
    """What the page of a preview shows of the press; `reason`: why no link can be made, in words, or ""."""

    reason: str
    form: OutletForm
    moment: str
    links: Sequence[GivenLink]


def answered(request: HttpRequest, kept: Preview) -> OutletForm | None:
    """Do what a button of this part asks for; the form when something in it is to be mended. None: all is done."""
    record = _record(request, kept)
    if record is None:
        return None
    if TAKE_BACK in request.POST:
        _links(record).filter(pk=key_in(request, TAKE_BACK), taken_back_at=None).update(taken_back_at=timezone.now())
        embargo.forget_ended()
        messages.success(request, _("The link shows nothing any more."))
        return None
    form = OutletForm(request.POST)
    if not form.is_valid():
        return form
    if not embargo.is_lifted(record):
        link = embargo.give(kept, record, **form.cleaned_data)
        messages.success(request, _("%(outlet)s has a link now. All outlets see this page.") % {"outlet": link.outlet})
    return None


def key_in(request: HttpRequest, button: str) -> UUID | None:
    """The key of the link whose `button` was pressed; None for what is no key."""
    try:
        return UUID(request.POST.get(button, ""))
    except ValueError:
        return None


def shown(request: HttpRequest, kept: Preview, form: OutletForm | None) -> Outlets | None:
    """What the page shows of the press; None to officers who let nothing out. `form` was refused, if there is one."""
    if not may_let_out(request.user):
        return None
    record = _record(request, kept)
    return Outlets(
        reason=_reason(record),
        form=form or OutletForm(),
        moment=format_moment(record.publish_at, reader_language()) if record else "",
        links=[_told(request, link) for link in _links(record).prefetch_related("visits")] if record else [],
    )


def _record(request: HttpRequest, kept: Preview) -> Publishable | None:
    return embargo.record_of(kept) if may_let_out(request.user) else None


def _links(record: Publishable) -> Any:
    about = {f"page__{name}": value for name, value in embargo.of_record(record).items()}
    return OutletLink.objects.filter(**about)


def _reason(record: Publishable | None) -> str:
    if record is None:
        return _("Save the record first: a link for the press belongs to a record on file.")
    return _("It is public already.") if embargo.is_lifted(record) else ""


def _told(request: HttpRequest, link: OutletLink) -> GivenLink:
    language, visits = reader_language(), list(link.visits.all())
    if link.taken_back_at:
        state = _("Taken back on %(moment)s") % {"moment": format_moment(link.taken_back_at, language)}
    else:
        words = _("Holds until %(moment)s") if link.is_open() else _("Ended on %(moment)s")
        state = words % {"moment": format_moment(link.ends_at, language)}
    number = len(visits)
    opened = ngettext("Opened %(number)s time", "Opened %(number)s times", number) % {"number": number}
    pages = {code: request.build_absolute_uri(reverse("embargo", args=[link.pk, code])) for code in LANGUAGES}
    return GivenLink(
        key=link.pk,
        outlet=link.outlet,
        state=state,
        addresses=[Link(PAGES[code], url) for code, url in pages.items() if link.is_open()],
        opened=opened if visits else _("Not opened yet"),
        visits=[f"{format_moment(visit.at, language)} · {PAGES[visit.language]}" for visit in visits[:LISTED]],
    )
