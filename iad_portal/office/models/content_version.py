"""The marks by which kept pages know that the content has changed, one for each app."""

from collections.abc import Iterable

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, models

from iad_portal.lib.records import content_triggers
from iad_portal.lib.records.content_versions import TABLE

APPS = ("relations", "networks", "plans", "news", "office", "search")
# What is of another app than its label says. Every save writes the index of search: it has a mark of its own.
_OF = {
    "iad_portal": "office",
    "redirects": "office",
    "sites": "office",
    **dict.fromkeys(("iad_portal.SearchEntry", "iad_portal.SearchWord", "iad_portal.SearchSlip"), "search"),
}
# Of our own tables, those that no public page reads: what is sent, tried, asked and kept for officers. No history, too.
APART = {
    "iad_portal.Asked",
    "iad_portal.BinnedRecord",
    "iad_portal.CalendarKey",
    "iad_portal.ContentVersion",
    "iad_portal.Difference",
    "iad_portal.EmbargoedPage",
    "iad_portal.EntryLink",
    "iad_portal.FirstPassword",
    "iad_portal.KeptForm",
    "iad_portal.Message",
    "iad_portal.OfficerAlerts",
    "iad_portal.OfficerRight",
    "iad_portal.OfficerSession",
    "iad_portal.OuterLink",
    "iad_portal.OutletLink",
    "iad_portal.OutletVisit",
    "iad_portal.Presence",
    "iad_portal.Preview",
    "iad_portal.Review",
    "iad_portal.SignInTry",
    "iad_portal.ToldFact",
    "iad_portal.Unshown",
    "news.Delivery",
    "news.Subscriber",
    "news.Subscription",
    "relations.AgencyContact",
    "relations.KeptUpload",
    "relations.Revision",
    "relations.Spelling",
}


class ContentVersion(models.Model):
    """One app's mark. The database changes it: nothing in Python writes here (lib.records.content_triggers)."""

    app = models.CharField(max_length=30, primary_key=True)
    mark = models.CharField(max_length=32)

    class Meta:
        db_table = TABLE
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.app} {self.mark}"


def tables() -> dict[str, str]:
    """Each table whose rows public pages show, and its app, one of APPS. A new model is among them by itself."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        of = _OF.get(model._meta.label) or _OF.get(model._meta.app_label) or model._meta.app_label
        if of in APPS and model._meta.label not in APART and not model.__name__.startswith("Historical"):
            found[model._meta.db_table] = of
    return found


def ensure_marks(using: str = DEFAULT_DB_ALIAS, plan: Iterable[object] = (), **_kwargs: object) -> None:
    """Let the database mark every change from now on; asked after every migration.

    What a migration (of the `plan` that was carried out) changed while a table had no trigger, is marked here.
    """
    content_triggers.ensure(TABLE, tables(), using)
    if plan:
        content_triggers.renew(TABLE, using)
