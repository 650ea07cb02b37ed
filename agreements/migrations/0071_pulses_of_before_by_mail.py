"""Of pulses that are over it is kept whether five answered by mail; of open ones, what goes by mail.

Back again nothing is to be done: the columns go.
"""

from django.db import migrations

# What is counted never changes, but by this step; the triggers come back in the same transaction.
ENOUGH = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE agreements_pulsewave DISABLE TRIGGER USER;
UPDATE agreements_pulsewave w SET enough_by_mail = true
WHERE w.state IN ('closed', 'published') AND w.answered >= 5 AND EXISTS (
    SELECT FROM agreements_pulseresult r
    WHERE r.wave_id = w.id AND r.item_id IS NULL AND r.reason <> 'few'
);
UPDATE agreements_pulsewave SET parties_heard = NULL WHERE NOT enough_by_mail;
ALTER TABLE agreements_pulsewave ENABLE TRIGGER USER;
"""
MAILED = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE agreements_pulseinvitation DISABLE TRIGGER USER;
UPDATE agreements_pulseinvitation i
SET mailed_to = encode(sha256(convert_to(w.salt || ':' || reached.address, 'UTF8')), 'hex')
FROM agreements_pulsewave w, (
    SELECT p.id, coalesce(nullif(p.email, ''), u.email) AS address
    FROM actors_person p LEFT JOIN actors_user u ON u.person_id = p.id AND u.is_active
    WHERE p.is_active
) AS reached
WHERE w.id = i.wave_id AND w.state = 'open' AND reached.id = i.person_id AND reached.address <> '';
ALTER TABLE agreements_pulseinvitation ENABLE TRIGGER USER;
"""


def run(apps, schema_editor):
    for step in (ENOUGH, MAILED):
        schema_editor.execute(step)


class Migration(migrations.Migration):

    dependencies = [("agreements", "0070_what_came_by_mail")]

    operations = [migrations.RunPython(run, migrations.RunPython.noop)]
