"""Collaborations of before have the clock that the site was run by."""

from django.conf import settings
from django.db import migrations


def set_clocks(apps, schema_editor):
    Collaboration = apps.get_model("agreements", "Collaboration")
    field = Collaboration._meta.get_field("time_zone")
    if settings.TIME_ZONE in dict(field.choices):
        rows = Collaboration.objects.exclude(time_zone=settings.TIME_ZONE)
        rows.update(time_zone=settings.TIME_ZONE)


class Migration(migrations.Migration):

    dependencies = [("agreements", "0033_the_clock_of_a_collaboration")]

    operations = [migrations.RunPython(set_clocks, migrations.RunPython.noop)]
