"""Silent is who was asked and said nothing: the parties of the day of the decision, no others."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from agreements.charter import transitions as charter
from agreements.charter.stances import Stance, deciding, deciding_on
from agreements.charter.states import PartyState
from agreements.engagement.minutes_page import shown
from agreements.engagement.snapshot import says_the_same, snapshot_of
from agreements.models import Decision, Party, PartyChange
from dashboards.readings.element import Scope
from dashboards.readings.registry import BY_CODE
from tests.agreements.engagement.deciding import Scene
from tests.factories.charter import PartyChangeFactory, PartyFactory, days_ago
from tests.html import soup_of

pytestmark = pytest.mark.django_db
BEFORE, BETWEEN, LATELY = (days_ago(number).function() for number in (30, 15, 3))


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def decision(scene):
    """Decided twenty days ago: the health office supports it, the works office is silent."""
    decision = scene.deliberated()
    scene.says(decision, scene.health)
    return scene.decide(decision)


def written(change, day):
    """As if that line of the party's history had been written on that day."""
    moment = dt.datetime.combine(day, dt.time(9), tzinfo=timezone.get_current_timezone())
    PartyChange.objects.filter(pk=change.pk).update(made_at=moment)


def counts(decision):
    row = Decision.objects.with_stances().get(pk=decision.pk)
    return len(row.asked), row.counted[Stance.SUPPORT], row.counted[Stance.NOT_STATED]


def leaves(party, on):
    Party.objects.filter(pk=party.pk).update(state=PartyState.LEFT, ends_on=on)


def names_of(rows):
    return {party.pk for party in rows}


# --- who was there ------------------------------------------------------------------------------


def test_who_joined_later_was_not_asked(scene, decision):
    later = PartyFactory(collaboration=scene.collaboration, starts_on=BETWEEN)
    assert later.pk in names_of(deciding(scene.collaboration))
    assert later.pk not in names_of(deciding_on(scene.collaboration, decision.decided_on))
    assert later.pk in names_of(deciding_on(scene.collaboration, BETWEEN))


def test_who_left_later_was_asked(scene, decision):
    leaves(scene.works, BETWEEN)
    assert scene.works.pk not in names_of(deciding(scene.collaboration))
    assert scene.works.pk in names_of(deciding_on(scene.collaboration, decision.decided_on))
    assert scene.works.pk not in names_of(deciding_on(scene.collaboration, LATELY))


@pytest.mark.parametrize("state", [PartyState.PROSPECT, PartyState.INVITED, PartyState.PAUSED])
def test_who_was_not_active_yet_or_for_a_while_was_not_asked(scene, decision, state):
    """Its days say since when it belongs, its history what it was in between."""
    party = PartyFactory(collaboration=scene.collaboration)
    written(PartyChangeFactory(party=party, to_state=state), BEFORE)
    written(PartyChangeFactory(party=party, to_state=PartyState.ACTIVE), BETWEEN)
    asked = {
        day: party.pk in names_of(deciding_on(scene.collaboration, day))
        for day in (decision.decided_on, LATELY)
    }
    assert asked == {decision.decided_on: False, LATELY: True}


def test_who_paused_later_was_asked(scene, decision):
    charter.pause_party(party=scene.works, by=scene.coordinator, reason="Menunggu pejabat baru.")
    assert scene.works.pk in names_of(deciding_on(scene.collaboration, decision.decided_on))


def test_a_party_that_was_written_down_later_holds_from_its_first_day(scene, decision):
    party = charter.add_party(
        collaboration=scene.collaboration,
        organization=PartyFactory().organization,
        by=scene.coordinator,
        starts_on=BEFORE,
    )
    assert party.pk in names_of(deciding_on(scene.collaboration, decision.decided_on))


