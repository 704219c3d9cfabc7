"""What the pages of agreements show, as plain dicts for the components."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Cell, Ledger, Row
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.records.faults import shown
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from iad_portal.lib.text.ordinals import ordinal
from relations.models import Agreement, AgreementState, Instrument, Person, Post, Side, Signatory
from relations.pages.citations import SourceList

from .links import link_to, name_link

TAGS = {AgreementState.IN_FORCE: "on", AgreementState.IN_FORCE_UNDATED: "doubt"}


def state_tag(agreement: Agreement, at: date | None = None) -> dict:
    """{label, kind} for components/tag.html: what the agreement is on the day `at` (today)."""
    state = agreement.state(at)
    return {"label": state.label, "kind": TAGS.get(state, "")}


def state_reason(agreement: Agreement, at: date | None = None) -> str:
    """One sentence that says why `state()` answers as it does on the day `at` (today)."""
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
        return _("The sources tell neither when it was signed nor of an end. It counts today, not on a past day.")
    if agreement.renews_itself and agreement.expires_on:
        return _("In force since %(date)s; it renews itself until one side gives notice.") % begins
    if agreement.expires_on:
        return _("In force since %(date)s, until %(end)s.") % {**begins, "end": ends}
    return _("In force since %(date)s; no end is recorded.") % begins


def totals() -> list[dict]:
    """Counts of the published agreements, worked out for today, each with the register it counts: three questions."""
    rows, url = Agreement.objects.published(), reverse("relations:agreement_list")
    return [
        {"label": _("Agreements on record"), "value": rows.count(), "url": url},
        {"label": _("In force today"), "value": rows.in_force().count(), "url": f"{url}?state=in_force"},
        {"label": _("Without a recorded date"), "value": rows.undated().count(), "url": f"{url}?state=undated"},
    ]


def totals_note() -> str:
    """The day of the count, and what it counts."""
    today = format_date(calendar.today(), reader_language())
    return _("Worked out on %(date)s. Those without a recorded date count as in force, unless an end is recorded.") % {
        "date": today
    }


def register(agreements: Iterable[Agreement], at: date | None = None) -> Ledger:
    """The ledger of `agreements` (their city fetched with them), with their state on the day `at` (today)."""
    columns = [_("Agreement"), _("No."), _("Partner city"), _("Signed on"), _("Signed at"), _("State today")]
    return Ledger.of_rows(columns, shown(agreements, lambda one: _row(one, at), "register of agreements"))


def _row(agreement: Agreement, at: date | None) -> Row:
    title, tag, city = agreement.shown_title(), state_tag(agreement, at), name_link(agreement.city)
    instrument = agreement.get_instrument_display()
    is_plain = agreement.instrument == Instrument.NOT_STATED or instrument.casefold() == str(title).casefold()
    cells = [
        Cell(str(agreement.number), is_named=True),
        Cell(city["label"], url=city["url"]),
        Cell(_("not known"), agreement.signed_on, is_named=not agreement.signed_on),
        Cell(text_of(agreement, "place")),
        Cell(tag["label"], tag=tag["kind"] or "plain"),
    ]
    return Row(title, cells, agreement.get_absolute_url(), sub="" if is_plain else instrument)


def strip_of(agreement: Agreement, at: date | None = None) -> list[dict]:
    """The facts at a glance: partner, day, place, state."""
    city = name_link(agreement.city)
    return [
        {"label": _("Partner city"), "value": city["label"], "url": city["url"]},
        {"label": _("Signed on"), "value": when(agreement.signed_on) or _("date not found")},
        {"label": _("Signed at"), "value": text_of(agreement, "place") or _("place not found")},
        {"label": _("State today"), "value": state_tag(agreement, at)["label"]},
    ]


def facts_of(
    agreement: Agreement,
    renewals: Iterable[Agreement],
    sources: SourceList,
    at: date | None = None,
    signed_as: Text | None = None,
) -> list[dict]:
    """All that is recorded of the paper; what should be known and is not is said, the rest is left out.

    `signed_as` is what the partner was called then, where that is not its name of today.
    """
    city = name_link(agreement.city)
    months = agreement.notice_months
    notice = months and ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    facts = [
        (_("Form of agreement"), agreement.get_instrument_display()),
        (_("Original title"), original_title(agreement)),
        (_("Partner city"), city["label"], city["url"]),
        (_("Its name at the time"), signed_as),
        (_("Country"), text_of(agreement.city.country, "name") if city["label"] else ""),
        (_("Signed on"), when(agreement.signed_on) or _("The signing date was not found in the sources.")),
        (_("Signed at"), text_of(agreement, "place") or _("The place of signing was not found in the sources.")),
        (_("In force from"), when(agreement.effective_on)),
        (_("In force until"), when(agreement.expires_on)),
        (_("Renewal"), agreement.renews_itself and _("It renews itself until one side gives notice.")),
        (_("Notice"), notice),
        (_("Terminated on"), when(agreement.terminated_on)),
        (_("Renews"), _linked([agreement.renews] if agreement.renews else [])),
        (_("Renewed by"), _linked(renewals)),
        (_("As announced"), announced_as(agreement)),
        (_("Fields of cooperation"), text_of(agreement, "cooperation")),
    ]
    rows = [{"label": row[0], "value": row[1], "url": row[2] if len(row) > 2 else ""} for row in facts if row[1]]
    rows[0]["sources"] = sources.marks(agreement)
    state = {
        "label": _("State today"),
        "value": state_tag(agreement, at)["label"],
        "as_of": state_reason(agreement, at),
    }
    return [state, *rows]


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


def signatories_of(agreement: Agreement) -> list[dict]:
    """Both sides, Bangkok first: {side, label, people, missing}; `missing` is said when no source names who signed."""
    partner = name_link(agreement.city)["label"]
    other = _("For %(city)s") % {"city": partner} if partner else Side.PARTNER.label
    sides = {Side.BANGKOK: Side.BANGKOK.label, Side.PARTNER: other}
    signed = list(agreement.signatories.select_related("person"))
    return [
        {
            "side": side.value,
            "label": label,
            "people": [_signatory(one) for one in signed if one.side == side],
            "missing": _("The sources do not name who signed."),
        }
        for side, label in sides.items()
    ]


def _signatory(one: Signatory) -> dict:
    return {"name": one.person.full_name(), "role": text_of(one, "post_title")}


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
    names = format_html_join(", ", "{}", ((marked(post.person.full_name()),) for post in posts))
    label = ngettext("Governor at the time:", "Governors around that time:", len(posts))
    return format_html("{} {}", label, names)


def crumbs() -> list[dict]:
    """The way down to one agreement."""
    return [{"label": _("Agreements"), "url": reverse("relations:agreement_list")}]
