"""Form fields written without templates: the plain ones, of which the form of one meeting has six hundred.

Django renders every box, and every choice in it, by templates that include templates: half of the time of a form at the
desk. What is written here is the same, letter by letter; tests/lib/intake/test_plain_widgets.py compares.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.safestring import SafeData, SafeString

from iad_portal.lib.text.quick_html import escaped

Widget = Mapping[str, Any]
_FOLDER, _LABEL = "django/forms/widgets/", "django/forms/label.html"
_ERRORS = {"django/forms/errors/list/default.html", "django/forms/errors/list/ul.html"}


def _exact(value: Any) -> str:
    """A value as it goes back to the server: not written as people write numbers."""
    return str(value) if isinstance(value, SafeData) else escaped(str(value))


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {escaped(name)}" if value is True else f' {escaped(name)}="{_exact(value)}"'
        for name, value in (widget["attrs"] or {}).items()
        if value is not False
    )


def _input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{_exact(widget["value"])}"'
    return f'<input type="{escaped(widget["type"])}" name="{escaped(widget["name"])}"{value}{_attributes(widget)}>'


def _textarea(widget: Widget) -> str:
    value = escaped(localize(widget["value"])) if widget["value"] else ""
    return f'<textarea name="{escaped(widget["name"])}"{_attributes(widget)}>\n{value}</textarea>'


def _option(widget: Widget) -> str:
    label = escaped(localize(widget["label"]))
    return f'<option value="{_exact(widget["value"])}"{_attributes(widget)}>{label}</option>\n'


def _label(context: Mapping[str, Any]) -> str:
    label = escaped(localize(context["label"]))
    return f"<{context['tag']}{_attributes(context)}>{label}</{context['tag']}>" if context["use_tag"] else label


class PlainRenderer(TemplatesSetting):
    """Writes plain fields itself, and leaves all others to the templates."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """The HTML of the widget, form or list of errors whose template is called `template_name`."""
        written = _WRITTEN.get(template_name)
        if written is not None:
            return SafeString(written(context["widget"]).strip())
        if template_name == _LABEL:
            return SafeString(_label(context))
        if template_name in _ERRORS and not context["errors"]:
            return SafeString()
        if template_name == f"{_FOLDER}select.html":
            return SafeString(self._select(context["widget"]))
        html: str = super().render(template_name, context, request)
        return html

    def _select(self, widget: Widget) -> str:
        found = [f'<select name="{escaped(widget["name"])}"{_attributes(widget)}>']
        for group, options, _index in widget["optgroups"]:
            found.append(f'\n  <optgroup label="{escaped(localize(group))}">' if group else "")
            found += [f"\n  {self._choice(option)}" for option in options]
            found.append("\n  </optgroup>" if group else "")
        return "".join([*found, "\n</select>"])

    def _choice(self, option: Widget) -> str:
        name = option["template_name"]
        if name == f"{_FOLDER}select_option.html":
            return _option(option)
        template: Any = self.get_template(name)  # a backend's, which takes a dict
        html: str = template.render({"widget": option})
        return html


_INPUTS = (
    "text", "number", "email", "url", "hidden", "date", "datetime", "time", "password", "search", "tel", "checkbox",
)  # fmt: skip
_WRITTEN: dict[str, Callable[[Widget], str]] = {
    **{f"{_FOLDER}{name}.html": _input for name in _INPUTS},
    f"{_FOLDER}textarea.html": _textarea,
}
