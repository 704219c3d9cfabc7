"""What the pages of agreements show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Fact, Ledger, Link, PersonEntry, Row, Total
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from iad_portal.lib.text.ordinals import ordinal
from relations.forms import AgreementFilter
from relations.models import Agreement, AgreementState, Instrument, Person, Post, Side, Signatory
from relations.pages.citations import SourceList

from .age import age_line, agreement_tag
from .links import link_to, listed, name_link


@dataclass(frozen=True, slots=True)
class SignedSide:
    """Who signed for one side; nobody when no source names them."""

    side: Side
    label: str
    people: list[PersonEntry]


def state_reason(agreement: Agreement, at: date | None = None) -> str:
    """One sentence that says why its state is what it is on the day `at` (today)."""
    at, language = at or calendar.today(), reader_language()
    state = agreement.state(at)
    ends = format_date(agreement.expires_on, language)
    if agreement.terminated_on and agreement.terminated_on <= at:
        return _("Terminated on %(date)s.") % {"date": format_date(agreement.terminated_on, language)}
    if state == AgreementState.ENDED:
        return _("Its recorded term ran until %(date)s.") % {"date": ends}
    begins = {"date": format_date(agreement.begins_on, language)}
    if state == AgreementState.NOT_YET:
        return _("It binds from %(date)s.") % begins
    if state == AgreementState.IN_FORCE_UNDATED:
        return _("Neither the date of signing nor an end is recorded. It counts today, not on a past day.")
    if agreement.renews_itself and agreement.expires_on:
        return _("From %(date)s; it renews itself until one side gives notice.") % begins
    if agreement.expires_on:
        return _("In force from %(date)s, until %(end)s.") % {**begins, "end": ends}
    return _("From %(date)s; no end is recorded.") % begins


def totals() -> list[Total]:
    """Counts of the published agreements, worked out for today, each with the register it counts: four queries."""
    rows, url = Agreement.objects.published(), reverse("relations:agreement_list")
    return [
        Total(_("Agreements on record"), rows.count(), url),
        Total(_("Confirmed in force"), rows.confirmed().count(), f"{url}?state=confirmed"),
        Total(_("Without a recorded end"), rows.in_force().count(), f"{url}?state=in_force"),
        Total(_("Without a recorded date"), rows.undated().count(), f"{url}?state=undated"),
    ]


def totals_note() -> str:
    """The day of the count, and what it counts."""
    today = format_date(calendar.today(), reader_language())
    words = _("Worked out on %(date)s. Confirmed: an officer, or a dated source of the last years, says so.")
    return words % {"date": today}


def result(form: AgreementFilter) -> str:
    """How many agreements pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s agreement", "%(count)s agreements", form.total) % words
    return ngettext("%(count)s of %(total)s agreement", "%(count)s of %(total)s agreements", form.total) % words


def ledger(agreements: Iterable[Agreement], at: date | None = None) -> Ledger:
    """The ledger of `agreements` from `with_renewals()`, with their state on the day `at` (today)."""
    columns = [_("Agreement"), _("No."), _("Partner city"), _("Signed on"), _("Signed at"), _("State today")]
    return Ledger.of_rows(columns, shown(agreements, lambda agreement: _row(agreement, at), "register of agreements"))


def _row(agreement: Agreement, at: date | None) -> Row:
    title, city = agreement.shown_title(), name_link(agreement.city)
    tag = agreement_tag(agreement, agreement.published_renewals, at)
    instrument = agreement.get_instrument_display()
    is_plain = agreement.instrument == Instrument.NOT_STATED or instrument.casefold() == str(title).casefold()
    cells = [
        Cell(str(agreement.number), is_named=True),
        Cell(city.label, url=city.url),
        Cell(_("not known"), agreement.signed_on, is_named=not agreement.signed_on),
        Cell(text_of(agreement, "place")),
        Cell(tag.label, tag=tag.kind or "plain"),
    ]
    return Row(title, cells, agreement.get_absolute_url(), sub="" if is_plain else instrument)


