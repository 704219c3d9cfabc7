"""A part between {% kept %} and {% endkept %} is made again with the next change of what it reads, and only then."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation

from iad_portal.lib.records.content_versions import one_reading
from tests import world

pytestmark = pytest.mark.django_db
PART = Template('{% load parts %}{% kept "test" "relations" %}{{ made }}{% endkept %}')


def shown(made):
    with one_reading():
        return PART.render(Context({"made": lambda: f"<{made}>"}))


def test_it_is_made_for_each_version_and_language(kept_pages):
    assert [shown(1), shown(2)] == ["&lt;1&gt;"] * 2
    with translation.override("en"):
        assert shown(3) == "&lt;3&gt;"
    world.article()
    assert shown(4) == "&lt;1&gt;"
    world.city()
    assert shown(5) == "&lt;5&gt;"


def test_it_must_say_what_it_reads():
    with pytest.raises(TemplateSyntaxError):
        Template('{% load parts %}{% kept "test" %}{% endkept %}')
