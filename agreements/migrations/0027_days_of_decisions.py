"""Decisions that stand were taken on the day of their meeting."""

from django.db import migrations
from django.db.models import OuterRef, Subquery

SETTLED = ("decided", "in_effect", "amended", "revoked")


def fill_days(apps, schema_editor):
    Decision = apps.get_model("agreements", "Decision")
    Meeting = apps.get_model("agreements", "Meeting")
    day = Meeting.objects.filter(pk=OuterRef("meeting")).values("held_on")[:1]
    rows = Decision.objects.filter(state__in=SETTLED, decided_on=None)
    rows.update(decided_on=Subquery(day))


class Migration(migrations.Migration):

    dependencies = [("agreements", "0026_decisions_and_how_they_are_reached")]

    operations = [migrations.RunPython(fill_days, migrations.RunPython.noop)]
