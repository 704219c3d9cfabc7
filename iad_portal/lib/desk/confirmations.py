"""Officers see beside a field when what it says was last confirmed, and come back to the queue that sent them there."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from iad_portal.lib.claims.age import ClaimState
from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.claims.witnesses import say_still_so
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language

# In the address of a form that the queue opened: the query of the part of the queue to come back to, and whether the
# claim itself was called changed (a doubt else).
FROM_QUEUE, CLAIM_CHANGED = "from_queue", "claim_changed"


def confirmed_in_words(record: Confirmed, source: Any = None) -> str:
    """When what `record` claims was last confirmed, and by whom: an officer, or the `source` that says so."""
    known = record.claim().known_on(calendar.today())
    said = {"date": format_date(known, reader_language(), "short")}
    if known is None:
        return _("No date is recorded on which this was confirmed")
    if known == record.confirmed_on and record.confirmed_by is not None:
        who = record.confirmed_by.get_full_name() or record.confirmed_by.get_username()
        return _("Last confirmed on %(date)s by %(who)s") % (said | {"who": who})
    if source is not None:
        return _("Last known on %(date)s, from the source: %(source)s") % (said | {"source": source})
    return _("Last known on %(date)s") % said


def tell_confirmation(fields: Mapping[str, forms.Field], record: models.Model, source: Any = None) -> None:
    """Say it beside those of the form's `fields` that hold what `record` claims; nothing of a new record."""
    if not isinstance(record, Confirmed) or record.pk is None or not record.claims_about_now:
        return
    line = confirmed_in_words(record, source)
    for name in record.claiming_fields:
        for column in (name, *(f"{name}_{language}" for language in LANGUAGES)):
            if field := fields.get(column):
                field.help_text = format_html('<span class="last-confirmed">{}</span> {}', line, field.help_text)


def confirming_source(record: Any) -> Any:
    """The source, cited by `record`, whose date is its newest confirmation; None when there is none, or an officer."""
    if record.confirmed_on is None or record.confirmed_by_id or not is_told_by_sources(type(record)):
        return None
    if "citations" in getattr(record, "_prefetched_objects_cache", {}):  # a row of a form, fetched with the others
        return next((one.source for one in record.citations.all() if one.source.dated_on == record.confirmed_on), None)
    cited = record.citations.filter(source__dated_on=record.confirmed_on).select_related("source")
    return next((citation.source for citation in cited[:1]), None)


def is_told_by_sources(model: type[models.Model]) -> bool:
    """Whether a claim of `model` is confirmed by the sources that a record cites."""
    return issubclass(model, Confirmed) and model.is_confirmed_by_sources and hasattr(model, "citations")


class ConfirmedForms(admin.ModelAdmin):
    """For admin classes: the forms of records that claim something about now say when that was last confirmed."""

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, change=change, **kwargs)
        if change and isinstance(obj, Confirmed):
            tell_confirmation(form.base_fields, obj, confirming_source(obj))
        return form

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        """What an officer sent by the queue writes in place of a claim is confirmed thereby."""
        is_answer = change and CLAIM_CHANGED in request.GET and isinstance(obj, Confirmed) and form.changed_data
        if is_answer and obj.claim_state() != ClaimState.ENDED and not _is_confirmed_later(obj):
            say_still_so(obj, request.user)
        super().save_model(request, obj, form, change)

    def response_post_save_change(self, request: HttpRequest, obj: models.Model) -> HttpResponse:
        if FROM_QUEUE not in request.GET:
            return super().response_post_save_change(request, obj)
        return HttpResponseRedirect(queue_url(QueryDict(request.GET[FROM_QUEUE]).urlencode()))


def queue_url(query: str = "") -> str:
    """The address of the queue; `query` says which part of it."""
    url = reverse("admin:confirm")
    return f"{url}?{query}" if query else url


def _is_confirmed_later(record: Confirmed) -> bool:
    return bool(record.confirmed_on and record.confirmed_on.first_day > calendar.today())
