"""What marks a sample record, model by model."""

from django.db import models
from django.db.models import Q

from iad_portal.office.models import Page
from networks.models import Commitment, Meeting, Network
from news.models import Article, Newsletter
from plans.models import Plan, Project
from relations.models import Agency, Agreement, City, Country, Embassy, Exchange, Person, Source
from relations.models.numbers import FIRST_OF_SAMPLE

PREFIX = "sample-"
# ISO 3166 leaves QM to QZ to its users for ever.
ISO = tuple(f"Q{letter}" for letter in "MNOPQRSTUVWXYZ")
SUFFIX = {"th": " (ตัวอย่าง)", "en": " (Sample)"}

_SLUG, _CODE = Q(slug__startswith=PREFIX), Q(code__startswith=PREFIX)
# In the order in which they can be taken away: no later one is leaned on by a record that an earlier step leaves.
MARKED: dict[type[models.Model], Q] = {
    Article: _SLUG,
    Newsletter: _SLUG,
    Project: _SLUG,
    Commitment: _CODE,
    Plan: _SLUG,
    Meeting: _SLUG,
    Network: _SLUG,
    Exchange: _CODE,
    Agreement: Q(number__gte=FIRST_OF_SAMPLE),
    Person: _SLUG,
    Embassy: Q(country__in=ISO),
    City: _SLUG,
    Country: Q(iso__in=ISO),
    Agency: _SLUG,
    Page: _SLUG,
    Source: _CODE,
}


def sample_of(model: type[models.Model]) -> models.QuerySet:
    """The sample records of `model`, the last made first."""
    return model._base_manager.filter(MARKED[model]).order_by("-pk")


def count_all() -> int:
    """How many marked records there are, of all kinds."""
    return sum(sample_of(model).count() for model in MARKED)
