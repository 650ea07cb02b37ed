"""A row that is written while, or after, the record it names was merged names the kept one."""

from importlib import import_module

from django.db import migrations

following = import_module("actors.migrations.0006_merges_are_followed").following

COLUMNS = (
    ("agreements_attendance", "organization_id", "actors_organization"),
    ("agreements_attendance", "person_id", "actors_person"),
    ("agreements_collaboration", "initiator_id", "actors_organization"),
    ("agreements_commitment", "organization_id", "actors_organization"),
    ("agreements_commitment", "person_id", "actors_person"),
    ("agreements_coordinator", "person_id", "actors_person"),
    ("agreements_meeting", "facilitator_id", "actors_person"),
    ("agreements_party", "organization_id", "actors_organization"),
    ("agreements_representative", "person_id", "actors_person"),
    ("agreements_stakeholder", "organization_id", "actors_organization"),
)


class Migration(migrations.Migration):
    dependencies = [
        ("actors", "0006_merges_are_followed"),
        ("agreements", "0002_the_trail"),
    ]

    operations = [following(*each) for each in COLUMNS]
