"""Beside the queue on the desk's first page: what colleagues did lately, and the totals of the public site."""

from dataclasses import dataclass

from django.contrib import admin
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.desk.kept_forms import form_at
from iad_portal.lib.desk.merge_words import name_of
from iad_portal.lib.desk.presence import open_now
from iad_portal.lib.text.bilingual import reader_language
from networks.models import Network
from news.models import Article
from relations.models import Agreement, Embassy

from .start_coming import PartnersNow
from .start_numbers import Numbers
from .start_office import number_of
from .start_rows import Link, change_url, may_see

MOST_ACTS, MOST_OPEN = 6, 3


@dataclass(frozen=True, slots=True)
class Act:
    """What a colleague did or does: `said` in a sentence without the name, of which record, when."""

    who: str
    said: str
    name: str
    url: str
    when: str

    @property
    def initial(self) -> str:
        """The letter that stands for the officer."""
        return next((letter for letter in self.who if letter.isalpha() and letter not in "เแโใไ"), self.who[:1])


def acts(request: HttpRequest) -> list[Act]:
    """What others have open now, then what they saved lately, of kinds that the officer sees. Two queries."""
    return [*_open(request), *_saved(request)]


def _open(request: HttpRequest) -> list[Act]:
    found = []
    for row in open_now(request.user):
        form = form_at(row.path)
        if form and form[0].has_view_or_change_permission(request):
            kind, since = str(form[0].opts.verbose_name), format_moment(row.since, reader_language())
            found.append(Act(name_of(row.officer), _("has a form open:"), kind, row.path, since))
    return found[:MOST_OPEN]


def _saved(request: HttpRequest) -> list[Act]:
    words = {ADDITION: _("added"), CHANGE: _("changed")}
    kinds = {model._meta.label_lower: model for model in admin.site._registry if may_see(request, model)}
    rows = LogEntry.objects.exclude(user=request.user).select_related("user", "content_type").order_by("-pk")
    found = []
    for row in rows[: MOST_ACTS * 4]:
        kind = row.content_type and kinds.get(f"{row.content_type.app_label}.{row.content_type.model}")
        if kind is None:
            continue
        url = change_url(kind, row.object_id) if row.action_flag in words else ""
        said, when = words.get(row.action_flag) or _("deleted"), format_moment(row.action_time, reader_language())
        found.append(Act(name_of(row.user), said, row.object_repr, url, when))
    return found[:MOST_ACTS]


def totals(numbers: Numbers, partners: PartnersNow) -> list[Link]:
    """What the public site counts today, by its own queries."""
    cities = reverse("relations:city_list")
    registers = [
        (_("agreements"), "relations:agreement_list", Agreement),
        (_("embassies"), "relations:embassy_list", Embassy),
        (_("news"), "news:article_list", Article),
        (_("networks"), "networks:network_list", Network),
    ]
    return [
        Link(ngettext("partner city", "partner cities", partners.cities), cities, partners.cities),
        Link(ngettext("country", "countries", partners.countries), cities, partners.countries),
        *(Link(words, reverse(url), number_of(numbers, "public", model).count) for words, url, model in registers),
    ]
