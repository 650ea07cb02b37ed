"""Of how many parties somebody answered is forgotten where it would tell of single people.

Nothing brings it back: who answered is known to nobody any more.
"""

from django.db import migrations

# A counted wave is changed by this step alone; the triggers come back in the same transaction.
FORGET = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE agreements_pulsewave DISABLE TRIGGER USER;
UPDATE agreements_pulsewave SET parties_heard = NULL
WHERE parties_heard IS NOT NULL AND (
    answered < 5 OR collaboration_id IS NULL OR EXISTS (
        SELECT FROM agreements_pulseinvitation WHERE wave_id = agreements_pulsewave.id
        GROUP BY party_id HAVING count(*) < 2
    )
);
ALTER TABLE agreements_pulsewave ENABLE TRIGGER USER;
"""


def run(apps, schema_editor):
    schema_editor.execute(FORGET)


class Migration(migrations.Migration):

    dependencies = [("agreements", "0059_an_emergency_in_part_says_why")]

    operations = [migrations.RunPython(run, migrations.RunPython.noop)]
