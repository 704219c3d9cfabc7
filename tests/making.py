"""A record of any model, made from its fields alone, so that a new model or field is never forgotten.

What cannot be read off the fields (rules between them) stands in RULES.
"""

from datetime import date
from decimal import Decimal
from itertools import count

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.records.publishing import Publishable
from relations.models.subject import OfSubject
from tests import world
from tests.lib.media.pictures import PDF, drawn, encoded

APPS = ("relations", "networks", "plans", "news", "iad_portal")
_numbers = count(20_001)

# Rules between fields that a made record keeps: model name -> the values of some of its fields.
RULES = {
    "city": {"kind": "city", "latitude": Decimal("35.68"), "longitude": Decimal("139.76")},
    "embassy": {"latitude": None, "longitude": None},
    "plan": {"kind": "annual_plan", "fiscal_year": 2013, "month": None},
    "meeting": {"ends_on": None, "course": "postponed"},
    "newsletter": {"fiscal_quarter": 2, "fiscal_year": 2013},
    "membership": {"left_on": None},
    "projectprogress": {"percent": 40},
    "post": {"kind": "other"},
    "fee": {"fiscal_year": None, "currency": "USD"},
    "sitenotice": {"ends_at": None},
    "youthgroup": {"year": 2019},
    "shelflife": {"years": 5},
    "datalicence": {"register": "cities"},
}


def _letters(number: int) -> str:
    return chr(65 + number // 26 % 26) + chr(65 + number % 26)


def _ruled(model: type[models.Model], facts: dict) -> dict:
    """What RULES say of `model`, and what depends on the `facts` given."""
    name, found = model._meta.model_name, {}
    if name == "participation" and {"city", "agency"} & facts.keys():
        found = {"body_th": "", "body_en": ""}
    if name == "commitment" and not {"meeting", "agreement"} & facts.keys():
        found = {"meeting": made(apps.get_model("networks", "meeting"))}
    if issubclass(model, OfSubject) and "subject" not in facts:
        found = {"subject": world.city()}
    return {**RULES.get(name, {}), **found}


def records() -> list[type[models.Model]]:
    """Every model of the portal's own apps with rows that officers write; no history, no index, no links' tables."""
    found = [model for name in APPS for model in apps.get_app_config(name).get_models()]
    made_by_the_house = {
        "keptform",
        "binnedrecord",
        "presence",
        "signintry",
        "firstpassword",
        "revision",
        "searchentry",
        "searchword",
        "searchslip",
        "message",
        "unshown",
        "asked",
        "difference",
        "outerlink",
        "contentversion",
        "subscriber",
        "subscription",
        "delivery",
        "officeralerts",
        "toldfact",
    }
    return [
        model
        for model in found
        if model._meta.model_name not in made_by_the_house and not model.__name__.startswith("Historical")
    ]


def own_fields(model: type[models.Model]) -> list[models.Field]:
    """The columns that somebody fills in: no keys, no sort keys, not the untranslated side of a bilingual text."""
    names = {field.name for field in model._meta.concrete_fields}
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable
        and (field.name == "iso" or not field.primary_key)
        and not isinstance(field, models.AutoField)
        and f"{field.name}_th" not in names
        and field.name not in ("subject_type", "subject_id")
    ]


def made(model: type[models.Model], mark: str = "", **facts) -> models.Model:
    """A record of `model`, published and with all its own columns filled; `mark` stands in each of its texts, or, when
    it is written "mark@en", in those of that language alone.

    Links that may be left out are left out, unless `facts` give them. Raises what save() raises.
    """
    values = {}
    for field in own_fields(model):
        if field.name in facts or field.attname in facts or (field.is_relation and field.null):
            continue
        value = _value(field, mark)
        if value is not None:
            values[field.name] = value
    values |= {name: value for name, value in _ruled(model, facts).items() if name not in facts}
    many = {field.name: facts.pop(field.name) for field in model._meta.many_to_many if field.name in facts}
    if issubclass(model, Publishable):
        values |= {"status": "published", "publish_at": None, "hold_th": False, "hold_en": False}
    record = model(**values | facts)
    record.save()
    for name, others in many.items():
        getattr(record, name).set(others)
    return record


def _value(field: models.Field, mark: str):
    number = next(_numbers)
    if field.is_relation:
        return _linked(field, mark)
    if isinstance(field, models.FileField):
        return _file(field)
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.DateTimeField):
        return None
    if isinstance(field, models.DateField):
        return PartialDate.of(date(2019, 5, 23)) if hasattr(field, "precision_field") else "2019-05-23"
    if isinstance(field, models.DecimalField):
        return Decimal(12)
    if isinstance(field, models.IntegerField):
        return number if field.unique else number % 1000
    word, _at, language = mark.partition("@")
    return _text(field, word if word and language in ("", getattr(field, "language", "none")) else "made", number)


def _file(field: models.FileField):
    """The file of another row, for a second one is only stored again; the first is uploaded as an officer does it."""
    there = field.model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True).first()
    if there:
        return there
    is_picture = isinstance(field, models.ImageField)
    return ContentFile(encoded(drawn()), "a.jpg") if is_picture else ContentFile(PDF, "a.pdf")


def _linked(field: models.Field, mark: str) -> models.Model:
    """What a link that may not be empty leads to: people and sources are marked too, all else is anybody's."""
    name = field.related_model._meta.model_name
    if name == "country" and not field.one_to_one:
        return world.country("JP")
    return made(field.related_model, mark if name in ("person", "source") and "@" not in mark else "")


def _text(field: models.Field, mark: str, number: int) -> str:
    if isinstance(field, models.SlugField):
        return f"{mark.lower()}-{number}"
    if isinstance(field, models.URLField):
        return f"https://{mark.lower()}.example.org/{number}"
    if isinstance(field, models.EmailField):
        return f"{mark.lower()}@example.org"
    if field.name in ("language", "original_language"):
        return "en"
    if field.name in ("iso", "iso3"):
        return _letters(number) + ("Z" if field.name == "iso3" else "")
    words = f"{mark} numbatword {number}"
    return words if len(words) <= (field.max_length or 200) else mark[: field.max_length]