def test_a_party_that_was_only_invited_so_far_is_asked_on_no_day(scene, decision):
    party = charter.add_party(
        collaboration=scene.collaboration,
        organization=PartyFactory().organization,
        by=scene.coordinator,
        starts_on=BEFORE,
        state=PartyState.INVITED,
    )
    for day in (decision.decided_on, timezone.localdate()):
        assert party.pk not in names_of(deciding_on(scene.collaboration, day))


# --- who may still say something ------------------------------------------------------------------


@pytest.fixture
def newcomer(scene):
    """A party that joined after the decision, and who speaks for it."""
    return scene.joins("Bapelkes", starts_on=BETWEEN)


def test_once_decided_nobody_is_asked_who_was_not_there_on_that_day(scene, decision, newcomer):
    party, speaker = newcomer
    for by in (speaker, scene.coordinator):
        with pytest.raises(ValidationError, match="hari keputusan"):
            scene.says(decision, party, by=by)
    assert not decision.positions.filter(party=party).exists()
    assert scene.says(decision, scene.works).stance == Stance.SUPPORT


def test_once_decided_a_newcomer_puts_right_what_was_said_for_it_before(scene, newcomer):
    party, speaker = newcomer
    decision = scene.deliberated()
    scene.says(decision, party, by=scene.coordinator)
    scene.decide(decision)
    assert scene.says(decision, party, Stance.STAND_ASIDE, by=speaker).is_on_behalf is False


def test_the_form_offers_only_the_parties_of_that_day(client, scene, decision, newcomer, sign_in):
    party, _speaker = newcomer
    sign_in(scene.coordinator)
    address = reverse("agreements:decision-position", args=[decision.pk])
    page = soup_of(client.get(address, {"party": party.pk}))
    offered = {option["value"] for option in page.select("select[name=party] option")} - {""}
    assert offered == {str(scene.health.pk), str(scene.works.pk)}
    client.post(address, {"party": party.pk, "stance": Stance.SUPPORT})
    assert not decision.positions.filter(party=party).exists()


def test_the_page_says_whose_word_does_not_count(client, scene, carried, sign_in):
    sign_in(scene.coordinator)
    page = soup_of(client.get(carried.get_absolute_url()))
    (row,) = [row for row in page.select("#positions tbody tr") if "Bapelkes" in row.text]
    assert "tidak dimintai sikap pada hari keputusan" in row.text
    others = [each.text for each in page.select("#positions tbody tr") if each is not row]
    assert not any("pada hari keputusan" in text for text in others)


# --- every place that counts ----------------------------------------------------------------------


def test_the_register_counts_the_parties_of_that_day(scene, decision):
    assert counts(decision) == (2, 1, 1)
    PartyFactory(collaboration=scene.collaboration, starts_on=BETWEEN)
    assert counts(decision) == (2, 1, 1)
    leaves(scene.works, BETWEEN)
    leaves(scene.health, BETWEEN)
    assert counts(decision) == (2, 1, 1)


def test_what_is_still_deliberated_asks_the_parties_of_today(scene):
    decision = scene.deliberated()
    PartyFactory(collaboration=scene.collaboration, starts_on=LATELY)
    assert counts(decision) == (3, 0, 3)


def test_the_page_names_no_party_that_joined_later_and_keeps_one_that_left(
    client, scene, decision, sign_in
):
    later = PartyFactory(collaboration=scene.collaboration, starts_on=BETWEEN)
    leaves(scene.works, BETWEEN)
    sign_in(scene.coordinator)
    page = soup_of(client.get(decision.get_absolute_url()))
    told = page.select_one("#positions").text
    assert "1 mendukung" in told
    assert "1 belum menyatakan sikap" in told
    assert scene.works.organization.name in told
    assert later.organization.name not in told
    row = next(
        row
        for row in page.select("#positions tbody tr")
        if scene.works.organization.name in row.text
    )
    assert "tidak lagi dimintai sikap" in row.text
    assert not row.select("a")


