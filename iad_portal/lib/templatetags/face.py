"""What the base template and the components need beyond the portal's own tags."""

from datetime import date
from html import unescape
from typing import Any
from urllib.parse import urlencode

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import Link
from iad_portal.lib.dates.calendar import iso
from iad_portal.lib.dates.format import format_date, format_in_year, format_month, format_range, format_year, month_name
from iad_portal.lib.text import bilingual
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.lib.text.quick_html import quick_html
from iad_portal.lib.text.structured_data import block_of, breadcrumbs
from iad_portal.lib.text.table_of_contents import headings

register = template.Library()

# A page of fewer parts is seen at a glance.
LONG_PAGE = 5


@register.simple_tag(takes_context=True)
def again(context: template.Context, name: str) -> str:
    """The text of the block `name`, once more: a page's title stands in <title> and in og:title. Tags are left out.

    Empty where no template extends this one.
    """
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return SafeString(" ".join(strip_tags(block.render(context)).split())) if block else ""


@register.simple_tag(takes_context=True)
def mistake_url(context: template.Context) -> str:
    """The contact form, to tell of a mistake on this page."""
    request = getattr(context, "request", None)
    about = {"about": request.path} if request else {}
    return f"{reverse('contact')}?{urlencode({'topic': 'mistake'} | about, safe='/')}#write"


@register.simple_tag(takes_context=True)
def structured_data(context: template.Context) -> SafeString:
    """What the page says to programs: the things in `structured`, and the way to it where the page shows one."""
    things, crumbs = list(context.get("structured") or ()), context.get("crumbs")
    here = context.get("title") or context.get("name")
    if (crumbs and here) or _shows_the_way(context):
        here = here or unescape(again(context, "title"))
        things.append(breadcrumbs([Link(_("Home"), reverse("home")), *(crumbs or ())], here))
    return block_of(things)


def _shows_the_way(context: template.Context) -> bool:
    """Whether the page is a section (section.html) below the home page: it opens with the way there."""
    blocks, request = context.render_context.get(BLOCK_CONTEXT_KEY), getattr(context, "request", None)
    is_section = blocks is not None and blocks.get_block("crumbs") is not None
    home = reverse("home")
    return is_section and request is not None and request.path != home and request.path.startswith(home)


@register.filter
def lang_attr(text: object) -> str:
    """` lang="th"` (or en) when `text`, a lib.text.bilingual Text, is not in the language asked for; else nothing."""
    if getattr(text, "is_fallback", False):
        return quick_html(' lang="{}"', text.language)
    return ""


@register.simple_tag
def when(start: date | None, end: date | None = None, style: str = "long") -> str:
    """A day, or a span of days, in the reader's language and era, as <time> with the Gregorian day.

    `style`: long, short or weekday; in_year under a heading that gives the year; year, month (with its year) and
    month_name for headings. Nothing for None.
    """
    start, end = start or None, end or None
    first = start or end
    if first is None:
        return ""
    language = reader_language()
    if style == "year":
        text, machine = format_year(first.year, language), f"{first.year:04d}"
    elif style in {"month", "month_name"}:
        text = format_month(first, language) if style == "month" else month_name(first.month, language)
        machine = f"{first:%Y-%m}"
    else:
        machine = iso(first)
        if style == "in_year":
            text = format_in_year(first, end, language)
        else:
            text = format_range(start, end, language, style) if end else format_date(start, language, style)
    if not text:
        return ""
    return quick_html('<time datetime="{}">{}</time>', machine, text)


register.simple_tag(bilingual.comma, name="comma")


@register.simple_tag
def elided(page: Page[Any]) -> list[int | None]:
    """The numbers of a pager: the first, the last and those around this page; None where some are left out."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return [number if isinstance(number, int) else None for number in numbers]


class _Contents(template.Node):
    """What stands between the tags, after the list of its headings."""

    def __init__(self, nodelist: template.NodeList):
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        html = self.nodelist.render(context)
        parts = headings(html)
        if len(parts) < LONG_PAGE:
            return html
        return SafeString(render_to_string("components/contents.html", {"parts": parts}) + html)


@register.tag
def contents(parser: template.base.Parser, _token: template.base.Token) -> _Contents:
    """`{% contents %}…{% endcontents %}`: a long page opens with links to its parts (components/contents.html)."""
    nodelist = parser.parse(["endcontents"])
    parser.delete_first_token()
    return _Contents(nodelist)


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, number: int) -> str:
    """The address of one page of this list, other parameters kept; the first page needs no number."""
    request = context["request"]
    query = request.GET.copy()
    query["page"] = number
    if number == 1:
        del query["page"]
    return f"?{query.urlencode()}" if query else request.path
