"""A superior before whom a request lies while its record is merged becomes the one that is kept."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0037_the_pulse"),
    ]

    operations = [
        following("agreements_assistanceescalation", "superior_id", "actors_organization"),
    ]
