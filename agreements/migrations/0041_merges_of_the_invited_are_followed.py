"""Somebody invited to a pulse while their record is merged is invited as the one that is kept."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0040_merges_of_givers_are_followed"),
    ]

    operations = [
        following("agreements_pulseinvitation", "person_id", "actors_person"),
    ]
