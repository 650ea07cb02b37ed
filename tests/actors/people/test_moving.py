"""A person moves from one post to another; two editors never overwrite each other's post."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from actors.models import Appointment
from actors.people import transitions
from collabgov.kit.errors import EditConflict, Refused
from tests.factories.actors import (
    AppointmentFactory,
    InvitationFactory,
    OrganizationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def move(old, admin, **changes):
    there = {"organization": OrganizationFactory(), "post": "Sekretaris", "starts_on": TODAY}
    return transitions.move(
        appointment=old, by=admin, **{"version": old.version, **there, **changes}
    )


def test_the_old_post_ends_the_day_before_and_stays_in_the_history(admin):
    old = AppointmentFactory()
    new = move(old, admin)
    old.refresh_from_db()
    assert old.ends_on == TODAY - timedelta(days=1)
    assert (new.person, new.starts_on, new.ends_on) == (old.person, TODAY, None)
    assert Appointment.objects.filter(person=old.person).count() == 2


def test_the_account_goes_along(admin):
    user = UserFactory()
    new = move(AppointmentFactory(person=user.person, organization=user.organization), admin)
    user.refresh_from_db()
    assert user.organization == new.organization


def test_the_account_of_another_organization_stays_there(admin):
    user = UserFactory()
    home = user.organization
    move(AppointmentFactory(person=user.person), admin)
    user.refresh_from_db()
    assert user.organization == home


def test_an_account_does_not_go_ahead_of_the_day(admin):
    user = UserFactory()
    post = AppointmentFactory(person=user.person, organization=user.organization)
    with pytest.raises(ValidationError) as refusal:
        move(post, admin, starts_on=TODAY + timedelta(days=1))
    assert "starts_on" in refusal.value.message_dict


def test_somebody_without_an_account_may_be_moved_ahead(admin):
    new = move(AppointmentFactory(), admin, starts_on=TODAY + timedelta(days=9))
    assert new.starts_on > TODAY


def test_nobody_leaves_before_they_came(admin):
    with pytest.raises(ValidationError):
        move(AppointmentFactory(starts_on=TODAY), admin)


def test_nobody_leaves_a_post_that_has_ended(admin):
    with pytest.raises(Refused):
        move(AppointmentFactory(ends_on=TODAY - timedelta(days=9)), admin)


def test_a_move_leaves_nothing_half_done(admin):
    old = AppointmentFactory()
    with pytest.raises(ValidationError):
        move(old, admin, post="x" * 500)
    old.refresh_from_db()
    assert old.ends_on is None


def test_only_an_admin_moves_people():
    with pytest.raises(PermissionDenied):
        move(AppointmentFactory(), UserFactory())


def test_an_old_form_moves_or_ends_nothing(admin):
    post = AppointmentFactory()
    with pytest.raises(EditConflict):
        move(post, admin, version=0)
    with pytest.raises(EditConflict):
        transitions.end_appointment(appointment=post, ends_on=TODAY, by=admin, version=0)


def test_two_who_correct_a_post_see_both_texts(client, sign_in, admin):
    sign_in(admin)
    post = AppointmentFactory()
    data = {"organization": post.organization_id, "starts_on": "1/2/2026", "version": 1}
    assert client.post(f"/posts/{post.pk}/edit/", data | {"post": "Camat"}).status_code == 302
    answer = client.post(f"/posts/{post.pk}/edit/", data | {"post": "Lurah"})
    assert "Camat" in answer.content.decode()
    assert Appointment.objects.get(pk=post.pk).post == "Camat"


def test_an_invitation_to_an_account_goes_along(admin):
    invitation = InvitationFactory(organization=OrganizationFactory())
    post = AppointmentFactory(person=invitation.person, organization=invitation.organization)
    with pytest.raises(ValidationError) as refusal:
        move(post, admin, starts_on=TODAY + timedelta(days=1))
    assert "starts_on" in refusal.value.message_dict
    new = move(post, admin)
    invitation.refresh_from_db()
    assert invitation.organization == new.organization
