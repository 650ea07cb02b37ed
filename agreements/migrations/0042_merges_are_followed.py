"""What points at a record while that record is merged points at the one that is kept."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following
ORGANIZATIONS = [
    ("agreements_assistancecost", "line_owner_id"),
    ("agreements_assistanceescalation", "superior_id"),
    ("agreements_delivery", "confirmed_for_id"),
    ("agreements_guideline", "drafter_id"),
    ("agreements_guideline", "owner_id"),
    ("agreements_guideline", "reviewer_id"),
    ("agreements_knowledgeasset", "custodian_id"),
    ("agreements_pledge", "giver_id"),
    ("agreements_pledge", "receiver_id"),
    ("agreements_pulsewave", "organization_id"),
    ("agreements_resourceneed", "organization_id"),
    ("agreements_servicerequest", "organization_id"),
    ("agreements_training", "giver_id"),
    ("agreements_trainingreceiver", "organization_id"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0041_the_pulse"),
    ]

    operations = [
        *[following(table, column, "actors_organization") for table, column in ORGANIZATIONS],
        following("agreements_pulseinvitation", "person_id", "actors_person"),
    ]
