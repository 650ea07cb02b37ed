"""A session that dies while typing loses nothing, and nobody reads somebody else's text."""

import pytest
from django.core import signing
from django.urls import reverse

from agreements.engagement.views import keeping
from agreements.models import Meeting, MeetingDraft
from tests.agreements.engagement.posts import fields_of, fresh, post
from tests.conftest import CheckedClient
from tests.factories.actors import UserFactory
from tests.factories.charter import member_of
from tests.factories.engagement import MeetingDraftFactory, MeetingFactory

pytestmark = pytest.mark.django_db
SAVE = "agreements:meeting-draft-save"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def last():
    return MeetingFactory()


@pytest.fixture
def user(last, sign_in):
    return sign_in(member_of(last.collaboration))


@pytest.fixture
def fields(client, user):
    return fresh(client) | {"title": "Ditulis sebelum sesi habis"}


def test_a_save_after_the_session_died_becomes_a_draft(client, fields, user):
    client.logout()
    response = post(client, fields, save="1")
    draft = user.meeting_drafts.get()
    assert draft.fields["title"] == "Ditulis sebelum sesi habis"
    assert response.url.startswith(reverse("accounts:login"))
    assert str(draft.submission_id) in response.url
    assert not Meeting.objects.filter(title=draft.title).exists()


def test_after_signing_in_again_the_text_is_there_and_can_be_saved(client, fields, user):
    client.logout()
    address = post(client, fields, save="1").url
    client.force_login(user)
    response = client.get(reverse("agreements:meeting-create"), {"draft": fields["submission_id"]})
    again = fields_of(response)
    assert fields["submission_id"] in address
    assert again["title"] == "Ditulis sebelum sesi habis"
    assert post(client, again, save="1").status_code == 302
    assert Meeting.objects.filter(title=again["title"]).exists()
    assert not user.meeting_drafts.exists()


def test_the_drafts_of_a_dead_session_hold_no_token(client, fields, user):
    client.logout()
    post(client, fields, save="1")
    assert not {"token", "csrfmiddlewaretoken", "save"} & user.meeting_drafts.get().fields.keys()


def test_without_a_token_nothing_is_kept(client, fields):
    client.logout()
    response = post(client, fields, token="", save="1")
    assert response.url.startswith(reverse("accounts:login"))
    assert not MeetingDraft.objects.exists()


@pytest.mark.parametrize("spoil", [lambda t: t[:-1] + "x", lambda t: "x", lambda t: t * 2])
def test_a_spoilt_token_keeps_nothing(client, fields, spoil):
    client.logout()
    post(client, fields, token=spoil(fields["token"]), save="1")
    assert not MeetingDraft.objects.exists()


def test_an_old_token_keeps_nothing(client, fields, monkeypatch):
    monkeypatch.setattr(keeping, "TOKEN_AGE", -1)
    client.logout()
    post(client, fields, save="1")
    assert not MeetingDraft.objects.exists()


def test_a_token_for_something_else_keeps_nothing(client, fields, user):
    client.logout()
    other = signing.dumps({"user": user.pk, "form": fields["submission_id"]}, salt="other")
    post(client, fields, token=other, save="1")
    assert not MeetingDraft.objects.exists()


def test_a_deactivated_account_keeps_nothing(client, fields, user):
    user.is_active = False
    user.save()
    response = post(client, fields, save="1")
    assert response.url.startswith(reverse("accounts:login"))
    assert not MeetingDraft.objects.exists()


def test_the_text_of_one_account_is_never_shown_to_another(client, fields, user, last):
    other = member_of(last.collaboration)
    client.force_login(other)
    response = client.post(
        reverse("agreements:meeting-create"), {**fields, "save": "1"}, follow=True
    )
    assert "Ditulis sebelum sesi habis" not in response.content.decode()
    assert not Meeting.objects.filter(title=fields["title"]).exists()
    assert user.meeting_drafts.exists()
    assert not other.meeting_drafts.exists()


def test_a_draft_of_somebody_else_is_as_missing_as_none(client, user):
    foreign = MeetingDraftFactory()
    url = reverse("agreements:meeting-create")
    theirs = client.get(url, {"draft": foreign.submission_id})
    nobodys = client.get(url, {"draft": "4d3e9c1e-1111-4111-8111-111111111111"})
    assert theirs.status_code == nobodys.status_code == 404
    assert client.get(url, {"draft": "nonsense"}).status_code == 404


def test_a_draft_that_became_a_meeting_leads_there(client, user, last):
    response = client.get(reverse("agreements:meeting-create"), {"draft": last.submission_id})
    assert response.url == last.get_absolute_url()


