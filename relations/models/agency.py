"""The city's own departments and offices, and whom to call there."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from iad_portal.lib.claims.models import Confirmed
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.records.codes import CodeField
from iad_portal.lib.records.page_keys import OnAPage, PageKey
from iad_portal.lib.records.publishing import known_codes
from iad_portal.lib.records.rings import ring_of
from iad_portal.lib.text.bilingual import name_for_staff
from iad_portal.lib.text.fields import LineField, ProseField, SortKeyField
from iad_portal.lib.text.likeness import bare

from .source import Sourced


class AgencyKind(models.TextChoices):
    """How the city's administration ranks it."""

    OFFICE = "office", _("Office")
    DEPARTMENT = "department", _("Department")


class Agency(OnAPage, Confirmed, Sourced):
    """A department or office of the Bangkok Metropolitan Administration with its public focal-point desk.

    It claims that its desk, telephone and address are these.
    """

    url_name = "relations:agency_list"
    claim_kind = ClaimKind.CONTACT
    claim_fields = ("desk", "phone", "email", "address", "website", "social")

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
    is_official_site = models.BooleanField(
        _("official website"),
        default=False,
        help_text=_("Every public page then opens with the line that this is an official website of the city."),
    )
    sort_th = SortKeyField(source="name", language="th")
    sort_en = SortKeyField(source="name", language="en")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    figures = GenericRelation("relations.Figure", "subject_id", "subject_type")

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["sort_th", "pk"]
        constraints = [known_codes("kind", AgencyKind, "agency_kind_known")]

    def clean(self):
        super().clean()
        if way := self._way_round():
            sentence = _("This would lead back to the agency itself: %(way)s.") % {"way": " → ".join(way)}
            raise ValidationError({"parent_name": sentence})

    def _way_round(self) -> list[str]:
        """The names over which the agency would belong to itself; [] when it does not. It belongs to a name."""
        texts = ("name_th", "name_en", "parent_name_th", "parent_name_en")
        others = Agency.objects.exclude(pk=self.pk).values_list(*texts)
        rows = [tuple(getattr(self, text) for text in texts), *others]
        named = {bare(name): position for position, row in reversed([*enumerate(rows)]) for name in row[:2] if name}

        def above(places):
            parents = ((position, named.get(bare(name))) for position in places for name in rows[position][2:] if name)
            return [step for step in parents if step[1] is not None]

        return [
            rows[position][0] or rows[position][1] for position in ring_of(0, [up for _own, up in above([0])], above)
        ]

    def __str__(self) -> str:
        return name_for_staff(self)

    @classmethod
    def page_of(cls, value: object) -> PageKey:
        """Its line in the directory."""
        return PageKey(cls.url_name, anchor=str(value))
