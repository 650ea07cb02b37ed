"""The stakeholder map: who is on it, who may change it, what it says about missing voices."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements.charter import transitions
from agreements.charter.kinds import CharterEvent, Degree
from agreements.charter.stakeholder_map import picture_of
from agreements.charter.states import CollaborationState
from agreements.models import Stakeholder
from collabgov.kit.errors import EditConflict, Refused
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    PartyFactory,
    StakeholderFactory,
    coordinator_of,
    member_of,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def coordinator(sign_in, collaboration):
    return sign_in(coordinator_of(collaboration))


def address(collaboration, name="map"):
    return reverse(f"agreements:stakeholder-{name}", args=[collaboration.pk])


def facts(**changes):
    return {"group_name": "Kader posyandu", "interest": 3, "influence": 1, **changes}


def test_a_stakeholder_is_added_edited_and_removed_and_the_history_says_so(collaboration):
    user = UserFactory()
    row = transitions.add_stakeholder(collaboration=collaboration, by=user, **facts())
    row = transitions.edit_stakeholder(
        stakeholder=row, by=user, version=1, **facts(spoken_for_by="Dinas Kesehatan")
    )
    assert not row.is_unheard
    transitions.remove_stakeholder(stakeholder=row, by=user)
    events = list(collaboration.changes.order_by("pk").values_list("event", "subject"))
    assert events == [
        (CharterEvent.STAKEHOLDER_ADDED, "Kader posyandu"),
        (CharterEvent.STAKEHOLDER_EDITED, "Kader posyandu"),
        (CharterEvent.STAKEHOLDER_REMOVED, "Kader posyandu"),
    ]
    assert not Stakeholder.objects.exists()


def test_sent_twice_it_is_added_once(collaboration):
    for _each in range(2):
        transitions.add_stakeholder(collaboration=collaboration, by=UserFactory(), **facts())
    assert collaboration.stakeholders.count() == 1
    assert collaboration.changes.count() == 1


def test_the_same_name_again_is_refused_in_words(collaboration):
    StakeholderFactory(collaboration=collaboration, group_name="kader POSYANDU")
    with pytest.raises(ValidationError, match="Kelompok ini sudah ada di peta"):
        transitions.add_stakeholder(collaboration=collaboration, by=UserFactory(), **facts())


def test_an_older_form_overwrites_nothing(collaboration):
    row = StakeholderFactory(collaboration=collaboration)
    with pytest.raises(EditConflict):
        transitions.edit_stakeholder(stakeholder=row, by=UserFactory(), version=7, **facts())


@pytest.mark.parametrize("verb", ["add", "edit", "remove"])
def test_a_closed_collaboration_keeps_its_map_as_it_was(collaboration, verb):
    row = StakeholderFactory(collaboration=collaboration)
    type(collaboration).objects.update(
        state=CollaborationState.CLOSED, ends_on=collaboration.starts_on
    )
    calls = {
        "add": lambda: transitions.add_stakeholder(
            collaboration=collaboration, by=UserFactory(), **facts()
        ),
        "edit": lambda: transitions.edit_stakeholder(
            stakeholder=row, by=UserFactory(), version=1, **facts()
        ),
        "remove": lambda: transitions.remove_stakeholder(stakeholder=row, by=UserFactory()),
    }
    with pytest.raises(Refused):
        calls[verb]()


def test_a_member_reads_the_map_and_finds_no_button(client, sign_in, collaboration):
    StakeholderFactory(collaboration=collaboration, group_name="Anak putus sekolah")
    StakeholderFactory(collaboration=collaboration, group_name="Pedagang", is_engaged=True)
    sign_in(member_of(collaboration))
    page = soup_of(client.get(address(collaboration)))
    missing = page.find(id="unheard-title").find_parent("section")
    assert "Anak putus sekolah" in missing.text
    assert "Pedagang" not in missing.text
    assert not page.select("main .btn")


def test_an_outsider_finds_no_map(client, sign_in, collaboration):
    sign_in()
    assert client.get(address(collaboration)).status_code == 404


def test_the_coordinator_puts_a_group_on_the_map(client, coordinator, collaboration):
    answer = client.post(address(collaboration, "create"), facts(organization="", note="Jauh"))
    assert answer.url == address(collaboration)
    row = collaboration.stakeholders.get()
    assert (row.group_name, row.interest, row.influence) == ("Kader posyandu", 3, 1)
    assert row.is_unheard


def test_parties_come_by_suggestion_until_they_are_on_the_map(client, coordinator, collaboration):
    party = PartyFactory(collaboration=collaboration)
    add = f"{address(collaboration, 'create')}?organization={party.organization_id}"
    assert soup_of(client.get(address(collaboration))).select_one(f'a[href="{add}"]')
    form = soup_of(client.get(add))
    assert form.select_one('input[name="organization"][checked]')["value"] == str(
        party.organization_id
    )
    assert form.select_one('input[name="is_engaged"]').has_attr("checked")
    StakeholderFactory(collaboration=collaboration, organization=party.organization, group_name="")
    assert not soup_of(client.get(address(collaboration))).select(f'a[href="{add}"]')


@pytest.mark.parametrize("key", ["x", "0", "9" * 40, "%00"])
def test_a_strange_suggestion_is_ignored(client, coordinator, collaboration, key):
    answer = client.get(f"{address(collaboration, 'create')}?organization={key}")
    assert answer.status_code == 200


def test_nobody_is_suggested_who_is_no_party(client, coordinator, collaboration):
    foreign = OrganizationFactory()
    page = client.get(f"{address(collaboration, 'create')}?organization={foreign.pk}")
    assert not soup_of(page).select('input[name="organization"][checked][value]:not([value=""])')


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"group_name": ""}, "group_name"),
        ({"group_name": "\u200b"}, "group_name"),
        ({"interest": "4"}, "interest"),
        ({"influence": ""}, "influence"),
        ({"stance": "marah"}, "stance"),
        ({"group_name": "x" * 121}, "group_name"),
        ({"note": "x" * 2001}, "note"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, coordinator, collaboration, wrong, field):
    answer = client.post(address(collaboration, "create"), facts(**wrong))
    assert answer.status_code == 200
    assert soup_of(answer).select_one(f'.error-summary a[href="#id_{field}"]') or (
        field in answer.context["form"].errors
    )
    assert not collaboration.stakeholders.exists()


def test_an_organization_and_a_group_at_once_is_asked_about(client, coordinator, collaboration):
    office = OrganizationFactory()
    answer = client.post(address(collaboration, "create"), facts(organization=office.pk))
    assert "group_name" in answer.context["form"].errors


def test_an_empty_map_has_one_thing_to_do(client, coordinator, collaboration):
    page = soup_of(client.get(address(collaboration)))
    assert page.select_one(".empty a")["href"] == address(collaboration, "create")


def test_the_map_costs_the_same_however_many_are_on_it(
    coordinator, collaboration, assert_flat_queries
):
    def grow(number=1):
        for _each in range(number):
            StakeholderFactory(
                collaboration=collaboration, organization=OrganizationFactory(), group_name=""
            )
            PartyFactory(collaboration=collaboration)

    grow()
    assert_flat_queries(address(collaboration), grow=lambda: grow(4), ceiling=8)


def test_the_picture_puts_influence_up_and_interest_right(collaboration):
    low = StakeholderFactory(collaboration=collaboration, interest=1, influence=1)
    high = StakeholderFactory(collaboration=collaboration, interest=3, influence=3)
    marks = {
        mark.stakeholder: mark
        for band in picture_of([low, high]).bands
        for field in band.fields
        for mark in field.marks
    }
    assert marks[high].x > marks[low].x
    assert marks[high].y < marks[low].y


def test_many_in_one_field_make_its_row_higher_and_nobody_leaves_the_picture(collaboration):
    rows = [
        StakeholderFactory(collaboration=collaboration, group_name=f"{n}" * 60) for n in range(9)
    ]
    picture = picture_of(rows)
    fields = [field for band in picture.bands for field in band.fields]
    full = next(field for field in fields if field.marks)
    assert (full.influence, full.interest) == (Degree.LOW, Degree.HIGH)
    assert all(full.y < mark.y < full.y + full.height for mark in full.marks)
    assert all(len(mark.text) <= 27 for mark in full.marks)
    assert picture.height > full.y + full.height


def test_on_a_phone_the_fields_are_listed_those_that_matter_most_first():
    map_of = CollaborationFactory()
    low = StakeholderFactory(collaboration=map_of, influence=Degree.LOW, interest=Degree.HIGH)
    left = StakeholderFactory(collaboration=map_of, influence=Degree.HIGH, interest=Degree.LOW)
    high = StakeholderFactory(collaboration=map_of, influence=Degree.HIGH, interest=Degree.HIGH)
    cells = picture_of([low, left, high]).cells
    assert [field.marks[0].stakeholder for field in cells] == [high, left, low]
    assert cells[1].degrees == (Degree.HIGH.label, Degree.LOW.label)
