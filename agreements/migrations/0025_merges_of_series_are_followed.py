"""A facilitator of a series named while their record is merged becomes the one that is kept."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0024_meetings_that_come_again"),
    ]

    operations = [
        following("agreements_meetingseries", "facilitator_id", "actors_person"),
    ]
