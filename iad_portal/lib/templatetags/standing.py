"""`for` and `include` of the public templates: a row or a part that cannot be rendered leaves the rest standing.

They are Django's own in all else; templates of the admin keep Django's, where nothing should be left out unseen.
"""

from functools import lru_cache
from typing import Any

from django import template
from django.db import models
from django.template import Context, defaulttags, loader_tags
from django.template.base import Node, NodeList, Parser, Token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from iad_portal.lib.records.faults import PASSES_ON, tell

register = template.Library()
LOUD = ("admin/", "django/", "registration/")


class _Turn(Node):
    """One turn of a loop."""

    child_nodelists = ("inner",)

    def __init__(self, inner: NodeList, loop_variable: str, place: str):
        self.inner, self.loop_variable, self.place = inner, loop_variable, place

    def render(self, context: Context) -> SafeString:
        try:
            return self.inner.render(context)
        except PASSES_ON:
            raise
        except Exception as error:  # lib.records.faults says why anything is caught here
            tell(_record_in(context, self.loop_variable), f"row of {self.place}", error)
            return SafeString("")


# Parts that are the same wherever they stand, if they are told the same: they are made once for each language. They see
# nothing of the page but what they are told.
ALIKE = frozenset(
    f"components/{name}.html"
    for name in ("brand", "doubt", "footer_links", "glass", "head", "mark", "menu", "phone", "search_site", "src")
)


class _Part(loader_tags.IncludeNode):
    """An included part."""

    def render(self, context: Context) -> SafeString:
        try:
            if self.template.var in ALIKE:
                said = {name: value.resolve(context) for name, value in self.extra_context.items()}
                return part(self.template.var, **{name: _lasting(value) for name, value in said.items() if value})
            return super().render(context)
        except PASSES_ON:
            raise
        except Exception as error:  # lib.records.faults says why anything is caught here
            tell(_record_in(context, ""), f"part {self.template}", error)
            return SafeString("")


def _lasting(value: Any) -> str | tuple[Any, ...]:
    """Words or a list, as they can be kept: nothing of the request that told them."""
    return str(value) if isinstance(value, str) else tuple(value)


def part(name: str, **told: str | tuple[Any, ...]) -> SafeString:
    """The part of ALIKE with the template `name`, told these words and lists."""
    return _part(name, get_language(), tuple(told.items()))


@lru_cache(maxsize=2048)
def _part(name: str, _language: str | None, told: tuple[tuple[str, str | tuple[Any, ...]], ...]) -> SafeString:
    return SafeString(render_to_string(name, dict(told)))


def _record_in(context: Any, loop_variable: str) -> models.Model | None:
    """The record of the row, else that of the page."""
    row = context.get(loop_variable) if loop_variable else None
    if isinstance(row, models.Model):
        return row
    record: models.Model | None = getattr(row, "record", None) or context.get("record_of_page")
    return record


def _name_of(parser: Any) -> str:
    return getattr(parser.origin, "template_name", None) or ""


@register.tag("for")
def standing_for(parser: Parser, token: Token) -> Any:
    """Django's `for`, each turn by itself."""
    node: Any = defaulttags.do_for(parser, token)
    name = _name_of(parser)
    if not name.startswith(LOUD):
        turn: Any = _Turn(node.nodelist_loop, node.loopvars[0], name)
        turn.token, turn.origin = token, parser.origin
        node.nodelist_loop = NodeList([turn])
    return node


@register.tag("include")
def standing_include(parser: Parser, token: Token) -> Node:
    """Django's `include`."""
    node = loader_tags.do_include(parser, token)
    if _name_of(parser).startswith(LOUD):
        return node
    return _Part(node.template, extra_context=node.extra_context, isolated_context=node.isolated_context)
