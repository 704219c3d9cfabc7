"""The first page of the desk: the officer's queue of work, by group, and what stands beside it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date, weekday_name
from iad_portal.lib.desk.autosave import copies_of
from iad_portal.lib.text.bilingual import reader_language
from networks.models import Meeting
from news.models import Article
from relations.models import Agreement, Exchange

from .start_coming import coming_group, partners_now
from .start_numbers import numbers, numbers_apart
from .start_office import answers_group, site_group
from .start_others import acts, totals
from .start_own import own_group, review_group, reviews_for
from .start_rows import Link, add_url


def start(request: HttpRequest) -> dict[str, Any]:
    """What the template of the page needs. Groups without a row are left out."""
    today, reviews = calendar.today(), reviews_for(request)
    counted, partners = numbers(today) | numbers_apart(), partners_now(today)
    groups = [
        own_group(request, reviews),
        review_group(request, reviews),
        answers_group(request, counted),
        coming_group(request, counted, today, partners),
        site_group(request, counted),
    ]
    language = reader_language()
    day = {"weekday": weekday_name(today, language), "day": format_date(today, language)}
    return {
        "title": _("My work"),
        "today": _("%(weekday)s, %(day)s") % day,
        "kept_copies": copies_of(request.user),
        "quick": quick(request),
        "groups": [group for group in groups if group.rows],
        "acts": acts(request),
        "totals": totals(counted, partners),
    }


def quick(request: HttpRequest) -> list[Link]:
    """What officers begin most often, as far as this one may; the first stands out."""
    asked = [
        (_("Write news"), Article),
        (_("Record a visit"), Exchange),
        (_("Add an agreement"), Agreement),
        (_("Add a meeting"), Meeting),
    ]
    return [
        Link(words, add_url(kind)) for words, kind in asked if admin.site._registry[kind].has_add_permission(request)
    ]
