"""An organization that assesses itself while its record is merged becomes the one that is kept."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0056_organizations_ask_their_own_people"),
    ]

    operations = [
        following("agreements_pulsewave", "organization_id", "actors_organization"),
    ]
