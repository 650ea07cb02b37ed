"""A draft keeps what was typed, for its writer alone, until the form is saved."""

import uuid

import pytest

from agreements.engagement import transitions
from agreements.models import MeetingDraft
from collabgov.kit.errors import Refused
from tests.factories.actors import UserFactory
from tests.factories.engagement import MeetingDraftFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def keep(user, submission_id=None, **fields):
    return transitions.save_draft(
        by=user, submission_id=submission_id or uuid.uuid4(), fields=fields
    )


def test_a_draft_keeps_the_fields_as_they_were_typed():
    draft = keep(UserFactory(), title="  Rapat   koordinasi ", held_on="besok")
    draft.refresh_from_db()
    assert draft.fields == {"title": "  Rapat   koordinasi ", "held_on": "besok"}
    assert draft.title == "Rapat koordinasi"


def test_the_same_form_keeps_one_draft_a_user():
    user, form = UserFactory(), uuid.uuid4()
    keep(user, form, title="Satu")
    keep(user, form, title="Dua")
    keep(UserFactory(), form, title="Orang lain")
    assert user.meeting_drafts.get().title == "Dua"
    assert MeetingDraft.objects.count() == 2


def test_a_form_already_saved_as_a_meeting_makes_no_draft_any_more():
    meeting = MeetingFactory()
    assert keep(meeting.logged_by, meeting.submission_id, title="Terlambat") is None
    assert not MeetingDraft.objects.exists()


def test_what_the_database_cannot_keep_is_dropped_from_the_text():
    draft = keep(UserFactory(), title="a\x00b\ud800c")
    draft.refresh_from_db()
    assert draft.fields["title"] == "abc"


def test_too_much_text_is_refused_with_a_sentence_and_the_older_draft_stays():
    user, form = UserFactory(), uuid.uuid4()
    keep(user, form, title="Lama")
    with pytest.raises(Refused, match="200 kB"):
        keep(user, form, title="x" * 200_001)
    assert user.meeting_drafts.get().title == "Lama"


def test_a_hundred_drafts_are_enough():
    user = UserFactory()
    MeetingDraftFactory.create_batch(100, user=user)
    with pytest.raises(Refused, match="100"):
        keep(user, title="Satu lagi")
    last = user.meeting_drafts.first()
    assert keep(user, last.submission_id, title="Boleh").pk == last.pk


def test_a_draft_is_seen_by_its_writer_alone():
    draft = MeetingDraftFactory()
    assert list(MeetingDraft.objects.visible_to(draft.user)) == [draft]
    assert not MeetingDraft.objects.visible_to(UserFactory(admin=True)).exists()


def test_a_draft_is_discarded_by_its_writer_alone():
    draft = MeetingDraftFactory()
    transitions.discard_draft(draft=draft, by=UserFactory())
    assert MeetingDraft.objects.exists()
    transitions.discard_draft(draft=draft, by=draft.user)
    assert not MeetingDraft.objects.exists()
