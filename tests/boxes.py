"""A record's form with its boxes alone, for tests that fill it in and send it.

A whole page of the desk is two thirds headings, menus, labels and the rows from which new ones are copied. Tests that
read none of these ask for the page with BOXES_ALONE; tests/desk/test_boxes.py holds that its boxes are those of the
whole page.
"""

from functools import cache

from django.template import engines

# To be given to the test client: `client.get(address, **BOXES_ALONE)`.
BOXES_ALONE = {"tests.boxes_alone": True}

_PAGE = """
<form id="{{ opts.model_name }}_form" method="post">{% csrf_token %}
{% include "admin/_marks.html" %}
{% if merge.choices %}{% include "admin/_merge.html" %}{% endif %}
{% for fieldset in adminform %}{% for line in fieldset %}{% for box in line %}
  {% if not box.is_readonly %}{{ box.field }}{% endif %}
{% endfor %}{% endfor %}{% endfor %}
{% for rows in inline_admin_formsets %}
  {{ rows.formset.management_form }}
  {% for row in rows %}{% if not forloop.last or not rows.has_add_permission %}
    {% if row.needs_explicit_pk_field %}{{ row.pk_field.field }}{% endif %}
    {% if row.fk_field %}{{ row.fk_field.field }}{% endif %}
    {% for fieldset in row %}{% for line in fieldset %}{% for box in line %}
      {% if not box.is_readonly %}{{ box.field }}{% endif %}
    {% endfor %}{% endfor %}{% endfor %}
    {% if row.original and rows.formset.can_delete %}{{ row.deletion_field.field }}{% endif %}
  {% endif %}{% endfor %}
{% endfor %}
{% if adminform.form.pasted %}{{ adminform.form.pasted }}{% endif %}
{% if remark_box %}<textarea name="{{ remark_box }}">{{ remark_typed }}</textarea>{% endif %}
</form>
"""


@cache
def _page():
    return engines["django"].from_string(_PAGE)


class BoxesAloneMiddleware:
    """Puts the boxes in the place of a form's page where a test asks for it; the view is the portal's own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        if BOXES_ALONE.items() <= request.META.items() and "adminform" in (response.context_data or {}):
            response.template_name = _page()
        return response
