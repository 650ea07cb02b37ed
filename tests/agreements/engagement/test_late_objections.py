"""A party that puts right what was said for it may object to what is decided: what then holds."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from agreements.charter.stances import Stance
from agreements.engagement import transitions
from agreements.engagement.states import DecisionState as S
from agreements.models import Decision
from collabgov.kit.errors import Refused
from tests.agreements.engagement.deciding import Scene
from tests.constraints import assert_refused
from tests.factories.instruments import AgreementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def late(scene):
    """Decided over a word that the coordinator gave, which the party then puts right with a no."""

    def late(text="Verifikasi ulang data", **facts):
        decision = scene.deliberated(text=text)
        scene.says(decision, scene.health, by=scene.coordinator)
        decided = scene.decide(decision, **facts)
        row = scene.says(decision, scene.health, Stance.OBJECT, reason="Tidak pernah ditanya.")
        return decided, row

    return late


def test_it_does_not_take_effect_before_there_is_an_answer(scene, late):
    decision, row = late()
    with pytest.raises(Refused, match=scene.health.organization.label):
        transitions.take_effect(decision=decision, by=scene.coordinator)
    scene.answer(row, by=scene.works_speaker)
    taken = transitions.take_effect(decision=decision, by=scene.coordinator)
    assert taken.state == S.IN_EFFECT


def test_it_is_still_reviewed_and_named_an_agreement(scene, late):
    decision, _row = late()
    reviewed = transitions.review(decision=decision, by=scene.coordinator, note="Belum jalan.")
    assert reviewed.review_note == "Belum jalan."
    agreement = AgreementFactory(collaboration=scene.collaboration)
    named = transitions.name_instrument(
        decision=decision, by=scene.coordinator, instrument=agreement
    )
    assert named.instrument == agreement


@pytest.mark.parametrize("how", ["amended", "revoked"])
def test_a_later_decision_still_changes_it(scene, late, how):
    decision, _row = late()
    later = scene.decided(text="Dicabut lagi")
    changed = transitions.amend(decision=decision, later=later, how=how, by=scene.coordinator)
    assert changed.state == how


def test_the_database_lets_it_be_changed_but_not_take_effect(late):
    decision, _row = late()
    rows = Decision.objects.filter(pk=decision.pk)
    assert_refused("decision_answers_objections", lambda: rows.update(state=S.IN_EFFECT))
    assert rows.update(state=S.DECIDED, review_note="", source_note="Catatan.") == 1
    assert rows.update(state=S.REVOKED) == 1


def test_the_daily_command_names_what_waits_and_goes_on_with_the_others(scene, late):
    ahead = timezone.localdate() + dt.timedelta(days=3)
    waits, row = late(effective_on=ahead)
    other = scene.decide(scene.deliberated(text="Yang lain"), effective_on=ahead)
    today = timezone.localdate()
    Decision.objects.update(decided_on=today, effective_on=today)
    said, told = StringIO(), StringIO()
    call_command("advance_agreements", stdout=told, stderr=said)
    for decision, state in ((waits, S.DECIDED), (other, S.IN_EFFECT)):
        decision.refresh_from_db()
        assert decision.state == state
    assert "Waits: Verifikasi ulang data" in said.getvalue()
    assert "1 move." in told.getvalue()
    scene.answer(row, by=scene.works_speaker)
    call_command("advance_agreements", verbosity=0)
    waits.refresh_from_db()
    assert waits.state == S.IN_EFFECT


def test_adopted_minutes_are_not_told_another_decision(client, scene, sign_in):
    decision = scene.deliberated()
    type(scene.later).objects.filter(pk=scene.later.pk).update(state="minutes_adopted")
    scene.later.refresh_from_db()
    with pytest.raises(Exception, match="sudah disahkan"):
        scene.decide(decision, decided_in=scene.later)
    sign_in(scene.coordinator)
    page = client.get(f"/decisions/{decision.pk}/decide/").content.decode()
    assert f'value="{scene.first.pk}"' in page
    assert f'<option value="{scene.later.pk}"' not in page
