"""Pulses of before: their links move, and figures of few lose what is too much."""

from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection

from agreements import migrations
from agreements.models import (
    PulseAnswer,
    PulseInvitation,
    PulseLink,
    PulseResponse,
    PulseResult,
    PulseTurn,
    PulseWave,
)
from agreements.motivation import transitions
from agreements.motivation.transitions import answering, closing
from tests.agreements.motivation.scene import let_answer, open_pulse
from tests.factories.motivation import PulseInvitationFactory, PulseWaveFactory

pytestmark = pytest.mark.django_db
migration = import_module("agreements.migrations.0049_links_and_figures_of_before")
(FOUND,) = Path(migrations.__path__[0]).glob("*_parties_of_one_voice_are_not_counted.py")
voices = import_module(f"agreements.migrations.{FOUND.stem}")
(FOUND,) = Path(migrations.__path__[0]).glob("*_pulses_of_before_by_mail.py")
by_mail = import_module(f"agreements.migrations.{FOUND.stem}")


def sql(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def as_before():
    """The columns that invitations had."""
    sql(
        "SET CONSTRAINTS ALL IMMEDIATE",
        "ALTER TABLE agreements_pulseinvitation"
        " ADD COLUMN token_hash varchar(64) DEFAULT '', ADD COLUMN is_spent boolean DEFAULT false",
    )


def test_links_of_open_waves_move_and_used_ones_have_no_turn(as_before):
    wave = PulseWaveFactory(opened=True)
    used, unused = wave.invitations.order_by("pk")[:2]
    draft = PulseInvitationFactory()
    for row, spent in ((used, True), (unused, False), (draft, False)):
        sql(
            f"UPDATE agreements_pulseinvitation SET token_hash = '{row.pk:064x}',"
            f" is_spent = {spent} WHERE id = {row.pk}"
        )
    sql(migration.MOVE)
    assert set(PulseLink.objects.values_list("wave", flat=True)) == {wave.pk}
    assert PulseLink.objects.count() == 2
    assert PulseTurn.objects.get().invitation == unused


def test_figures_of_few_are_rounded_and_lose_their_quartiles(monkeypatch):
    wave, runner = open_pulse(each=2)
    let_answer(wave, *[4, 3] * 3)
    transitions.close_wave(wave=wave, by=runner)
    sql(
        "SET CONSTRAINTS ALL IMMEDIATE",
        "ALTER TABLE agreements_pulseresult DISABLE TRIGGER USER",
        "ALTER TABLE agreements_pulseresult DROP CONSTRAINT pulse_result_steps_of_ten,"
        " DROP CONSTRAINT pulse_result_mean_is_round",
        "UPDATE agreements_pulseresult SET q1 = 3, q3 = 4, spread = 0.5, mean = 3.4567"
        " WHERE NOT suppressed",
        "ALTER TABLE agreements_pulseresult ENABLE TRIGGER USER",
        migration.ROUND,
    )
    rows = PulseResult.objects.filter(wave=wave, suppressed=False)
    assert {(row.mean, row.q1, row.q3, row.spread) for row in rows} == {(3.5, None, None, None)}


def test_single_answers_of_few_are_forgotten(monkeypatch):
    monkeypatch.setattr(closing, "LEAST_IN_DETAIL", 5)
    few, runner = open_pulse(each=2)
    let_answer(few, *[4, 3] * 3)
    transitions.close_wave(wave=few, by=runner)
    many, runner = open_pulse(each=2)
    let_answer(many, *[4, 3] * 5)
    transitions.close_wave(wave=many, by=runner)
    assert PulseResponse.objects.count() == 16
    sql(migration.FORGET)
    assert set(PulseResponse.objects.values_list("wave", flat=True)) == {many.pk}
    assert PulseAnswer.objects.count() == 10 * 12


def test_of_how_many_parties_is_forgotten_where_it_told_of_single_people():
    single, several, few = (open_pulse(parties=6, each=each) for each in (1, 2, 2))
    for (wave, runner), number in ((single, 6), (several, 6), (few, 4)):
        let_answer(wave, *[4, 3, 2] * 2)
        transitions.close_wave(wave=wave, by=runner)
        sql(
            "SET CONSTRAINTS ALL IMMEDIATE",
            "ALTER TABLE agreements_pulsewave DISABLE TRIGGER USER",
            "ALTER TABLE agreements_pulsewave DROP CONSTRAINT IF EXISTS pulse_wave_heard_of_five",
            f"UPDATE agreements_pulsewave SET parties_heard = 3, answered = {number},"
            f" enough_by_mail = {number >= 5}"
            f" WHERE id = {wave.pk}",
            "ALTER TABLE agreements_pulsewave ENABLE TRIGGER USER",
        )
    sql(voices.FORGET)
    found = dict(PulseWave.objects.values_list("pk", "parties_heard"))
    assert found == {single[0].pk: None, several[0].pk: 3, few[0].pk: None}


def test_of_pulses_of_before_it_is_known_whether_five_by_mail_answered():
    told, few, opened = (open_pulse(parties=5, each=2) for _wave in range(3))
    for (wave, runner), number in ((told, 6), (few, 4)):
        let_answer(wave, *([4, 3, 2] * 2)[:number])
        transitions.close_wave(wave=wave, by=runner)
    kept = dict(PulseInvitation.objects.filter(wave=opened[0]).values_list("pk", "mailed_to"))
    sql(
        "SET CONSTRAINTS ALL IMMEDIATE",
        "ALTER TABLE agreements_pulsewave DISABLE TRIGGER USER",
        "ALTER TABLE agreements_pulseinvitation DISABLE TRIGGER USER",
        "ALTER TABLE agreements_pulsewave DROP CONSTRAINT pulse_wave_heard_of_five",
        "UPDATE agreements_pulsewave SET enough_by_mail = false",
        "UPDATE agreements_pulseinvitation SET mailed_to = ''",
        "ALTER TABLE agreements_pulsewave ENABLE TRIGGER USER",
        "ALTER TABLE agreements_pulseinvitation ENABLE TRIGGER USER",
        by_mail.ENOUGH,
        by_mail.MAILED,
    )
    found = dict(PulseWave.objects.values_list("pk", "enough_by_mail"))
    assert found == {told[0].pk: True, few[0].pk: False, opened[0].pk: False}
    rows = PulseInvitation.objects.exclude(mailed_to="")
    assert dict(rows.values_list("pk", "mailed_to")) == kept
    assert len(set(kept.values())) == 10


def test_an_answer_that_was_sealed_before_counts_in_the_whole_and_in_no_circle(monkeypatch):
    wave, runner = open_pulse(parties=4, each=3, outside=2)
    seal = answering.seal

    def sealed_before(content, **more):
        return seal({name: content[name] for name in ("said", "comment")}, **more)

    monkeypatch.setattr(answering, "seal", sealed_before)
    let_answer(wave, *[4, 3, 2] * 4)
    transitions.close_wave(wave=wave, by=runner)
    rows = wave.results.filter(measure="T")
    assert {(row.circle, row.n) for row in rows} == {("all", 12)}
