"""The filter by reason finds what the page shows as a reason, wherever it is kept."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import translation

from actors.audit.kinds import EventKind
from actors.audit.reasons import REASONS, reason_for, reason_in_words
from actors.audit.recording import record_event
from agreements.action.transitions import cancel, change_due_date
from agreements.charter.transitions.parties import pause_party
from collabgov.kit.audit import because, event_models
from collabgov.kit.labels import field_label
from dashboards.audit.tables import CONTACTS, key_of
from dashboards.audit.whys import columns_of_reasons
from tests.factories.action import CommitmentFactory
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import PartyFactory, coordinator_of

pytestmark = pytest.mark.django_db
URL = reverse("dashboards:audit")
FACTS = {"away": 25, "kept": 24, "number": 3, "file": "sepuluh: 10.xlsx", "by": "a@b.test"}


@pytest.fixture(params=["id", "en"])
def admin(client, request):
    user = UserFactory(admin=True, language=request.param)
    client.force_login(user)
    return user


def lines(client, text):
    return client.get(URL, {"reason": text}).context["lines"]


@pytest.mark.parametrize("code", sorted(REASONS))
def test_a_reason_of_the_program_is_found_as_it_is_read(client, admin, code):
    for number, each in enumerate(sorted(REASONS)):
        with because(reason_for(each, **FACTS)):
            OrganizationFactory(name=f"Row {number}")
        record_event(EventKind.EXPORTED, list="x", reason=reason_for(each, **FACTS))
    with translation.override(admin.language):
        read = reason_in_words(reason_for(code, **FACTS))
    words = read.split()
    parts = (words[0], " ".join(words[:2]), *(" ".join(words[-n:]) for n in (2, 4)))
    for text in (read, read.upper(), read[1:-1], words[0][1:-1], *parts):
        found = lines(client, text)
        assert all(text.casefold() in line.reason.casefold() for line in found)
        assert {line.source == "access" for line in found if line.reason == read} == {True, False}


def test_what_a_merge_is_called_finds_this_merge_alone(client, admin):
    for away in (25, 125):
        with because(reason_for("merged", away=away, kept=24)):
            OrganizationFactory(name=f"Of {away}")
    with translation.override(admin.language):
        read = reason_in_words(reason_for("merged", away=25, kept=24))
    assert [line.record for line in lines(client, read)] == ["Of 25"]
    assert len(lines(client, read.split(":")[0])) == 2


def test_a_typed_reason_is_found_in_rows_and_events(client, admin):
    with because("Surat tugas 12/2026"):
        OrganizationFactory(name="Changed")
    record_event(EventKind.EXPORTED, list="x", reason="Diminta BPK")
    assert [line.record for line in lines(client, "tugas 12")] == ["Changed"]
    assert [line.reason for line in lines(client, "bpk")] == ["Diminta BPK"]
    assert not lines(client, "12 tugas")


def test_a_reason_that_stands_in_the_row_is_found(client, admin):
    party = PartyFactory()
    pause_party(party=party, by=coordinator_of(party.collaboration), reason="Menunggu perda")
    (line,) = lines(client, "menunggu PERDA")
    assert line.source == "agreements.partychange"
    owed = CommitmentFactory()
    run_by, later = coordinator_of(owed.collaboration), owed.due_on + dt.timedelta(days=30)
    change_due_date(commitment=owed, by=run_by, new_due_on=later, reason="Menunggu data desa")
    assert {line.source for line in lines(client, "data desa")} == {"agreements.duedatechange"}
    cancel(commitment=owed, by=run_by, reason="Anggaran dipotong")
    assert {line.source for line in lines(client, "dipotong")} == {"agreements.commitmentchange"}


def test_every_column_that_the_page_calls_a_reason_is_searched(db):
    """Also one that is added later; none that is shown to some readers only."""
    missing, searched = [], 0
    for events in event_models():
        model = events.pgh_tracked_model
        columns = columns_of_reasons(model)
        searched += len(columns)
        assert not set(columns) & CONTACTS.get(key_of(model), set())
        for field in model._meta.local_fields:
            with translation.override("en"):
                is_reason = field_label(field) in {"Reason", "Why"}
            held = field.name in {each.name for each in events._meta.local_fields}
            if is_reason and held and field.name not in columns:
                missing.append(f"{key_of(model)}.{field.name}")
    assert missing == []
    assert searched >= 6


def test_why_an_event_came_is_found_in_the_readers_words(client, admin):
    record_event(EventKind.FACTOR_REMOVED, why="device lost")
    record_event(EventKind.SESSIONS_ENDED, why="asked")
    word = {"id": "perangkat hilang", "en": "device was lost"}[admin.language]
    assert [line.code for line in lines(client, word)] == ["factor_removed"]