def with_renewals(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """`agreements` with their city, and with those that renew each as `published_renewals`: one query more."""
    renewals = Prefetch("renewed_by", Agreement.objects.published(), to_attr="published_renewals")
    return agreements.select_related("city").prefetch_related(renewals)


def strip_of(agreement: Agreement, renewals: Iterable[Agreement], at: date | None = None) -> list[Fact]:
    """The facts at a glance: partner, day, place, state."""
    city = name_link(agreement.city)
    return [
        Fact(_("Partner city"), city.label, city.url),
        Fact(_("Signed on"), when(agreement.signed_on) or _("Date to be added")),
        Fact(_("Signed at"), text_of(agreement, "place") or _("Place to be added")),
        Fact(_("State today"), agreement_tag(agreement, renewals, at).label),
    ]


def facts_of(
    agreement: Agreement,
    renewals: Iterable[Agreement],
    sources: SourceList,
    at: date | None = None,
    signed_as: Text | None = None,
) -> list[Fact]:
    """All that is recorded of the paper; what should be known and is not is said, the rest is left out.

    `signed_as` is what the partner was called then, where that is not its name of today.
    """
    city = name_link(agreement.city)
    months = agreement.notice_months
    notice = months and ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    facts = [
        Fact(_("State today"), agreement_tag(agreement, renewals, at).label, as_of=state_reason(agreement, at)),
        Fact(_("Last confirmation"), age_line([agreement], at)),
        Fact(_("Form of agreement"), agreement.get_instrument_display(), sources=sources.marks(agreement)),
        Fact(_("Original title"), original_title(agreement)),
        Fact(_("Partner city"), city.label, city.url),
        Fact(_("Its name at the time"), signed_as or ""),
        Fact(_("Country"), text_of(agreement.city.country, "name") if city.label else ""),
        Fact(_("Signed on"), when(agreement.signed_on) or _("Date to be added")),
        Fact(_("Signed at"), text_of(agreement, "place") or _("Place to be added")),
        Fact(_("In force from"), when(agreement.effective_on)),
        Fact(_("In force until"), when(agreement.expires_on)),
        Fact(_("Renewal"), _("It renews itself until one side gives notice.") if agreement.renews_itself else ""),
        Fact(_("Notice"), notice or ""),
        Fact(_("Terminated on"), when(agreement.terminated_on)),
        Fact(_("Renews"), _linked([agreement.renews] if agreement.renews else [])),
        Fact(_("Renewed by"), _linked(renewals)),
        Fact(_("As announced"), announced_as(agreement)),
        Fact(_("Fields of cooperation"), text_of(agreement, "cooperation")),
    ]
    return [fact for fact in facts if fact.value]


def original_title(agreement: Agreement) -> SafeString | str:
    """The title as printed, marked with its own language; empty when no source quotes it."""
    if not agreement.original_title:
        return ""
    return format_html('<cite lang="{}">{}</cite>', agreement.original_language or "und", agreement.original_title)


def announced_as(agreement: Agreement) -> SafeString | str:
    """The ordinal as it was announced, set off as a quotation: the portal counts none itself."""
    if not agreement.announced_ordinal:
        return ""
    words = _("the %(ordinal)s sister city") % {"ordinal": ordinal(agreement.announced_ordinal, reader_language())}
    return format_html(_("announced at the time as {}"), format_html("<q>{}</q>", words))


def _linked(agreements: Iterable[Agreement]) -> SafeString:
    """Other agreements by title and day, each a link where it is published; drafts are left out."""
    links = [link_to(other, other.shown_title()) for other in agreements if other.is_readable()]
    days = [when(other.signed_on) for other in agreements if other.is_readable()]
    return format_html_join("; ", "{} {}", zip(links, days, strict=True))


def signatories_of(agreement: Agreement) -> list[SignedSide]:
    """Both sides, Bangkok first."""
    partner = name_link(agreement.city).label
    other = _("For %(city)s") % {"city": partner} if partner else Side.PARTNER.label
    sides = {Side.BANGKOK: Side.BANGKOK.label, Side.PARTNER: other}
    signed = list(agreement.signatories.select_related("person"))
    return [
        SignedSide(side, str(label), [_signatory(signatory) for signatory in signed if signatory.side == side])
        for side, label in sides.items()
    ]


def _signatory(signatory: Signatory) -> PersonEntry:
    return PersonEntry(signatory.person.full_name(), text_of(signatory, "post_title"), record=signatory.person)


def governors_at_signing(agreement: Agreement) -> list[Post]:
    """Who governed Bangkok when it was signed, one post a person; several where days of a term are not known."""
    signed = agreement.signed_on
    if not signed:
        return []
    posts = Post.objects.governors(signed.first_day) | Post.objects.governors(signed.last_day)
    people: dict[Person, Post] = {}
    for post in posts.select_related("person").latest_first():
        people.setdefault(post.person, post)
    return list(people.values())


def governor_line(posts: list[Post]) -> SafeString | str:
    """“Governor at the time: …”, without claiming that any of them signed."""
    if not posts:
        return ""
    names = listed(post.person.full_name() for post in posts)
    label = ngettext("Governor at the time:", "Governors around that time:", len(posts))
    return format_html("{} {}", label, names)


def crumbs() -> list[Link]:
    """The way down to one agreement."""
    return [Link(_("Agreements"), reverse("relations:agreement_list"))]
