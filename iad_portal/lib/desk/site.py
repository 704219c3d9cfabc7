"""The officers' desk: its records are grouped by the officers' tasks, not by the apps of the code."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from iad_portal.lib.desk.autosave import autosaved, discarded
from iad_portal.lib.desk.find import find, words_in
from iad_portal.lib.desk.links import found_links
from iad_portal.lib.desk.menu import MenuGroup, menu_of
from iad_portal.lib.desk.presence import present
from iad_portal.lib.desk.review_panels import answered, groups_of
from iad_portal.lib.desk.roles import may_let_out
from iad_portal.lib.desk.sent_files import kept_picture, received


class Task(models.TextChoices):
    """The headings of the desk, in the order in which they stand there."""

    PARTNERS = "partners", _("Partner cities and agreements")
    EMBASSIES = "embassies", _("Embassies")
    NETWORKS = "networks", _("Networks and meetings")
    PLANS = "plans", _("Plans and projects")
    NEWS = "news", _("News and publications")
    OFFICE = "office", _("The office and its pages")
    REFERENCE = "reference", _("People, sources and files")
    DESK = "desk", _("Officers and the record of work")


class PortalAdminSite(admin.AdminSite):
    """Stock admin under the portal's name: headings by task, and a first page of what waits for the officer.

    Each ModelAdmin says its `task`, and its `position` among the records of the task.
    """

    site_title = _("Officers’ desk")
    site_header = _("International Affairs Office · officers’ desk")
    index_title = _("Officers’ desk")
    empty_value_display = "–"
    # What the first page is made of: request -> the context of its template.
    start: Callable[[HttpRequest], dict[str, Any]] | None = None

    # How many facts wait to be confirmed by whoever asks: request -> number, None of one who confirms none.
    to_confirm: Callable[[HttpRequest], int | None] | None = None

    # What records lack that are to be let out: records -> {record: list of lib.proofreading.finding.Finding}.
    lacking: Callable[[list[Any]], dict[Any, Any]] | None = None

    # The page on which officers confirm what the portal claims: request -> answer.
    confirm: Callable[[HttpRequest], HttpResponse] | None = None

    # The page on which an officer looks at a preview and shares it: request, key -> answer.
    preview: Callable[[HttpRequest, UUID], HttpResponse] | None = None

    # The pages of the bin: request, the key of an entry (or None), whether it is to be forgotten -> answer.
    bin: Callable[[HttpRequest, int | None, bool], HttpResponse] | None = None

    # Called with the request when an officer has changed the own password.
    password_changed: Callable[..., Any] | None = None

    # Where somebody is led who has shown a password and owes more: request -> address, or None.
    next_step: Callable[[HttpRequest], str | None] | None = None

    # The pages of accounts: (path, view, name), each of which says itself who may open it.
    account_pages: Sequence[tuple[str, Callable[..., Any], str]] = ()

    # What the page for signing in says beside its form: -> what its template is given.
    sign_in_words: Callable[[], dict[str, Any]] | None = None

    def get_urls(self) -> list[Any]:
        # Before Django's own, the last of which takes every address.
        own = [
            path("help/", self.admin_view(self.help_view), name="help"),
            path("confirm/", self.admin_view(self.confirm_view), name="confirm"),
            path("links/", self.admin_view(self.links_view), name="links"),
            path("preview/<uuid:key>/", self.admin_view(self.preview_view), name="preview"),
            path("bin/", self.admin_view(self.bin_view), name="bin"),
            path("bin/<number:key>/", self.admin_view(self.bin_view), name="binned"),
            path("bin/<number:key>/forget/", self.admin_view(self.bin_view), {"is_forgetting": True}, name="forget"),
            path("upload/", never_cache(require_POST(received)), name="upload"),
            path("upload/<uuid:key>/", self.admin_view(kept_picture), name="kept_picture"),
            path("keep/", never_cache(require_POST(autosaved)), name="keep"),
            path("present/", self.admin_view(require_POST(present)), name="present"),
            path("find/", self.admin_view(self.find_view), name="find"),
            path("review/", self.admin_view(self.reviews_view), name="reviews"),
            path("review/<number:number>/", self.admin_view(require_POST(answered)), name="review"),
            path("discard/", self.admin_view(require_POST(discarded)), name="discard"),
        ]
        accounts = [path(address, view, name=name) for address, view, name in self.account_pages]
        return [*own, *accounts, *super().get_urls()]

    def help_view(self, request: HttpRequest) -> HttpResponse:
        """The manual of the desk."""
        return TemplateResponse(request, "admin/help.html", self.each_context(request) | {"title": _("Manual")})

    def links_view(self, request: HttpRequest) -> HttpResponse:
        """Records that a text may link, for the editor's script."""
        return found_links(request, self)

    def confirm_view(self, request: HttpRequest) -> HttpResponse:
        """The queue of what is to be confirmed; 404 while the office has none."""
        if self.confirm is None:
            raise Http404
        return self.confirm(request)

    def preview_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """A preview beside what can be done with it; 404 while the office keeps none."""
        if self.preview is None:
            raise Http404
        return self.preview(request, key)

    def bin_view(self, request: HttpRequest, key: int | None = None, is_forgetting: bool = False) -> HttpResponse:
        """What was deleted and can be brought back; 404 while the office keeps nothing."""
        if self.bin is None:
            raise Http404
        return self.bin(request, key, is_forgetting)

    def find_view(self, request: HttpRequest) -> HttpResponse:
        """Records of every kind, by name or number."""
        words, context = words_in(request), self.each_context(request)
        kinds = [kind["model"] for heading in context["available_apps"] for kind in heading["models"]]
        title = _("Found for “%(words)s”") % {"words": words} if words else _("Search the desk")
        found = find(request, [self._registry[kind] for kind in kinds], words)
        return TemplateResponse(
            request, "admin/find.html", context | {"title": title, "desk_words": words, "found": found}
        )

    def reviews_view(self, request: HttpRequest) -> HttpResponse:
        """What waits for review and was sent back, as far as it concerns whoever asks."""
        facts = {
            "title": _("For review"),
            "review_groups": groups_of(request),
            "is_publisher": may_let_out(request.user),
        }
        return TemplateResponse(request, "admin/reviews.html", self.each_context(request) | facts)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """429 when the form says how long this visitor has to wait. Who is halfway in is led on."""
        step = self.next_step(request) if self.next_step and request.method == "GET" else None
        if step:
            return HttpResponseRedirect(step)
        words = self.sign_in_words() if self.sign_in_words else {}
        response = super().login(request, words | (extra_context or {}))
        form = (getattr(response, "context_data", None) or {}).get("form")
        if wait := getattr(form, "seconds_to_wait", 0):
            response.status_code = 429
            response["Retry-After"] = wait
        return response

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        response = super().password_change(request, extra_context)
        if self.password_changed and request.method == "POST" and response.status_code == 302:
            self.password_changed(request)
        return response

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        context = super().each_context(request)
        menu = partial(self._menu, request, context["available_apps"])
        return context | {"site_url": reverse("home"), "desk_menu": menu}

    def _menu(self, request: HttpRequest, headings: list[dict[str, Any]]) -> list[MenuGroup]:
        """Called by the template of a page that has a menu."""
        number = self.to_confirm(request) if self.to_confirm else None
        return menu_of(request, headings, number, reverse("admin:bin") if may_open_bin(self, request) else "")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        if app_label:
            return super().get_app_list(request, app_label)
        found: list[dict[str, Any]] = SimpleLazyObject(partial(self._by_task, request))
        return found

    def _by_task(self, request: HttpRequest) -> list[dict[str, Any]]:
        by_task: dict[Task, list[dict[str, Any]]] = {task: [] for task in Task}
        for app in self._build_app_dict(request).values():
            for model in app["models"]:
                by_task[getattr(self._registry[model["model"]], "task", Task.DESK)].append(model)
        return [self._heading(task, entries) for task, entries in by_task.items() if entries]

    def _heading(self, task: Task, entries: list[dict[str, Any]]) -> dict[str, Any]:
        def position(entry: dict[str, Any]) -> Any:
            return getattr(self._registry[entry["model"]], "position", 50), entry["name"]

        return {
            "name": task.label,
            "app_label": f"task-{task.value}",
            "app_url": reverse("admin:index"),
            "has_module_perms": True,
            "models": sorted(entries, key=position),
        }

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        found = self.start(request) if self.start else {}
        context = self.each_context(request) | {"title": self.index_title, **found, **(extra_context or {})}
        return TemplateResponse(request, "admin/index.html", context)


def may_open_bin(site: admin.AdminSite, request: HttpRequest) -> bool:
    """Whether whoever asks may delete any record of the office, and so bring one back."""
    desks = (desk for desk in site._registry.values() if getattr(desk, "goes_to_bin", False))
    return any(desk.has_delete_permission(request) for desk in desks)
