"""A letterhead that is taken into use while its organization is merged goes to the kept one."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0010_letterheads"),
    ]

    operations = [
        following("agreements_letterhead", "organization_id", "actors_organization"),
    ]
