"""Late guidelines and trainings nobody told of, on the home page and on the hub."""

import pytest

from agreements.capacity.arrangement_kinds import GuidelineState
from agreements.capacity.transitions import guidelines, trainings
from agreements.models import Collaboration
from dashboards.hub.turn import your_turn
from dashboards.panels.arrangements import arrangements_for_me
from dashboards.sight import Sight
from tests.agreements.capacity.scenes import ahead, scene_of
from tests.factories.actors import UserFactory
from tests.factories.arrangements import GuidelineFactory, TrainingFactory
from tests.factories.documents import DocumentFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(db):
    return scene_of()


def guideline(scene, **fields):
    """The giver issues it, the third drafts it, the receiver reviews it; late unless told."""
    usual = {
        "owner": scene.giver.organization,
        "drafter": scene.third.organization,
        "reviewer": scene.receiver.organization,
        "due_on": ahead(-2),
    }
    return GuidelineFactory(collaboration=scene.collaboration, **{**usual, **fields})


def training(scene, **fields):
    usual = {"giver": scene.giver.organization, "held_on": ahead(0)}
    return TrainingFactory(collaboration=scene.collaboration, **{**usual, **fields})


def errands(user):
    seen = Collaboration.objects.visible_to(user)
    found = arrangements_for_me(Sight.of(user, seen, is_whole=True))
    return [(row.href, row.is_late) for row in found.rows]


def test_who_drafts_a_late_guideline_is_told_until_it_is_with_the_reviewer(scene):
    late = guideline(scene)
    mine = [(late.get_absolute_url(), True)]
    assert errands(scene.third) == mine
    assert errands(scene.giver) == errands(scene.receiver) == []
    paper = DocumentFactory(collaboration=scene.collaboration)
    guidelines.send_for_review(guideline=late, by=scene.third, document=paper)
    assert errands(scene.receiver) == mine
    assert errands(scene.third) == errands(scene.giver) == []


def test_what_nobody_reviews_waits_for_who_issues_it(scene):
    late = guideline(scene, reviewer=None, state=GuidelineState.REVIEW)
    assert errands(scene.giver) == [(late.get_absolute_url(), True)]
    assert errands(scene.third) == []


def test_what_has_time_or_is_issued_asks_nobody(scene):
    guideline(scene, due_on=ahead(0))
    guideline(scene, due_on=None)
    guideline(scene, issued=True)
    training(scene, held_on=ahead(1))
    assert errands(scene.third) == errands(scene.giver) == []


def test_who_gives_a_training_says_how_it_went_once_its_day_has_come(scene):
    given = training(scene)
    assert errands(scene.giver) == errands(scene.worker) == [(given.get_absolute_url(), False)]
    assert errands(scene.receiver) == []
    trainings.hold_training(training=given, by=scene.giver, participants=3)
    assert errands(scene.giver) == []


def test_neither_auditors_nor_outsiders_nor_a_closed_collaboration_are_asked(scene):
    guideline(scene)
    training(scene)
    auditor = UserFactory(auditor=True, organization=scene.third.organization)
    assert errands(auditor) == errands(UserFactory()) == []
    rows = Collaboration.objects.filter(pk=scene.collaboration.pk)
    rows.update(state="closed", ends_on=ahead(0))
    assert errands(scene.third) == errands(scene.giver) == []


def test_each_chip_leads_to_what_it_counts(client, sign_in, scene):
    guideline(scene, drafter=scene.giver.organization)
    guideline(scene)  # drafted by another
    for _number in range(2):
        training(scene)
    training(scene, giver=scene.third.organization)
    sign_in(scene.giver)
    chips = your_turn(Sight.of(scene.giver, [scene.collaboration]))
    found = [chip for chip in chips if "waiting=1" in chip.href]
    assert [chip.count for chip in found] == [1, 2]
    for chip in found:
        assert len(soup_of(client.get(chip.href)).select("tbody tr")) == chip.count


@pytest.mark.parametrize("role", ["third", "coordinator"])
def test_the_home_page_shows_them_to_whose_turn_it_is(client, sign_in, scene, role):
    guideline(scene)
    coordinator = scene.coordinator
    guideline(scene, drafter=coordinator.organization)
    sign_in(getattr(scene, role))
    assert len(soup_of(client.get("/")).select("section[aria-labelledby=arranged-title] li")) == 1
    sign_in(scene.receiver)
    assert not soup_of(client.get("/")).select_one("#arranged-title")
