"""Migrations of many tables take seconds, not minutes.

Django keeps a model of every table while it migrates, and makes anew all that are linked with a
table whenever that table gets a column, a rule or an index: with two hundred linked tables that
is nearly all of the time. Going forwards, most of it changes one model and no other: here that
one is changed in place. For the few steps that change more, all are made anew once.
"""

from contextlib import contextmanager

from django.db.migrations import RunPython
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

ONLY_WORDS = {"verbose_name", "verbose_name_plural"}

_add_field = ProjectState.add_field
_alter_field = ProjectState.alter_field
_alter_model_options = ProjectState.alter_model_options
_run_python = RunPython.database_forwards
_migrate_all_forwards = MigrationExecutor._migrate_all_forwards


def _forget(state):
    """All models are made anew when the next step asks for one."""
    state.__dict__.pop("apps", None)


def _reload(self, app_label, model_name, delay=False):
    """A new table is one new model; any other change may concern all."""
    if "apps" not in self.__dict__:
        return
    if model_name.lower() in self.apps.all_models[app_label]:
        _forget(self)
    else:
        self.models[app_label, model_name.lower()].render(self.apps)


def _put_field(self, app_label, model_name, name, field, preserve_default):
    apps = self.__dict__.pop("apps", None)  # so that the library has nothing to make anew
    _add_field(self, app_label, model_name, name, field, preserve_default)
    if apps is None:
        return
    self.__dict__["apps"] = apps
    model = apps.get_model(app_label, model_name)
    model._meta.apps = apps  # the tables it may point at are known here
    model.add_to_class(name, self.models[app_label, model_name].fields[name].clone())
    apps.clear_cache()


def _change_field(self, app_label, model_name, name, field, preserve_default):
    """Only that model is made anew, unless others can point at the column."""
    apps = self.__dict__.pop("apps", None)
    before = self.models[app_label, model_name].fields[name]
    _alter_field(self, app_label, model_name, name, field, preserve_default)
    if apps is None or any(each.primary_key or each.unique for each in (before, field)):
        return
    self.__dict__["apps"] = apps
    apps.unregister_model(app_label, model_name)
    self.models[app_label, model_name].render(apps)


def _listed(self, app_label, model_name, option, rows):
    self.models[app_label, model_name].options[option] = rows
    if "apps" in self.__dict__:
        setattr(self.apps.get_model(app_label, model_name)._meta, option, list(rows))


def _append(self, app_label, model_name, option_name, obj):
    rows = self.models[app_label, model_name].options[option_name]
    _listed(self, app_label, model_name, option_name, [*rows, obj])


def _remove(self, app_label, model_name, option_name, obj_name):
    rows = self.models[app_label, model_name].options[option_name]
    kept = [row for row in rows if row.name != obj_name]
    _listed(self, app_label, model_name, option_name, kept)


def _exchange(self, app_label, model_name, option_name, obj_name, alt_obj):
    rows = self.models[app_label, model_name].options[option_name]
    changed = [row if row.name != obj_name else alt_obj for row in rows]
    _listed(self, app_label, model_name, option_name, changed)


def _put_options(self, app_label, model_name, options, option_keys=None):
    apps = self.__dict__.pop("apps", None)
    _alter_model_options(self, app_label, model_name, options, option_keys)
    if apps is not None and set(options) <= ONLY_WORDS:
        self.__dict__["apps"] = apps


def _run(self, app_label, schema_editor, from_state, to_state):
    """Code that reads rows walks along links: it gets models that were all made at once."""
    _forget(from_state)
    _run_python(self, app_label, schema_editor, from_state, to_state)


QUICK = {
    (ProjectState, "reload_model"): _reload,
    (ProjectState, "add_field"): _put_field,
    (ProjectState, "alter_field"): _change_field,
    (ProjectState, "_append_option"): _append,
    (ProjectState, "_remove_option"): _remove,
    (ProjectState, "_alter_option"): _exchange,
    (ProjectState, "alter_model_options"): _put_options,
    (RunPython, "database_forwards"): _run,
}


def _forwards(self, *args, **kwargs):
    slow = {place: getattr(*place) for place in QUICK}
    _put(QUICK)
    try:
        return _migrate_all_forwards(self, *args, **kwargs)
    finally:
        _put(slow)


def _put(functions):
    for (where, name), function in functions.items():
        setattr(where, name, function)


@contextmanager
def quick_rendering():
    """Inside, migrating forwards changes models in place; backwards all is as the library does."""
    MigrationExecutor._migrate_all_forwards = _forwards
    try:
        yield
    finally:
        MigrationExecutor._migrate_all_forwards = _migrate_all_forwards
