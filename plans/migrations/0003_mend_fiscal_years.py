"""Fiscal years that were typed and stored in the Buddhist Era become the Common Era."""

from django.db import migrations

from iad_portal.lib.dates.mending import mend_fiscal_years


def mend(apps, schema_editor):
    mend_fiscal_years(apps.get_model("plans", "Plan").objects.all())
    mend_fiscal_years(apps.get_model("plans", "HistoricalPlan").objects.all())


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_scheduled")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop, elidable=True)]