@pytest.fixture
def carried(scene):
    """By majority, twenty days ago; a party that joined since has objected, and does not count."""
    decision = scene.deliberated(rule="majority")
    scene.says(decision, scene.health)
    later = PartyFactory(
        collaboration=scene.collaboration, starts_on=BETWEEN, organization__name="Bapelkes"
    )
    scene.says(decision, later, Stance.OBJECT, by=scene.coordinator, reason="Belum setuju.")
    return scene.decide(decision, on=scene.first.held_on)


def test_the_majority_is_of_the_parties_of_that_day(scene, carried):
    assert carried.decided_on == scene.first.held_on


def test_the_minutes_count_like_the_register_and_say_whose_word_does_not_count(scene, carried):
    assert counts(carried) == (2, 1, 1)
    (row,) = shown(snapshot_of(scene.first))["agenda"][0]["decisions"]
    assert "1 mendukung" in row["tally"]
    assert "0 berkeberatan" in row["tally"]
    assert "1 belum menyatakan sikap" in row["tally"]
    (objection,) = [words for words in row["positions"] if "Bapelkes" in words]
    assert "Belum setuju." in objection
    assert "tidak dimintai sikap pada hari keputusan" in objection


def test_minutes_of_before_count_every_word_that_stands_in_them(scene, carried):
    content = snapshot_of(scene.first)
    for one in content["agenda"][0]["decisions"][0]["positions"]:
        del one["counts"]
    (row,) = shown(content)["agenda"][0]["decisions"]
    assert "1 berkeberatan" in row["tally"]
    assert says_the_same(content, snapshot_of(scene.first))


def test_the_minutes_name_the_silent_of_that_day(scene, decision):
    later = PartyFactory(collaboration=scene.collaboration, starts_on=BETWEEN)
    (row,) = snapshot_of(scene.first)["agenda"][0]["decisions"]
    told = {each["party"] for each in row["positions"]}
    assert told == {scene.health.organization.label, scene.works.organization.label}
    assert later.organization.label not in told


def test_the_reading_of_deliberation_asks_the_parties_of_that_day(scene, decision):
    def stated():
        signals = BY_CODE["PE3"].read(Scope.of(scene.collaboration)).signals
        (signal,) = [each for each in signals if each.gauge.code == "PE3.positions"]
        return signal.numerator, signal.denominator

    assert stated() == (1, 2)
    PartyFactory(collaboration=scene.collaboration, starts_on=BETWEEN)
    assert stated() == (1, 2)
    leaves(scene.works, BETWEEN)
    assert stated() == (1, 2)


def test_the_form_that_decides_names_who_is_silent_of_the_day_of_the_newest_meeting(
    client, scene, sign_in
):
    """It offers the meeting of five days ago first; who joined three days ago was not there."""
    decision = scene.deliberated()
    scene.says(decision, scene.health)
    PartyFactory(collaboration=scene.collaboration, starts_on=LATELY)
    sign_in(scene.coordinator)
    address = reverse("agreements:decision-decide", args=[decision.pk])
    text = client.get(address).text
    assert "1 pihak belum menyatakan sikap" in text
    assert "1 mendukung" in text
    assert "1 belum menyatakan sikap" in text
    day = date_format(scene.later.held_on)
    assert f"Dihitung: para pihak pada {day}, hari rapat yang dipilih" in text


def test_the_form_that_decides_counts_by_the_day_of_the_meeting_that_was_chosen(
    client, scene, sign_in
):
    decision = scene.deliberated(rule="majority")
    PartyFactory(collaboration=scene.collaboration, starts_on=BETWEEN)
    sign_in(scene.coordinator)
    address = reverse("agreements:decision-decide", args=[decision.pk])
    assert "3 pihak belum menyatakan sikap" in client.get(address).text
    answer = client.post(address, {"decided_in": scene.first.pk})
    assert "2 pihak belum menyatakan sikap" in answer.text
    assert date_format(scene.first.held_on) in answer.text
