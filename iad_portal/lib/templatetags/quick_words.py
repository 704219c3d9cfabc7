"""Templates whose `{{ words }}` are written quickly when there is nothing in them to escape or to localise.

Django asks of each value whether it is a moment, a number or lazy, and replaces five letters in it, some twenty-five
calls, a thousand times a page. Text that is safe already, or holds none of the five letters, comes out as it is.
"""

from typing import Any

from django.conf import settings
from django.template import Context
from django.template.base import VariableNode, render_value_in_context
from django.template.loaders import cached
from django.utils.safestring import SafeString

from iad_portal.lib.text.bilingual import Text
from iad_portal.lib.text.quick_html import escaped

# What is neither a moment, a number nor lazy.
_WORDS = frozenset({str, SafeString, Text})


class QuickVariable(VariableNode):
    """`{{ words }}`."""

    def render(self, context: Context) -> Any:
        """What Django's own node gives."""
        try:
            value = self.filter_expression.resolve(context)
        except UnicodeDecodeError:
            return ""
        if type(value) in _WORDS and context.autoescape:
            return escaped(value)
        if type(value) is int and not settings.USE_THOUSAND_SEPARATOR:
            return str(value)
        return render_value_in_context(value, context)


class Loader(cached.Loader):
    """Django's loader, which compiles each template once."""

    def get_template(self, template_name: str, skip: Any = None) -> Any:
        """The template, with quick variables."""
        template = super().get_template(template_name, skip)
        if vars(template).get("is_quick"):
            return template
        template.is_quick = True
        for node in template.nodelist.get_nodes_by_type(VariableNode):
            if type(node) is VariableNode:
                node.__class__ = QuickVariable
        return template
