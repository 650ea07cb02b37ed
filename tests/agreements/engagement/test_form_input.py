"""Whatever is posted, the form comes back with it and says what to do."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.models import Commitment, Meeting
from tests.agreements.engagement.posts import errors_of, fields_of, fresh, post
from tests.factories.actors import OrganizationFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, member_of
from tests.factories.engagement import AttendanceFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db

NEXT_WEEK = (timezone.localdate() + timedelta(days=7)).isoformat()


@pytest.fixture
def last():
    meeting = MeetingFactory(title="Rapat koordinasi #13")
    party = PartyFactory(collaboration=meeting.collaboration)
    AttendanceFactory(meeting=meeting, organization=party.organization)
    return meeting


@pytest.fixture
def user(last, sign_in):
    return sign_in(member_of(last.collaboration, language="en"))


@pytest.fixture
def fields(client, user):
    return fresh(client)


def not_ticked(kind):
    return kind not in ("checkbox", "radio")


def refused(client, fields, **more):
    """Post, and return the lines of the summary; nothing was saved."""
    before = Meeting.objects.count()
    response = post(client, fields, **more, save="1")
    assert response.status_code == 200
    assert Meeting.objects.count() == before
    for name, text in more.items():
        typed_into = {"name": name, "type": not_ticked}
        box = soup_of(response).find(["input", "textarea"], attrs=typed_into)
        if box is not None:
            assert fields_of(response)[name] == text
    return errors_of(response)


@pytest.mark.parametrize(
    ("field", "value", "label", "target"),
    [
        ("title", "", "Title", "#id_title"),
        ("title", "x" * 201, "Title", "#id_title"),
        ("held_on", "", "Date", "#id_held_on"),
        ("held_on", "11/20/2026", "Date", "#id_held_on"),
        ("held_on", "31 Februari 2026", "Date", "#id_held_on"),
        ("starts_at", "pagi", "Starts at (WITA)", "#id_starts_at"),
        ("ends_at", "08.00", "Ends at", "#id_ends_at"),
        ("collaboration", "", "Collaboration", "#id_collaboration"),
        ("collaboration", "987654321", "Collaboration", "#id_collaboration"),
        ("collaboration", "٣", "Collaboration", "#id_collaboration"),
        ("mode", "telepati", "Mode", "#id_mode_0"),
        ("kind", "pesta", "Kind", "#id_kind"),
        ("facilitator", "987654321", "Facilitator", "#id_facilitator"),
        ("place", "x" * 301, "Place or link", "#id_place"),
        ("agenda-0-phase", "tidur", "Topic 1, phase", "#id_agenda-0-phase"),
        ("agenda-0-notes", "Tanpa topik", "Topic 1, topic", "#id_agenda-0-topic"),
        ("agenda-0-decision", "Tanpa topik", "Topic 1, topic", "#id_agenda-0-topic"),
        ("agenda-0-topic", "x" * 301, "Topic 1, topic", "#id_agenda-0-topic"),
        (
            "attendance-0-organization",
            "987654321",
            "Attendee 1, present",
            "#id_attendance-0-present",
        ),
        ("attendance-0-person", "987654321", "Attendee 1, present", "#id_attendance-0-present"),
        ("attendance-0-level", "raja", "Attendee 1, level", "#id_attendance-0-level"),
    ],
)
def test_a_wrong_field_is_named_and_linked(client, fields, field, value, label, target):
    fields = fields | {"starts_at": "09.00"}
    lines = refused(client, fields, **{field: value})
    assert any(line.startswith(f"{label}: ") and lines[line] == target for line in lines), lines


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ("promise", ["organization", "due_on"]),
        ("organization", ["promise", "due_on"]),
        ("due_on", ["promise", "organization"]),
        ("person", ["promise", "organization", "due_on", "person"]),
    ],
)
def test_a_commitment_begun_must_be_complete(client, fields, last, given, missing):
    organization = str(last.attendances.get().organization_id)
    texts = {
        "promise": "Janji",
        "organization": organization,
        "due_on": NEXT_WEEK,
        "person": "987654321",
    }
    lines = refused(client, fields, **{f"commitment-0-{given}": texts[given]})
    assert set(lines.values()) == {f"#id_commitment-0-{name}" for name in missing}
    assert all(line.startswith("Commitment 1, ") for line in lines)


def test_a_promise_of_an_organization_outside_the_list_is_refused(client, fields):
    more = {
        "commitment-0-promise": "Janji",
        "commitment-0-organization": str(OrganizationFactory().pk),
        "commitment-0-due_on": NEXT_WEEK,
    }
    assert set(refused(client, fields, **more).values()) == {"#id_commitment-0-organization"}


def test_a_promise_due_before_the_meeting_is_refused(client, fields, last):
    more = {
        "commitment-0-promise": "Janji",
        "commitment-0-organization": str(last.attendances.get().organization_id),
        "commitment-0-due_on": "1 Januari 2020",
    }
    assert set(refused(client, fields, **more).values()) == {"#id_commitment-0-due_on"}
    assert not Commitment.objects.exists()


def test_a_promise_in_a_meeting_still_to_come_is_refused(client, fields, last):
    more = {
        "held_on": NEXT_WEEK,
        "commitment-0-promise": "Janji",
        "commitment-0-organization": str(last.attendances.get().organization_id),
        "commitment-0-due_on": (timezone.localdate() + timedelta(days=30)).isoformat(),
    }
    lines = refused(client, fields, **more)
    assert set(lines.values()) == {"#id_held_on"}
    assert "has not taken place yet (date " in next(iter(lines))


def test_the_same_attendee_twice_is_named(client, fields, last):
    double = {
        "attendance-7-kind": "added",
        "attendance-7-organization": str(last.attendances.get().organization_id),
        "attendance-7-present": "on",
    }
    assert set(refused(client, fields, **double).values()) == {"#id_attendance-7-present"}


NEW = {"attendance-7-kind": "new", "attendance-7-present": "on"}


def test_somebody_new_needs_an_organization(client, fields):
    lines = refused(client, fields, **NEW, **{"attendance-7-full_name": "Rina"})
    assert set(lines.values()) == {"#id_attendance-7-organization"}


def test_somebody_new_needs_a_name(client, fields, last):
    office = str(last.attendances.get().organization_id)
    lines = refused(client, fields, **NEW, **{"attendance-7-organization": office})
    assert set(lines.values()) == {"#id_attendance-7-full_name"}


@pytest.mark.parametrize("name", ["", " ", "\u200b"])
def test_a_new_row_left_empty_is_ignored(client, fields, name):
    row = NEW | {"attendance-7-full_name": name}
    assert post(client, fields, **row, save="1").status_code == 302


def test_a_collaboration_of_others_is_as_good_as_none(client, fields):
    foreign = CollaborationFactory()
    before = refused(client, fields, collaboration="987654321")
    assert refused(client, fields, collaboration=str(foreign.pk)).keys() == {
        line.replace("987654321", str(foreign.pk)) for line in before
    }


def test_nul_is_dropped_and_the_rest_saved(client, fields):
    assert post(client, fields, title="Ra\x00pat", save="1").status_code == 302
    assert Meeting.objects.filter(title="Rapat").exists()


def test_a_megabyte_of_notes_comes_back_whole(client, fields):
    text = "catatan " * 130_000
    response = post(client, fields, **{"agenda-0-topic": "A", "agenda-0-notes": text}, save="1")
    assert response.status_code == 200
    assert fields_of(response)["agenda-0-notes"].strip() == text.strip()
    assert errors_of(response)


@pytest.mark.parametrize(
    ("prefix", "field", "limit"),
    [("commitment", "promise", 100), ("agenda", "topic", 100), ("attendance", "level", 200)],
)
def test_more_rows_than_fit_are_refused_in_a_sentence(client, fields, prefix, field, limit):
    many = {f"{prefix}-{number}-{field}": "x" for number in range(4000)}
    before = Meeting.objects.count()
    response = post(client, fields, **many, save="1")
    assert response.status_code == 200
    assert str(limit) in response.content.decode()
    assert Meeting.objects.count() == before


def test_ten_thousand_fields_are_a_plain_refusal(client, fields):
    many = {f"commitment-{number}-promise": "x" for number in range(10_000)}
    assert post(client, fields, **many, save="1").status_code == 413


@pytest.mark.parametrize(
    "row",
    [
        {"commitment--1-promise": "x"},
        {"commitment-9999999-promise": "x"},
        {"commitment-TOTAL_FORMS": "-5", "agenda-TOTAL_FORMS": "10000"},
        {"agenda-٣-topic": "x"},
        {"attendance-1-2-3": "x"},
    ],
)
def test_fields_that_are_no_field_change_nothing(client, fields, row):
    assert post(client, fields, **row, save="1").status_code == 302
    meeting = Meeting.objects.latest("pk")
    assert not meeting.agenda_items.exists()
    assert not meeting.commitments.exists()


def test_a_field_sent_twice_counts_once(client, fields):
    body = {**fields, "title": ["Pertama", "Kedua"], "save": "1"}
    assert client.post(reverse("agreements:meeting-create"), body).status_code == 302
    assert Meeting.objects.filter(title="Kedua").exists()


def test_hidden_fields_of_the_record_cannot_be_set(client, fields, user):
    more = {"state": "minutes_adopted", "logged_by": "1", "version": "99", "is_sample": "on"}
    post(client, fields, **more, save="1")
    meeting = Meeting.objects.latest("pk")
    assert (meeting.state, meeting.logged_by, meeting.version) == ("held", user, 1)
    assert not meeting.is_sample


@pytest.mark.parametrize("text", ["", "x", "00000000", "' OR 1=1"])
def test_a_spoilt_submission_id_is_replaced(client, fields, text):
    assert post(client, fields, submission_id=text, save="1").status_code == 302


def test_markup_is_text(client, fields):
    text = "<script>alert(1)</script>"
    response = post(client, fields, title=text, held_on="", save="1")
    assert "<script>alert" not in response.content.decode()
    assert fields_of(response)["title"] == text


def test_a_row_number_of_many_digits_is_no_row(client, fields):
    body = urlencode({**fields, f"attendance-{'9' * 4301}-kind": "x", "title": "", "save": "1"})
    address = reverse("agreements:meeting-create")
    kind = "application/x-www-form-urlencoded"
    assert client.post(address, body, content_type=kind).status_code == 200
