"""Taking out of use asks first, wants a reason, and says what stays and what did not come back."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from actors.models import AccessEvent, Organization, Person, User
from agreements.action.states import CommitmentState
from agreements.charter.states import PartyState
from agreements.handover.out_of_use import still_taking_part, what_stays
from agreements.handover.transitions import take_out_of_use
from collabgov.kit.audit import events_of
from tests.factories.action import CommitmentFactory
from tests.factories.actors import AppointmentFactory, OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, representative_in
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


def test_an_organization_is_asked_about_with_all_that_stays(client, admin):
    party = PartyFactory(state=PartyState.ACTIVE)
    left = PartyFactory(organization=party.organization, state=PartyState.LEFT, ends_on=TODAY)
    CommitmentFactory.create_batch(
        3, collaboration=party.collaboration, organization=party.organization
    )
    CommitmentFactory(  # not open any more
        collaboration=party.collaboration,
        organization=party.organization,
        state=CommitmentState.CANCELLED,
    )
    AppointmentFactory.create_batch(2, organization=party.organization)
    UserFactory(organization=party.organization)
    address = f"/organizations/{party.organization.pk}/deactivate/"
    page = soup_of(client.get(address))
    figures = [row.text for row in page.select("#staying-title ~ ul .row-end")]
    assert [int(number) for number in figures] == [3, 0, 2, 1, 0]
    stays = page.select_one("#parties-title").find_parent("section").text
    assert party.collaboration.title in stays
    assert left.collaboration.title not in stays
    assert Organization.objects.get(pk=party.organization.pk).is_active


def test_nothing_of_a_collaboration_that_the_reader_does_not_see():
    party, reader = PartyFactory(state=PartyState.ACTIVE), UserFactory()
    CommitmentFactory(collaboration=party.collaboration, organization=party.organization)
    assert not still_taking_part(party.organization, reader)
    assert what_stays(party.organization, reader)[0][1] == 0
    admin = UserFactory(admin=True)
    assert still_taking_part(party.organization, admin).get() == party
    assert what_stays(party.organization, admin)[0][1] == 1


def test_an_account_is_never_closed_without_a_reason():
    user, admin = UserFactory(), UserFactory(admin=True)
    with pytest.raises(ValidationError, match="secara singkat"):
        take_out_of_use(person=user.person, by=admin, reason=" ")
    assert User.objects.get(pk=user.pk).is_active
    assert Person.objects.get(pk=user.person_id).is_active


def test_an_organization_leaves_with_a_reason_that_stays_in_its_history(client, admin):
    organization = OrganizationFactory()
    address = f"/organizations/{organization.pk}/deactivate/"
    refused = soup_of(client.post(address, {"reason": " "}))
    assert refused.select_one(".error-summary a")["href"] == "#id_reason"
    assert Organization.objects.get(pk=organization.pk).is_active
    answer = client.post(address, {"reason": "Dilebur ke Bappeda"})
    assert answer.url == organization.get_absolute_url()
    assert not Organization.objects.get(pk=organization.pk).is_active
    assert events_of(organization).last().pgh_context["reason"] == "Dilebur ke Bappeda"
    assert client.get(address).url == organization.get_absolute_url()


def test_a_person_with_an_account_leaves_only_with_a_reason(client, admin):
    user = UserFactory()
    address = f"/people/{user.person.pk}/deactivate/"
    refused = soup_of(client.post(address))
    assert refused.select_one(".error-summary a")["href"] == "#id_reason"
    assert Person.objects.get(pk=user.person.pk).is_active
    client.post(address, {"reason": "Pensiun"})
    assert not Person.objects.get(pk=user.person.pk).is_active
    assert events_of(user.person).last().pgh_context["reason"] == "Pensiun"
    assert events_of(user).last().pgh_context["reason"] == "Pensiun"
    assert AccessEvent.objects.get(kind="deactivated").details["reason"] == "Pensiun"


def test_what_did_not_come_back_stands_on_the_page(client, admin):
    user = representative_in(CollaborationFactory())
    collaboration = user.person.represents.get().party.collaboration
    client.post(f"/people/{user.person.pk}/deactivate/", {"reason": "Pensiun"})
    client.post(f"/people/{user.person.pk}/activate/")
    page = soup_of(client.get(user.person.get_absolute_url()))
    card = page.select_one("#use-title").find_parent("section")
    assert card.select_one(f'a[href="{user.get_absolute_url()}"]')
    assert card.select_one(f'a[href="{collaboration.get_absolute_url()}"]')


def test_a_promise_reported_done_is_open_on_the_page_as_in_the_handover(client, admin):
    post = AppointmentFactory()
    names = {"organization": post.organization, "person": post.person}
    CommitmentFactory(**names)
    CommitmentFactory(state=CommitmentState.REPORTED_DONE, reported_done_on=TODAY, **names)
    closed = CommitmentFactory(**names).collaboration
    type(closed).objects.filter(pk=closed.pk).update(
        state="closed", starts_on=TODAY - timedelta(days=9), ends_on=TODAY
    )
    page = soup_of(client.get(post.person.get_absolute_url()))
    assert page.select_one("#commitments-title .count").text == "2"
    handover = soup_of(client.get(f"{post.person.get_absolute_url()}handover/"))
    assert handover.select_one("#others-title .count").text == "2"


def test_the_number_of_all_our_commitments_is_that_of_the_list(client, sign_in):
    party = PartyFactory(state=PartyState.ACTIVE)
    user = sign_in(UserFactory(organization=party.organization))
    names = {"organization": user.organization, "collaboration": party.collaboration}
    CommitmentFactory.create_batch(2, **names)
    CommitmentFactory(state=CommitmentState.REPORTED_DONE, reported_done_on=TODAY, **names)
    link = soup_of(client.get("/")).select_one('a.card-more[href*="open=1"]')
    assert "(2)" in link.text
    assert client.get(link["href"]).context["page_obj"].paginator.count == 2
