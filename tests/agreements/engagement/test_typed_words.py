"""The words of a decision stay once parties stand by them or a later decision changed them."""

import pytest

from agreements.engagement import transitions
from agreements.engagement.states import MeetingState
from agreements.models import Decision
from collabgov.kit.errors import Refused
from tests.agreements.engagement.deciding import Scene
from tests.agreements.engagement.lines import edit, topic
from tests.factories.deliberation import PositionFactory

pytestmark = pytest.mark.django_db
WORDS = "Data dikirim tiap bulan."


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def typed(scene):
    """Typed under the topic of a meeting that was held."""
    scene.first.refresh_from_db()
    assert scene.first.state == MeetingState.HELD
    write(scene, WORDS)
    return Decision.objects.get()


def write(scene, words):
    scene.first.refresh_from_db()
    line = topic(scene.item.topic, item_id=scene.item.pk, decision=words)
    return edit(scene.first, scene.coordinator, agenda=[line])


def test_they_can_be_put_right_before(scene, typed):
    write(scene, "Data dikirim tiap minggu.")
    typed.refresh_from_db()
    assert typed.text == "Data dikirim tiap minggu."


def test_they_stay_once_a_party_has_said_where_it_stands(scene, typed):
    PositionFactory(decision=typed, party=scene.health)
    with pytest.raises(Refused, match="sudah menyatakan sikap atas"):
        write(scene, "Data tidak dikirim.")
    typed.refresh_from_db()
    assert typed.text == WORDS


def test_they_stay_once_a_later_decision_changed_them(scene, typed):
    later = scene.decided()
    transitions.amend(decision=typed, later=later, how="amended", by=scene.coordinator)
    with pytest.raises(Refused, match="mengubah"):
        write(scene, "Data tidak dikirim.")
    typed.refresh_from_db()
    assert typed.text == WORDS