def test_an_old_page_after_a_new_sign_in_keeps_the_text_and_asks_to_check(fields, user):
    """Signing in elsewhere changes the CSRF secret; the old page's form then no longer fits."""
    client = CheckedClient(enforce_csrf_checks=True)
    client.force_login(user)
    client.get(reverse("agreements:meeting-create"))
    response = post(client, fields, csrfmiddlewaretoken="x" * 64, save="1")
    assert response.status_code == 302
    assert fields["submission_id"] in response.url
    assert user.meeting_drafts.get().title == fields["title"]
    assert not Meeting.objects.filter(title=fields["title"]).exists()


def test_a_form_of_another_site_is_refused(fields, user):
    client = CheckedClient(enforce_csrf_checks=True)
    client.force_login(user)
    response = post(client, fields, token="", csrfmiddlewaretoken="", save="1")
    assert response.status_code == 403
    assert not MeetingDraft.objects.exists()


def test_too_much_text_for_a_draft_is_given_back(client, fields):
    client.logout()
    text = "catatan " * 40_000
    response = post(client, fields, **{"agenda-0-notes": text}, save="1")
    assert response.status_code == 200
    assert text.strip() in response.content.decode()
    assert not MeetingDraft.objects.exists()


def test_every_keystroke_is_kept(client, fields, user):
    response = client.post(reverse(SAVE), fields, **HTMX)
    assert "Konsep tersimpan" in response.content.decode()
    assert user.meeting_drafts.get().title == fields["title"]


def test_keeping_judges_nothing(client, fields, user):
    client.post(reverse(SAVE), {**fields, "held_on": "kapan-kapan", "title": ""}, **HTMX)
    assert user.meeting_drafts.get().fields["held_on"] == "kapan-kapan"


def test_keystrokes_after_the_session_died_are_kept_and_say_so(client, fields, user):
    client.logout()
    response = client.post(reverse(SAVE), fields, **HTMX, HTTP_ACCEPT_LANGUAGE="en")
    assert user.meeting_drafts.get().title == fields["title"]
    assert reverse("accounts:login") in response.content.decode()
    assert "Masuk lagi" in response.content.decode()


def test_keystrokes_without_session_and_token_do_not_move_the_page(client, fields):
    client.logout()
    response = client.post(reverse(SAVE), {**fields, "token": ""}, **HTMX)
    assert response.status_code == 200
    assert "HX-Redirect" not in response
    assert not MeetingDraft.objects.exists()


def test_too_many_keystrokes_are_said(client, fields, user):
    response = client.post(reverse(SAVE), {**fields, "agenda-0-notes": "x" * 300_000}, **HTMX)
    assert "200 kB" in response.content.decode()
    assert not user.meeting_drafts.exists()


def test_a_keystroke_that_arrives_after_the_save_makes_no_draft(client, fields, user):
    post(client, fields, save="1")
    client.post(reverse(SAVE), fields, **HTMX)
    assert not user.meeting_drafts.exists()


def test_the_draft_button_works_without_a_script(client, fields, user):
    response = post(client, fields, save_draft="1")
    draft = user.meeting_drafts.get()
    assert response.url.endswith(f"?draft={draft.submission_id}")
    assert fields_of(client.get(response.url))["title"] == fields["title"]


def test_a_draft_too_large_gives_the_form_back(client, fields, user):
    text = "x" * 300_000
    response = post(client, fields, **{"agenda-0-notes": text}, save_draft="1")
    assert response.status_code == 200
    assert fields_of(response)["agenda-0-notes"] == text


def test_a_draft_is_discarded_after_a_question(client, user):
    draft = MeetingDraftFactory(user=user)
    url = reverse("agreements:meeting-draft-discard", args=[draft.submission_id])
    assert draft.title in client.get(url).content.decode()
    assert MeetingDraft.objects.exists()
    assert client.post(url).status_code == 302
    assert not MeetingDraft.objects.exists()


def test_a_foreign_draft_cannot_be_discarded(client, user):
    draft = MeetingDraftFactory()
    url = reverse("agreements:meeting-draft-discard", args=[draft.submission_id])
    assert client.get(url).status_code == client.post(url).status_code == 404
    assert MeetingDraft.objects.exists()


def test_who_lost_the_right_meanwhile_is_refused_but_keeps_the_text(client, fields, user):
    user.organization.parties.all().delete()
    assert post(client, fields, save="1").status_code == 403
    assert user.meeting_drafts.get().title == fields["title"]


def test_outsiders_admins_and_auditors_do_not_get_the_form(client, sign_in, last):
    looking_on = (UserFactory(), UserFactory(admin=True), UserFactory(auditor=True))
    for who in (*looking_on, member_of(last.collaboration, auditor=True)):
        sign_in(who)
        assert client.get(reverse("agreements:meeting-create")).status_code == 403
