"""The filters of the list of news, counted over however many articles there are; the forms of alerts by e-mail."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.format import month_name
from iad_portal.lib.dates.queries import Month, Year
from iad_portal.lib.intake.readers_forms import EmailFormField, trap_field
from iad_portal.lib.operations.outgoing import mail_address
from iad_portal.lib.records.kept_queries import Kept, kept_query
from iad_portal.lib.registers.facets import Cell
from iad_portal.lib.registers.filters import FilterForm, year_choices
from iad_portal.lib.text.bilingual import reader_language, text_of
from networks.models import Network
from news.models import Article, ArticleKind, Pace
from relations.models import City, Embassy

ANYTHING = ("", _("All"))
# The records that an article names: field -> (relation, model). An article may name several of each.
NAMED = {"city": ("cities", City), "network": ("networks", Network), "embassy": ("embassies", Embassy)}
# The columns of their keys, as addresses write them.
KEYS = {"city": "cities__slug", "network": "networks__slug", "embassy": "embassies__country"}


class ArticleFilter(FilterForm):
    """News by year, month, kind, city, network and the embassy of a country."""

    filters = ("year", "month", "kind")
    quick = "year"
    searched, search_label = "article", _("Search in news")

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    month = forms.TypedChoiceField(label=_("Month"), coerce=int)
    kind = forms.ChoiceField(label=_("Kind"), choices=[ANYTHING, *ArticleKind.choices])
    city = forms.ChoiceField(label=_("City"))
    network = forms.ChoiceField(label=_("Network"))
    embassy = forms.ChoiceField(label=_("Embassy"))

    def __init__(self, request: HttpRequest):
        super().__init__(request)
        is_narrowed = not self.values.keys().isdisjoint(NAMED)
        self.count(_cells_of(_codes(self.rows(leave_out=self.filters))) if is_narrowed else self._cells)
        self.total = sum(number for number, _codes in self._cells)
        for name, (relation, _model) in NAMED.items():
            counted = Kept(
                lambda name=name, relation=relation: _counted_by(self, name, relation),
                (_counted_by, name, frozenset(self.values.items())),
                {},
            )
            self.tell(name, {self._slugs[name].get(key): number for key, number in counted})

    def fill(self) -> None:
        """Fill the choices with what the published articles really have: four queries.

        A published record without news is a choice where it is asked for: who follows it waits for the first.
        """
        self._cells, language = _cells_of(_all_codes()), reader_language()
        self.fields["year"].choices = [("", _("All years")), *year_choices(self._cells)]
        self.fields["month"].choices = [ANYTHING, *((number, month_name(number, language)) for number in range(1, 13))]
        self._slugs: dict[str, dict[int, str]] = {}
        for name in NAMED:
            records = list(_told_of(name).rows())
            asked = self.data.get(name, "")
            if asked and asked not in map(_key_of, records):
                records += _without_news(name, key=asked.upper() if name == "embassy" else asked).rows()
            self._slugs[name] = {record.pk: _key_of(record) for record in records}
            self.fields[name].choices = [ANYTHING, *((_key_of(record), _short_name(record)) for record in records)]

    def rows(self, leave_out: tuple[str, ...] = ()) -> QuerySet:
        """The published articles that fit; `leave_out` names filters that do not narrow them here."""
        columns = {"year": "dated_on__year", "month": "month_there", "kind": "kind", **KEYS}
        wanted = {columns[name]: value for name, value in self.values.items() if name not in leave_out}
        if code := wanted.pop(KEYS["embassy"], ""):
            wanted[KEYS["embassy"]] = code.upper()
        return Article.objects.published().alias(month_there=Month("dated_on")).filter(**wanted)


@kept_query
def _told_of(name: str) -> QuerySet:
    """The published records of NAMED that a published article names, by their names."""
    relation, model = NAMED[name]
    told = Article.objects.published().filter(**{relation: OuterRef("pk")})
    rows = model.objects.published().filter(Exists(told))
    if model is Embassy:
        return rows.select_related("country").order_by(f"country__sort_{reader_language()}", "pk")
    return rows.by_name(reader_language())


@kept_query
def _without_news(name: str, *, key: str) -> QuerySet:
    """The published record of NAMED with that key, if there is one."""
    if name == "embassy":
        return Embassy.objects.published().filter(country_id=key).select_related("country")
    return NAMED[name][1].objects.published().filter(slug=key)


def _counted_by(form: ArticleFilter, name: str, relation: str) -> QuerySet:
    """How many articles name each record of `relation`, under the other filters of `form`."""
    return form.rows(leave_out=(name,)).order_by().values_list(relation).annotate(number=Count("pk"))


def _codes(rows: QuerySet) -> QuerySet:
    """`rows` counted by year, month and kind."""
    columns = {"year": Year("dated_on"), "month": Month("dated_on")}
    return rows.order_by().annotate(**columns).values_list(*columns, "kind").annotate(number=Count("pk"))


@kept_query
def _all_codes() -> QuerySet:
    return _codes(Article.objects.published())


def _cells_of(counted: Iterable[tuple]) -> list[Cell]:
    return [(number, {"year": (year,), "month": (month,), "kind": (kind,)}) for year, month, kind, number in counted]


def _key_of(record: City | Network | Embassy) -> str:
    """Its key in an address: the slug, or the code of the country in small letters."""
    return record.country_id.lower() if isinstance(record, Embassy) else record.slug


def _short_name(record: City | Network | Embassy) -> str:
    if isinstance(record, Embassy):
        return str(text_of(record.country, "name"))
    return getattr(record, "acronym", "") or str(text_of(record, "name"))


class WishesForm(forms.Form):
    """How often, and in which language: what a subscriber may change at any time."""

    use_required_attribute = False  # a browser's own sentences would be in the browser's language
    pace = forms.ChoiceField(
        label=_("How often"),
        choices=Pace.choices,
        initial=Pace.DAILY,
        error_messages={"required": _("Choose how often."), "invalid_choice": _("Choose how often.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the letters"),
        choices=settings.LANGUAGES,
        error_messages={"required": _("Choose the language."), "invalid_choice": _("Choose the language.")},
    )


class AlertForm(WishesForm):
    """Asking for alerts: an address, what about, how often, in which language."""

    email = EmailFormField(
        label=_("Your e-mail address"),
        help_text=_("A letter comes to this address first. Nothing else is sent before you confirm it."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("Write a whole e-mail address, such as name@example.com."),
            "max_length": _("Write an ordinary e-mail address, such as name@example.com."),
        },
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[ANYTHING, *ArticleKind.choices], required=False)
    city = forms.ChoiceField(label=_("City"), required=False)
    network = forms.ChoiceField(label=_("Network"), required=False)
    website = trap_field()
    field_order = ["email", "kind", "city", "network", "pace", "language"]
    # What an address of the form may choose.
    ASKED = ("kind", "city", "network")
    # Those of them that are records.
    RECORDS = ("city", "network")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = reader_language()
        self._keys: dict[str, dict[str, int]] = {}
        for name in self.RECORDS:
            records = list(_public(NAMED[name][1]).rows())
            self._keys[name] = {record.slug: record.pk for record in records}
            self.fields[name].choices = [ANYTHING, *((record.slug, _short_name(record)) for record in records)]
        for name in self.ASKED:
            self.fields[name].error_messages["invalid_choice"] = _("Choose one of the options in the list.")

    def knows(self, asked: dict[str, str]) -> bool:
        """Whether every one of `asked` (name -> value) can be chosen in the form."""
        return all(
            name in self.ASKED and value in dict(self.fields[name].choices) and value for name, value in asked.items()
        )

    def clean_email(self) -> str:
        return mail_address(self.cleaned_data["email"])

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(gettext("Leave the last field empty and send the form again."))
        return ""

    @property
    def scope(self) -> dict[str, Any]:
        """What the news is to be about, as columns of a subscription."""
        keys = {f"{name}_id": self._keys[name].get(self.cleaned_data[name]) for name in self.RECORDS}
        return {"kind": self.cleaned_data["kind"], **keys}


@kept_query
def _public(model: type[City | Network]) -> QuerySet:
    """The published records of `model`, by their names."""
    return model.objects.published().by_name(reader_language())
