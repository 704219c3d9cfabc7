"""Words that templates write quickly come out as Django writes them."""

from datetime import UTC, datetime

import pytest
from django.template import engines
from django.template.base import VariableNode
from django.template.loader import get_template
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, override

from iad_portal.lib.templatetags.quick_words import QuickVariable
from iad_portal.lib.text.bilingual import Text

VALUES = [
    "", "กรุงเทพมหานคร", "a < b & 'c'", SafeString("<b>bold</b>"), 1234567, 12.5, None, True, Text("<i>", "en", "th"),
    datetime(2026, 1, 2, 3, tzinfo=UTC), gettext_lazy("News"), SimpleLazyObject(lambda: "a & b"), ["<"],
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("words", ["{{ value }}", "{% autoescape off %}{{ value }}{% endautoescape %}"])
@pytest.mark.parametrize("separated", [False, True])
def test_what_is_written_is_what_django_writes(value, words, separated, settings):
    settings.USE_THOUSAND_SEPARATOR = separated
    plain, quick = (engines["django"].from_string(words) for _number in range(2))
    for node in quick.template.nodelist.get_nodes_by_type(VariableNode):
        node.__class__ = QuickVariable
    with override("th"):
        assert quick.render({"value": value}) == plain.render({"value": value})


@pytest.mark.parametrize("name", ["base.html", "components/totals.html", "components/map.html", "components/card.html"])
def test_templates_of_files_are_quick(name):
    nodes = get_template(name).template.nodelist.get_nodes_by_type(VariableNode)
    assert nodes
    assert {type(node) for node in nodes} == {QuickVariable}


def test_bytes_that_are_no_text_are_nothing_as_django_has_it():
    def broken():
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no text")

    template = engines["django"].from_string("{{ value }}")
    for node in template.template.nodelist.get_nodes_by_type(VariableNode):
        node.__class__ = QuickVariable
    assert template.render({"value": broken}) == ""
