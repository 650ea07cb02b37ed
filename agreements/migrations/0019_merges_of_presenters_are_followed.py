"""A presenter named while their record is merged becomes the one that is kept."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0018_topics_that_run_through_meetings"),
    ]

    operations = [
        following("agreements_agendaitem", "presenter_id", "actors_person"),
    ]
