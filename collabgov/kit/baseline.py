"""For migrations: rows older than their table of events get one event, how they were by then."""

LABEL = "baseline"
INSERT = """
    INSERT INTO {events} ({columns}, pgh_obj_id, pgh_label, pgh_created_at)
    SELECT {columns}, {key}, %s, clock_timestamp() FROM {table} ORDER BY {key}
"""


def write_baseline(*names):
    """Return what a migration runs after it made the tables of events of these models.

    An update leaves the row as it became: without this, the first change of an old row would
    have lost what it was before.
    """

    def forwards(apps, schema_editor):
        quote = schema_editor.connection.ops.quote_name
        for name in names:
            model = apps.get_model(name)
            events = apps.get_model(f"{name}Event")
            held = {field.column for field in events._meta.local_fields} - {"pgh_obj_id"}
            columns = [f.column for f in model._meta.local_fields if f.column in held]
            statement = INSERT.format(
                events=quote(events._meta.db_table),
                columns=", ".join(map(quote, columns)),
                key=quote(model._meta.pk.column),
                table=quote(model._meta.db_table),
            )
            schema_editor.execute(statement, [LABEL])

    return forwards
