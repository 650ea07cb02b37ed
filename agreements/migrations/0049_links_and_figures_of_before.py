"""Links of waves that are open move into their own tables; figures of few lose what is too much.

Back again only what was moved stays where it was: figures that are gone are not counted anew.
"""

from django.db import migrations

MOVE = """
INSERT INTO agreements_pulselink (token_hash, wave_id)
SELECT i.token_hash, i.wave_id FROM agreements_pulseinvitation i
JOIN agreements_pulsewave w ON w.id = i.wave_id AND w.state = 'open'
WHERE i.token_hash <> '' ORDER BY i.token_hash;
INSERT INTO agreements_pulseturn (token_hash, invitation_id)
SELECT i.token_hash, i.id FROM agreements_pulseinvitation i
JOIN agreements_pulsewave w ON w.id = i.wave_id AND w.state = 'open'
WHERE i.token_hash <> '' AND i.is_spent = false ORDER BY i.token_hash;
"""
# A frozen row is changed by this step alone; the trigger comes back in the same transaction.
ROUND = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE agreements_pulseresult DISABLE TRIGGER USER;
UPDATE agreements_pulseresult SET
    median = median::numeric(4, 1), mean = mean::numeric(4, 1),
    q1 = q1::numeric(4, 1), q3 = q3::numeric(4, 1),
    low = low::numeric(4, 1), high = high::numeric(4, 1)
WHERE NOT suppressed;
UPDATE agreements_pulseresult SET q1 = NULL, q3 = NULL, spread = NULL, low = NULL, high = NULL
WHERE n < 10 OR circle <> 'all';
ALTER TABLE agreements_pulseresult ENABLE TRIGGER USER;
"""
FORGET = """
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE agreements_pulseanswer DISABLE TRIGGER USER;
ALTER TABLE agreements_pulseresponse DISABLE TRIGGER USER;
DELETE FROM agreements_pulseanswer WHERE response_id IN (
    SELECT r.id FROM agreements_pulseresponse r JOIN agreements_pulsewave w ON w.id = r.wave_id
    WHERE w.answered < 10
);
DELETE FROM agreements_pulseresponse WHERE wave_id IN (
    SELECT id FROM agreements_pulsewave WHERE answered < 10
);
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE agreements_pulseanswer ENABLE TRIGGER USER;
ALTER TABLE agreements_pulseresponse ENABLE TRIGGER USER;
"""


def run(apps, schema_editor):
    for step in (MOVE, ROUND, FORGET):
        schema_editor.execute(step)


class Migration(migrations.Migration):

    dependencies = [("agreements", "0048_links_are_kept_apart")]

    operations = [migrations.RunPython(run, migrations.RunPython.noop)]
