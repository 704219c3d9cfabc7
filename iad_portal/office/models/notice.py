"""The bars over every public page: an emergency, a closure, mourning, or a plain notice."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.fields import MomentField
from iad_portal.lib.records.constraints import must
from iad_portal.lib.records.kept_queries import Now
from iad_portal.lib.records.publishing import known_codes
from iad_portal.lib.text.bilingual import LANGUAGES, name_for_staff, reader_language
from iad_portal.lib.text.fields import LineField


class NoticeKind(models.TextChoices):
    """Kinds of notices, the most urgent first: in this order they stand over a page."""

    EMERGENCY = "emergency", _("Emergency")
    CLOSURE = "closure", _("Closure")
    MOURNING = "mourning", _("Mourning")
    INFORMATION = "information", _("Announcement")


is_link = RegexValidator(
    r"^(https?://[^\s/]+\S*|/(?!/)\S*)\Z",
    _("Write an address of this site such as /th/news/, or a whole one with https://."),
)


class SiteNoticeQuerySet(models.QuerySet):
    """Which notices stand."""

    def standing(self, at: datetime | None = None):
        """The notices that readers see at `at` (an aware datetime; now)."""
        moment = at or Now()
        has_begun = Q(starts_at__isnull=True) | Q(starts_at__lte=moment)
        return self.filter(has_begun, Q(ends_at__isnull=True) | Q(ends_at__gt=moment), is_on=True)


class SiteNotice(models.Model):
    """One bar. It stands while it is switched on and its time has come and is not over."""

    kind = models.CharField(
        _("kind"),
        max_length=11,
        choices=NoticeKind,
        help_text=_("Mourning also turns the colours of the whole site to greys."),
    )
    text = LineField(_("text"), max_length=300, help_text=_("One or two sentences: what is so, and until when."))
    url = models.CharField(
        _("leads to"),
        max_length=500,
        blank=True,
        default="",
        validators=[is_link],
        help_text=_("Optional: where more is said. A page of this site opens in the reader’s language."),
    )
    link_label = LineField(_("words of the link"), max_length=100, blank=True, default="")
    is_on = models.BooleanField(_("switched on"), default=False)
    starts_at = MomentField(_("from"), ahead=2, null=True, blank=True, help_text=_("Leave empty to show it at once."))
    ends_at = MomentField(
        _("until"), ahead=2, null=True, blank=True, help_text=_("Leave empty to show it until it is switched off.")
    )

    moment_spans = (("starts_at", "ends_at"),)
    page_moments = (("starts_at", "is_on"), ("ends_at", "is_on"))

    objects = SiteNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice over the site")
        verbose_name_plural = _("notices over the site")
        ordering = ["-is_on", "-pk"]
        constraints = [
            known_codes("kind", NoticeKind, "sitenotice_kind_known"),
            must(
                Q(starts_at__isnull=True) | Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                "sitenotice_ends_after_start",
                _("The notice would end before it begins."),
                "ends_at",
            ),
        ]

    def __str__(self) -> str:
        return name_for_staff(self, "text")

    def clean(self):
        has_label = self.link_label_th or self.link_label_en
        if bool(self.url) != bool(has_label):
            raise ValidationError(_("A link needs both an address and its words."))

    def state(self, at: datetime | None = None) -> str:
        """What the notice does at `at` (now): "off", "coming", "standing" or "over"."""
        at = at or timezone.now()
        if not self.is_on:
            return "off"
        if self.starts_at and self.starts_at > at:
            return "coming"
        return "over" if self.ends_at and self.ends_at <= at else "standing"

    def address(self, language: str | None = None) -> str:
        """Where the link leads a reader of `language` (the active one by default)."""
        first, slash, rest = self.url.removeprefix("/").partition("/")
        if self.url.startswith("/") and first in LANGUAGES:
            return f"/{reader_language(language)}{slash}{rest}"
        return self.url
