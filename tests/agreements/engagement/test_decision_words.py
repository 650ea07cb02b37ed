"""What the pages and the minutes say of positions and follow-up: no more than was said."""

import pytest
from django.urls import reverse

from agreements.engagement import transitions
from agreements.engagement.snapshot import snapshot_of
from tests.agreements.engagement.deciding import Scene
from tests.factories.goals import IndicatorFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "agreements:decision-list"


@pytest.fixture
def scene():
    return Scene()


def url(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def text_of(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def test_the_objecting_party_is_not_offered_to_answer_itself(client, scene, sign_in):
    decision, row = scene.objected()
    answer = url("objection-answer", row)
    sign_in(scene.works_speaker)
    assert answer not in text_of(client, decision)
    for other in (scene.health_speaker, scene.coordinator):
        sign_in(other)
        assert answer in text_of(client, decision)


def test_the_register_calls_nothing_without_a_trace_on_which_something_rests(
    client, scene, sign_in
):
    decision = scene.decided()
    sign_in(scene.health_speaker)
    assert soup_of(client.get(reverse(LIST))).select("#decisions .row-meta .muted")
    IndicatorFactory(goal__collaboration=scene.collaboration, definition_decision=decision)
    assert not soup_of(client.get(reverse(LIST))).select("#decisions .row-meta .muted")
    assert decision.text not in client.get(reverse(LIST), {"unfollowed": "1"}).content.decode()


def test_the_tally_says_which_words_are_not_the_parties_own(client, scene, sign_in):
    decision = scene.deliberated()
    row = scene.says(decision, scene.health, by=scene.coordinator)
    sign_in(scene.works_speaker)
    assert "1 di antaranya belum dikonfirmasi" in text_of(client, decision)
    transitions.confirm_decision_position(position=row, by=scene.health_speaker)
    assert "di antaranya belum" not in text_of(client, decision)


def test_minutes_name_who_has_not_said_where_it_stands(scene):
    decision = scene.deliberated()
    scene.says(decision, scene.health)
    (item,) = snapshot_of(scene.first)["agenda"]
    said = {each["party"]: each["stance"] for each in item["decisions"][0]["positions"]}
    assert said == {
        scene.health.organization.label: "support",
        scene.works.organization.label: "not_stated",
    }
