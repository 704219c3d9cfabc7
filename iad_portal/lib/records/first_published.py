"""For migrations: when records that stand already were first published, as far as history knows it."""

from collections.abc import Callable

from django.utils import timezone

# What this command brought was public on the office's old site, nobody knows since when.
_BROUGHT = "load_starting_data"


def filler(app_label: str, *names: str) -> Callable:
    """A function for RunPython that fills in the first publication of the records of these models."""

    def fill(apps, _schema_editor):
        for name in names:
            _fill(apps.get_model(app_label, name), apps.get_model(app_label, f"historical{name}"))

    return fill


def _fill(model, history) -> None:
    key = model._meta.pk.attname
    rows = history.objects.filter(status="published").order_by("history_id")
    first: dict = {}
    for pk, at, publish_at, label in rows.values_list(key, "history_date", "publish_at", "revision__label"):
        first.setdefault(pk, (None if label == _BROUGHT else max(at, publish_at or at)))
    model.objects.exclude(status="draft").update(was_public=True)
    scheduled = model.objects.filter(publish_at__isnull=False).exclude(status="draft")
    moments = dict(scheduled.values_list("pk", "publish_at"))
    moments = {**first, **{pk: max(at, first.get(pk) or at) for pk, at in moments.items()}}
    for pk, at in moments.items():
        came = at is None or at <= timezone.now()
        noted = model.objects.filter(pk=pk) if came else model.objects.filter(pk=pk, status="published")
        noted.update(was_public=True, first_published_at=at)
