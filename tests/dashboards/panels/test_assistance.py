"""Official assistance at home and on the hub: whose step is next, and what is late."""

import pytest

from agreements.capacity.transitions import assistance_ends
from agreements.models import Collaboration
from dashboards.hub.turn import your_turn
from dashboards.panels.assistance import MOST, assistance_for_me, assistance_that_waits
from dashboards.panels.attention import needs_attention
from dashboards.sight import Sight
from tests.agreements.capacity.assistance_scene import Help
from tests.factories.actors import UserFactory
from tests.factories.assistance import AssistanceRequestFactory
from tests.factories.charter import CollaborationFactory, CoordinatorFactory, coordinator_of
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Help()


def errands(user, *collaborations):
    seen = collaborations or Collaboration.objects.visible_to(user)
    return assistance_for_me(Sight.of(user, seen, is_whole=not collaborations))


def subjects(user):
    return [row.subject for row in errands(user).rows]


def test_who_was_asked_answers_and_others_are_asked_nothing(scene):
    scene.submitted()
    assert subjects(scene.works_speaker) == ["Dua enumerator"]
    for user in (
        scene.health_speaker,
        scene.asked_speaker,
        scene.coordinator,
        UserFactory(organization=scene.works.organization),
        UserFactory(auditor=True),
        UserFactory(),
    ):
        assert subjects(user) == []


def test_an_emergency_comes_first(scene):
    scene.submitted()
    scene.emergency()
    rows = errands(scene.works_speaker).rows
    assert [(row.subject, row.is_emergency) for row in rows] == [
        ("Perahu karet", True),
        ("Dua enumerator", False),
    ]


def test_on_the_page_of_a_collaboration_only_its_own_wait(scene):
    scene.submitted()
    other = CollaborationFactory()
    assert errands(scene.works_speaker, scene.collaboration).total == 1
    assert errands(scene.works_speaker, other).total == 0


def test_the_chip_counts_what_its_list_shows(client, scene, sign_in):
    scene.submitted()
    scene.missed(scene.submitted(subject="Lewat"))
    scene.answered(scene.submitted(subject="Dijawab"))
    sign_in(scene.works_speaker)
    chips = your_turn(Sight.of(scene.works_speaker, [scene.collaboration]))
    (chip,) = [chip for chip in chips if "/assistance/" in chip.href]
    shown = soup_of(client.get(chip.href)).select("#assistance .row-title")
    assert chip.count == len(shown) == 2


def test_what_is_late_is_told_to_whoever_runs_the_collaboration(scene):
    scene.submitted()
    late = scene.missed(scene.submitted(subject="Lewat"), days=2)
    urgent = scene.missed(scene.emergency())
    given = scene.missed(scene.answered(scene.submitted(subject="Dijanjikan")), days=3)
    sight = Sight.of(scene.coordinator, [scene.collaboration])
    rows, (more,) = assistance_that_waits(sight)
    assert [row.title for row in rows] == [urgent.subject, given.subject, late.subject]
    assert {row.on_whom for row in rows} == {"Dinas PU"}
    assert rows[1].since == given.needed_by
    assert more.count == 3
    told = needs_attention(sight)
    assert set(rows) <= set(told.rows)
    assert more in told.more


@pytest.mark.parametrize("is_whole", [True, False])
def test_the_list_of_late_ones_opens_what_was_counted(client, scene, sign_in, is_whole):
    for number in range(MOST + 1):
        scene.missed(scene.submitted(subject=f"Lewat {number}"))
    AssistanceRequestFactory(late=True)
    own = coordinator_of(scene.collaboration)
    sign_in(own)
    seen = Collaboration.objects.coordinated_by(own)
    rows, (more,) = assistance_that_waits(Sight.of(own, seen, is_whole=is_whole))
    shown = soup_of(client.get(more.href)).select("#assistance .row-title")
    assert len(rows) == MOST
    assert more.count == len(shown) == MOST + 1


def test_of_several_that_one_runs_only_those_are_counted(client, scene, sign_in):
    scene.missed(scene.submitted())
    second, third = AssistanceRequestFactory(late=True), AssistanceRequestFactory(late=True)
    user = UserFactory(organization=third.to_party.organization)
    for each in (scene, second):
        CoordinatorFactory(collaboration=each.collaboration, person=user.person)
    sign_in(user)
    seen = Collaboration.objects.coordinated_by(user)
    _rows, (more,) = assistance_that_waits(Sight.of(user, seen))
    shown = soup_of(client.get(more.href)).select("#assistance .row-title")
    assert more.count == len(shown) == 2


def test_late_help_stands_on_the_coordinators_home(client, scene, sign_in):
    asked = scene.missed(scene.submitted())
    sign_in(scene.coordinator)
    page = soup_of(client.get("/"))
    assert page.select(f"main a[href='{asked.get_absolute_url()}']")


def test_what_lies_before_the_superior_waits_for_the_coordinator(client, scene, sign_in):
    asked = scene.missed(scene.submitted())
    assistance_ends.escalate_assistance(
        request=asked, by=scene.health_speaker, reason="Belum dijawab."
    )
    assert subjects(scene.coordinator) == ["Dua enumerator"]
    sign_in(scene.coordinator)
    assert soup_of(client.get("/")).select_one("#helping-title")


def test_the_number_that_waits_opens_the_list_of_them(client, scene, sign_in):
    asked = scene.submitted()
    sign_in(scene.works_speaker)
    heading = soup_of(client.get("/")).select_one("#helping-title a")
    assert heading.text.startswith("1 ")
    rows = soup_of(client.get(heading["href"])).select("#assistance .row-title")
    assert [row["href"] for row in rows] == [asked.get_absolute_url()]


def test_the_panel_costs_the_same_however_many_there_are(scene, django_assert_max_num_queries):
    for number in range(3):
        scene.missed(scene.submitted(subject=f"Lewat {number}"))
    sight = Sight.of(scene.coordinator, [scene.collaboration])
    with django_assert_max_num_queries(1):
        assistance_that_waits(sight)
    with django_assert_max_num_queries(1):
        assistance_for_me(sight)
