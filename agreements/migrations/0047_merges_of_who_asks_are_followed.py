"""An organization that asks a service while its record is merged becomes the one that is kept."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0046_joint_services"),
    ]

    operations = [
        following("agreements_servicerequest", "organization_id", "actors_organization"),
    ]
