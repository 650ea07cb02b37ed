"""Changing a meeting by its form: rows stay, commitments are only added, two editors collide."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.engagement.states import MeetingState
from agreements.models import MeetingDraft
from tests.agreements.engagement.posts import errors_of, fields_of, post
from tests.factories.action import CommitmentFactory
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, coordinator_of, member_of
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingDraftFactory,
    MeetingFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    meeting = MeetingFactory(title="Rapat koordinasi #13", place="Aula", notes="Catatan")
    AttendanceFactory(meeting=meeting)
    item = AgendaItemFactory(meeting=meeting, topic="Data")
    DecisionFactory(meeting=meeting, agenda_item=item, text="Satu data")
    CommitmentFactory(collaboration=meeting.collaboration, meeting=meeting, promise="Janji lama")
    return meeting


@pytest.fixture
def user(meeting, sign_in):
    return sign_in(member_of(meeting.collaboration))


@pytest.fixture
def url(meeting):
    return reverse("agreements:meeting-edit", args=[meeting.pk])


def test_the_form_holds_what_is_saved(client, user, url, meeting):
    fields = fields_of(client.get(url))
    assert (fields["title"], fields["place"]) == ("Rapat koordinasi #13", "Aula")
    assert fields["agenda-0-topic"] == "Data"
    assert fields["agenda-0-decision"] == "Satu data"
    assert "attendance-0-present" in fields


def test_saving_it_untouched_changes_nothing_but_the_version(client, user, url, meeting):
    item, decision = meeting.agenda_items.get(), meeting.decisions.get()
    response = post(client, fields_of(client.get(url)), url, save="1")
    assert response.url == meeting.get_absolute_url()
    meeting.refresh_from_db()
    assert (meeting.title, meeting.notes, meeting.version) == (
        "Rapat koordinasi #13",
        "Catatan",
        2,
    )
    assert meeting.agenda_items.get() == item
    assert meeting.decisions.get() == decision
    assert meeting.attendances.count() == 1
    assert meeting.commitments.get().promise == "Janji lama"


def test_a_second_decision_on_a_topic_is_shown_and_stays(client, user, url, meeting):
    DecisionFactory(meeting=meeting, agenda_item=meeting.agenda_items.get(), text="Juga ini")
    response = client.get(url)
    assert "Juga ini" in response.content.decode()
    post(client, fields_of(response), url, save="1")
    assert {row.text for row in meeting.decisions.all()} == {"Satu data", "Juga ini"}


def test_recorded_commitments_are_links_and_new_ones_may_be_added(client, user, url, meeting):
    response = client.get(url)
    old = meeting.commitments.get()
    assert soup_of(response).find("a", href=old.get_absolute_url())
    fields = fields_of(response) | {
        "commitment-0-promise": "Janji baru",
        "commitment-0-organization": str(meeting.attendances.get().organization_id),
        "commitment-0-due_on": (timezone.localdate() + timedelta(days=7)).isoformat(),
    }
    post(client, fields, url, save="1")
    assert {row.promise for row in meeting.commitments.all()} == {"Janji lama", "Janji baru"}


def test_two_editors_see_both_texts_and_nothing_is_overwritten(client, user, url, meeting):
    mine = fields_of(client.get(url))
    client.force_login(member_of(meeting.collaboration))
    post(client, mine | {"token": "", "title": "Judul orang lain"}, url, save="1")
    client.force_login(user)
    response = post(client, mine, url, title="Judul saya", save="1")
    assert response.status_code == 200
    panel = soup_of(response).find(class_="conflict").text
    assert "Judul saya" in panel
    assert "Judul orang lain" in panel
    assert fields_of(response)["title"] == "Judul saya"
    meeting.refresh_from_db()
    assert meeting.title == "Judul orang lain"


def test_the_panel_shows_only_what_differs_in_words_of_the_form(client, user, url, meeting):
    mine = fields_of(client.get(url))
    post(client, mine, url, **{"agenda-0-phase": "discovery"}, save="1")
    response = post(client, mine, url, place="Daring", mode="online", save="1")
    panel = soup_of(response).find(class_="conflict")
    rows = {row.th.text: [cell.text.strip() for cell in row("td")] for row in panel.tbody("tr")}
    assert rows == {
        "Bentuk": ["Tatap muka", "Daring"],
        "Tempat atau tautan": ["Aula", "Daring"],
        "Topik dan keputusan": ["Data (Pengungkapan)", "Data (Deliberasi)"],
    }


def test_after_seeing_both_one_may_save_on_purpose(client, user, url, meeting):
    mine = fields_of(client.get(url))
    post(client, mine, url, title="Pertama", save="1")
    shown = post(client, mine, url, title="Kedua", save="1")
    assert post(client, fields_of(shown), url, save="1").status_code == 302
    meeting.refresh_from_db()
    assert meeting.title == "Kedua"


def test_the_same_change_sent_twice_is_no_conflict(client, user, url, meeting):
    fields = fields_of(client.get(url)) | {
        "title": "Sekali",
        "commitment-0-promise": "Janji baru",
        "commitment-0-organization": str(meeting.attendances.get().organization_id),
        "commitment-0-due_on": (timezone.localdate() + timedelta(days=7)).isoformat(),
    }
    first = post(client, fields, url, save="1")
    second = post(client, fields, url, save="1")
    assert first.url == second.url == meeting.get_absolute_url()
    assert meeting.commitments.filter(promise="Janji baru").count() == 1
    meeting.refresh_from_db()
    assert meeting.version == 2


@pytest.mark.parametrize("version", ["", "x", "-1", "99"])
def test_a_spoilt_version_overwrites_nothing(client, user, url, meeting, version):
    fields = fields_of(client.get(url)) | {"version": version, "title": "Curang"}
    assert post(client, fields, url, save="1").status_code == 200
    meeting.refresh_from_db()
    assert meeting.title == "Rapat koordinasi #13"


def test_a_meeting_that_took_place_stays_in_the_past(client, sign_in, meeting, url):
    sign_in(member_of(meeting.collaboration, language="en"))
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    response = post(client, fields_of(client.get(url)), url, held_on=tomorrow, save="1")
    assert set(errors_of(response).values()) == {"#id_held_on"}


def test_another_collaboration_cannot_be_posted_into_it(client, user, url, meeting):
    foreign = CollaborationFactory()
    fields = fields_of(client.get(url))
    post(client, fields, url, collaboration=str(foreign.pk), save="1")
    meeting.refresh_from_db()
    assert meeting.collaboration != foreign


def test_a_foreign_meeting_is_missing_whatever_is_sent(client, sign_in, url):
    sign_in(UserFactory())
    assert client.get(url).status_code == client.post(url, {"title": "x"}).status_code == 404
    assert not MeetingDraft.objects.exists()


def test_adopted_minutes_refuse_and_keep_the_text_as_a_draft(client, user, url, meeting):
    fields = fields_of(client.get(url))
    meeting.state = MeetingState.MINUTES_ADOPTED
    meeting.save()
    assert client.get(url).status_code == 403
    assert post(client, fields, url, title="Terlambat", save="1").status_code == 403
    draft = user.meeting_drafts.get()
    assert (draft.title, draft.meeting) == ("Terlambat", meeting)


def test_shared_minutes_are_changed_by_the_coordinator_alone(client, user, url, meeting, sign_in):
    meeting.state = MeetingState.MINUTES_SHARED
    meeting.save()
    assert client.get(url).status_code == 403
    sign_in(coordinator_of(meeting.collaboration))
    assert client.get(url).status_code == 200


def test_a_draft_of_a_change_opens_over_the_saved_text(client, user, url, meeting):
    post(client, fields_of(client.get(url)), url, title="Belum jadi", save_draft="1")
    draft = user.meeting_drafts.get()
    assert f"?draft={draft.submission_id}" in client.get(url).content.decode()
    again = fields_of(client.get(url, {"draft": draft.submission_id}))
    assert (draft.meeting, again["title"]) == (meeting, "Belum jadi")
    meeting.refresh_from_db()
    assert meeting.title == "Rapat koordinasi #13"


def test_a_draft_of_something_else_is_missing_here(client, user, url):
    stray = MeetingDraftFactory(user=user)
    assert client.get(url, {"draft": stray.submission_id}).status_code == 404
    assert client.get(url, {"draft": MeetingDraftFactory().submission_id}).status_code == 404


def test_a_dead_session_keeps_the_change_too(client, user, url, meeting):
    fields = fields_of(client.get(url)) | {"title": "Ditulis dulu"}
    client.logout()
    response = post(client, fields, url, save="1")
    draft = user.meeting_drafts.get()
    assert (draft.meeting, draft.title) == (meeting, "Ditulis dulu")
    assert url in response.url
