"""Short rows of another table, fetched inside the question for the rows they belong to.

A page asks at most twelve questions, but a city's page shows more kinds of rows than that. Where a handful of short
rows belongs to each row of a list (who signed each agreement), they travel as JSON in one more column of that list.
"""

from typing import Any

from django.db.models import Field, JSONField, QuerySet, Subquery
from django.db.models.functions import JSONObject


class NestedRows(Subquery):
    """An annotation: the rows of `rows`, in its order, each a dict of `fields` (name -> field path or expression).

    `rows` is tied to the outer row by OuterRef. Texts and numbers keep their kind, truth is 0 or 1 on SQLite, dates
    become text. No rows give [].
    """

    output_field: Field = JSONField()
    template = "(SELECT JSON_GROUP_ARRAY(JSON(one)) FROM (%(subquery)s) AS nested_rows)"

    def __init__(self, rows: QuerySet, **fields: Any) -> None:
        super().__init__(rows.annotate(one=JSONObject(**fields)).values("one"), output_field=JSONField())

    def as_postgresql(self, compiler, connection, **context):
        """PostgreSQL's words for the same."""
        template = "(SELECT COALESCE(JSONB_AGG(one), '[]') FROM (%(subquery)s) AS nested_rows)"
        return self.as_sql(compiler, connection, template=template, **context)
