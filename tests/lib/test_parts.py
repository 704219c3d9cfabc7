"""A part between {% kept %} and {% endkept %} is made again with the next change of what it reads, and only then."""

from itertools import count

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation

from iad_portal.lib.records.content_versions import one_reading
from iad_portal.lib.registers.listing import kept_page
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


def test_a_page_is_kept_at_its_usual_address_alone(kept_pages, rf):
    """Made once a request, when the first of its parts is not kept; another spelling of the address is another page."""
    part = Template('{% load parts %}{% kept_part "a" %}{{ made }}{% endkept_part %}-{% kept_part "b" %}{{ made }}'
                    '{% endkept_part %}-{{ frame }}{{ made }}')  # fmt: skip
    counted = count(1)

    def asked(address):
        with one_reading():
            made = kept_page(rf.get(address), ("relations",), lambda: {"made": next(counted)}, frame="frame")
            return part.render(Context(made))

    assert [asked("/"), asked("/")] == ["1-1-frame"] * 2
    assert asked("/?kind=x") == "2-2-frame2"
    assert asked("/01/") == "3-3-frame"
    world.article()
    assert asked("/") == "1-1-frame"
    world.city()
    assert asked("/") == "4-4-frame"
