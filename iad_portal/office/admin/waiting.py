"""What the portal asks the office for: shown on the desk, absent on the public site."""

from collections.abc import Iterable

from django.contrib import admin
from django.db import models
from django.db.models import Count, Q, Value
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from iad_portal.lib.desk.confirmations import queue_url
from iad_portal.lib.desk.filters import written
from iad_portal.lib.desk.sides import behind_counts
from iad_portal.lib.records.publishing import Status
from iad_portal.office.caching import publishable_models
from iad_portal.office.models import Message, MessageState, Page
from relations.models import Agency, Agreement, AgreementState

from .claim_answers import answerable
from .confirm_queue import queue
from .differences import differing
from .outer_links import broken_links
from .unshown import unshown

# The address of the page on the office's structure, once the office has written it.
STRUCTURE_PAGE = "structure"


def waiting(request) -> list[dict]:
    """Groups of {"title", "items"}; an item is {"label", "count" (or None), "url"}. Only what the officer may see."""
    groups = [
        {"title": _("Left out of the site, as a page could not show it"), "items": unshown(request)},
        {"title": _("Starting data that says something else"), "items": differing(request)},
        {"title": _("What people wrote"), "items": unanswered(request)},
        {"title": _("What the site says of today"), "items": unconfirmed(request)},
        {"title": _("Facts about the office itself"), "items": office_facts(request)},
        {"title": _("Facts missing in the registers"), "items": missing_facts(request)},
        {"title": _("Doubts to be cleared with the office"), "items": counted(request, doubtful(request), "doubt=yes")},
        {"title": _("Links to other sites"), "items": broken_links(request)},
        {"title": _("Languages out of step"), "items": out_of_step(request)},
        {"title": _("Drafts"), "items": counted(request, drafts(), f"status__exact={Status.DRAFT.value}")},
    ]
    return [group for group in groups if group["items"]]


def list_url(model: type[models.Model], query: str = "") -> str:
    """The address of the list of `model` on the desk, filtered by `query`."""
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{url}?{query}" if query else url


def _may_see(request, model: type[models.Model]) -> bool:
    return bool(admin.site._registry[model].has_view_or_change_permission(request))


def unanswered(request) -> list[dict]:
    """How many messages from the contact form nobody has answered or closed."""
    count = Message.objects.waiting().count()
    if not count or not _may_see(request, Message):
        return []
    query = f"state__exact={MessageState.NEW.value}"
    return [{"label": _("Messages without an answer"), "count": count, "url": list_url(Message, query)}]


def unconfirmed(request) -> list[dict]:
    """How much waits in the queue of what the office has to confirm."""
    count = len(queue(answerable(request)))
    return [{"label": _("Facts to confirm, one by one"), "count": count, "url": queue_url()}] if count else []


def office_facts(request) -> list[dict]:
    """Each fact that the public contact page leaves out because the office has not given it."""
    if not _may_see(request, Agency):
        return []
    office = Agency.objects.filter(slug=Agency.HOME_SLUG).first()
    if office is None:
        return [{"label": _("The office’s own entry among the agencies"), "count": None, "url": list_url(Agency)}]
    form = reverse("admin:relations_agency_change", args=[office.pk])
    facts = [(_("Address"), office.address_th), (_("Telephone"), office.phone), (_("E-mail"), office.email)]
    asked = [{"label": label, "count": None, "url": form} for label, value in facts if not value]
    if not Page.objects.published().filter(slug=STRUCTURE_PAGE).exists():
        asked.append({"label": _("Structure of the office"), "count": None, "url": list_url(Page)})
    return asked


def missing_facts(request) -> list[dict]:
    """Agreements without a date and agencies without a public desk; each list shows as many as are counted."""
    if not (_may_see(request, Agreement) and _may_see(request, Agency)):
        return []
    undated = Agreement.objects.in_state(AgreementState.IN_FORCE_UNDATED).count()
    deskless = Agency.objects.exclude(written("desk_th")).count()
    items = [
        {
            "label": _("Agreements in force without a date"),
            "count": undated,
            "url": list_url(Agreement, f"state={AgreementState.IN_FORCE_UNDATED.value}"),
        },
        {"label": _("Agencies without a focal-point desk"), "count": deskless, "url": list_url(Agency, "has_desk=no")},
    ]
    return [item for item in items if item["count"]]


def counted(request, groups: Iterable[models.QuerySet], query: str) -> list[dict]:
    """One item a model of `groups`, each a query for one row of model label and number: sent as one query."""
    first, *others = groups
    counts = dict(first.union(*others, all=True))
    items = []
    for model, site_admin in admin.site._registry.items():
        count = counts.get(model._meta.label, 0)
        if count and site_admin.has_view_or_change_permission(request):
            label = capfirst(str(model._meta.verbose_name_plural))
            items.append({"label": label, "count": count, "url": list_url(model, query)})
    return sorted(items, key=lambda item: (-item["count"], item["label"]))


def doubtful(request) -> list[models.QuerySet]:
    """How many records of each kind carry a doubt that the officer may read."""
    desks = [desk for model, desk in admin.site._registry.items() if hasattr(model, "doubt_th")]
    kinds = [desk.model for desk in desks if "doubt_th" not in desk.hidden_from(request)]
    return [_number(model, written("doubt_th") | written("doubt_en")) for model in kinds]


def out_of_step(request) -> list[dict]:
    """How many records of each kind have a language that does not follow the other one."""
    kinds = {model._meta.label: model for model in publishable_models()}
    labels = {"th": _("%(kind)s: the Thai text is behind"), "en": _("%(kind)s: the English text is behind")}
    items = []
    for label, language, count in behind_counts(list(kinds.values())):
        model = kinds[label]
        if _may_see(request, model):
            said = labels[language] % {"kind": capfirst(str(model._meta.verbose_name_plural))}
            items.append({"label": said, "count": count, "url": list_url(model, f"behind={language}")})
    return sorted(items, key=lambda item: (-item["count"], item["label"]))


def drafts() -> list[models.QuerySet]:
    """How many records of each kind are drafts."""
    return [_number(model, Q(status=Status.DRAFT)) for model in publishable_models()]


def _number(model: type[models.Model], condition: Q) -> models.QuerySet:
    rows = model._base_manager.filter(condition).order_by().annotate(table_of=Value(model._meta.label))
    return rows.values("table_of").annotate(found=Count("pk")).values_list("table_of", "found")
