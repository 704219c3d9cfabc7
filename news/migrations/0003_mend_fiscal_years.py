"""Fiscal years that were typed and stored in the Buddhist Era become the Common Era."""

from django.db import migrations

from iad_portal.lib.dates.mending import mend_fiscal_years


def mend(apps, schema_editor):
    mend_fiscal_years(apps.get_model("news", "Newsletter").objects.all())
    mend_fiscal_years(apps.get_model("news", "HistoricalNewsletter").objects.all())


class Migration(migrations.Migration):
    dependencies = [("news", "0002_scheduled_and_newest")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop, elidable=True)]
