"""What was left out of a text that was brought, and what was mended in it, told to the officer in one line."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def left_out(count: int) -> dict[str, str]:
    """The words for `count` things of each kind that is left out."""
    return {
        "comment": ngettext("%(count)s internal comment", "%(count)s internal comments", count),
        "deleted": ngettext("deleted text in %(count)s place", "deleted text in %(count)s places", count),
        "hidden": ngettext("hidden text in %(count)s place", "hidden text in %(count)s places", count),
        "mail": ngettext("%(count)s quoted letter", "%(count)s quoted letters", count),
        "picture": ngettext("%(count)s picture", "%(count)s pictures", count),
        "embedded": ngettext("%(count)s embedded film or frame", "%(count)s embedded films or frames", count),
        "chat": ngettext("%(count)s name and hour of a chat", "%(count)s names and hours of a chat", count),
        "link": ngettext(
            "%(count)s link that readers cannot follow", "%(count)s links that readers cannot follow", count
        ),
    }


def mended(count: int) -> dict[str, str]:
    """The words for `count` things of each kind that is mended."""
    return {
        "damage": ngettext("Thai letters in %(count)s place", "Thai letters in %(count)s places", count),
        "line": ngettext("%(count)s broken line joined", "%(count)s broken lines joined", count),
        "list": ngettext("%(count)s list", "%(count)s lists", count),
        "heading": ngettext("%(count)s heading", "%(count)s headings", count),
    }


def words() -> dict[str, dict[str, list[str]]]:
    """The same for the script: for each kind, the words for one and for several, in the officer's language."""
    kinds = ((_("Left out: %(things)s"), left_out), (_("Mended: %(things)s"), mended))
    return {
        sentence: {kind: [singular, forms(2)[kind]] for kind, singular in forms(1).items()} for sentence, forms in kinds
    }


def told(found: Mapping[str, int]) -> str:
    """One line about what `brought` found; "" when there is nothing to tell."""
    lines = []
    for sentence, kinds in words().items():
        things = [forms[found[kind] > 1] % {"count": found[kind]} for kind, forms in kinds.items() if found.get(kind)]
        lines += [sentence % {"things": ", ".join(things)}] if things else []
    return " · ".join(lines)
