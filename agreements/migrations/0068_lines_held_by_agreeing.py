"""Costs of before: a budget line pays what its owner agreed to, and holds it from then on."""

from django.db import migrations
from django.db.models import F, Q


def hold_lines(apps, schema_editor):
    asks = Q(line_owner=F("request__from_party__organization"), requester_agreed_on__isnull=False)
    gives = Q(line_owner=F("request__to_party__organization"), giver_agreed_on__isnull=False)
    rows = apps.get_model("agreements", "AssistanceCost").objects.exclude(budget_line="")
    rows.filter(asks | gives).update(holds_line=True)


class Migration(migrations.Migration):

    dependencies = [
        ("agreements", "0067_agreed_costs_stand"),
    ]

    operations = [
        migrations.RunPython(hold_lines, migrations.RunPython.noop),
    ]
