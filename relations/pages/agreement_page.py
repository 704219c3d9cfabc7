"""What the page of one agreement shows."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.components import Doing, Fact, Link, PersonEntry, SignedSide, Statement, Words
from iad_portal.lib.dates.format import format_date, format_year
from iad_portal.lib.records.faults import parts_of_page, shown
from iad_portal.lib.records.kept_queries import kept_query
from iad_portal.lib.templatetags.face import when
from iad_portal.lib.templatetags.portal import marked
from iad_portal.lib.text.bilingual import Text, reader_language, text_of
from iad_portal.lib.text.ordinals import ordinal
from relations.models import (
    Agreement,
    AgreementState,
    Alias,
    Document,
    Person,
    Post,
    Side,
    Signatory,
    name_at,
    renewed_on,
)

from .age import agreement_tag, seen_of
from .citations import SourceList
from .commitments import commitment_items, commitments_of
from .exchanges import exchange_visits, listed_exchanges
from .files import documents_of, gallery_of
from .links import in_a_row, linked, listed, name_link, whole_name
from .media_pack import pack_link
from .photo_people import with_people
from .share import agreement_shared, share_entry
from .ties import signed


def agreement_and_others(number: int) -> tuple[Agreement, list[Agreement]]:
    """The readable agreement `number`, and the other published ones of its city: one query; raises Http404."""
    # A number that no column can hold is nobody's.
    wanted = [] if number > 2**31 - 1 else _of_same_city(number=number).rows()
    found = {agreement.number: agreement for agreement in wanted}
    if number not in found:
        raise Http404
    return found.pop(number), [other for other in found.values() if other.is_published()]


@kept_query
def _of_same_city(*, number: int) -> QuerySet[Agreement]:
    rows = Agreement.objects.readable().select_related("city__country")
    return cast("QuerySet[Agreement]", rows.filter(city__agreements__number=number))


def context(agreement: Agreement, others: Sequence[Agreement], at: date) -> dict[str, Any]:
    """All that relations/agreement_detail.html needs on the day `at`; the others come from `agreement_and_others()`."""
    sides = _sides(agreement)
    documents = Document.objects.by_record([agreement])[agreement]
    photos = with_people().by_record([agreement])[agreement]
    exchanges = listed_exchanges("agreement", agreement, page_of=agreement.city)
    commitments = commitments_of(agreement)
    governors = [] if sides[0].people else governors_at_signing(agreement)
    sources = SourceList([agreement, *governors, *documents, *exchanges, *commitments])
    names = Alias.objects.by_record([agreement.city])[agreement.city]
    seen = seen_of([agreement], at)
    parts = {
        "agreement": agreement,
        "crumbs": lambda: _crumbs(agreement),
        "title": agreement.shown_title,
        "page_title": agreement.full_title,
        "between": lambda: _between(agreement, name_at(names, agreement.begins_on)),
        "statement": lambda: Statement(
            answers_of(agreement, others, documents_of(documents), at), seen, _links(sources), record=agreement
        ),
        "note": lambda: text_of(agreement, "note"),
        "facts": lambda: facts_of(agreement),
        "chain": lambda: chain_of(agreement, others),
        "sides": lambda: [_with_governors(sides[0], governors, sources), *sides[1:]],
        "documents": lambda: documents_of(documents),
        "visits": lambda: exchange_visits(exchanges, sources, page_of=agreement.city),
        "commitments": lambda: commitment_items(commitments),
        "gallery": lambda: gallery_of(photos),
        "pack": lambda: pack_link(photos, documents, reverse("relations:agreement_media", args=[agreement.number])),
        "share_picture": lambda: share_entry(agreement_shared(agreement, photos)),
        "cite": lambda: cite(agreement, at),
        "evidence": lambda: sources.evidence(age=seen.words if seen else ""),
    }
    return parts_of_page(agreement, parts)


def _crumbs(agreement: Agreement) -> list[Link]:
    """The way down to it: the register, then the city where it has a page."""
    city = name_link(agreement.city)
    crumbs = [Link(_("Agreements"), reverse("relations:agreement_list"))]
    return [*crumbs, city] if city.url else crumbs


def _between(agreement: Agreement, signed_as: Text) -> Words:
    """Between whom it was made, and what the city was called then where that is another name; "" for a draft city."""
    city = linked(agreement.city)
    if not city:
        return ""
    words = format_html(
        _("Bangkok and {city}, {country}"), city=city, country=marked(text_of(agreement.city.country, "name"))
    )
    return in_a_row([words, format_html(_("(signed as {})"), marked(signed_as)) if signed_as else ""], " ")


def answers_of(agreement: Agreement, others: Iterable[Agreement], documents: Iterable[Doing], at: date) -> list[Fact]:
    """The four facts at a glance: when and where it was signed, its form, its state, its papers."""
    return [
        Fact(_("Signed"), when(agreement.signed_on) or _("Date to be added"), as_of=text_of(agreement, "place")),
        Fact(_("Form"), agreement.get_instrument_display()),
        Fact(_("State"), agreement_tag(agreement, others, at).label, as_of=state_note(agreement, others, at)),
        _papers([entry for entry in documents if entry.url]),
    ]


def _papers(held: Sequence[Doing]) -> Fact:
    if held:
        words = ngettext("%(number)s document", "%(number)s documents", len(held)) % {"number": len(held)}
        return Fact(_("Documents"), words, "#documents")
    ask = format_html('<a href="{}#write">{}</a>', reverse("contact"), _("Ask the office"))
    return Fact(_("Documents"), _("Not yet on this site"), as_of=ask)


def state_note(agreement: Agreement, others: Iterable[Agreement], at: date) -> str:
    """What else is known of its state on the day `at`; "" where the state says all.

    `others` may hold any agreements: those that renew it count.
    """
    language, state = reader_language(), agreement.state(at)
    ends, begins = format_date(agreement.expires_on, language), format_date(agreement.begins_on, language)
    if agreement.terminated_on and agreement.terminated_on <= at:
        return _("Terminated on %(date)s.") % {"date": format_date(agreement.terminated_on, language)}
    if state == AgreementState.ENDED:
        return _("Its recorded term ran until %(date)s.") % {"date": ends}
    if state == AgreementState.NOT_YET:
        return _("It binds from %(date)s.") % {"date": begins}
    if state == AgreementState.STATEMENT:
        return _("It says what both cities wish; it is no agreement that comes into force.")
    if agreement.renews_itself and agreement.expires_on:
        return _("It renews itself until one side gives notice.")
    if agreement.expires_on:
        return _("Its recorded term runs until %(date)s.") % {"date": ends}
    if renewed_on(agreement, others, at) or agreement.is_confirmed(at):
        return ""
    return _("The office has still to confirm that it is in force.")


def _links(sources: SourceList) -> list[Link]:
    return [*sources.links(), Link(_("Cite this page"), "#cite")]


def facts_of(agreement: Agreement) -> list[Fact]:
    """For components/facts.html: all that is recorded of the paper and does not stand in the row of answers."""
    months = agreement.notice_months
    notice = months and ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    facts = [
        Fact(_("Fields of cooperation"), text_of(agreement, "cooperation")),
        Fact(_("Original title"), original_title(agreement)),
        Fact(_("In force from"), when(agreement.effective_on)),
        Fact(_("In force until"), when(agreement.expires_on)),
        Fact(_("Notice"), notice or ""),
        Fact(_("As announced"), announced_as(agreement)),
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


def chain_of(agreement: Agreement, others: Iterable[Agreement]) -> list[Link]:
    """For components/chain.html: `agreement` and all that it renews or that renew it, near or far, the oldest first.

    Empty when it stands alone.
    """
    chain, rest = [agreement], list(others)
    while found := [other for other in rest if any(_renews(other, one) or _renews(one, other) for one in chain)]:
        chain += found
        rest = [other for other in rest if other not in found]
    chain.sort(key=lambda one: (signed(one).first_day if signed(one) else date.max, one.number))
    chain = chain if len(chain) > 1 else []
    return shown(chain, lambda one: _chain_link(one, agreement), "agreements that renew one another")


def _renews(later: Agreement, earlier: Agreement) -> bool:
    return later.renews_id == earlier.pk


def _chain_link(agreement: Agreement, here: Agreement) -> Link:
    day = signed(agreement)
    year = format_year(day.year, reader_language()) if day else _("Date to be added")
    if agreement == here:
        return Link(_("This agreement"), "", year, is_current=True)
    label = in_a_row([agreement.get_instrument_display(), when(day, None, "short")], " ")
    return Link(label, agreement.get_absolute_url(), year)


def _sides(agreement: Agreement) -> list[SignedSide]:
    """Who signed, by side, Bangkok first."""
    partner = name_link(agreement.city).label
    other = _("For %(city)s") % {"city": partner} if partner else Side.PARTNER.label
    sides = {Side.BANGKOK: Side.BANGKOK.label, Side.PARTNER: other}
    signatories = _signatories(agreement=agreement).rows(agreement=agreement)
    return [
        SignedSide(str(label), [_signatory(one) for one in signatories if one.side == side])
        for side, label in sides.items()
    ]


@kept_query
def _signatories(*, agreement: Agreement) -> QuerySet[Signatory]:
    return Signatory.objects.filter(agreement=agreement).select_related("person")


def _signatory(signatory: Signatory) -> PersonEntry:
    return PersonEntry(signatory.person.full_name(), text_of(signatory, "post_title"), record=signatory.person)


def told_of(agreement: Agreement) -> list[str]:
    """The agreement in lines of plain text, its title first: for the media pack."""
    language = reader_language()
    day = signed(agreement)
    place = text_of(agreement, "place")
    about = [agreement.full_title(), format_date(day, language), str(place), str(text_of(agreement, "note"))]
    lines = [line for line in about if line]
    for side in _sides(agreement):
        people = [", ".join(str(words) for words in (one.name, one.role) if words) for one in side.people]
        lines += ["", str(side.label), *(f"- {person}" for person in people)] if people else []
    return lines


def governors_at_signing(agreement: Agreement) -> list[Post]:
    """Who governed Bangkok when it was signed, one post a person; several where days of a term are not known."""
    day = agreement.signed_on
    if not day:
        return []
    posts = Post.objects.governors(day.first_day) | Post.objects.governors(day.last_day)
    people: dict[Person, Post] = {}
    for post in posts.select_related("person").latest_first():
        people.setdefault(post.person, post)
    return list(people.values())


def _with_governors(side: SignedSide, posts: Sequence[Post], sources: SourceList) -> SignedSide:
    """`side` with “Governor at the time: …”, which does not claim that any of them signed."""
    if not posts:
        return side
    names = listed(whole_name(post.person.full_name()) for post in posts)
    label = ngettext("Governor at the time:", "Governors around that time:", len(posts))
    marks = sorted({number for post in posts for number in sources.marks(post)})
    return SignedSide(side.label, side.people, format_html("{} {}", label, names), marks)


def cite(agreement: Agreement, at: date) -> SafeString:
    """How the page is named in another text, as it stands on the day `at`."""
    address = settings.SITE_URL + agreement.get_absolute_url()
    return format_html(
        _(
            "“{title}” (agreement no. {number}), register of agreements, International Affairs Office, "
            "Bangkok Metropolitan Administration, as of {day}, {url}"
        ),
        title=agreement.full_title(),
        number=agreement.number,
        day=when(at),
        url=format_html('<code class="quote__url">{}</code>', address),
    )
