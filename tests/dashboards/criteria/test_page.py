"""The page of the six criteria: the same for all who see the collaboration."""

import pytest
from django.urls import reverse

from actors.organizations.kinds import Sector
from agreements.charter.stances import Stance
from agreements.engagement.kinds import MeetingKind
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    PartyFactory,
    coordinator_of,
    days_ago,
    member_of,
)
from tests.factories.deliberation import PositionFactory
from tests.factories.engagement import DecisionFactory, MeetingFactory
from tests.factories.goals import GoalFactory
from tests.factories.instruments import AgreementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


def criteria(collaboration):
    return reverse("dashboards:criteria", args=[collaboration.pk])


def more(collaboration, number):
    for _each in range(number):
        here = {"collaboration": collaboration}
        body = OrganizationFactory(sector=Sector.PRIVATE, is_state_owned=False)
        party = PartyFactory(organization=body, **here)
        decision = DecisionFactory(meeting__collaboration=collaboration)
        PositionFactory(decision=decision, party=party, stance=Stance.ACCEPT, stated_on=days_ago(2))
        MeetingFactory(kind=MeetingKind.PLENARY, **here)
        AgreementFactory(in_force=True, **here)
        GoalFactory(**here)


def test_it_has_the_address_that_was_promised():
    assert reverse("dashboards:criteria", args=[7]) == "/collaborations/7/criteria/"


@pytest.mark.parametrize("make", [member_of, coordinator_of])
def test_whoever_sees_the_collaboration_sees_all_six_with_their_records(
    sign_in, page, collaboration, make
):
    more(collaboration, 2)
    sign_in(make(collaboration, language="en"))
    soup = page(criteria(collaboration))
    assert [card.h2.text[:2] for card in soup.select("section.card")] == [
        f"{number}." for number in range(1, 7)
    ]
    third = soup.select_one("#criterion-3")
    assert third.select_one(".badge").text.strip() == "Met"
    links = {link["href"] for link in third.select("ul.rows a")}
    decisions = DecisionFactory._meta.model.objects.all()
    assert links == {decision.get_absolute_url() for decision in decisions}
    assert "Ansell and Gash" in soup.text


@pytest.mark.parametrize("role", ["admin", "auditor"])
def test_admins_and_auditors_see_it_too(sign_in, page, collaboration, role):
    sign_in(UserFactory(**{role: True}))
    assert page(criteria(collaboration))


def test_outsiders_find_nothing(client, sign_in, collaboration):
    sign_in(member_of(CollaborationFactory()))
    assert client.get(criteria(collaboration)).status_code == 404


@pytest.mark.parametrize("name", ["dashboards:collaboration", "dashboards:collaboration-page"])
def test_the_dashboard_and_the_page_of_the_collaboration_lead_there(
    sign_in, page, collaboration, name
):
    sign_in(member_of(collaboration))
    soup = page(reverse(name, args=[collaboration.pk]))
    assert soup.select(f'a[href="{criteria(collaboration)}"]')


def test_a_criterion_that_is_not_met_does_not_read_as_a_failure(sign_in, page, collaboration):
    sign_in(member_of(collaboration, language="en"))
    PartyFactory(collaboration=collaboration)
    text = page(criteria(collaboration)).text
    assert "is no failure" in text
    assert not any(word in text.lower() for word in ("failed", "fails", "score"))


def test_of_many_records_the_first_stand_open(sign_in, page, collaboration):
    more(collaboration, 12)
    sign_in(member_of(collaboration))
    group = page(criteria(collaboration)).select_one("#criterion-3")
    assert len(group.select("ul.rows")[0].select("li")) == 10
    assert len(group.select("details li")) == 2


def test_it_costs_the_same_however_much_there_is(sign_in, assert_flat_queries, collaboration):
    more(collaboration, 1)
    sign_in(member_of(collaboration))
    assert_flat_queries(criteria(collaboration), grow=lambda: more(collaboration, 4), ceiling=13)
