"""Whatever else is sent with a form, only its own fields change anything."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import DateTimeField
from django.forms import BaseForm

from agreements.models import MeetingDraft
from tests.matrix.places import PLACES
from tests.matrix.sheets import sheets_of
from tests.matrix.test_hostile import pages
from tests.matrix.walk import undone

OURS = [apps.get_app_config(label) for label in ("actors", "agreements")]
MODELS = [
    model
    for app in OURS
    for model in app.get_models()
    if not hasattr(model, "pgh_tracked_model") and model is not MeetingDraft
]  # a draft is the form as it was sent, whatever was in it
# Every name that a field of ours goes by, with something that it would take.
EXTRA = {
    field.get_attname() if field.is_relation else field.name: "1"
    for model in MODELS
    for field in model._meta.concrete_fields
} | {
    field.name: "1"
    for model in MODELS
    for field in model._meta.concrete_fields
    if field.is_relation
}
EXTRA |= {
    "role": "admin",
    "state": "confirmed",
    "is_active": "on",
    "is_staff": "on",
    "is_superuser": "on",
    "email": "penyusup@contoh.test",
    "due_on": "31/12/2030",
    "owner": "1",
}
KNOWN = {}  # the rows there were before anything was sent
CHANGES_BY_ITSELF = {"created_at", "updated_at", "request_id", "token_hash", "calendar_uid"}


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_what_is_no_field_of_the_form_changes_nothing(place, walker, db, record_property):
    found = pages(walker, place)
    if not found:
        return
    client, path, response = found
    KNOWN.update({model: set(model._base_manager.values_list("pk", flat=True)) for model in MODELS})
    for sheet in sheets_of(response, path):
        if sheet.method == "POST":
            honest = rows_after(client, sheet.action, sheet.data)
            own = sheet.offered | fields_of(response)
            more = {name: value for name, value in EXTRA.items() if name not in own}
            greedy = rows_after(client, sheet.action, more | sheet.data)
            record_property("forms sent more than they ask for", 1)
            assert greedy == honest, f"{path}: more than the form's fields had an effect"


def fields_of(response):
    """The fields of the page's forms, those included that the page shows only when filled."""
    contexts = [context for each in response.context or () for context in each]
    forms = [value for context in contexts for value in context.values()]
    return {
        form.add_prefix(name)
        for form in forms
        if isinstance(form, BaseForm)
        for name in form.fields
    }


def rows_after(client, action, data):
    """Every row of ours as it stands after sending this, but for clocks and counters."""
    with undone():
        client.post(action, data)
        return {model.__name__: rows_of(model) for model in MODELS}


def rows_of(model):
    kept = [field for field in model._meta.concrete_fields if is_compared(field)]
    names = [field.attname for field in kept]
    rows = model._base_manager.values_list(*names)
    return sorted(repr([standing(*pair) for pair in zip(kept, row, strict=True)]) for row in rows)


def is_compared(field):
    return not (field.name in CHANGES_BY_ITSELF or field.primary_key or field.generated)


def standing(field, value):
    """The value; of a moment only that there is one, of a row made by this form that it is new."""
    if isinstance(field, DateTimeField):
        return value and "a moment"
    if not (field.is_relation and value):
        return value
    return value if value in KNOWN.get(field.related_model, ()) else "new"


def test_the_walk_sees_a_field_too_many(walker, db):
    """A form that took any field would be found: the role of an account is such a row."""
    user = walker.world.people["member"]
    before = {model.__name__: rows_of(model) for model in MODELS}
    with undone():
        type(user).objects.filter(pk=user.pk).update(role="admin")
        assert {model.__name__: rows_of(model) for model in MODELS} != before
    assert connection.in_atomic_block
