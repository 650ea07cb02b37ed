"""By majority a word said on behalf counts, and everybody reads that it is not the party's own."""

import pytest
from django.urls import reverse

from agreements.charter.stances import Stance
from agreements.engagement import transitions
from tests.agreements.engagement.deciding import Scene
from tests.factories.charter import PartyFactory
from tests.factories.engagement import AttendanceFactory

pytestmark = pytest.mark.django_db
REGISTER = "agreements:decision-list"
SAID = (
    "Dihitung menurut suara terbanyak: 2 mendukung atau menerima, 1 di antaranya hanya "
    "dinyatakan atas nama; 1 berkeberatan, 1 di antaranya hanya dinyatakan atas nama"
)


@pytest.fixture
def scene():
    return Scene()


def voted(scene, rule="majority", own=()):
    """Of three parties one speaks itself; the coordinator speaks for the others."""
    third = PartyFactory(collaboration=scene.collaboration)
    decision = scene.deliberated(rule=rule)
    scene.says(decision, scene.health)
    by = scene.works_speaker if scene.works in own else scene.coordinator
    scene.says(decision, scene.works, by=by)
    scene.says(decision, third, Stance.OBJECT, by=scene.coordinator, reason="Belum siap.")
    return decision


def test_the_page_and_the_register_say_how_many_words_are_the_parties_own(client, scene, sign_in):
    decision = scene.decide(voted(scene))
    sign_in(scene.coordinator)
    for url in (decision.get_absolute_url(), reverse(REGISTER)):
        assert SAID in client.get(url).text, url


def test_so_does_the_form_that_decides(client, scene, sign_in):
    decision = voted(scene)
    sign_in(scene.coordinator)
    assert SAID in client.get(reverse("agreements:decision-decide", args=[decision.pk])).text


def test_a_word_that_the_party_said_itself_is_not_counted_as_lent(client, scene, sign_in):
    decision = scene.decide(voted(scene, own=[scene.works]))
    sign_in(scene.coordinator)
    text = client.get(decision.get_absolute_url()).text
    assert "2 mendukung atau menerima, 0 di antaranya hanya dinyatakan atas nama" in text


def test_where_every_word_is_their_own_or_no_votes_are_counted_nothing_is_added(
    client, scene, sign_in
):
    decision = scene.deliberated(rule="majority", text="Jadwal baru")
    scene.says(decision, scene.health)
    mandate = scene.decide(voted(scene, rule="mandate"))
    sign_in(scene.coordinator)
    for row in (scene.decide(decision), mandate):
        assert "suara terbanyak:" not in client.get(row.get_absolute_url()).text


def test_the_minutes_say_it_too(client, scene, sign_in):
    scene.decide(voted(scene))
    AttendanceFactory(meeting=scene.first, organization=scene.health.organization, is_present=True)
    transitions.share_minutes(meeting=scene.first, by=scene.coordinator)
    sign_in(scene.coordinator)
    assert SAID in client.get(scene.first.minutes.get().get_absolute_url()).text
