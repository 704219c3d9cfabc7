"""What is shown to the press before its moment: the page of a record, a link for each outlet, and who opened it."""

from uuid import uuid4

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.records.constraints import once


class EmbargoedPage(models.Model):
    """The page of a record as its outlets see it before it is public, in both languages: one for each record.

    It is the page of a preview; another preview of the same record may take its place.
    """

    record_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    record_id = models.CharField(max_length=40)
    record = GenericForeignKey("record_type", "record_id")
    title = models.CharField(max_length=500)
    page_th = models.TextField()
    page_en = models.TextField()
    made_at = models.DateTimeField(default=timezone.now)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            once(
                "record_type",
                "record_id",
                name="embargoed_page_once",
                sentence=_("A record has one page for the press at most."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def page(self, language: str) -> str:
        """The whole page in `language`."""
        return str(getattr(self, f"page_{language}"))


class OutletLinkQuerySet(models.QuerySet["OutletLink"]):
    """Links asked for by whether they hold."""

    def open(self) -> "OutletLinkQuerySet":
        """Those that have neither ended nor been taken back."""
        return self.filter(Q(taken_back_at=None), ends_at__gt=timezone.now())


class OutletLink(models.Model):
    """The link of one outlet (a newspaper, a station): whoever has it sees the page until it ends or is taken back."""

    key = models.UUIDField(primary_key=True, default=uuid4)
    page = models.ForeignKey(EmbargoedPage, models.CASCADE, related_name="links")
    outlet = models.CharField(max_length=120)
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    objects = OutletLinkQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["outlet", "made_at"]

    def __str__(self) -> str:
        return self.outlet

    def is_open(self) -> bool:
        """Whether it holds now."""
        return self.taken_back_at is None and timezone.now() < self.ends_at


class OutletVisit(models.Model):
    """One opening of an outlet's link: when, and in which language. Of the visitor nothing is kept."""

    link = models.ForeignKey(OutletLink, models.CASCADE, related_name="visits")
    at = models.DateTimeField(default=timezone.now)
    language = models.CharField(max_length=2)

    class Meta:
        default_permissions = ()
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.link} {self.at:%Y-%m-%d %H:%M}"
