"""Every form of the desk is for everyone: with all its parts open, axe finds no fault, and the console is silent.

Contrast, two thirds of what axe costs, is the same on all of them, and measured on pages of every sort (test_admin.py).
"""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import RequestFactory

from tests.browser import measures
from tests.desk.desk import desk_url

pytestmark = pytest.mark.browser

OPEN_ALL = "for (const part of document.querySelectorAll('#content details')) part.open = true"


def forms() -> list[str]:
    """A form of every kind of record: of a new one where that may be made, and of the first that is there."""
    asked = RequestFactory().get("/")
    asked.user = User.objects.filter(is_superuser=True).first()
    paths = []
    for model, model_admin in admin.site._registry.items():
        first = model._base_manager.first()
        if first is not None:
            paths.append(desk_url(model, "change", first.pk))
        elif model_admin.has_add_permission(asked):
            paths.append(desk_url(model, "add"))
    return paths


@pytest.mark.parametrize("half", [0, 1])
def test_axe_finds_nothing_in_any_form(desk, half):
    """Opened to the last part."""
    faults = []
    for path in forms()[half::2]:
        desk.goto(desk.root + path)
        desk.evaluate(measures.SETTLED)
        desk.evaluate(OPEN_ALL)
        assert desk.said == [], desk.said
        desk.evaluate(measures.AXE)
        found = desk.evaluate(measures.RUN_AXE, {"type": "tag", "values": measures.TAGS, "leftOut": measures.COLOURS})
        faults += [(path, *fault) for fault in found]
        desk.said.clear()  # of what axe itself did there
    assert faults == [], "\n".join(map(str, faults))
