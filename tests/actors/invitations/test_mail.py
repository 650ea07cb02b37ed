"""What arrives in the mailbox of whoever is invited, and what is kept when nothing arrives."""

import logging
import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from actors.accounts.models import User
from actors.audit.models import AccessEvent
from actors.invitations import transitions
from actors.invitations.models import InvitationState, hash_of
from actors.models import Invitation
from actors.users.transitions import send_password_link
from collabgov.kit.errors import Refused
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
LINK = re.compile(r"https://kolaborasi\.example\.go\.id/accounts/invitations/([\w-]{40,})/")


def text_of(mail):
    return mail.get_content()


def test_the_mail_is_plain_text_in_the_chosen_language_with_a_link_to_the_site(inbox, offer):
    invitation = transitions.invite(**offer)
    (mail,) = inbox.mails
    assert mail["To"] == "rina@contoh.test"
    assert mail.get_content_type() == "text/plain"
    assert mail["Subject"] == "Akun untuk Anda di collabgov"
    assert "Yth. Rina Wulandari" in text_of(mail)
    assert "Dinas Sosial" in text_of(mail)
    assert str(offer["by"]) in text_of(mail)
    assert LINK.search(text_of(mail))
    assert invitation.sent_at
    assert Invitation.objects.get().state == InvitationState.WAITING


def test_in_english_too(inbox, offer):
    transitions.invite(**offer | {"language": "en"})
    (mail,) = inbox.mails
    assert mail["Subject"] == "An account for you at collabgov"
    assert "Hello Rina Wulandari" in text_of(mail)


def test_of_the_token_only_a_hash_is_kept(inbox, offer):
    transitions.invite(**offer)
    token = LINK.search(text_of(inbox.mails[0])).group(1)
    row = Invitation.objects.get()
    assert row.token_hash == hash_of(token)
    assert token not in str(Invitation.objects.values().get())
    assert len(token) >= 43  # 256 bits


def test_no_name_breaks_out_of_the_subject(inbox, offer, settings):
    settings.SITE_NAME = "kolab\r\nBcc: semua@contoh.test"
    person = PersonFactory(full_name="Rina\r\nBcc: semua@contoh.test")
    organization = OrganizationFactory(name="Dinas\nBcc: semua@contoh.test")
    transitions.invite(**offer | {"person": person, "organization": organization})
    (envelope,), (mail,) = inbox.envelopes, inbox.mails
    assert envelope.rcpt_tos == ["rina@contoh.test"]
    assert mail["Bcc"] is None


def test_a_mail_server_that_is_down_leaves_the_invitation_to_send_again(
    no_mail_server, offer, client, caplog
):
    client.force_login(offer["by"])
    with caplog.at_level(logging.ERROR):
        answer = client.post(
            "/users/invite/",
            {
                "email": "rina@contoh.test",
                "person": offer["person"].pk,
                "organization": offer["organization"].pk,
                "role": "staff",
                "language": "id",
            },
            follow=True,
        )
    page = answer.content.decode()
    assert "server surel tidak menerima" in page
    assert "Belum terkirim" in page
    assert "contoh.test" not in caplog.text
    assert Invitation.objects.get().sent_at is None


def test_it_goes_out_once_the_server_is_back(inbox, offer, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    invitation = transitions.invite(**offer)
    settings.EMAIL_PORT = port
    sent = transitions.send_again(invitation=invitation, by=offer["by"], site=offer["site"])
    assert sent.sent_at
    assert len(inbox.mails) == 1


def test_a_mailbox_that_is_refused_counts_as_not_sent(inbox, offer):
    inbox.refused = {"rina@contoh.test"}
    assert transitions.invite(**offer).sent_at is None
    assert not inbox.mails


def test_a_password_link_goes_to_the_account_in_its_language(inbox, client, admin):
    user = UserFactory(email="sari@contoh.test", language="en")
    client.force_login(admin)
    client.post(f"/users/{user.pk}/password-link/", headers={"host": "localhost:6666"})
    (mail,) = inbox.mails
    assert mail["To"] == "sari@contoh.test"
    assert mail["Subject"] == "A new password for collabgov"
    assert "https://kolaborasi.example.go.id/accounts/password/new/" in text_of(mail)
    assert User.objects.get(pk=user.pk).has_usable_password()


def test_a_password_link_goes_out_once_in_five_minutes_whoever_asks(
    inbox, client, admin, monkeypatch
):
    user, other = UserFactory(), UserFactory(admin=True)
    for by in (admin, other):
        client.force_login(by)
        page = client.post(f"/users/{user.pk}/password-link/", follow=True)
    assert "Tunggu lima menit" in page.content.decode()
    assert len(inbox.mails) == 1
    event = AccessEvent.objects.get(kind="password_reset_asked")
    assert (event.user_id, event.about_pk) == (admin.pk, str(user.pk))
    monkeypatch.setattr("actors.users.transitions.BETWEEN_LINKS", timedelta(0))
    send_password_link(user=user, by=other, site="https://x")
    assert len(inbox.mails) == 2


def test_an_admin_sends_so_many_password_links_within_an_hour(inbox, admin, monkeypatch):
    monkeypatch.setattr("actors.users.transitions.LINKS_PER_HOUR", 2)
    for _ in range(2):
        send_password_link(user=UserFactory(), by=admin, site="https://x")
    with pytest.raises(Refused, match="2 tautan"):
        send_password_link(user=UserFactory(), by=admin, site="https://x")
    send_password_link(user=UserFactory(), by=UserFactory(admin=True), site="https://x")
    assert len(inbox.mails) == 3


def test_only_who_manages_accounts_sends_a_password_link(inbox, admin):
    with pytest.raises(PermissionDenied):
        send_password_link(user=admin, by=UserFactory(), site="https://x")
    assert not inbox.mails
