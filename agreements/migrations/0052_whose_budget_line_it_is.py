"""Costs of before: whose budget line it is follows from who pays; help that ended is not paid."""

from importlib import import_module

from django.db import migrations
from django.db.models import OuterRef, Subquery

following = import_module("actors.migrations.0006_merges_are_followed").following
NOT_PAID = ("unfulfilled", "withdrawn")


def say_whose(apps, schema_editor):
    """The line was entered by its code alone: it is the requester's, unless only the giver pays."""
    Cost = apps.get_model("agreements", "AssistanceCost")
    lines = Cost.objects.exclude(budget_line="").filter(line_owner=None)
    for rows, side in (
        (lines.filter(requester_share=0), "to_party"),
        (lines.exclude(requester_share=0), "from_party"),
    ):
        mine = Cost.objects.filter(pk=OuterRef("pk"))
        owner = mine.values(f"request__{side}__organization")
        rows.update(line_owner=Subquery(owner))
    ended = Cost.objects.filter(request__state__in=NOT_PAID, is_dropped=False)
    ended.update(is_dropped=True)


class Migration(migrations.Migration):

    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0051_assistance_mended"),
    ]

    operations = [
        migrations.RunPython(say_whose, migrations.RunPython.noop),
        following("agreements_assistancecost", "line_owner_id", "actors_organization"),
    ]
