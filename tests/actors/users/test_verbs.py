"""What admins change about accounts: with a reason, never about themselves, written down."""

import threading

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import connection

from actors.accounts import transitions
from actors.accounts.models import SiteRole, User
from actors.audit.models import AccessEvent
from collabgov.kit.audit import events_of
from collabgov.kit.errors import Refused
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
WHY = {"reason": "Pindah tugas"}
VERBS = (
    "role",
    "link",
    "deactivate",
    "reactivate",
    "second-factor/reset",
    "sessions/end",
    "password-link",
)


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


def address(user, verb=""):
    return f"/users/{user.pk}/{verb}{'/' * bool(verb)}"


def fresh(user):
    return User.objects.get(pk=user.pk)


def test_a_role_is_changed_with_a_reason_that_the_trail_keeps(client, admin):
    user = UserFactory()
    client.post(address(user, "role"), {"role": "auditor"})
    assert fresh(user).role == SiteRole.STAFF  # no reason was given
    client.post(address(user, "role"), {"role": "auditor", **WHY})
    assert fresh(user).is_auditor
    event = AccessEvent.objects.get(kind="role_changed")
    assert event.details["from"] == "staff"
    assert event.details["to"] == "auditor"
    assert events_of(user).last().pgh_context["reason"] == "Pindah tugas"


def test_a_closed_account_is_out_at_its_next_click_and_can_come_back(client, admin):
    user = UserFactory()
    theirs = type(client)()
    theirs.force_login(user)
    assert theirs.get("/").status_code == 200
    client.post(address(user, "deactivate"), WHY)
    assert theirs.get("/").status_code == 302
    assert AccessEvent.objects.get(kind="deactivated").details["sessions"] == 1
    with pytest.raises(Refused):
        transitions.deactivate(user=user, by=admin)
    client.post(address(user, "reactivate"), WHY)
    assert fresh(user).is_active
    assert theirs.get("/").status_code == 302  # the old session is gone for good
    with pytest.raises(Refused):
        transitions.reactivate(user=user, by=admin)


def test_sessions_are_ended_from_the_page(client, admin):
    user = UserFactory()
    theirs = type(client)()
    theirs.force_login(user)
    theirs.get("/")
    assert "di 1 perangkat" in client.get(address(user)).content.decode()
    client.post(address(user, "sessions/end"))
    assert theirs.get("/").status_code == 302
    assert AccessEvent.objects.filter(kind="sessions_ended", user=admin).exists()


def test_a_lost_second_factor_is_reset_and_its_owner_told(
    client, admin, mailoutbox, django_capture_on_commit_callbacks
):
    user = UserFactory(email="sari@contoh.test")
    for kind in ("totp", "recovery_codes"):
        Authenticator.objects.create(user=user, type=kind, data={})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address(user, "second-factor/reset"), WHY)
    assert not Authenticator.objects.filter(user=user).exists()
    assert mailoutbox[0].to == ["sari@contoh.test"]
    event = AccessEvent.objects.get(kind="factor_removed")
    assert (event.user, event.about_pk) == (admin, str(user.pk))
    assert event.details["reason"] == "Pindah tugas"
    answer = client.post(address(user, "second-factor/reset"), WHY)
    assert "tidak memiliki faktor kedua" in answer.content.decode()


def test_person_and_organization_are_linked(client, admin):
    user, person, organization = UserFactory(), PersonFactory(), OrganizationFactory()
    facts = {"person": person.pk, "organization": organization.pk, **WHY}
    assert client.post(address(user, "link"), facts).status_code == 302
    assert (fresh(user).person, fresh(user).organization) == (person, organization)
    holder = UserFactory()
    answer = client.post(address(user, "link"), facts | {"person": holder.person_id})
    assert soup_of(answer).find(class_="error-summary")
    assert fresh(user).person == person


def test_an_admin_without_a_person_says_once_who_they_are(client, sign_in):
    admin = sign_in(UserFactory(admin=True, person=None, organization=None))
    facts = {"person": PersonFactory().pk, "organization": OrganizationFactory().pk, **WHY}
    assert client.post(address(admin, "link"), facts).status_code == 302
    assert fresh(admin).person_id == facts["person"]
    again = client.post(address(admin, "link"), facts | {"person": PersonFactory().pk})
    assert again.status_code == 403


@pytest.mark.parametrize("verb", VERBS[:5])
def test_every_page_is_headed_by_its_reader_not_by_the_account(client, admin, verb):
    user = UserFactory()
    page = soup_of(client.get(address(user, verb)))
    assert page.select_one(".menu-who strong").text == str(admin)
    assert str(user) in page.h1.text or user.email in page.h1.text


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_does_this_to_themselves(client, admin, verb):
    UserFactory(admin=True)
    assert client.post(address(admin, verb), {"role": "staff", **WHY}).status_code == 403
    assert fresh(admin).is_admin


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(("role", "status"), [("auditor", 403), ("staff", 404)])
def test_auditors_look_on_and_staff_see_nothing(client, sign_in, mailoutbox, role, status, verb):
    sign_in(UserFactory(role=role))
    user = UserFactory()
    answer = client.post(address(user, verb), {"role": "admin", **WHY})
    assert answer.status_code == status
    assert fresh(user).role == SiteRole.STAFF
    assert fresh(user).is_active
    assert not mailoutbox


def test_a_role_that_there_is_not_is_refused_where_it_stands(client, admin):
    user = UserFactory()
    for role in ("king", "", "admin\x00"):
        answer = client.post(address(user, "role"), {"role": role, **WHY})
        assert soup_of(answer).find(class_="error-summary")
    assert fresh(user).role == SiteRole.STAFF


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", ["role", "deactivate"])
def test_two_admins_who_remove_each_other_at_once_leave_one(verb):
    admins = [UserFactory(admin=True), UserFactory(admin=True)]
    gate, refusals = threading.Barrier(2), []

    def remove(by, user):
        try:
            gate.wait(timeout=10)
            if verb == "role":
                transitions.change_role(user=user, role=SiteRole.STAFF, by=by)
            else:
                transitions.deactivate(user=user, by=by)
        except (PermissionDenied, Refused) as refusal:
            refusals.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=remove, args=pair) for pair in (admins, admins[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(refusals) == 1
    assert User.objects.active().filter(role=SiteRole.ADMIN).count() == 1
