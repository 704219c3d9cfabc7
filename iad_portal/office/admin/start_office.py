"""On the desk's first page: what the office can answer, and what of the site itself needs a hand."""

from django.apps import apps
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _

from iad_portal.lib.dates.format import format_date, named_year
from iad_portal.lib.desk.confirmations import queue_url
from iad_portal.lib.records.publishing import Status
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.models import Difference, Message, MessageState, OuterLink, Page
from relations.models import Agency, Agreement, AgreementState, Photo

from .claim_answers import answerable
from .confirm_queue import extent
from .outer_links import STATE
from .start_numbers import NONE, Number, Numbers
from .start_rows import Group, Link, Row, change_url, list_url, may_change, may_see, plural, split
from .unshown import unshown


def answers_group(request: HttpRequest, numbers: Numbers) -> Group:
    """What somebody in the office knows, and the site does not: one query more than `numbers`."""
    rows = [
        *_messages(request, numbers),
        *_office_facts(request, numbers),
        *_to_confirm(request),
        *_missing(request, numbers),
        *split(_("Doubts to be cleared with the office"), _("Look"), _doubts(request, numbers)),
    ]
    return Group(_("What the office can answer"), rows)


def site_group(request: HttpRequest, numbers: Numbers) -> Group:
    """Languages out of step, photographs without their words, what a page had to leave out, drafts."""
    drafts = of_kinds(request, numbers, "draft", f"status__exact={Status.DRAFT.value}")
    rows = [
        *_unshown(request),
        *_differing(request, numbers),
        *_broken_links(request, numbers),
        *_behind(request, numbers),
        *_photos(request, numbers),
        *split(_("Drafts of everybody"), _("Look"), drafts),
    ]
    return Group(_("The state of the site"), rows)


def number_of(numbers: Numbers, what: str, model: type[models.Model]) -> Number:
    """How many records of `model` are so; none where nothing was counted."""
    return numbers.get((what, model._meta.label), NONE)


def of_kinds(request: HttpRequest, numbers: Numbers, what: str, query: str) -> list[Link]:
    """The lists, filtered by `query`, of those kinds that the officer sees and of which some are so."""
    counted = ((apps.get_model(label), number) for (of, label), number in numbers.items() if of == what)
    return [Link(plural(model), list_url(model, query), n.count) for model, n in counted if may_see(request, model)]


def _doubts(request: HttpRequest, numbers: Numbers) -> list[Link]:
    """The lists with doubts that the officer may read."""
    desks = admin.site._registry
    read = {
        m._meta.label
        for m, desk in desks.items()
        if hasattr(m, "doubt_th") and "doubt_th" not in desk.hidden_from(request)
    }
    return of_kinds(request, {key: n for key, n in numbers.items() if key[1] in read}, "doubt", "doubt=yes")


def _messages(request: HttpRequest, numbers: Numbers) -> list[Row]:
    found = number_of(numbers, "message", Message)
    if not found.count or not may_see(request, Message):
        return []
    said = _("The oldest has waited since %(when)s.") % {"when": format_date(found.earliest, reader_language())}
    url = list_url(Message, f"state__exact={MessageState.NEW.value}")
    return [Row(_("Messages without an answer"), url, _("Answer"), found.count, said)]


def _office_facts(request: HttpRequest, numbers: Numbers) -> list[Row]:
    """What the public contact page leaves out because the office has not given it."""
    if not may_see(request, Agency):
        return []
    office = Agency.objects.filter(slug=Agency.HOME_SLUG).first()
    title, button = _("Facts about the office itself"), _("Fill in")
    if office is None:
        asked = [Link(_("The office’s own entry among the agencies"), list_url(Agency))]
    else:
        form = change_url(Agency, office.pk)
        facts = [(_("Address"), office.address_th), (_("Telephone"), office.phone), (_("E-mail"), office.email)]
        asked = [Link(label, form) for label, value in facts if not value]
    if office is not None and not number_of(numbers, "structure", Page).count:
        asked.append(Link(_("Structure of the office"), list_url(Page)))
    said = _("They stand at the foot of every page of the site.")
    return [Row(title, asked[0].url, button, len(asked), said, tuple(asked))] if asked else []


def _to_confirm(request: HttpRequest) -> list[Row]:
    kinds = answerable(request)
    waits = extent(request, kinds) if kinds else None
    if not waits or not waits.count:
        return []
    parts = tuple(Link(name, f"{queue_url()}?kind={code}", number) for code, name, number in waits.numbers)
    year = named_year(waits.oldest.year, reader_language()) if waits.oldest else ""
    said = _("The oldest was last known in %(year)s.") % {"year": year} if year else ""
    return [Row(_("Facts to confirm, one by one"), queue_url(), _("Confirm"), waits.count, said, parts)]


def _missing(request: HttpRequest, numbers: Numbers) -> list[Row]:
    """Agreements without a date and agencies without a public desk; each list shows as many as are counted."""
    asked = [
        (
            _("Agreements in force without a date"),
            Agreement,
            "undated",
            f"state={AgreementState.IN_FORCE_UNDATED.value}",
        ),
        (_("Agencies without a focal-point desk"), Agency, "without_desk", "has_desk=no"),
    ]
    return [
        Row(title, list_url(model, query), _("Fill in"), number_of(numbers, what, model).count)
        for title, model, what, query in asked
        if number_of(numbers, what, model).count and may_see(request, model)
    ]


def _behind(request: HttpRequest, numbers: Numbers) -> list[Row]:
    said = _("Readers of this language read what was true before.")
    titles = {"en": _("The English text is behind"), "th": _("The Thai text is behind")}
    rows = []
    for language, title in titles.items():
        parts = of_kinds(request, numbers, f"behind_{language}", f"behind={language}")
        rows += split(title, _("Write"), parts, said)
    return rows


def _photos(request: HttpRequest, numbers: Numbers) -> list[Row]:
    asked = [
        (_("Photographs without a credit"), "without_credit", "has_credit=no"),
        (_("Photographs without words for who cannot see them"), "without_alt", "has_alt=no"),
    ]
    return [
        Row(title, list_url(Photo, query), _("Fill in"), number_of(numbers, what, Photo).count)
        for title, what, query in asked
        if number_of(numbers, what, Photo).count and may_see(request, Photo)
    ]


def _unshown(request: HttpRequest) -> list[Row]:
    items = tuple(Link(item["label"], item["url"]) for item in unshown(request))
    title = _("Left out of the site, as a page could not show it")
    return [Row(title, items[0].url, _("Mend"), len(items), parts=items)] if items else []


def _differing(request: HttpRequest, numbers: Numbers) -> list[Row]:
    number = number_of(numbers, "differing", Difference).count
    if not number or not may_see(request, Difference):
        return []
    url = list_url(Difference, "is_set_aside__exact=0")
    said = _("Compare them, or set them aside.")
    return [Row(_("Starting data that says something else"), url, _("Compare"), number, said)]


def _broken_links(request: HttpRequest, numbers: Numbers) -> list[Row]:
    number = number_of(numbers, "broken", OuterLink).count
    if not number or not may_change(request, OuterLink):
        return []
    return [Row(_("Outer links that lead nowhere"), list_url(OuterLink, f"{STATE}=broken"), _("Mend"), number)]
