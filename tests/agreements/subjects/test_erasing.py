"""After an erasure no column of any table names the person, and history is still there."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from actors.audit.recording import record_event
from actors.models import AccessEvent, Invitation, Person, User
from actors.people import transitions as people
from agreements.charter.transitions import add_coordinator, end_coordinator
from agreements.handover.facts import Facts, Overseer
from agreements.handover.providers import open_lines
from agreements.models import (
    AgendaItem,
    Attendance,
    CollaborationChange,
    Commitment,
    MeetingDraft,
)
from agreements.subjects import erasing
from agreements.subjects.exporting import export_of
from collabgov.kit.personal import Kind, fields_of, tables
from tests.factories.action import CommitmentFactory
from tests.factories.actors import (
    AppointmentFactory,
    InvitationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import CollaborationFactory, RepresentativeFactory, coordinator_of
from tests.factories.definition import SharedTermFactory
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingDraftFactory,
    MeetingFactory,
    MinutesVersionFactory,
)

pytestmark = pytest.mark.django_db
CANARY = "Kenarikuning"
DRAFT = "Rancangan"
COLUMNS = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema()
      AND (
        data_type IN ('text', 'character varying', 'json', 'jsonb', 'inet', 'citext', 'tsvector')
        OR udt_name IN ('_text', '_varchar', '_citext')
      )
"""


def places_of(word):
    """table.column of every text in the database that holds the word: asked in raw SQL."""
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        found = []
        for table, column in cursor.fetchall():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" WHERE "{column}"::text ILIKE %s', [f"%{word}%"]
            )
            found += [f"{table}.{column}"] * bool(cursor.fetchone()[0])
    return sorted(found)


@pytest.fixture
def admin():
    return UserFactory(admin=True)


@pytest.fixture
def canary(admin):
    """Somebody whose every own field holds the canary, now and in former states."""
    person = PersonFactory(
        full_name=f"Lama {CANARY}",
        email=f"lama@{CANARY}.test",
        phone="0811-222-333",
        consent_note="Rapat",
    )
    fields = {
        "full_name": f"Budi {CANARY}",
        "title_before": f"dr. {CANARY}",
        "title_after": f"M.{CANARY}",
        "email": f"budi@{CANARY}.test",
        "phone": "0812-9999-8888",
        "consent_note": f"Untuk {CANARY}",
    }
    person = people.edit(person=person, by=admin, version=1, **fields)
    user = UserFactory(person=person, email=f"akun@{CANARY.lower()}.test")
    InvitationFactory(person=person, email=f"undang@{CANARY.lower()}.test")
    AppointmentFactory(person=person)
    record_event("signed_in", user=user, note=f"oleh Budi {CANARY}")
    record_event("viewed", user=admin, about=person)
    MeetingDraftFactory(user=user, title=f"{DRAFT} {CANARY}", fields={"notes": CANARY})
    return person


def test_no_column_of_the_database_holds_them_any_more(canary):
    before = places_of(CANARY)
    assert {"actors_person.full_name", "actors_personevent.full_name"} <= set(before)
    erasing.erase(canary)
    assert places_of(CANARY) == []
    assert places_of("0812-9999-8888") == places_of("0811-222-333") == []


def test_every_own_field_of_the_registry_held_the_canary(canary):
    """Else the test above would not see a field that is forgotten."""
    held = set(places_of(CANARY)) | {"actors_person.phone", "actors_personevent.phone"}
    for model in (Person, User, Invitation):
        for field in fields_of(model, Kind.NAME, Kind.EMPTY, Kind.ADDRESS):
            assert f"{model._meta.db_table}.{field.column}" in held


def test_history_stays_under_another_name(canary):
    promise = CommitmentFactory(person=canary, state="confirmed", **confirmed_today(canary))
    came = AttendanceFactory(person=canary)
    done = erasing.erase(canary)
    canary.refresh_from_db()
    assert str(canary) == f"Removed person {canary.pk}" == done.label
    assert Commitment.objects.get(pk=promise.pk).person == canary
    assert Attendance.objects.get(pk=came.pk).person == canary
    assert not MeetingDraft.objects.exists()


def confirmed_today(person):
    day = timezone.localdate()
    return {"reported_done_on": day, "confirmed_on": day, "confirmed_by": person.user}


