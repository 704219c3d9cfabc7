"""The city's own departments and offices, and whom to call there."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iad_portal.lib.bilingual import name_for_staff
from iad_portal.lib.codes import CodeField
from iad_portal.lib.fields import LineField, ProseField, SortKeyField
from iad_portal.lib.publishing import known_codes

from .source import Sourced


class AgencyKind(models.TextChoices):
    """How the city's administration ranks it."""

    OFFICE = "office", _("Office")
    DEPARTMENT = "department", _("Department")


class Agency(Sourced):
    """A department or office of the Bangkok Metropolitan Administration with its public focal-point desk."""

    # The office that keeps this portal: its address and telephone are the site's own.
    HOME_SLUG = "iao"

    named_by = ("name",)

    slug = CodeField(_("code"), max_length=40, unique=True)
    name = LineField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=AgencyKind)
    parent_name = LineField(pgettext_lazy("agency", "belongs to"), max_length=200, blank=True)
    desk = LineField(
        _("focal-point desk"),
        max_length=200,
        blank=True,
        help_text=_("The public desk for foreign affairs, not a person."),
    )
    phone = LineField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    address = ProseField(_("address"), blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    social = models.URLField(_("social media page"), max_length=300, blank=True)
    sort_th = SortKeyField(source="name", language="th")
    sort_en = SortKeyField(source="name", language="en")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    figures = GenericRelation("relations.Figure", "subject_id", "subject_type")

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["sort_th", "pk"]
        constraints = [known_codes("kind", AgencyKind, "agency_kind_known")]

    def __str__(self) -> str:
        return name_for_staff(self)

    def get_absolute_url(self) -> str:
        return f"{reverse('relations:agency_list')}#{self.slug}"
