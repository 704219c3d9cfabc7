"""The shelf lives that the office has set, instead of those of lib.claims.shelf_life."""

from django.db import models
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.shelf_life import ClaimKind, read_again
from iad_portal.lib.records.constraints import must, once
from iad_portal.lib.records.publishing import known_codes


class ShelfLife(models.Model):
    """For how many years after its last confirmation a kind of claim may stand in the present tense."""

    kind = models.CharField(_("kind of claim"), max_length=20, choices=ClaimKind)
    years = models.PositiveSmallIntegerField(
        _("years"),
        help_text=_("So long after its last confirmation pages say it in the present tense; then “last known”."),
    )

    class Meta:
        verbose_name = _("shelf life")
        verbose_name_plural = _("shelf lives")
        ordering = ["kind"]
        constraints = [
            known_codes("kind", ClaimKind, "shelf_life_kind_known"),
            once("kind", name="shelf_life_once", sentence=_("This kind has a shelf life already: change that one.")),
            must(
                models.Q(years__range=(1, 99)),
                "shelf_life_years",
                _("A shelf life is between 1 and 99 years."),
                "years",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.years}"


def _heed(**_kwargs) -> None:
    read_again()


for signal in (post_save, post_delete):
    signal.connect(_heed, sender=ShelfLife, dispatch_uid="shelf-life")
