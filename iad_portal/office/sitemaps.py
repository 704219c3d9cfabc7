"""Every public address with its counterpart in the other language, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from iad_portal.lib.records.faults import shown
from iad_portal.office.models import Page
from networks.models import Meeting, Network
from news.models import Article, Newsletter
from plans.models import Plan
from relations.models import Agreement, City, Embassy

REGISTERS = (
    "home",
    "relations:city_list",
    "relations:agreement_list",
    "relations:embassy_list",
    "relations:agency_list",
    "networks:network_list",
    "networks:meeting_list",
    "plans:plan_list",
    "news:article_list",
    "news:newsletter_list",
    "about",
    "contact",
    "data",
    "feeds",
    "sources",
)


class BothLanguages(Sitemap):
    """Each address in Thai and English, each naming the other (hreflang), Thai for any other reader."""

    i18n = True
    alternates = True
    x_default = True
    limit = 10_000


class Registers(BothLanguages):
    """The lists and the pages that are not records."""

    def items(self):
        return list(REGISTERS)

    def location(self, item):
        return reverse(item)


def _with_address(record):
    """The record itself; asking for its address raises when it has none, and `shown` then leaves it out."""
    record.get_absolute_url()
    return record


class Records(BothLanguages):
    """The published records of one model."""

    def __init__(self, model):
        self.model = model

    def items(self):
        return shown(self.model.objects.published().order_by("pk"), _with_address, "sitemap")

    def lastmod(self, item):
        return item.changed_at


MODELS = (City, Agreement, Embassy, Network, Meeting, Plan, Article, Newsletter, Page)
SITEMAPS = {"registers": Registers, **{model._meta.model_name: Records(model) for model in MODELS}}
