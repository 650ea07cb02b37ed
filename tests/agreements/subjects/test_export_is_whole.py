"""A person's own data leaves out no table that points to them, straight or by a post of theirs."""

import datetime as dt
from functools import partial

import pytest
from django.core.exceptions import EmptyResultSet
from django.utils import translation

from actors.models import Appointment, Person, User
from agreements.models import Coordinator, Representative
from agreements.subjects.exporting import export_of
from agreements.subjects.places import rows_about, rows_by
from agreements.subjects.subject import Subject
from collabgov.kit.personal import tables
from tests.factories.actors import AppointmentFactory, UserFactory
from tests.factories.documents import DocumentVersionFactory, LetterheadFactory
from tests.factories.goals import (
    MeasurementFactory,
    PeriodLockFactory,
    RivalryFactory,
    TheoryConsentFactory,
)
from tests.factories.instruments import (
    AgreementFactory,
    SignatureFactory,
    SigningCheckFactory,
)

pytestmark = pytest.mark.django_db
# Rows that are somebody's by themselves; what points to one is about the same somebody.
POSTS = (Appointment, Coordinator, Representative)
LINKS = [
    (model, field)
    for model in tables(events=True)
    for field in model._meta.concrete_fields
    if field.related_model in (Person, User, *POSTS) and field.name != "pgh_obj"
]


@pytest.fixture
def user():
    return UserFactory()


def asked_of(rows):
    """The question as it goes to the database; none where it is known that nothing fits."""
    try:
        return str(rows.query)
    except EmptyResultSet:
        return ""


def test_the_walk_meets_what_it_is_for():
    met = {f"{model._meta.label}.{field.name}" for model, field in LINKS}
    assert len(met) > 90
    for place in (
        "agreements.Signature.appointment",
        "agreements.SignatureEvent.appointment",
        "agreements.SigningCheck.noted_by",
        "agreements.Measurement.submitted_by",
        "agreements.TheoryConsent.stated_by",
        "actors.ImportRun.made_by",
        "usersessions.UserSession.user",
    ):
        assert place in met


def test_every_link_to_a_person_an_account_or_a_post_is_asked(user):
    """Found by walking the tables, not by the registry: a new link that is left out is red."""
    subject = Subject.of(user)
    left_out = []
    for model, field in LINKS:
        asked = asked_of(rows_about(subject, model)) + asked_of(rows_by(subject, model))
        step = field.related_model in POSTS
        table = field.related_model._meta.db_table if step else model._meta.db_table
        column = "person_id" if step else field.column
        if f'"{table}"."{column}" IN ({user.person_id if step else ""}' not in asked:
            left_out.append(f"{model._meta.label}.{field.name}")
    assert left_out == []


@pytest.mark.parametrize(
    ("make", "column"),
    [
        (AgreementFactory, "recorded_by"),
        (SignatureFactory, "recorded_by"),
        (SigningCheckFactory, "noted_by"),
        (partial(TheoryConsentFactory, supports=True), "stated_by"),
        (MeasurementFactory, "entered_by"),
        (RivalryFactory, "raised_by"),
        (PeriodLockFactory, "made_by"),
        (LetterheadFactory, "uploaded_by"),
        (DocumentVersionFactory, "uploaded_by"),
    ],
)
def test_what_somebody_did_to_agreements_and_figures_is_in_it(user, make, column):
    row = make(**{column: user})
    with translation.override("en"):
        found = export_of(user.person)
    (part,) = [one for one in found["written_by_you"] if one["code"] == row._meta.label]
    assert row.pk in {each["Number"] for each in part["rows"]}


def test_what_somebody_signed_is_in_it_with_party_post_and_day(user):
    post = AppointmentFactory(person=user.person, post="Kepala Dinas")
    mine = SignatureFactory(appointment=post, signed_on=dt.date(2026, 5, 3))
    SignatureFactory()
    with translation.override("en"):
        found = export_of(user.person)
    (part,) = [one for one in found["records"] if one["code"] == "agreements.Signature"]
    (row,) = part["rows"]
    assert row["Number"] == mine.pk
    said = str(row)
    for word in ("Kepala Dinas", "3 May 2026", str(mine.place.party.organization)):
        assert word in said


def test_a_signature_is_told_to_its_signer_as_far_as_they_still_see_it(user):
    post = AppointmentFactory(person=user.person)
    signature = SignatureFactory(appointment=post, place__agreement__title="Rahasia")
    with translation.override("en"):
        found = export_of(user.person, reader=user)
    (part,) = [one for one in found["records"] if one["code"] == "agreements.Signature"]
    assert str(signature.place) not in str(part)
    assert set(part["rows"][0]) == {"When"}
