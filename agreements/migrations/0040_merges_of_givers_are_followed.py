"""A giver or receiver named while its record is merged becomes the one that is kept."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0039_resources_needed_pledged_and_delivered"),
    ]

    operations = [
        following("agreements_resourceneed", "organization_id", "actors_organization"),
        following("agreements_pledge", "giver_id", "actors_organization"),
        following("agreements_pledge", "receiver_id", "actors_organization"),
        following("agreements_delivery", "confirmed_for_id", "actors_organization"),
    ]
