"""The history of an organization's posts, acting holders, and who is shown how to reach whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.models import AccessEvent
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
    member_of,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)
PHONE = "0812-7777-6666"


def reachable(**fields):
    return PersonFactory(phone=PHONE, consent_note="Rapat", **fields)


def test_earlier_holders_stay_in_the_history(client, sign_in):
    sign_in()
    there = OrganizationFactory()
    now = AppointmentFactory(organization=there, post="Kepala", starts_on=YESTERDAY)
    before = AppointmentFactory(organization=there, post="Kepala", ends_on=YESTERDAY)
    rows = soup_of(client.get(f"/organizations/{there.pk}/posts/")).select("tbody tr")
    assert [row.a.text for row in rows] == [str(now.person), str(before.person)]
    assert client.get(f"/organizations/{there.pk}/posts/?page=x").status_code == 200


def test_an_organization_without_posts_says_so(client, sign_in):
    sign_in()
    page = client.get(f"/organizations/{OrganizationFactory().pk}/posts/")
    assert "Belum ada jabatan" in page.content.decode()


def test_the_history_costs_the_same_however_long(sign_in, assert_flat_queries):
    sign_in()
    there = AppointmentFactory().organization
    assert_flat_queries(
        f"/organizations/{there.pk}/posts/",
        grow=lambda: AppointmentFactory.create_batch(5, organization=there),
        ceiling=5,
    )


def test_who_acts_for_whom_is_shown_at_the_post(client, sign_in):
    sign_in()
    holder = AppointmentFactory(post="Kepala Dinas")
    acting = AppointmentFactory(
        organization=holder.organization, post="kepala dinas", is_acting=True
    )
    assert str(acting.person) in client.get(holder.person.get_absolute_url()).content.decode()
    assert str(holder.person) in client.get(acting.person.get_absolute_url()).content.decode()


def test_members_reach_whoever_has_a_role_and_nobody_else():
    collaboration = CollaborationFactory()
    member = member_of(collaboration)
    party = PartyFactory(collaboration=collaboration)
    runs, speaks = (
        CoordinatorFactory(collaboration=collaboration).person,
        RepresentativeFactory(party=party).person,
    )
    colleague = AppointmentFactory(organization=party.organization).person
    assert [member.has_perm("actors.see_contacts", one) for one in (runs, speaks, colleague)] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "make",
    [
        lambda: (CollaborationFactory(), {}),
        lambda: (CollaborationFactory(state="dormant"), {}),
    ],
    ids=["another", "dormant"],
)
def test_only_an_active_collaboration_of_their_own_opens_it(make):
    theirs, fields = make()
    runs = CoordinatorFactory(collaboration=theirs, **fields).person
    member = member_of(theirs if theirs.state == "dormant" else CollaborationFactory())
    assert not member.has_perm("actors.see_contacts", runs)


def test_a_term_or_a_membership_that_is_over_opens_nothing():
    collaboration = CollaborationFactory()
    ended = CoordinatorFactory(collaboration=collaboration, ends_on=YESTERDAY).person
    assert not member_of(collaboration).has_perm("actors.see_contacts", ended)
    left = UserFactory()
    PartyFactory(collaboration=collaboration, organization=left.organization, left=True)
    runs = CoordinatorFactory(collaboration=collaboration).person
    assert not left.has_perm("actors.see_contacts", runs)


def test_an_auditor_reads_everything_but_phone_numbers():
    collaboration = CollaborationFactory()
    auditor = member_of(collaboration, auditor=True)
    runs = CoordinatorFactory(collaboration=collaboration).person
    assert not auditor.has_perm("actors.see_contacts", runs)


def test_each_view_of_contacts_is_written_down(client, sign_in):
    person = reachable()
    CoordinatorFactory(collaboration=(collaboration := CollaborationFactory()), person=person)
    reader = sign_in(coordinator_of(collaboration))
    assert PHONE in client.get(person.get_absolute_url()).content.decode()
    seen = AccessEvent.objects.get(kind="viewed")
    assert (seen.user, seen.about_pk) == (reader, str(person.pk))


def test_what_is_not_shown_is_not_written_down(client, sign_in):
    person = reachable()
    sign_in()
    assert PHONE not in client.get(person.get_absolute_url()).content.decode()
    assert not AccessEvent.objects.filter(kind="viewed").exists()


def test_opening_the_form_of_a_person_is_a_view_too(client, sign_in):
    sign_in(UserFactory(admin=True))
    client.get(f"/people/{reachable().pk}/edit/")
    assert AccessEvent.objects.filter(kind="viewed").exists()


@pytest.mark.parametrize("address", ["/people/", "/people/?q=petugas", "/people/choose/?q=petugas"])
def test_no_list_shows_a_phone_number(client, sign_in, address):
    reachable()
    sign_in(UserFactory(admin=True))
    assert PHONE not in client.get(address).content.decode()
