"""The file with a person's data is read by people: words of their language, no codes."""

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import translation

from actors.audit.recording import record_event
from actors.people import transitions as people
from agreements.subjects.exporting import as_json
from agreements.subjects.wording import label_of
from collabgov.kit.audit import because
from collabgov.kit.labels import is_named
from collabgov.kit.personal import Kind, fields_of, tables
from tests.factories.actors import (
    AppointmentFactory,
    InvitationFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import CoordinatorFactory
from tests.factories.engagement import AttendanceFactory, MeetingDraftFactory, MeetingFactory

pytestmark = pytest.mark.django_db
PERSONAL = Kind.NAME, Kind.EMPTY, Kind.ADDRESS, Kind.COPY
CODE = re.compile(r"^[a-z]+(_[a-z]+)+$|\bpgh\b|\b(id|pk|obj)$", re.IGNORECASE)
ISO = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.fixture
def erni():
    """Somebody in many tables, changed by themself and by others."""
    person = PersonFactory(full_name="Erni", phone="0812-1111-2222", consent_note="rapat")
    user = UserFactory(person=person, organization=OrganizationFactory())
    with because("pindah tugas"):
        person = people.edit(person=person, by=UserFactory(admin=True), version=1, full_name="Erni")
    AppointmentFactory(person=person)
    InvitationFactory(person=person)
    CoordinatorFactory(person=person)
    AttendanceFactory(person=person)
    MeetingDraftFactory(user=user, title="Draf", fields={"notes": "isi", "place": "aula"})
    MeetingFactory(logged_by=user, notes="Erni hadir.")
    UserSession.objects.create(user=user, ip="198.51.100.7", session_key="k" * 32, user_agent="FF")
    Authenticator.objects.create(user=user, type="totp", data={"secret": "rahasia"})
    record_event("signed_in", user=user, about=person, way="password", wait_seconds=3)
    record_event("viewed", user=user, about=person, reason="diminta")
    return person


def in_language(language, person):
    with translation.override(language):
        return json.loads(as_json(person))


def keys_of(value):
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from keys_of(one)
    if isinstance(value, list):
        for one in value:
            yield from keys_of(one)


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_key_is_a_code(erni, language):
    keys = set(keys_of(in_language(language, erni)))
    assert len(keys) > 40
    assert {key for key in keys if CODE.search(key)} == set()
    assert {key for key in keys if key[:1].islower()} == set()


def test_an_indonesian_reads_no_english(erni):
    """Words that are the same in both are few, and known."""
    same = set(keys_of(in_language("id", erni))) & set(keys_of(in_language("en", erni)))
    assert same <= {"Email"}


def test_no_day_is_bare(erni):
    text = json.dumps(in_language("id", erni))
    assert not ISO.search(text)


def test_a_history_is_called_so_and_says_what_was_done(erni):
    found = in_language("en", erni)["Kept about this person"]
    first, *_rest = found["History of: person"]
    assert (first["Change"], first["Full name"], first["Number"]) == ("Added", "Erni", erni.pk)
    assert first["When"]


def test_what_they_did_is_named_and_not_by_its_class(erni):
    done = in_language("en", erni)["Done by this person"]
    assert "object (" not in json.dumps(done)
    assert done["History of: meeting"][0]["What"].startswith("Added: ")


def test_who_was_behind_it_and_why_is_said_in_words(erni):
    found = in_language("en", erni)["Kept about this person"]
    assert "pindah tugas" in {row.get("Reason") for row in found["History of: account"]} | {
        row.get("Reason") for row in found["History of: person"]
    }


def test_codes_of_events_and_drafts_are_read_as_words(erni):
    found = in_language("id", erni)["Disimpan tentang orang ini"]
    event, seen = found["Kejadian"]
    assert event["Kejadian"] == "Masuk"
    assert "kata sandi" in event["Rincian"].values()
    assert seen["Rincian"] == {"Alasan": "diminta"}
    (draft,) = found["Konsep"]
    assert set(draft["Yang sudah diketik"]) == {"Catatan", "Tempat atau tautan"}


def test_each_personal_column_keeps_a_name_so_the_file_is_complete():
    missing = {
        str(field)
        for model in tables(events=True)
        if fields_of(model, Kind.LINK, Kind.ADDRESS, Kind.DROP)
        for field in fields_of(model, *PERSONAL)
        if not label_of(field)
    }
    assert missing == set()


def test_a_column_that_a_model_names_is_told_as_it_is_named():
    named = [
        field for model in tables() for field in fields_of(model, *PERSONAL) if is_named(field)
    ]
    assert all(label_of(field).lower() == str(field.verbose_name).lower() for field in named)
