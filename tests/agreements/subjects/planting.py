"""Puts somebody into every personal field of every table, as it is and as it once was."""

import inspect

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.postgres.fields import ArrayField
from django.db.models import EmailField, JSONField
from django.utils import timezone
from factory.django import DjangoModelFactory

from actors.models import AccessEvent, Person, User
from agreements.engagement.discovery_kinds import ProposalState, QuestionState
from agreements.engagement.kinds import Answer, Word
from agreements.goals.states import RivalryState
from collabgov.kit.audit import event_model
from collabgov.kit.personal import Kind, fields_of, tables
from tests.factories import (
    action,
    actors,
    arrangements,
    assistance,
    charter,
    definition,
    deliberation,
    discovery,
    documents,
    duplicates,
    engagement,
    goals,
    instruments,
    motivation,
    pledges,
    series,
    services,
    structures,
)

EMPTY: dict[type, object] = {JSONField: {}, ArrayField: []}
CANARY = "Kenarikuning"
NAME = f"Budi {CANARY}"
EMAIL = f"budi@{CANARY.lower()}.test"
TEXTS = Kind.NAME, Kind.EMPTY, Kind.ADDRESS, Kind.COPY, Kind.REVIEW, Kind.FROZEN
LINKED = ("Appointment", "Invitation", "AccessEvent", "MeetingDraft")  # no open duty by itself
NEVER_CHANGED = ("Invitation", "MinutesVersion")  # their texts stay as they were written
MODULES = (
    action,
    actors,
    arrangements,
    assistance,
    charter,
    definition,
    discovery,
    deliberation,
    documents,
    duplicates,
    engagement,
    goals,
    instruments,
    motivation,
    pledges,
    series,
    services,
    structures,
)
# What a table wants beside a text that only stands there once something has happened.
BESIDE = {
    "AssistanceEscalation": lambda user: {
        "answered_on": timezone.localdate(),
        "answered_by": user,
        "closed_on": timezone.localdate(),
    },
    "AssistanceRequest": lambda user: {
        "completed": True,
        "given_on": timezone.localdate(),
    },
    "Attendance": lambda user: {
        "answer": Answer.YES,
        "answered_at": timezone.now(),
        "answered_by": user,
    },
    "Decision": lambda user: {
        "decided_on": timezone.localdate(),
        "reviewed_on": timezone.localdate(),
    },
    "Document": lambda user: {"withdrawn_at": timezone.now(), "withdrawn_by": user},
    "Proposal": lambda user: {
        "state": ProposalState.RETURNED,
        "answered_on": timezone.localdate(),
        "answered_by": user,
    },
    "Question": lambda user: {
        "state": QuestionState.DROPPED,
        "closed_on": timezone.localdate(),
    },
    "MinutesAnswer": lambda user: {
        "word": Word.OBJECT,
        "answered_on": timezone.localdate(),
        "answered_by": user,
        "replied_on": timezone.localdate(),
        "replied_by": user,
    },
    "PeriodLock": lambda user: {"lifted_on": timezone.localdate(), "lifted_by": user},
    "Rivalry": lambda user: {
        "state": RivalryState.RESOLVED,
        "resolved_on": timezone.localdate(),
        "resolved_by": user,
        "told_value": 7,
    },
    "Signature": lambda user: {"withdrawn_on": timezone.localdate()},
}
FACTORIES = {
    each._meta.model: each
    for module in MODULES
    for _name, each in inspect.getmembers(module, inspect.isclass)
    if issubclass(each, DjangoModelFactory) and each._meta.model
}


def value_for(field):
    if isinstance(field, JSONField):
        return {"rows": [{NAME: f"Disebut {NAME}"}]}
    if isinstance(field, ArrayField):
        return [f"Disebut {NAME}"]
    return EMAIL if isinstance(field, EmailField) else NAME


def personal_columns(model):
    """The columns of a table in which letters about somebody can stand."""
    found = fields_of(model, *TEXTS)
    return [field for field in found if not field.choices and field.name not in ("ip", "phone")]


def plant(person, user):
    """Two rows of every table name the person; one of them once did, and no longer does."""
    for model, make in FACTORIES.items():
        if model in (Person, User):
            continue
        values = {field.name: value_for(field) for field in personal_columns(model)}
        if model.__name__ in LINKED:
            links = {"person": person, "user": user}
            names = {field.name for field in fields_of(model, Kind.LINK, Kind.DROP)}
            values |= {name: who for name, who in links.items() if name in names}
        if not values:
            continue
        values |= BESIDE.get(model.__name__, lambda user: {})(user)
        row = make(**values)
        assert row.pk
        _make_former(model, make, values)
    _plant_libraries(user)


def _make_former(model, make, values):
    if model is AccessEvent or not event_model(model) or model.__name__ in NEVER_CHANGED:
        return
    row = make(**values)
    now = {
        field.name: EMPTY.get(type(field), "lain@contoh.test") for field in personal_columns(model)
    }
    model._base_manager.filter(pk=row.pk).update(**now)


def _plant_libraries(user):
    EmailAddress.objects.create(user=user, email=EMAIL)
    Authenticator.objects.create(user=user, type="totp", data={"secret": NAME})
    SocialAccount.objects.create(user=user, provider="sso", uid=NAME, extra_data={"name": NAME})
    UserSession.objects.create(
        user=user, ip="198.51.100.7", session_key="k" * 32, user_agent=f"Peramban {NAME}"
    )


def wanted_places():
    """table.column of everything that the registry calls personal and that can hold letters."""
    return {
        f"{model._meta.db_table}.{field.column}"
        for model in tables(events=True)
        for field in personal_columns(model)
    }
