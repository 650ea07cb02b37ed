"""No table escapes the audit trail by being forgotten, and no event holds a secret."""

import re

import pghistory
import pgtrigger
import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from collabgov.kit.audit import event_model, event_models
from tests.architecture.sources import CODE, each, text

# Tables whose rows leave no event, each with the reason.
EXEMPT = {
    "account.EmailAddress": "Allauth's; stays empty: an account has one address, its own.",
    "account.EmailConfirmation": "Allauth's; stays empty, as its addresses do.",
    "actors.AccessEvent": "Is itself the audit trail: append-only, sealed with the rest.",
    "actors.AuditSeal": "Counts and hashes of the trail itself, chained and append-only.",
    "actors.ImportContent": "Personal data that expires; the rows it made are tracked.",
    "actors.SuggestedPair": "Found anew by each search; what people decide about it is tracked.",
    "agreements.AgreementWords": "Copied by triggers from what is tracked, for the search alone.",
    "agreements.CommitmentSequence": "A counter; its codes are in the events of commitments.",
    "agreements.MeetingDraft": "Typed and not saved: its author's alone, and often thrown away.",
    "agreements.PulseAnswer": "Said without a name: no trace may lead to who or when.",
    "agreements.PulseComment": "Said without a name: no trace may lead to who or when.",
    "agreements.PulseLink": "Random hashes, made and gone with a wave; used or not, it stays.",
    "agreements.PulseResponse": "Said without a name: no trace may lead to who or when.",
    "agreements.PulseResult": "Never changes; events are read before it is published.",
    "agreements.PulseSpool": "The same, sealed, and gone once it is counted.",
    "agreements.PulseTurn": "Whether somebody answered is nobody's business.",
    "auth.Group": "Django's; the site has rules instead, nothing writes here.",
    "auth.Permission": "Django's; made from the code by each migrate, nothing reads it.",
    "contenttypes.ContentType": "Django's; made from the code by each migrate.",
    "mfa.Authenticator": "Secrets; adding, using and removing a factor is in the event log.",
    "pghistory.Context": "Stays empty: each event holds its own context.",
    "sessions.Session": "Encrypted keys to accounts; signing in and out is in the event log.",
    "socialaccount.SocialAccount": "What the provider said last; linking is in the event log.",
    "socialaccount.SocialApp": "Allauth's; stays empty: the provider is in the settings.",
    "socialaccount.SocialToken": "Allauth's; stays empty: no token of the provider is kept.",
    "usersessions.UserSession": "Where somebody is signed in; signing in is in the event log.",
}
LEFT_OUT = {"password", "token_hash", "updated_at", "last_login"}
# What a model leaves out of its events by `without=`, each with the reason.
NAMED = {
    "agreements.CalendarFeed": {"last_used_on"},  # each day that its programs read it
    # a random name that never changes, and a count of changes that are events themselves
    "agreements.Meeting": {"calendar_uid", "sequence"},
    # half of the key to what was answered; of fewer than five not even how many answered is told
    # and whose mail failed is told to nobody
    "agreements.PulseWave": {"salt", "answered", "parties_heard", "enough_by_mail", "unsent"},
    # a key of an address, which events would keep; and what never changes once it is written
    "agreements.PulseInvitation": {"mailed_to", "account"},
    "actors.Merge": {"choices", "steps"},  # old values of the records: those have events themselves
}
TABLES = [m for m in apps.get_models() if m._meta.managed and not m._meta.proxy]
SECRET = re.compile(r"password|passwd|token|secret|hash|otp|session_key|private|credential")


def test_every_table_is_tracked_or_exempt_for_a_reason():
    events = set(event_models())
    recorded = {event.pgh_tracked_model for event in events}
    open_tables = {m._meta.label for m in TABLES if m not in events | recorded}
    assert open_tables == set(EXEMPT), "Put @tracked on the model, or its reason here."
    assert all(len(reason) > 20 for reason in EXEMPT.values())


def test_events_are_found_by_themselves():
    assert len(event_models()) > 20
    assert event_model(apps.get_model("actors.AccessEvent")) is None


@pytest.mark.parametrize("event", event_models(), ids=lambda model: model.__name__)
def test_an_event_holds_everything_but_secrets_and_what_is_computed(event):
    model = event.pgh_tracked_model
    held = {field.name for field in event._meta.fields}
    missing = {f.name for f in model._meta.local_fields if f.name not in held}
    computed = {f.name for f in model._meta.local_fields if f.generated}
    assert missing - computed <= LEFT_OUT | NAMED.get(model._meta.label, set())
    assert not computed & held
    assert not [name for name in held if SECRET.search(name)]


@pytest.mark.parametrize("event", event_models(), ids=lambda model: model.__name__)
def test_events_are_made_row_by_row_and_point_at_nothing(event):
    """One statement trigger makes large updates slower with the square of their rows."""
    made = [t for model, t in pgtrigger.registered() if model is event.pgh_tracked_model]
    triggers = [trigger for trigger in made if isinstance(trigger, pghistory.trigger.Event)]
    assert {str(t.operation) for t in triggers} == {"INSERT", "UPDATE", "DELETE"}
    assert {t.level for t in triggers} == {pghistory.Row}
    assert isinstance(event._meta.get_field("pgh_context"), models.JSONField)
    assert isinstance(event._meta.get_field("pgh_context_id"), models.UUIDField)
    keys = [field for field in event._meta.fields if field.many_to_one]
    assert not [key.name for key in keys if key.db_constraint]
    assert event._meta.get_field("pgh_obj").db_index


def test_the_driver_puts_the_values_into_the_statement():
    """With `server_side_binding` every write of a tracked table fails."""
    for database in settings.DATABASES.values():
        assert "server_side_binding" not in database.get("OPTIONS", {})


@each(CODE)
def test_nobody_turns_the_trail_off(file):
    """Neither the library's switch, nor statement triggers, nor a binding that breaks it."""
    assert not re.search(
        r"pgtrigger\.ignore\b|pghistory\.Statement|server_side_binding", text(file)
    )
