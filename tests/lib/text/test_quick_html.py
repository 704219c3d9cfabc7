"""HTML that is put together quickly is what Django's own functions put together."""

import pytest
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from iad_portal.lib.text.bilingual import Text
from iad_portal.lib.text.quick_html import escaped, quick_html, quick_join

VALUES = ["", "กรุงเทพ", "<a href='x'>", "a & b", '"', SafeString("<b>"), 5, 2.5, None, Text("<", "en", "th"),
          Text("a", "en", "th"), gettext_lazy("News"), ["<"]]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_the_same_is_escaped(value):
    assert escaped(value) == conditional_escape(value)
    assert quick_html("<i>{}</i>{more}", value, more=value) == format_html("<i>{}</i>{more}", value, more=value)


def test_rows_are_joined_alike_and_safe():
    rows = [[value] for value in VALUES]
    found = quick_join("&", "<li>{}</li>", rows)
    assert found == format_html_join("&", "<li>{}</li>", rows)
    assert isinstance(found, SafeString)
    assert isinstance(quick_html("{}", "<"), SafeString)
