"""A draft that arrives after its form was saved leaves nothing behind; no other text is lost."""

import pytest
from django.urls import reverse

from tests.agreements.engagement.lines import edit
from tests.agreements.engagement.posts import fields_of, post
from tests.factories.charter import member_of
from tests.factories.engagement import MeetingFactory

pytestmark = pytest.mark.django_db
KEEP = "/meetings/drafts/"


@pytest.fixture
def meeting():
    return MeetingFactory()


@pytest.fixture
def user(meeting, sign_in):
    return sign_in(member_of(meeting.collaboration))


@pytest.fixture
def url(meeting):
    return reverse("agreements:meeting-edit", args=[meeting.pk])


def test_an_autosave_after_the_edit_was_saved_makes_no_draft(client, user, url):
    fields = fields_of(client.get(url))
    post(client, fields, KEEP)
    assert user.meeting_drafts.count() == 1
    assert post(client, fields, url, save="1").status_code == 302
    assert "Tidak disimpan sebagai konsep" in post(client, fields, KEEP).content.decode()
    assert not user.meeting_drafts.exists()


def test_what_is_typed_while_somebody_else_saves_is_still_kept(client, user, url, meeting):
    fields = fields_of(client.get(url))
    edit(meeting, member_of(meeting.collaboration))
    post(client, fields, KEEP, title="Teks saya")
    assert user.meeting_drafts.get().title == "Teks saya"


def test_a_second_window_with_a_draft_goes_on_after_the_first_was_saved(client, user, url):
    first, second = fields_of(client.get(url)), fields_of(client.get(url))
    post(client, second, KEEP, title="Jendela kedua")
    post(client, first, url, save="1")
    post(client, second, KEEP, title="Jendela kedua, lanjut")
    assert user.meeting_drafts.get().title == "Jendela kedua, lanjut"


def test_a_draft_that_is_asked_for_is_kept_whatever_was_saved_before(client, user, url):
    fields = fields_of(client.get(url))
    post(client, fields, url, save="1")
    post(client, fields, KEEP, title="Sengaja", save_draft="1")
    assert user.meeting_drafts.get().title == "Sengaja"


def test_the_form_opened_again_is_kept_again(client, user, url):
    post(client, fields_of(client.get(url)), url, save="1")
    post(client, fields_of(client.get(url)), KEEP, title="Lagi")
    assert user.meeting_drafts.get().title == "Lagi"
