"""What the base template and the components need beyond the portal's own tags."""

from django import template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def again(context: template.Context, name: str) -> str:
    """The text of the block `name`, once more: a page's title stands in <title> and in og:title. Tags are left out.

    Empty where no template extends this one.
    """
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return SafeString(" ".join(strip_tags(block.render(context)).split())) if block else ""


@register.filter
def lang_attr(text: object) -> str:
    """` lang="th"` (or en) when `text`, a lib.bilingual Text, is not in the language asked for; else nothing."""
    if getattr(text, "is_fallback", False):
        return format_html(' lang="{}"', text.language)
    return ""