def test_no_way_in_is_left(canary, client):
    user = canary.user
    client.force_login(user)
    erasing.erase(canary)
    user.refresh_from_db()
    assert (user.is_active, user.has_usable_password()) == (False, False)
    assert user.email.endswith("@removed.invalid")
    assert client.get("/").status_code == 302
    assert Invitation.objects.get(person=canary).revoked_at


def test_copies_that_the_site_made_are_blotted(canary, admin):
    collaboration = CollaborationFactory()
    coordinator_of(collaboration)
    row = add_coordinator(collaboration=collaboration, person=canary, by=admin)
    end_coordinator(coordinator=row, by=admin, on=timezone.localdate())
    row.delete()
    erasing.erase(canary)
    assert places_of(CANARY) == []
    assert CollaborationChange.objects.filter(subject__contains="Removed person").count() == 2


def test_texts_of_others_are_listed_and_not_changed(canary):
    meeting = MeetingFactory(notes=f"Budi {CANARY} tidak hadir.")
    MeetingFactory(notes="Tanaman dan lamaran tidak disebut.")
    done = erasing.erase(canary)
    meeting.refresh_from_db()
    assert CANARY in meeting.notes
    assert [(place.model._meta.label, place.pk) for place in done.review] == [
        ("agreements.Meeting", meeting.pk)
    ]


def test_a_name_in_a_list_of_words_is_listed_and_told_like_any_text(canary):
    said = ["Forum Desa", f"kelompok\u00a0Budi\u00a0{CANARY}"]
    term = SharedTermFactory(synonyms=said)
    (told,) = export_of(canary)["named_in"]
    assert told["code"] == "agreements.SharedTerm.synonyms"
    assert "; ".join(said) in told.values()
    done = erasing.erase(canary)
    term.refresh_from_db()
    assert term.synonyms == said
    assert [(place.field, place.pk) for place in done.review] == [("synonyms", term.pk)]
    assert {place.field for place in done.former} == {"synonyms"}


SAID = (
    'kata dr. Budi\u00a0{name}, "M.{name}"',
    "Budi 'Budi {name}' \"Budi {name}\"",
    "garis\\Budi {name}\\n",
    "\u201cBudi\t{name}\u201d\n",
)


@pytest.mark.parametrize("said", SAID)
def test_minutes_as_they_were_shared_no_longer_name_them_however_it_was_written(canary, said):
    meeting = MeetingFactory(title="Rapat")
    AttendanceFactory(meeting=meeting, person=canary)
    AgendaItemFactory(meeting=meeting, notes=said.format(name=CANARY), presenter=canary)
    version = MinutesVersionFactory(meeting=meeting, reason="")
    AgendaItem.objects.update(notes="")
    before = {"agreements_minutesversion.content", "agreements_minutesversionevent.content"}
    assert before <= set(places_of(CANARY))
    erasing.erase(canary)
    version.refresh_from_db()
    assert not before & set(places_of(f"Budi {CANARY}"))
    (people,) = [each["people"] for each in version.content["attendance"]]
    assert (
        people[0]["name"]
        == f"Removed person {canary.pk}"
        == version.content["agenda"][0]["presenter"]
    )
    assert version.content["title"] == "Rapat"


@pytest.mark.parametrize("said", SAID)
def test_a_name_in_json_is_told_whatever_signs_stand_around_it(canary, said):
    """A draft of somebody else keeps what was typed as JSON."""
    MeetingDraftFactory(title="", fields={"notes": said.format(name=CANARY), "other": "'\""})
    (told,) = export_of(canary)["named_in"]
    assert told["code"] == "agreements.MeetingDraft.fields"
    assert said.format(name=CANARY) in told["Teks"]
    done = erasing.erase(canary)
    assert [(place.field, place.model.__name__) for place in done.review] == [
        ("fields", "MeetingDraft")
    ]


def test_a_try_changes_nothing(canary):
    before = places_of(CANARY)
    done = erasing.erase(canary, dry_run=True)
    assert done.changed["actors.Person"] == 1
    assert places_of(CANARY) == before
    canary.user.refresh_from_db()
    assert canary.user.is_active


