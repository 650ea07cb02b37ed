"""A role that fell vacant stands among what needs attention, and on the page of the whole."""

import pytest

from actors.models import User
from agreements.capacity.structure_kinds import LeadershipRole as R
from dashboards.panels.vacancies import vacancies_that_wait
from tests.agreements.capacity.structure_scene import day, scene_of
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(db):
    return scene_of()


@pytest.fixture
def told(sight_of):
    def tell(*scenes, most=4):
        places = [scene.collaboration for scene in scenes]
        return vacancies_that_wait(sight_of(UserFactory(auditor=True), *places), most=most)

    return tell


def test_it_says_which_role_since_when_and_where_to_fill_it(told, scene):
    body = scene.structure()
    scene.role(role=R.CHAIR, structure=body, ends_on=day(-4))
    (line,), (more,) = told(scene)
    assert line.title.endswith(" · Satgas")
    assert (line.since, line.collaboration) == (day(-3), "")
    assert line.href == more.href
    assert line.href.endswith(f"/collaborations/{scene.collaboration.pk}/structures/#gaps")
    assert more.count == 1


def test_the_longest_vacant_come_first_and_the_rest_is_counted(told, scene):
    for number, role in enumerate((R.CHAIR, R.SECRETARIAT, R.VERIFIER)):
        scene.role(role=role, ends_on=day(number - 9))
    lines, (more,) = told(scene, most=2)
    assert [line.since for line in lines] == [day(-8), day(-7)]
    assert more.count == 3


def test_of_several_collaborations_each_is_named(told, scene):
    other = scene_of()
    scene.role(ends_on=day(-4))
    other.role(ends_on=day(-5))
    lines, more = told(scene, other)
    titles = [other.collaboration.title, scene.collaboration.title]
    assert [line.collaboration for line in lines] == titles
    assert [one.label.partition(": ")[2] for one in more] == titles


def test_what_is_held_or_closed_needs_nothing(told, scene):
    scene.role()
    assert told(scene) == ([], [])
    scene.role(role=R.VERIFIER, ends_on=day(-4))
    assert told(scene)[0]
    scene.close()
    scene.collaboration.refresh_from_db()
    assert told(scene) == ([], [])


def test_the_home_of_the_coordinator_shows_it(client, scene):
    scene.role(ends_on=day(-4))
    User.objects.update(language="en")
    client.force_login(scene.coordinator)
    card = soup_of(client.get("/")).find(id="attention-title").find_parent("section")
    assert "Nobody leads" in card.text
    assert "Secretariat" in card.text
    assert client.get(card.select_one("a.row-title")["href"]).status_code == 200


def test_the_page_of_the_collaboration_counts_structures_and_issues_nobody_coordinates(
    client, scene
):
    scene.structure()
    User.objects.update(language="en")
    client.force_login(scene.coordinator)

    def told_there():
        page = client.get(f"/collaborations/{scene.collaboration.pk}/")
        return soup_of(page).find(id="capacity").text

    assert "1 structure at work" in told_there()
    assert "1 issue without a coordinator" in told_there()
    scene.role(role=R.ISSUE_COORDINATOR, goal=scene.goal)
    assert "without a coordinator" not in told_there()
