"""Whoever leaves an organization speaks for it no more; the rest is offered for handover."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.models import Appointment, User
from agreements.action.states import CommitmentState
from agreements.charter.rules import represented_organizations
from agreements.models import Representative
from tests.factories.action import CommitmentFactory
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import CollaborationFactory, coordinator_of, representative_in
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


@pytest.fixture
def voice(admin):
    """Somebody who speaks for their organization, with a post there."""
    user = representative_in(CollaborationFactory())
    user.post = AppointmentFactory(person=user.person, organization=user.organization)
    return user


def speaks(user):
    party = user.person.represents.get().party
    user = User.objects.get(pk=user.pk)
    return bool(represented_organizations(user, party.collaboration))


def move(client, post, **changes):
    data = {
        "organization": OrganizationFactory().pk,
        "post": "Sekretaris",
        "starts_on": TODAY.strftime("%d/%m/%Y"),
        "version": post.version,
    }
    return client.post(f"/posts/{post.pk}/move/", data | changes)


def test_a_move_takes_the_account_along_and_ends_the_voice(client, voice):
    assert speaks(voice)
    assert move(client, voice.post).status_code == 302
    assert not speaks(voice)
    assert Appointment.objects.filter(person=voice.person).count() == 2


def test_another_post_in_the_same_organization_keeps_the_voice(client, voice):
    assert move(client, voice.post, organization=voice.organization_id).status_code == 302
    assert speaks(voice)


def test_a_move_leads_to_what_is_left_open(client, voice):
    CommitmentFactory(organization=voice.organization, person=voice.person)
    assert move(client, voice.post).url == f"/people/{voice.person.pk}/handover/"


def test_a_move_with_nothing_open_leads_back_to_the_person(client, admin):
    post = AppointmentFactory()
    assert move(client, post).url == post.person.get_absolute_url()


def test_a_move_from_an_old_page_is_refused_with_a_sentence(client, voice):
    answer = move(client, voice.post, version=0)
    assert soup_of(answer).select_one(".error-summary")
    assert Appointment.objects.get(person=voice.person).ends_on is None


def test_the_end_of_the_last_post_ends_the_voice_without_an_account_there(client, admin):
    user = representative_in(CollaborationFactory())
    post = AppointmentFactory(person=user.person, organization=user.organization)
    User.objects.filter(pk=user.pk).update(organization=OrganizationFactory())
    assert speaks(user)
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    data = {"ends_on": yesterday, "version": 1}
    assert client.post(f"/posts/{post.pk}/end/", data).status_code == 302
    assert not speaks(user)


def test_taking_out_of_use_closes_the_account_too(client, voice):
    client.post(f"/people/{voice.person.pk}/deactivate/", {"reason": "Pensiun"})
    voice.refresh_from_db()
    voice.person.refresh_from_db()
    assert (voice.is_active, voice.person.is_active) == (False, False)
    assert voice.person.represents.get().ends_on < TODAY


def test_what_ends_and_what_stays_is_said_before(client, voice):
    party = voice.person.represents.get().party
    promise = CommitmentFactory(
        collaboration=party.collaboration, organization=party.organization, person=voice.person
    )
    address = f"/people/{voice.person.pk}/deactivate/"
    page = soup_of(client.get(address))
    ending, staying = page.select("main section.card")
    assert voice.email in ending.text
    assert party.organization.name in ending.text
    assert promise.promise in staying.text
    assert voice.person.represents.get().ends_on is None
    client.post(address, {"reason": "Pensiun"})
    assert client.get(address).url == voice.person.get_absolute_url()


def test_the_last_admin_is_not_taken_out_of_use(client, admin):
    other = PersonFactory()
    client.post(f"/people/{admin.person.pk}/deactivate/", {"reason": "Pensiun"})
    admin.refresh_from_db()
    admin.person.refresh_from_db()
    assert (admin.is_active, admin.person.is_active) == (True, True)
    assert client.post(f"/people/{other.pk}/deactivate/").status_code == 302


def test_only_admins_take_people_out_of_use_or_move_them(client, sign_in):
    sign_in()
    post = AppointmentFactory()
    assert client.post(f"/people/{post.person.pk}/deactivate/").status_code == 403
    assert move(client, post).status_code == 403


def test_the_page_settles_everything_at_once(client, sign_in):
    collaboration = CollaborationFactory()
    sign_in(coordinator_of(collaboration))
    post = AppointmentFactory()
    colleague = AppointmentFactory(organization=post.organization).person
    promises = CommitmentFactory.create_batch(
        3, collaboration=collaboration, organization=post.organization, person=post.person
    )
    address = f"/people/{post.person.pk}/handover/"
    assert len(soup_of(client.get(address)).select(".handover-rows li")) == 3
    assert soup_of(client.post(address, {})).select_one(".error-summary")
    answer = client.post(address, {"everything": colleague.pk})
    assert answer.url == post.person.get_absolute_url()  # nothing is left
    for promise in promises:
        promise.refresh_from_db()
        assert promise.person == colleague


def test_the_page_says_when_nothing_is_open(client, admin):
    page = soup_of(client.get(f"/people/{PersonFactory().pk}/handover/"))
    assert "Tidak ada yang terbuka" in page.text


def test_an_end_asks_for_the_reason(client, sign_in):
    collaboration = CollaborationFactory()
    sign_in(coordinator_of(collaboration))
    promise = CommitmentFactory(collaboration=collaboration, person=PersonFactory())
    address = f"/people/{promise.person.pk}/handover/"
    data = {f"commitment-{promise.pk}": "end"}
    assert soup_of(client.post(address, data)).select_one(".error-summary a")["href"] == "#id_note"
    assert client.post(address, data | {"note": "Pensiun"}).status_code == 302
    promise.refresh_from_db()
    assert promise.person is None


@pytest.mark.parametrize("junk", ["x", "-1", "99999999999999999999", "\x00"])
def test_junk_is_no_successor(client, sign_in, junk):
    collaboration = CollaborationFactory()
    sign_in(coordinator_of(collaboration))
    promise = CommitmentFactory(collaboration=collaboration, person=PersonFactory())
    address = f"/people/{promise.person.pk}/handover/"
    data = {f"commitment-{promise.pk}": junk, "everything": junk}
    assert client.post(address, data).status_code == 200


def test_outsiders_do_not_open_the_page(client, sign_in):
    promise = CommitmentFactory(person=PersonFactory())
    sign_in()
    assert client.get(f"/people/{promise.person.pk}/handover/").status_code == 403


def test_the_page_costs_the_same_however_much_is_open(client, sign_in, assert_flat_queries):
    collaboration = CollaborationFactory()
    sign_in(coordinator_of(collaboration))
    post = AppointmentFactory()
    AppointmentFactory.create_batch(2, organization=post.organization)
    named = {"organization": post.organization, "person": post.person}
    CommitmentFactory.create_batch(2, collaboration=collaboration, **named)
    assert_flat_queries(
        f"/people/{post.person.pk}/handover/",
        grow=lambda: CommitmentFactory.create_batch(5, collaboration=collaboration, **named),
        ceiling=40,
    )


def test_an_end_from_an_old_page_is_refused_with_a_sentence(client, voice):
    fields = {"ends_on": timezone.localdate().isoformat(), "version": 0}
    answer = client.post(f"/posts/{voice.post.pk}/end/", fields)
    assert "alert" in answer.content.decode()
    assert answer.status_code != 302
    assert Appointment.objects.get(person=voice.person).ends_on is None


def test_the_pages_of_leaving_say_beforehand_what_ends(client, voice):
    party = voice.person.represents.get().party
    for page in ("move", "end"):
        said = soup_of(client.get(f"/posts/{voice.post.pk}/{page}/")).select_one("#ending-title")
        assert party.organization.name in said.text
        assert party.collaboration.title in said.find_parent("section").text
    other = AppointmentFactory(person=voice.person)
    assert not soup_of(client.get(f"/posts/{other.pk}/end/")).select_one("#ending-title")


def test_a_party_without_a_voice_stays_on_the_list_until_somebody_is_named(client, sign_in, voice):
    party = voice.person.represents.get().party
    Representative.objects.update(starts_on=TODAY - timedelta(days=30))
    coordinator = coordinator_of(party.collaboration)
    CommitmentFactory(
        collaboration=party.collaboration,
        organization=party.organization,
        state=CommitmentState.PROPOSED,
    )
    colleague = AppointmentFactory(organization=party.organization).person
    address = f"/people/{voice.person.pk}/handover/"
    answer = move(client, voice.post)
    assert answer.url == address
    page = soup_of(client.get(address))  # an admin reads whom to go to, and the way back
    assert page.select_one(f'main a[href="{coordinator.person.get_absolute_url()}"]')
    assert "beranda" in page.select_one("#others-title").find_parent("section").text
    sign_in(coordinator)
    assert address in client.get("/").content.decode()
    (row,) = soup_of(client.get(address)).select(".handover-rows li")
    assert "1 jawaban" in row.text
    assert row.select_one(f'a[href="/parties/{party.pk}/representatives/new/"]')
    assert client.post(address, {"everything": colleague.pk}).status_code == 302
    assert party.representatives.current().get().person == colleague
    assert address not in client.get("/").content.decode()
