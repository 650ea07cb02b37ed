"""A saved form that is changed in an old page and sent again loses no word."""

import uuid

import pytest
from django.urls import reverse

from actors.accounts.models import SiteRole
from agreements.models import Meeting, MeetingDraft
from tests.agreements.engagement.posts import fields_of, fresh, post
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.engagement import MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
SAVE = "agreements:meeting-draft-save"


@pytest.fixture
def last():
    return MeetingFactory()


@pytest.fixture
def user(last, sign_in):
    return sign_in(member_of(last.collaboration))


@pytest.fixture
def fields(client, user):
    return fresh(client) | {
        "agenda-0-topic": "Data",
        "agenda-0-decision": "Satu data",
        "commitment-0-promise": "Mengirim\n data",
        "commitment-0-organization": str(user.organization_id),
        "commitment-0-due_on": "3 Mei 2099",
        "commitment-0-topic": "0",
    }


@pytest.fixture
def first(client, fields, last):
    assert post(client, fields, save="1").status_code == 302
    return Meeting.objects.exclude(pk=last.pk).get()


def test_the_same_content_again_leads_to_the_first_and_leaves_no_draft(client, fields, first):
    assert post(client, fields, save="1").url == first.get_absolute_url()
    assert not MeetingDraft.objects.exists()


def test_other_content_becomes_a_change_to_the_first_and_can_be_saved(client, fields, first):
    typed = fields | {"notes": "Ditambah di halaman lama", "agenda-0-topic": "Data keluarga"}
    response = post(client, typed, save="1")
    edit = reverse("agreements:meeting-edit", args=[first.pk])
    assert response.url.startswith(f"{edit}?draft=")
    page = client.get(response.url)
    assert soup_of(page).find(class_="alert-warning")
    again = fields_of(page)
    assert again["notes"] == "Ditambah di halaman lama"
    assert post(client, again, url=edit, save="1").url == first.get_absolute_url()
    first.refresh_from_db()
    assert first.notes == "Ditambah di halaman lama"
    assert first.agenda_items.get().topic == "Data keluarga"
    assert first.commitments.count() == first.decisions.count() == 1
    assert not MeetingDraft.objects.exists()


@pytest.mark.parametrize("name", ["commitment-0-promise", "agenda-0-notes", "title"])
def test_no_field_is_dropped(client, fields, first, user, name):
    post(client, fields | {name: "Kata baru"}, save="1")
    assert user.meeting_drafts.get().fields[name] == "Kata baru"


@pytest.mark.parametrize("how", ["save_draft", "keystroke", "signed_out"])
def test_a_draft_of_it_is_kept_too(client, fields, first, user, how):
    typed = fields | {"notes": "Kata baru"}
    if how == "keystroke":
        client.post(reverse(SAVE), typed, HTTP_HX_REQUEST="true")
    else:
        if how == "signed_out":
            client.logout()
        post(client, typed, **{"save" if how == "signed_out" else how: "1"})
    draft = user.meeting_drafts.get()
    assert (draft.meeting, draft.fields["notes"]) == (first, "Kata baru")


def test_for_another_collaboration_it_becomes_a_new_form(client, fields, first, user):
    other = PartyFactory(organization=user.organization).collaboration
    response = post(client, fields | {"collaboration": str(other.pk)}, save="1")
    draft = user.meeting_drafts.get()
    assert draft.meeting is None
    assert response.url == f"{reverse('agreements:meeting-create')}?draft={draft.submission_id}"
    assert post(client, fields_of(client.get(response.url)), save="1").status_code == 302
    assert Meeting.objects.filter(collaboration=other).count() == 1


def test_who_may_no_longer_change_it_gets_the_form_back(client, fields, first, user):
    Meeting.objects.filter(pk=first.pk).update(state="minutes_shared")
    response = post(client, fields | {"notes": "Kata baru"}, save="1")
    assert fields_of(client.get(response.url))["notes"] == "Kata baru"
    assert user.meeting_drafts.get().meeting is None


def test_the_id_of_somebody_else_makes_a_meeting_of_ones_own(client, fields, last):
    typed = fields | {"submission_id": str(last.submission_id), "title": "Milik saya"}
    one, two = post(client, typed, save="1"), post(client, typed, save="1")
    mine = Meeting.objects.get(title="Milik saya")
    assert one.url == two.url == mine.get_absolute_url() != last.get_absolute_url()


def test_who_never_could_keeps_nothing(client, last, sign_in):
    form = {"submission_id": str(uuid.uuid4()), "title": "Disisipkan", "save": "1"}
    edit = reverse("agreements:meeting-edit", args=[last.pk])
    for who in (UserFactory(), UserFactory(admin=True), UserFactory(auditor=True)):
        sign_in(who)
        assert post(client, form).status_code == 403
        assert post(client, form, url=edit).status_code in (403, 404)
    assert not MeetingDraft.objects.exists()


def test_an_auditor_keeps_nothing_with_an_older_form(client, fields, user):
    user.role = SiteRole.AUDITOR
    user.save()
    assert post(client, fields, save="1").status_code == 403
    assert not MeetingDraft.objects.exists()


def test_a_token_dies_with_the_password(client, fields, user):
    user.set_password("kata-sandi-yang-baru")
    user.save()
    client.logout()
    post(client, fields, save="1")
    assert not MeetingDraft.objects.exists()