def test_it_is_safe_to_do_it_twice(canary):
    erasing.erase(canary)
    again = erasing.erase(canary)
    assert (again.was_done, again.changed) == (True, {})
    assert AccessEvent.objects.filter(kind="erased").count() == 1


def test_the_events_are_append_only_again_afterwards(canary):
    erasing.erase(canary)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled = 'D' AND NOT tgisinternal")
        assert cursor.fetchall() == []


def test_the_last_admin_stays(admin):
    with pytest.raises(erasing.Refused):
        erasing.erase(admin.person)
    UserFactory(admin=True)
    assert erasing.erase(admin.person)


def test_a_party_that_fell_silent_hinders_nobody_from_being_erased():
    gone = PersonFactory(is_active=False)
    day = timezone.localdate() - timedelta(days=1)
    RepresentativeFactory(person=gone, starts_on=day, ends_on=day)
    assert [line.is_theirs for line in open_lines(Facts.of(gone, Overseer()))] == [False]
    assert erasing.erase(gone).changed


def test_open_duties_are_handed_over_first(canary):
    CommitmentFactory(person=canary)
    with pytest.raises(erasing.Refused):
        erasing.erase(canary)


def test_merged_records_go_as_well(canary):
    twin = PersonFactory(full_name=f"Budi {CANARY} Dua", merged_into=canary, is_active=False)
    erasing.erase(canary)
    twin.refresh_from_db()
    assert CANARY not in twin.full_name


def test_an_account_without_a_person_is_erased_too(admin):
    user = UserFactory(person=None, email=f"x@{CANARY.lower()}.test")
    erasing.erase(user)
    assert places_of(CANARY) == []


def run(*words):
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_the_command_says_what_it_did(canary):
    MeetingFactory(notes=f"Budi {CANARY}")
    assert "Would change:" in run("subject_erase", str(canary.pk), "--dry-run")
    said = run("subject_erase", f"budi@{CANARY}.test")
    assert f"Removed person {canary.pk}" in said
    assert "agreements.Meeting" in said
    assert "Nothing to do" in run("subject_erase", str(canary.pk))


@pytest.mark.parametrize("nobody", ["999999", "siapa@contoh.test", "9" * 30, "²"])
def test_nobody_is_a_readable_refusal(nobody):
    with pytest.raises(CommandError, match="Nobody is known"):
        run("subject_erase", nobody)


def test_the_export_holds_every_own_field(canary):
    text = str(export_of(canary))
    for field in fields_of(Person, Kind.NAME, Kind.EMPTY):
        assert str(getattr(canary, field.name)) in text
    assert canary.user.password not in text
    codes = {part["code"] for part in export_of(canary)["records"]}
    assert {"actors.Person", "actors.User", "actors.Appointment", "actors.AccessEvent"} <= codes


def test_the_export_names_texts_and_deeds(canary):
    MeetingFactory(notes=f"Kata pengantar. Budi {CANARY} tidak hadir.")
    CommitmentFactory(recorded_by=canary.user)
    found = export_of(canary)
    assert found["named_in"][0]["code"] == "agreements.Meeting.notes"
    assert "agreements.Commitment" in {part["code"] for part in found["written_by_you"]}


def test_the_export_goes_to_a_new_private_file(canary, tmp_path):
    file = tmp_path / "budi.json"
    run("subject_export", str(canary.pk), "--to", str(file))
    assert CANARY in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(CommandError, match="Not written"):
        run("subject_export", str(canary.pk), "--to", str(file))
    assert AccessEvent.objects.filter(kind="subject_exported").exists()


def test_an_admin_hands_the_file_out_without_the_drafts(canary, admin, client):
    address = f"/people/{canary.pk}/data/"
    client.force_login(admin)
    text = client.post(address).content.decode()
    assert canary.full_name in text
    assert DRAFT not in text
    client.force_login(canary.user)
    assert DRAFT in client.post(address).content.decode()
    assert AccessEvent.objects.filter(kind="subject_exported").count() == 2


def test_nobody_else_gets_the_file(canary, client):
    client.force_login(UserFactory(auditor=True))
    assert client.post(f"/people/{canary.pk}/data/").status_code == 403
    assert client.get(f"/people/{canary.pk}/data/").status_code == 405


def test_each_table_is_looked_at():
    assert len(list(tables(events=True))) > len(list(tables())) > 20
