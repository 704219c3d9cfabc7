"""Parts of pages that are kept from one page to the next (lib.records.content_versions)."""

from django import template
from django.utils.safestring import SafeString

from iad_portal.lib.records.content_versions import kept

register = template.Library()


class _Kept(template.Node):
    """What stands between the tags, made once for each version of the apps that it reads."""

    def __init__(self, nodelist: template.NodeList, name: str, apps: tuple[str, ...]):
        self.nodelist, self.name, self.apps = nodelist, name, apps

    def render(self, context: template.Context) -> SafeString:
        return kept(self.name, self.apps, lambda: SafeString(self.nodelist.render(context)))


class _KeptOfPage(template.Node):
    """A part of the page of a list or of a record, kept where the view says so (lib.registers.listing)."""

    def __init__(self, nodelist: template.NodeList, name: str):
        self.nodelist, self.name = nodelist, name

    def render(self, context: template.Context) -> SafeString:
        if "kept_parts" not in context:
            return self.nodelist.render(context)
        of, apps, make = context["kept_parts"]

        def made() -> SafeString:
            with context.push(**make()):
                return SafeString(self.nodelist.render(context))

        return kept(f"{of}: {self.name}", apps, made)


@register.tag("kept_part")
def keep_part(parser: template.base.Parser, token: template.base.Token) -> _KeptOfPage:
    """`{% kept_part "panel" %}…{% endkept_part %}`: of the request it may know the path alone."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(["endkept_part"])
    parser.delete_first_token()
    return _KeptOfPage(nodelist, name.strip("\"'"))


@register.tag("kept")
def keep(parser: template.base.Parser, token: template.base.Token) -> _Kept:
    """`{% kept "home: map" "relations" %}…{% endkept %}`: its name, then every app whose tables it reads.

    It must not depend on the request, nor on what its name does not say; what is dear to build comes in lazily.
    """
    _tag, name, *apps = (bit.strip("\"'") for bit in token.split_contents())
    if not apps:
        raise template.TemplateSyntaxError("kept needs a name, and the apps that the part reads")
    nodelist = parser.parse(["endkept"])
    parser.delete_first_token()
    return _Kept(nodelist, name, tuple(apps))
