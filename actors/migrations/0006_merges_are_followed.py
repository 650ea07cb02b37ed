"""A row that is written while, or after, the record it names was merged names the kept one."""

from django.db import migrations

# The lock waits for a merge under way; what was read before it may be out of date by then.
FOLLOW = """
CREATE FUNCTION actors_kept_record(register text, wanted bigint) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    onward bigint;
BEGIN
    LOOP
        EXECUTE format('SELECT merged_into_id FROM %I WHERE id = $1 FOR KEY SHARE', register)
            INTO onward USING wanted;
        EXIT WHEN onward IS NULL;
        wanted := onward;
    END LOOP;
    RETURN wanted;
END
$$;

CREATE FUNCTION actors_follow_merge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named bigint := to_jsonb(NEW) ->> TG_ARGV[0];
    kept bigint := actors_kept_record(TG_ARGV[1], named);
BEGIN
    IF kept IS DISTINCT FROM named THEN
        IF TG_OP = 'INSERT' THEN
            RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], kept));
        END IF;
        EXECUTE format('UPDATE %I SET %I = $1 WHERE id = $2', TG_TABLE_NAME, TG_ARGV[0])
            USING kept, NEW.id;
    END IF;
    RETURN NEW;
END
$$
"""
FORGET = "DROP FUNCTION actors_follow_merge; DROP FUNCTION actors_kept_record"

COLUMNS = (
    ("actors_appointment", "organization_id", "actors_organization"),
    ("actors_appointment", "person_id", "actors_person"),
    ("actors_invitation", "organization_id", "actors_organization"),
    ("actors_invitation", "person_id", "actors_person"),
    ("actors_organization", "merged_into_id", "actors_organization"),
    ("actors_organization", "parent_id", "actors_organization"),
    ("actors_person", "merged_into_id", "actors_person"),
    ("actors_user", "organization_id", "actors_organization"),
    ("actors_user", "person_id", "actors_person"),
)


def following(table, column, register):
    """The triggers of one column: new rows, and rows that name another one now.

    An update is followed after it, not before: with a trigger before it PostgreSQL locks the
    row as if its number changed, and whoever adds a row that refers to it would wait.
    """
    call = f"EXECUTE FUNCTION actors_follow_merge('{column}', '{register}')"
    name = f"follow_merge_{column}"
    return migrations.RunSQL(
        [
            f"CREATE TRIGGER {name}_new BEFORE INSERT ON {table} FOR EACH ROW"
            f" WHEN (NEW.{column} IS NOT NULL) {call}",
            f"CREATE TRIGGER {name} AFTER UPDATE OF {column} ON {table} FOR EACH ROW"
            f" WHEN (NEW.{column} IS DISTINCT FROM OLD.{column} AND NEW.{column} IS NOT NULL)"
            f" {call}",
        ],
        [f"DROP TRIGGER {name} ON {table}", f"DROP TRIGGER {name}_new ON {table}"],
    )


class Migration(migrations.Migration):
    dependencies = [("actors", "0005_site_cache")]

    operations = [
        migrations.RunSQL(FOLLOW, FORGET),
        *(following(*each) for each in COLUMNS),
    ]
