"""A number that is told leads to the rows that it counts, and to no others."""

import pytest
from django.urls import reverse

from agreements.capacity.structure_kinds import LeadershipRole
from tests.agreements.capacity.service_scene import ahead
from tests.agreements.capacity.structure_scene import scene_of
from tests.factories.actors import AppointmentFactory, RegionFactory
from tests.factories.goals import GoalFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
R = LeadershipRole


@pytest.fixture
def led(db):
    return scene_of()


def seen(client, name, collaboration):
    return soup_of(client.get(reverse(f"agreements:{name}", args=[collaboration.pk])))


class TestNeededRoles:
    def test_those_that_are_held_stand_in_one_list_wherever_they_are_held(
        self, client, sign_in, led
    ):
        body, post = led.structure(), AppointmentFactory(organization=led.party.organization)
        led.role(role=R.CHAIR, structure=body, person=post.person)
        led.role(role=R.SECRETARIAT)
        led.role(role=R.PATRON)  # which nobody asks about
        sign_in(led.member)
        page = seen(client, "collaboration-structures", led.collaboration)
        assert page.select_one("#gaps a[href='#held']").text.startswith("2 dari")
        rows = page.select("#held li")
        assert len(rows) == 2
        assert body.name in rows[0].text
        assert str(post.person) in rows[0].text
        assert rows[0].a["href"] == f"{body.get_absolute_url()}#roles"

    def test_the_card_leads_to_that_list(self, client, sign_in, led):
        led.role(role=R.SECRETARIAT)
        sign_in(led.member)
        page = seen(client, "collaboration-capacity", led.collaboration)
        there = reverse("agreements:collaboration-structures", args=[led.collaboration.pk])
        assert page.select_one(f"a[href='{there}#held']").text.startswith("1 dari")

    def test_where_none_is_held_it_leads_to_the_gaps(self, client, sign_in, led):
        sign_in(led.member)
        there = reverse("agreements:collaboration-structures", args=[led.collaboration.pk])
        page = seen(client, "collaboration-capacity", led.collaboration)
        assert page.select_one(f"a[href='{there}#gaps']").text.startswith("0 dari")
        assert not soup_of(client.get(there)).select("#held")


class TestTheMatrix:
    def test_the_number_of_a_leader_opens_the_cells_it_counts(self, client, sign_in, led):
        goal = GoalFactory(collaboration=led.collaboration, title="Air bersih")
        region = RegionFactory(name="Majene")
        own = [*led.areas(goals=[led.goal, goal]), *led.areas(goals=[goal], region=region)]
        led.areas(goals=[led.goal], region=region, party=led.other)
        sign_in(led.member)
        page = seen(client, "collaboration-responsibilities", led.collaboration)
        opened = {
            each.summary.find(string=True).strip(): [link["href"] for link in each.select("a")]
            for each in page.select(".wheel-group details")
        }
        assert set(opened) == {"3 sel", "1 sel"}
        assert set(opened["3 sel"]) == {area.get_absolute_url() for area in own}
        assert "Air bersih: Majene" in page.select_one(".wheel-group details").parent.parent.text

    def test_how_many_have_a_lead_leads_to_the_table(self, client, sign_in, led):
        led.area()
        sign_in(led.member)
        page = seen(client, "collaboration-responsibilities", led.collaboration)
        assert page.select_one(".page-head a[href='#cells']").text.startswith("1 dari 1")
        assert page.select_one("#cells table")
        there = reverse("agreements:collaboration-responsibilities", args=[led.collaboration.pk])
        card = seen(client, "collaboration-capacity", led.collaboration)
        assert card.select_one(f"a[href='{there}#cells']")


def test_a_sum_of_costs_opens_what_is_added_and_what_is_not(client, sign_in, serving):
    service = serving.ready()
    added = serving.state(service)
    half = serving.state(service, alone=None, held_on=ahead(-4))
    waits = serving.state(service, by=serving.coordinator, held_on=ahead(-3))
    sign_in(serving.giver)
    page = soup_of(client.get(service.get_absolute_url()))
    total = page.select_one("#costs details")
    assert "dari 1 di antara 3" in total.summary.text
    sums = [[link["href"] for link in line.select("a")] for line in total.select("p")]
    assert sums[0] == [f"#cost-{added.pk}"]
    assert set(sums[1]) == {f"#cost-{half.pk}", f"#cost-{waits.pk}"}
    for line in sums:
        assert all(page.select_one(anchor) for anchor in line)
