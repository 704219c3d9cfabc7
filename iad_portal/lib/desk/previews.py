"""A record's public page before it is public: made once from a form, kept for its officer, shared by a link.

What is kept is the page itself in both languages, as it was when the officer asked for it. To show it takes no record
and no right to one, so a link can be given to somebody without an account: whoever has it sees that page and nothing
else, until the moment at which it ends or until the officer takes it back.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from iad_portal.lib.components import Bar
from iad_portal.lib.dates.format import format_moment
from iad_portal.lib.records.addresses import address_in
from iad_portal.lib.records.publishing import Part, Publishable, Status
from iad_portal.lib.text.bilingual import LANGUAGES, reader_language

# A preview that nobody shares is forgotten after a week; of one officer so many are kept, shared ones apart.
KEPT_FOR, MOST = timedelta(days=7), 20
_FROM_REQUEST = ("HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "REMOTE_ADDR", "wsgi.url_scheme")


class Preview(models.Model):
    """One page as a form would have made it: whose preview it is, of which form, and until when a link shows it."""

    key = models.UUIDField(primary_key=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    form_path = models.CharField(max_length=300)
    title = models.CharField(max_length=500)
    page_th = models.TextField()
    page_en = models.TextField()
    made_at = models.DateTimeField(default=timezone.now, db_index=True)
    shared_until = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def page(self, language: str) -> str:
        """The whole page in `language`."""
        return str(getattr(self, f"page_{language}"))

    def is_shared(self, at: datetime | None = None) -> bool:
        """Whether anybody who has the link sees it at `at` (an aware datetime; now)."""
        return self.shared_until is not None and (at or timezone.now()) < self.shared_until

    def url(self, language: str) -> str:
        """The address of the page in `language`."""
        return reverse("preview", args=[self.key, language])


def table() -> type[Preview]:
    """The table of previews (lib has none of its own)."""
    return apps.get_model("iad_portal", "Preview")


def keep(key: UUID, pages: dict[str, str], record: models.Model, officer: AbstractBaseUser, form_path: str) -> Preview:
    """Keep `pages` (HTML by language) of `record` under `key` for `officer`, and forget what ran out."""
    kept, now = table().objects, timezone.now()
    ended = Q(shared_until=None) | Q(shared_until__lte=now)
    kept.filter(ended, made_at__lt=now - KEPT_FOR).delete()
    earlier = kept.filter(ended, officer=officer).order_by("-made_at").values_list("pk", flat=True)
    kept.filter(pk__in=list(earlier[MOST - 1 :])).delete()
    texts = {f"page_{language}": page for language, page in pages.items()}
    return kept.create(key=key, officer=officer, form_path=form_path[:300], title=str(record)[:500], **texts)


def pages_of(record: Publishable, key: UUID, asked: HttpRequest) -> dict[str, str]:
    """The public page of the stored `record` in each language, as it will be when it is published.

    What is to be published together is shown together: the record, and the drafts to which it or its parts point. The
    database holds them as published from then on, so the caller takes the transaction back. `asked` is the officer's
    request, whose host the page is made for.
    """
    for shown in (record, *_drafts_of(record)):
        status = Status.PUBLISHED if shown.status == Status.DRAFT else shown.status
        type(shown)._base_manager.filter(pk=shown.pk).update(status=status, publish_at=None)
    return {language: _page(record, language, key, asked) for language in LANGUAGES}


def _page(record: Publishable, language: str, key: UUID, asked: HttpRequest) -> str:
    with translation.override(language):
        path = address_in(record, language)
        match = resolve(path)
        environ = {name: asked.META[name] for name in _FROM_REQUEST if name in asked.META}
        request: Any = WSGIRequest(
            environ | {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "wsgi.input": BytesIO()}
        )
        request.user, request.resolver_match, request.LANGUAGE_CODE = AnonymousUser(), match, language
        request.preview_bar = _bar(language, key)
        answer = match.func(request, *match.args, **match.kwargs)
        page: bytes = (answer.render() if hasattr(answer, "render") else answer).content
        return page.decode()


def _bar(language: str, key: UUID) -> Bar:
    """What stands over the page: that it is a preview, of when, and where the other language is."""
    other = next(code for code in LANGUAGES if code != language)
    return Bar(
        kind="closure",
        title=_("Preview"),
        text=_("Made on %(when)s to be looked through before it is published. Not to be quoted.")
        % {"when": format_moment(timezone.now(), reader_language())},
        url=reverse("preview", args=[key, other]),
        label=_("The same in English") if other == "en" else _("The same in Thai"),
    )


def _drafts_of(record: models.Model) -> Iterator[Publishable]:
    """The publishable records that are not public yet and to which `record` or one of its parts points."""
    seen: set[tuple[type[models.Model], Any]] = {(type(record), record.pk)}
    for holder in (record, *_parts_of(record)):
        for linked in _linked(holder):
            if (key := (type(linked), linked.pk)) not in seen and not linked.is_readable():
                seen.add(key)
                yield linked


def _linked(holder: models.Model) -> Iterator[Publishable]:
    for field in holder._meta.concrete_fields:
        if field.is_relation and issubclass(field.related_model, Publishable) and getattr(holder, field.attname):
            yield getattr(holder, field.name)
    for field in holder._meta.many_to_many:
        if issubclass(field.related_model, Publishable):
            yield from getattr(holder, field.name).all()


def _parts_of(record: models.Model) -> Iterator[models.Model]:
    for relation in record._meta.related_objects:
        if issubclass(relation.related_model, Part) and relation.field.name == getattr(
            relation.related_model, "owner_field", None
        ):
            yield from relation.related_model._base_manager.filter(**{relation.field.name: record})
