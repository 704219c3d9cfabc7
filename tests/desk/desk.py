"""Helpers for the tests of the officers' desk."""

from html.parser import HTMLParser

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from iad_portal.office.groups import ensure_groups
from tests.boxes import BOXES_ALONE


def officer(name: str = "malee", group: str = "", **facts) -> User:
    """Someone who may sign in to the desk; of `group`, or else a superuser."""
    user = User.objects.create(username=name, is_staff=True, is_superuser=not group, **facts)
    if group:
        if not Group.objects.filter(name=group).exists():  # made with the database, but for the one of earlier versions
            Group.objects.create(name=group)
            ensure_groups()
        user.groups.add(Group.objects.get(name=group))
    return user


def signed_in(*args, **kwargs) -> Client:
    """A browser in which officer(...) has signed in."""
    client = Client()
    client.force_login(officer(*args, **kwargs))
    return client


def desk_url(model, page: str = "changelist", *args) -> str:
    """The address of a page of the desk: changelist, add, change or history."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def record_models() -> list:
    """Every kind of record on the desk."""
    return list(admin.site._registry)


class _Form(HTMLParser):
    """Collects what a browser would send back if nobody touched the record's form."""

    def __init__(self, form_id: str):
        super().__init__()
        self.form_id, self.inside, self.values = form_id, False, {}
        self.select = self.textarea = None

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        if tag == "form":
            self.inside = facts.get("id") == self.form_id
        if not self.inside:
            return
        name = facts.get("name")
        if tag == "select":
            self.select = name
        elif tag == "textarea":
            self.textarea, self.values[name] = name, ""
        elif tag == "option" and "selected" in facts and self.select:
            self.values.setdefault(self.select, []).append(facts.get("value", ""))
        elif tag == "input" and name and facts.get("type") not in ("submit", "file"):
            is_box = facts.get("type") in ("checkbox", "radio")
            if not is_box or "checked" in facts:
                self.values[name] = facts.get("value", "on" if is_box else "")

    def handle_data(self, data):
        if self.textarea:
            # A browser drops the line break that follows the opening tag.
            self.values[self.textarea] += (
                data if self.values[self.textarea] else data.removeprefix("\r\n").removeprefix("\n")
            )

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.textarea = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.inside = False


def as_sent(response, model) -> dict:
    """The fields of the record's form on this page as a browser would send them back, untouched."""
    form = _Form(f"{model._meta.model_name}_form")
    form.feed(response.content.decode())
    assert form.values, "no form on this page"
    return {name: value for name, value in form.values.items() if "__prefix__" not in name}


def untouched(client: Client, url: str, model) -> dict:
    """What a browser would send back of the form of `model` at `url`, untouched."""
    return as_sent(client.get(url, **BOXES_ALONE), model)


def errors_of(response) -> list[str]:
    """Every sentence with which a form was refused."""
    shown = response.context
    found = [*shown["adminform"].form.errors.values()]
    for inline in shown["inline_admin_formsets"]:
        found += [error for errors in inline.formset.errors for error in errors.values()] + [
            inline.formset.non_form_errors()
        ]
    return [str(sentence) for errors in found for sentence in errors]
