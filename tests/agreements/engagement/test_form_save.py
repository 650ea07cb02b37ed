"""The meeting form: open it, change a little, save."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.models import Person
from agreements.action.states import CommitmentState
from agreements.engagement.states import MeetingState
from agreements.models import Meeting
from tests.agreements.engagement.posts import errors_of, fields_of, fresh, post
from tests.factories.actors import PersonFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, member_of
from tests.factories.engagement import AttendanceFactory, MeetingDraftFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db

NEXT_WEEK = (timezone.localdate() + timedelta(days=7)).isoformat()


@pytest.fixture
def last():
    """The last meeting: two organizations in the room, the second one with a person."""
    meeting = MeetingFactory(title="Rapat koordinasi #13", place="Ruang Bappeda")
    for organization in PartyFactory.create_batch(3, collaboration=meeting.collaboration)[:2]:
        AttendanceFactory(meeting=meeting, organization=organization.organization)
    second = meeting.attendances.last()
    second.person = PersonFactory(full_name="Rina Wulandari")
    second.save()
    return meeting


@pytest.fixture
def user(last, sign_in):
    return sign_in(member_of(last.collaboration))


def test_the_form_is_filled_from_the_last_meeting(client, user, last):
    fields = fresh(client)
    assert fields["title"] == "Rapat koordinasi #14"
    assert fields["place"] == "Ruang Bappeda"
    assert fields["mode"] == last.mode
    ticked = [name for name in fields if name.endswith("-present")]
    assert len(ticked) == 2


def test_parties_that_were_not_there_are_offered_unticked(client, user, last):
    response = client.get(reverse("agreements:meeting-create"))
    offered = soup_of(response).select(".attendees-offered .attendee")
    assert len(offered) == 2
    assert not soup_of(response).select(".attendees-offered input[checked]")


def test_saving_it_as_it_stands_logs_the_meeting(client, user, last):
    response = post(client, fresh(client), save="1")
    meeting = Meeting.objects.get(title="Rapat koordinasi #14")
    assert response.url == meeting.get_absolute_url()
    assert (meeting.state, meeting.logged_by) == (MeetingState.HELD, user)
    assert meeting.attendances.present().count() == 2
    assert not meeting.agenda_items.exists()
    assert not meeting.commitments.exists()


def test_the_typical_log_unticks_one_and_records_a_promise(client, user, last):
    fields = fresh(client)
    absent = next(name for name in fields if name.endswith("-present"))
    del fields[absent]
    there = last.attendances.last()
    fields |= {
        "commitment-0-promise": "Mengirim data posyandu",
        "commitment-0-organization": str(there.organization_id),
        "commitment-0-person": str(there.person_id),
        "commitment-0-due_on": NEXT_WEEK,
    }
    post(client, fields, save="1")
    meeting = Meeting.objects.latest("pk")
    assert meeting.attendances.filter(is_present=False).count() == 1
    commitment = meeting.commitments.get()
    assert (commitment.person, commitment.state) == (there.person, CommitmentState.ACCEPTED)


def test_only_collaboration_title_and_date_are_required(client, user, last):
    fields = {"collaboration": str(last.collaboration_id), "title": "Apel", "held_on": "3 Mei 2026"}
    response = post(client, fields, save="1")
    assert response.status_code == 302
    meeting = Meeting.objects.latest("pk")
    assert (meeting.title, meeting.mode, meeting.kind) == ("Apel", "in_person", "working")


def test_topics_with_phase_notes_and_decision_are_saved(client, user, last):
    fields = fresh(client) | {
        "agenda-0-topic": "Data",
        "agenda-0-phase": "discovery",
        "agenda-0-notes": "Berbeda.",
        "agenda-0-decision": "Satu data",
        "agenda-0-decision_kind": "procedural",
    }
    post(client, fields, save="1")
    item = Meeting.objects.latest("pk").agenda_items.get()
    assert (item.topic, item.phase, item.notes) == ("Data", "discovery", "Berbeda.")
    assert item.decisions.get().text == "Satu data"


def test_somebody_new_is_entered_with_the_meeting(client, user, last):
    fields = fields_of(post(client, fresh(client), add_new_person="1"))
    name = next(name for name in fields if name.endswith("-full_name"))
    row = name.removesuffix("full_name")
    fields |= {name: "Sulastri", f"{row}organization": str(user.organization_id)}
    assert post(client, fields, save="1").status_code == 302
    person = Person.objects.get(full_name="Sulastri")
    assert person.attendances.get().organization == user.organization


def test_a_day_to_come_makes_a_planned_meeting(client, user, last):
    post(client, fresh(client), held_on=NEXT_WEEK, save="1")
    assert Meeting.objects.latest("pk").state == MeetingState.PLANNED


def test_the_same_form_posted_twice_leads_to_one_meeting(client, user, last):
    fields = fresh(client)
    first = post(client, fields, save="1")
    second = post(client, fields, save="1")
    assert first.url == second.url
    assert Meeting.objects.exclude(pk=last.pk).count() == 1


def test_saving_removes_the_draft_of_this_form(client, user, last):
    fields = fresh(client)
    MeetingDraftFactory(user=user, submission_id=fields["submission_id"])
    post(client, fields, save="1")
    assert not user.meeting_drafts.exists()


def test_a_first_meeting_offers_all_parties_and_ticks_oneself(client, sign_in):
    collaboration = CollaborationFactory()
    PartyFactory(collaboration=collaboration)
    user = sign_in(member_of(collaboration))
    fields = fresh(client)
    ticked = [name.removesuffix("present") for name in fields if name.endswith("-present")]
    assert [fields[f"{row}organization"] for row in ticked] == [str(user.organization_id)]
    assert fields["title"].endswith("#1")


def test_with_several_collaborations_the_one_used_last_is_chosen(client, user, last):
    other = PartyFactory(organization=user.organization).collaboration
    MeetingFactory(collaboration=other, logged_by=user)
    assert fresh(client)["collaboration"] == str(other.pk)


def test_a_planned_meeting_that_nobody_logged_is_pointed_out(client, user, last):
    planned = MeetingFactory(
        collaboration=last.collaboration,
        planned=True,
        held_on=timezone.localdate() - timedelta(days=2),
    )
    link = reverse("agreements:meeting-edit", args=[planned.pk])
    page = client.get(reverse("agreements:meeting-create"))
    assert soup_of(page).select_one(f'.alert a[href="{link}"]')
    planned.held_on -= timedelta(days=30)
    planned.save()
    page = client.get(reverse("agreements:meeting-create"))
    assert not soup_of(page).select_one(f'.alert a[href="{link}"]')


def test_a_collaboration_in_the_address_is_chosen(client, user, last):
    PartyFactory(organization=user.organization)
    fields = fresh(client, collaboration=last.collaboration_id)
    assert fields["collaboration"] == str(last.collaboration_id)


def test_a_refusal_of_the_verb_becomes_a_line_above_the_form(client, user, last):
    outside = AttendanceFactory(meeting=last).organization
    fields = fresh(client)
    row = next(
        name.removesuffix("organization")
        for name, value in fields.items()
        if name.startswith("attendance") and value == str(outside.pk)
    )
    del fields[f"{row}present"]
    fields |= {
        "commitment-0-promise": "Janji",
        "commitment-0-organization": str(outside.pk),
        "commitment-0-due_on": NEXT_WEEK,
    }
    response = post(client, fields, save="1")
    assert response.status_code == 200
    assert str(outside) in soup_of(response).find(class_="error-summary").text
    assert fields_of(response)["commitment-0-promise"] == "Janji"
    assert Meeting.objects.count() == 1
    assert not errors_of(response)
