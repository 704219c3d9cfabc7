"""The page on which an officer compares two versions of a record, and takes back what stood in the earlier one."""

from dataclasses import dataclass
from functools import update_wrapper
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from iad_portal.lib.desk.comparing import FIELD, Differing, differences
from iad_portal.lib.desk.kept_forms import KEPT
from iad_portal.lib.desk.record_versions import Key, Version, state_at, versions_of
from iad_portal.lib.desk.taking_back import takeable, taken_back

# The boxes that name the two versions, those that are ticked, and the button that takes all back.
OLD, NEW, TAKE, WHOLE = "old", "new", "take", "_whole"


@dataclass(frozen=True)
class Compared:
    """A thing that differs, and whether this officer can take it back."""

    differing: Differing
    is_takeable: bool


class ComparedVersions(admin.ModelAdmin):
    """For admin classes with `history_tables(request, obj)`: the histories of a record and of the rows of its form."""

    def get_urls(self) -> list[Any]:
        def view(*args: Any, **kwargs: Any) -> HttpResponse:
            return self.admin_site.admin_view(self.compare_view)(*args, **kwargs)

        name = f"{self.opts.app_label}_{self.opts.model_name}_compare"
        # Before Django's own, the last of which takes every address.
        page = path("<path:object_id>/compare/", update_wrapper(view, self.compare_view), name=name)
        return [page, *super().get_urls()]

    def compare_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Two versions beside each other; POST takes what is ticked into a working copy, and opens it."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        tables = self.history_tables(request, record)
        versions = versions_of(tables)
        old, new = _asked_for(request, versions)
        states = [state_at(tables, version.revision) if version else {} for version in (old, new)]
        found = differences((type(record), record.pk), *states) if old and new else []
        hidden = {f"{FIELD}:{name}" for name in self.hidden_from(request)}
        found = [one for one in found if one.name not in hidden]
        if request.method == "POST" and old is not None:
            return self._take_back(request, record, old, states[0], found)
        return self._compared(request, record, versions, (old, new), found)

    def _take_back(
        self,
        request: HttpRequest,
        record: models.Model,
        version: Version,
        earlier: dict[Key, Any],
        found: list[Differing],
    ) -> HttpResponse:
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        chosen = {one.name for one in found} if WHOLE in request.POST else set(request.POST.getlist(TAKE))
        if not chosen:
            messages.warning(request, _("Nothing was chosen: tick what is to stand again as it stood."))
            return HttpResponseRedirect(request.get_full_path())
        kept = taken_back(self, request, record, version, earlier, chosen)
        if kept is None:
            messages.error(request, _("This is too much to be taken back at once: take back less."))
            return HttpResponseRedirect(request.get_full_path())
        return HttpResponseRedirect(f"{kept.path}?{KEPT}={kept.key}")

    def _compared(
        self,
        request: HttpRequest,
        record: models.Model,
        versions: list[Version],
        chosen: tuple[Version | None, Version | None],
        found: list[Differing],
    ) -> HttpResponse:
        may = takeable(self, request, record) if found and self.has_change_permission(request, record) else set()
        compared = [Compared(one, bool({one.name, one.row_model} & may)) for one in found]
        context = self.admin_site.each_context(request) | {
            "title": _("Compare and take back: %(record)s") % {"record": record},
            "object": record, "opts": self.opts, "versions": versions, "old": chosen[0], "new": chosen[1],
            "compared": compared, "may_take_back": any(one.is_takeable for one in compared),
        }  # fmt: skip
        return TemplateResponse(request, "admin/compare.html", context)


def _asked_for(request: HttpRequest, versions: list[Version]) -> tuple[Version | None, Version | None]:
    """The earlier and the later version that `request` names; without names, the last two."""
    by_revision = {str(version.revision): version for version in versions}
    new = by_revision.get(request.GET.get(NEW, ""), versions[0] if versions else None)
    old = by_revision.get(request.GET.get(OLD, ""), versions[1] if len(versions) > 1 else None)
    if old and new and old.number > new.number:
        old, new = new, old
    return old, new
