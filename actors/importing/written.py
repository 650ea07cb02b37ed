"""What an import wrote, kept so that it can be taken back: each record before and after."""

from collections import defaultdict

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

LEFT_OUT = {"created_at", "updated_at", "version", "submission_id"}
ENCODER = DjangoJSONEncoder()


def snapshot(record):
    """The record's own columns as JSON keeps them."""
    return {
        field.attname: _plain(getattr(record, field.attname))
        for field in record._meta.concrete_fields
        if not field.generated and field.name not in LEFT_OUT
    }


def _plain(value):
    is_plain = value is None or isinstance(value, str | int | float | bool)
    return value if is_plain else ENCODER.default(value)


def entry(record, was):
    """One line: which record, what it was (None: it is new), what it became."""
    before = snapshot(was) if was is not None else None
    return [record._meta.label, record.pk, before, snapshot(record)]


def by_model(written):
    """Entries by model, the model written last first."""
    found = defaultdict(list)
    for label, pk, was, became in written:
        found[label].append((pk, was, became))
    return [(apps.get_model(label), found[label]) for label in reversed(list(found))]


def whole(model):
    """The manager that meets every row."""
    return getattr(model, "everything", model._base_manager)


def locked_rows(model, entries):
    rows = whole(model).select_for_update(of=("self",), no_key=False)
    return rows.in_bulk([pk for pk, _was, _became in entries])


def obstacles(model, entries, rows, going, companions):
    """Why the entries cannot be taken back: (record, sentence); empty when they can."""
    for pk, _was, became in entries:
        if pk not in rows:
            yield became_name(became), _("It is no longer there.")
        elif snapshot(rows[pk]) != became:
            yield str(rows[pk]), _("It was changed since.")
    made = [pk for pk, was, _became in entries if was is None and pk in rows]
    for relation in model._meta.related_objects:
        if relation.related_model in companions or relation.many_to_many or not _is_ours(relation):
            continue
        users = whole(relation.related_model).filter(**{f"{relation.field.name}__in": made})
        gone = going.get(relation.related_model, set())
        for user, pk in users.values_list("pk", relation.field.attname):
            if user not in gone:
                yield (
                    str(rows[pk]),
                    _("It is used: %(what)s.")
                    % {"what": relation.related_model._meta.verbose_name},
                )


def _is_ours(relation):
    """Not the tables of the audit trail, which refer to rows without holding them."""
    return bool(relation.field.db_constraint)


def became_name(became):
    return became.get("name") or became.get("full_name") or became.get("post") or "?"


def restore(model, entries, rows):
    """Write back what records were, and take away those that were new."""
    old = [(rows[pk], was) for pk, was, _became in entries if was is not None]
    for record, was in old:
        for name, value in was.items():
            field = model._meta.get_field(name)
            setattr(record, field.attname, field.to_python(value) if value is not None else None)
        if hasattr(record, "version"):
            record.version += 1
    if old:
        names = {model._meta.get_field(name).name for name in old[0][1]} - {"id"}
        names |= {"version"} if hasattr(model, "version") else set()
        records = [record for record, _was in old]
        whole(model).bulk_update(records, sorted(names), batch_size=500)
    made = [pk for pk, was, _became in entries if was is None]
    selves = [f.name for f in model._meta.fields if f.remote_field and f.related_model is model]
    if made and selves:  # what is new may belong to what is new
        whole(model).filter(pk__in=made).update(**dict.fromkeys(selves))
    return made


def companion_links(model, companions):
    """(model, field) of the rows that go with a record that is taken back."""
    for relation in model._meta.related_objects:
        if relation.related_model in companions:
            yield relation.related_model, relation.field.name
