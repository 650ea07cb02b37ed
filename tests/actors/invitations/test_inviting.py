"""Who may be invited by whom; how often; what happens to what is sent twice."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from actors.accounts.models import SiteRole, User
from actors.audit.models import AccessEvent
from actors.invitations import transitions
from actors.models import Invitation, Person
from collabgov.kit.errors import AlreadySaved, Refused
from tests.factories.actors import InvitationFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_an_admin_invites_and_it_is_written_down(inbox, offer):
    invitation = transitions.invite(**offer)
    assert invitation.invited_by == offer["by"]
    event = AccessEvent.objects.get(kind="invited")
    assert event.user_id == offer["by"].pk
    assert event.about_pk == str(invitation.pk)
    assert event.details["role"] == "staff"
    assert invitation.token_hash not in str(event.details)


@pytest.mark.parametrize("role", [SiteRole.STAFF, SiteRole.AUDITOR])
def test_nobody_else_does(offer, role):
    invitation, by = InvitationFactory(), UserFactory(role=role)
    for verb, facts in (
        (transitions.invite, offer | {"by": by}),
        (transitions.send_again, {"invitation": invitation, "by": by, "site": ""}),
        (transitions.revoke, {"invitation": invitation, "by": by}),
    ):
        with pytest.raises(PermissionDenied):
            verb(**facts)
    assert Invitation.objects.get().revoked_at is None


def test_who_is_no_admin_any_more_is_judged_as_of_now(offer):
    User.objects.filter(pk=offer["by"].pk).update(role=SiteRole.STAFF)
    with pytest.raises(PermissionDenied):
        transitions.invite(**offer)


def test_a_typed_name_becomes_a_person_of_the_register(inbox, offer):
    transitions.invite(**offer | {"person": None, "full_name": "Dewi Anjani"})
    assert Invitation.objects.get().person == Person.objects.get(full_name="Dewi Anjani")


@pytest.mark.parametrize("email", ["RINA@Contoh.test", "  rina@contoh.test "])
def test_an_address_has_one_spelling(inbox, offer, email):
    assert transitions.invite(**offer | {"email": email}).email == "rina@contoh.test"


@pytest.mark.parametrize(
    "email",
    [
        "r\u0131na@contoh.test",
        "rina@\u0441ontoh.test",
        "\u212aiki@contoh.test",
        "r\u200bina@a.test",
    ],
    ids=["dotless i", "Cyrillic", "Kelvin", "zero width"],
)
def test_letters_that_only_look_alike_are_refused(offer, email):
    with pytest.raises(ValidationError, match="huruf biasa"):
        transitions.invite(**offer | {"email": email})
    assert not Invitation.objects.exists()


def test_an_address_or_a_person_with_an_account_is_named_not_invited(offer):
    holder = UserFactory(email="rina@contoh.test", is_active=False)
    with pytest.raises(AlreadySaved) as refusal:
        transitions.invite(**offer)
    assert refusal.value.record == holder
    with pytest.raises(AlreadySaved, match="Orang ini"):
        transitions.invite(**offer | {"email": "lain@contoh.test", "person": holder.person})
    assert not Invitation.objects.exists()


def test_whoever_waits_for_an_answer_is_not_invited_again(inbox, offer):
    there = InvitationFactory(email="rina@contoh.test", expired=True)
    with pytest.raises(AlreadySaved) as refusal:
        transitions.invite(**offer)
    assert refusal.value.record == there
    with pytest.raises(ValidationError, match="Orang ini sudah diundang"):
        transitions.invite(**offer | {"email": "lain@contoh.test", "person": there.person})
    assert not inbox.mails


def test_the_same_form_twice_sends_one_mail(inbox, offer):
    first = transitions.invite(**offer)
    assert transitions.invite(**offer) == first
    assert len(inbox.mails) == 1
    with pytest.raises(AlreadySaved):
        transitions.invite(**offer | {"role": SiteRole.ADMIN})


def test_an_admin_sends_so_many_within_an_hour(inbox, offer, settings):
    settings.INVITATIONS_PER_HOUR = 2
    InvitationFactory.create_batch(2, invited_by=offer["by"])
    with pytest.raises(Refused, match="2 undangan"):
        transitions.invite(**offer)
    Invitation.objects.update(tried_at=timezone.now() - timedelta(minutes=61))
    assert transitions.invite(**offer).sent_at


def test_sending_again_waits_five_minutes_and_kills_the_old_link(inbox, offer):
    invitation = transitions.invite(**offer)
    again = {"invitation": invitation, "by": UserFactory(admin=True), "site": offer["site"]}
    with pytest.raises(Refused, match="lima menit"):
        transitions.send_again(**again)
    Invitation.objects.update(sent_at=timezone.now() - timedelta(minutes=6))
    sent = transitions.send_again(**again)
    assert sent.token_hash != invitation.token_hash
    assert sent.invited_by == again["by"]  # who sends it vouches for it
    assert len(inbox.mails) == 2


def test_what_is_revoked_or_accepted_stays_so(inbox, offer):
    for row in (
        InvitationFactory(revoked=True),
        InvitationFactory(accepted_at=timezone.now(), account=UserFactory()),
    ):
        with pytest.raises(Refused):
            transitions.revoke(invitation=row, by=offer["by"])
        with pytest.raises(Refused):
            transitions.send_again(invitation=row, by=offer["by"], site="")
    assert not inbox.mails


def test_revoking_frees_the_address(inbox, offer):
    transitions.revoke(invitation=transitions.invite(**offer), by=offer["by"])
    assert transitions.invite(**offer | {"person": PersonFactory()}).sent_at
    assert AccessEvent.objects.filter(kind="invitation_withdrawn").count() == 1


def test_nobody_is_invited_again_as_somebody_else(inbox, offer):
    admin, another = offer["by"], PersonFactory()
    for email, person in ((admin.email.upper(), another), ("lain@contoh.test", admin.person)):
        with pytest.raises(AlreadySaved):
            transitions.invite(**offer | {"email": email, "person": person})
    assert not Invitation.objects.exists()
    assert User.objects.get(pk=admin.pk).person == admin.person
