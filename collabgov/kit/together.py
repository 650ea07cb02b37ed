"""Operations of a migration that do not need one another, over one picture of all models."""

from django.db.migrations.operations.base import Operation


class Together(Operation):
    """Many new tables, or new options, at the price of one.

    After each operation Django draws every model of the state anew that is related to what
    changed, which here is nearly all of them.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        state.clear_delayed_apps_cache()
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"{len(self.operations)} operations together"
