"""Migrations that make many triggers take seconds, not a minute.

The library builds every model of the migration's state anew for each trigger, to ask it where
its table is; the trigger's own statement says so already.
"""

from contextlib import contextmanager

from pgtrigger.migrations import AddTrigger, RemoveTrigger

METHODS = ("state_forwards", "database_forwards")


def _add_to_state(self, app_label, state):
    options = state.models[app_label, self.model_name].options
    options["triggers"] = [*options.get("triggers", []), self.trigger]


def _add(self, app_label, schema_editor, from_state, to_state):
    schema_editor.execute(self.trigger.install_sql, params=None)


def _remove_from_state(self, app_label, state):
    options = state.models[app_label, self.model_name].options
    options["triggers"] = [each for each in options["triggers"] if each.name != self.name]


def _remove(self, app_label, schema_editor, from_state, to_state):
    options = from_state.models[app_label, self.model_name].options
    (trigger,) = [each for each in options["triggers"] if each.name == self.name]
    schema_editor.execute(trigger.uninstall_sql, params=None)


@contextmanager
def quick_triggers():
    """Inside, the two operations go straight to the database."""
    quick = {AddTrigger: (_add_to_state, _add), RemoveTrigger: (_remove_from_state, _remove)}
    slow = {one: [getattr(one, name) for name in METHODS] for one in quick}
    _put(quick)
    try:
        yield
    finally:
        _put(slow)


def _put(methods):
    for operation, functions in methods.items():
        for name, function in zip(METHODS, functions, strict=True):
            setattr(operation, name, function)
