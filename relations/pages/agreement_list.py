"""The register of agreements: its filters, and how many they leave."""

from django import forms
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from iad_portal.lib.dates.queries import Year
from iad_portal.lib.registers.facets import Cell
from iad_portal.lib.registers.filters import FilterForm, year_choices
from iad_portal.lib.text.bilingual import reader_language, text_of
from relations.models import Agreement, City, Instrument

# The codes are the questions that AgreementQuerySet answers.
STATES = {
    "in_force": _("In force today"),
    "ended": _("Ended"),
    "not_yet": _("Not yet in force"),
    "undated": _("Without a recorded date"),
}


class AgreementFilter(FilterForm):
    """Year of signing (in the address C.E.), form, state today, city; and the order."""

    filters = ("year", "instrument", "state", "city")

    year = forms.TypedChoiceField(label=_("Year of signing"), coerce=int)
    instrument = forms.ChoiceField(label=_("Form of agreement"), choices=[("", _("All forms")), *Instrument.choices])
    state = forms.ChoiceField(label=_("State today"), choices=[("", _("All")), *STATES.items()])
    city = forms.ChoiceField(label=_("Partner city"))
    sort = forms.ChoiceField(
        label=_("Order"), choices=[("", _("Newest first")), ("number", _("By number"))], widget=forms.HiddenInput
    )

    def __init__(self, request: HttpRequest):
        super().__init__(request)
        self.count(self._cells)

    def fill(self) -> None:
        """Only years and cities of published agreements can be asked for: two questions."""
        self._cells = cells()
        self.fields["year"].choices = [("", _("All years")), *year_choices(self._cells)]
        self.fields["city"].choices = [("", _("All cities")), *_cities()]

    def rows(self) -> QuerySet:
        """The published agreements that pass the filters, in the order asked for."""
        columns = {"year": "signed_on__year", "instrument": "instrument", "city": "city__slug"}
        values = self.values
        rows = Agreement.objects.published().filter(
            **{column: values[name] for name, column in columns.items() if name in values}
        )
        if "state" in values:
            rows = getattr(rows, values["state"])()
        return rows.order_by("number") if self.order == "number" else rows.newest_first()


def cells() -> list[Cell]:
    """The published agreements by year, form, city and the states they are in today: one question."""
    same = Agreement.objects.filter(pk=OuterRef("pk"))
    states = {f"is_{code}": Exists(getattr(same, code)()) for code in STATES}
    rows = Agreement.objects.published().order_by().annotate(year=Year("signed_on"), **states)
    counted = rows.values_list("year", "instrument", "city__slug", *states).annotate(number=Count("pk"))
    return [
        (
            number,
            {
                "year": (year,),
                "instrument": (instrument,),
                "city": (city,),
                "state": [code for code, is_so in zip(STATES, answers, strict=True) if is_so],
            },
        )
        for year, instrument, city, *answers, number in counted
    ]


def _cities() -> list[tuple[str, str]]:
    signed = Agreement.objects.published().filter(city=OuterRef("pk"))
    cities = City.objects.published().filter(Exists(signed)).by_name(reader_language())
    return [(city.slug, str(text_of(city, "name"))) for city in cities]


def result(form: AgreementFilter) -> str:
    """How many agreements pass the filters, of how many, in words."""
    words = {"count": f"{form.found:,}", "total": f"{form.total:,}"}
    if form.found == form.total:
        return ngettext("%(count)s agreement", "%(count)s agreements", form.total) % words
    return ngettext("%(count)s of %(total)s agreement", "%(count)s of %(total)s agreements", form.total) % words
