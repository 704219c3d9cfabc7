"""Templates whose `{{ words }}` are written quickly when there is nothing in them to escape or to localise.

Django asks of each value whether it is a moment, a number or lazy, and replaces five letters in it, some twenty-five
calls, a thousand times a page. Text that is safe already, or holds none of the five letters, comes out as it is.
"""

import re
from typing import Any

from django.template import Context, Template
from django.template.base import VariableNode, render_value_in_context
from django.template.loaders import cached
from django.utils.safestring import SafeString

# What html.escape() replaces.
_SPECIAL = re.compile("[&<>\"']").search


class QuickVariable(VariableNode):
    """`{{ words }}`."""

    def render(self, context: Context) -> Any:
        """What Django's own node gives."""
        try:
            value = self.filter_expression.resolve(context)
        except UnicodeDecodeError:
            return ""
        kind = type(value)
        if kind is SafeString or (kind is str and not _SPECIAL(value)):
            return value
        return render_value_in_context(value, context)


class Loader(cached.Loader):
    """Django's loader, which compiles each template once."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        """The template, with quick variables."""
        template: Template = super().get_template(template_name, skip)
        for node in template.nodelist.get_nodes_by_type(VariableNode):
            if type(node) is VariableNode:
                node.__class__ = QuickVariable
        return template
