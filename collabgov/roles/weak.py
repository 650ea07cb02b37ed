"""What a role of the database could do to the audit trail; nothing, when all is well."""

from django.db import connection

from collabgov.roles import tables

# One line for each right that the role has and should not have, or lacks and needs.
QUESTION = """
    WITH asked AS (SELECT %(role)s::name AS role),
    trail AS (
        SELECT c.oid, c.relname, c.relowner, c.relname = ANY(%(logs)s::text[]) AS is_log
        FROM pg_class c, asked
        WHERE c.relname = ANY(%(events)s::text[] || %(logs)s::text[] || %(seals)s::text[])
          AND c.relnamespace = current_schema()::regnamespace
    ),
    functions AS (
        SELECT p.* FROM pg_proc p
        WHERE p.pronamespace = current_schema()::regnamespace
          AND starts_with(p.proname, 'pgtrigger_') AND p.prorettype = 'trigger'::regtype
    )
    SELECT 'is a superuser' FROM pg_roles, asked WHERE rolname = role AND rolsuper
    UNION ALL
    SELECT DISTINCT 'owns the audit tables, or may become who does' FROM trail, asked
    WHERE pg_has_role(role, relowner, 'MEMBER')
    UNION ALL
    SELECT 'may change ' || relname FROM trail, asked
    WHERE has_table_privilege(role, oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES')
       OR has_any_column_privilege(role, oid, 'UPDATE, REFERENCES')
       OR (NOT is_log AND has_any_column_privilege(role, oid, 'INSERT'))
    UNION ALL
    SELECT 'may use ' || proname FROM functions, asked
    WHERE has_function_privilege(role, oid, 'EXECUTE')
    UNION ALL
    SELECT proname || ' does not run as the owner' FROM functions WHERE NOT prosecdef
    UNION ALL
    SELECT 'triggers can be ignored' FROM pg_proc
    WHERE proname = '_pgtrigger_should_ignore' AND prosrc <> 'SELECT false'
    UNION ALL
    SELECT tgname || ' is switched off' FROM pg_trigger
    WHERE starts_with(tgname, 'pgtrigger_') AND tgenabled NOT IN ('O', 'A')
    UNION ALL
    SELECT 'may make tables' FROM asked
    WHERE has_schema_privilege(role, current_schema(), 'CREATE')
    UNION ALL
    SELECT 'cannot write ' || c.relname FROM pg_class c, asked
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
      AND c.oid NOT IN (SELECT oid FROM trail)
      AND NOT (has_table_privilege(role, c.oid, 'SELECT')
        AND has_table_privilege(role, c.oid, 'INSERT')
        AND has_table_privilege(role, c.oid, 'UPDATE')
        AND (has_table_privilege(role, c.oid, 'DELETE') OR c.relname = ANY(%(kept)s::text[])))
    UNION ALL
    SELECT 'may remove from ' || c.relname FROM pg_class c, asked
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY(%(kept)s::text[])
      AND has_table_privilege(role, c.oid, 'DELETE, TRUNCATE')
    UNION ALL
    SELECT 'cannot write ' || relname FROM trail, asked
    WHERE is_log AND NOT has_any_column_privilege(role, oid, 'INSERT')
    ORDER BY 1
"""


def weaknesses(role=None):
    """Sentences about a role (without one: whoever asks), each a reason not to trust the trail."""
    with connection.cursor() as cursor:
        if role is None:
            cursor.execute("SELECT current_user")
            (role,) = cursor.fetchone()
        lists = {
            "events": tables.row_events(),
            "logs": tables.written_logs(),
            "seals": tables.seals(),
            "kept": tables.kept(),
        }
        cursor.execute(QUESTION, {"role": role, **lists})
        return [sentence for (sentence,) in cursor.fetchall()]
