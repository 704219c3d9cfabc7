"""The photographs that the office has already, for a form that wants one of them, and where each of them is used.

An officer is shown what belongs to records that the officer may see. Each upload stands once, with the words of its
latest row; a form that takes it gets a row of its own, which shares the file.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Max, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iad_portal.lib.intake.sent_numbers import key_in
from iad_portal.lib.media.reused_files import reused_of
from iad_portal.lib.text.hygiene import clean_line
from relations.models import Photo

# So many stand on one part of the library; and so many records of a kind are looked for by their own names.
PART, MOST_RECORDS = 24, 200
# What a new row is told besides the file; the order is the form's own.
COPIED = ("alt_th", "alt_en", "caption_th", "caption_en", "credit_th", "credit_en", "licence", "focus_x", "focus_y")


def seen_by(request: HttpRequest, photos: QuerySet[Photo]) -> QuerySet[Photo]:
    """Those of `photos` that belong to kinds of records which the officer may see."""
    kinds = ContentType.objects.get_for_models(*admin.site._registry, for_concrete_models=False)
    seen = [kind.pk for model, kind in kinds.items() if admin.site._registry[model].has_view_permission(request)]
    return photos.filter(subject_type__in=seen, upload_key__isnull=False)


def library(request: HttpRequest, photos: QuerySet[Photo]) -> dict[str, Any]:
    """One part of what of `photos` the officer may take: {"photos": list, "next": the number of the next part or None}.

    `request` asks for "q", words of the photograph or of its record, and for "part", from 0.
    """
    photos = seen_by(request, photos)
    term, part = clean_line(request.GET.get("q", "")), key_in(request.GET.get("part")) or 0
    if term:
        photos = photos.filter(_with_words(term) | _of_records(request, term, photos))
    uploads = photos.order_by().values("upload_key").annotate(latest=Max("pk")).order_by("-latest")
    keys = list(uploads.values_list("latest", flat=True)[part * PART : (part + 1) * PART + 1])
    used = dict(
        Photo.objects.filter(upload_key__in=photos.filter(pk__in=keys).values("upload_key"))
        .order_by().values_list("upload_key").annotate(Count("pk"))
    )  # fmt: skip
    rows = photos.filter(pk__in=keys[:PART]).prefetch_related("people").order_by("-pk")
    return {
        "photos": [_entry(photo, used[photo.upload_key]) for photo in rows],
        "next": part + 1 if len(keys) > PART else None,
        "said": "" if keys else _("No photo is found by these words."),
    }


def _with_words(term: str) -> Q:
    found = Q()
    for name in COPIED[:6]:
        found |= Q(**{f"{name}__icontains": term})
    return found


def _of_records(request: HttpRequest, term: str, photos: QuerySet[Photo]) -> Q:
    """Photographs of records that the desk's own search finds by `term`."""
    found = Q(pk__in=[])
    for kind in ContentType.objects.filter(pk__in=photos.order_by().values("subject_type")):
        desk = admin.site._registry.get(kind.model_class())
        if desk and desk.get_search_fields(request):
            rows, _may_repeat = desk.get_search_results(request, desk.get_queryset(request).order_by(), term)
            keys = [str(key) for key in rows.values_list("pk", flat=True)[:MOST_RECORDS]]
            found |= Q(subject_type=kind, subject_id__in=keys)
    return found


def _entry(photo: Photo, used: int) -> dict[str, Any]:
    number = ngettext("used once", "used %(number)d times", used) % {"number": used}
    return {
        "token": reused_of(photo).token, "key": photo.upload_key.hex, "name": str(photo), "shown": photo.thumbnail_url,
        "where": f"{photo.subject} · {number}",
        "words": {name: str(getattr(photo, name) if getattr(photo, name) is not None else "") for name in COPIED},
        "people": [[person.pk, str(person)] for person in photo.people.all()],
    }  # fmt: skip


def used_in(rows: Iterable[Photo]) -> str:
    """The records of `rows`, photographs that share a file, each linked to its form."""
    links = []
    for photo in rows:
        if photo.subject is not None:
            opts = photo.subject._meta
            url = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[quote(photo.subject.pk)])
            links.append((url, opts.verbose_name, photo.subject))
    return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}: {}</a></li>', links)) if links else "–"
