"""Whoever issues, keeps, teaches or learns becomes the organization that a merge keeps."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0044_rules_guidelines_knowledge_and_trainings"),
    ]

    operations = [
        following("agreements_guideline", "owner_id", "actors_organization"),
        following("agreements_guideline", "drafter_id", "actors_organization"),
        following("agreements_guideline", "reviewer_id", "actors_organization"),
        following("agreements_knowledgeasset", "custodian_id", "actors_organization"),
        following("agreements_training", "giver_id", "actors_organization"),
        following("agreements_trainingreceiver", "organization_id", "actors_organization"),
    ]
