"""A proposed promise is accepted or declined: by its representative, or on its behalf."""

import pytest
from django.utils import timezone

from agreements.action import transitions
from agreements.action.states import CommitmentState
from agreements.models import Commitment
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.action.people import last_change, today
from tests.factories.charter import CoordinatorFactory, RepresentativeFactory

S = CommitmentState


def test_the_representative_accepts(people):
    commitment = transitions.accept(
        commitment=people.promise(proposed=True), by=people.representative
    )
    assert commitment.state == S.ACCEPTED
    assert not commitment.is_answered_on_behalf
    assert last_change(commitment) == (
        "proposed",
        "accepted",
        people.representative,
        "",
        False,
    )


def test_the_representative_declines_and_says_why(people):
    commitment = transitions.decline(
        commitment=people.promise(proposed=True), by=people.representative, reason=" Tanpa dana. "
    )
    assert commitment.state == S.DECLINED
    assert last_change(commitment)[3] == "Tanpa dana."


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_declining_needs_a_reason(people, reason):
    proposed = people.promise(proposed=True)
    with pytest.raises(Refused):
        transitions.decline(commitment=proposed, by=people.representative, reason=reason)
    proposed.refresh_from_db()
    assert proposed.state == S.PROPOSED
    assert not proposed.changes.exists()


@pytest.mark.parametrize("verb", ["accept", "decline"])
def test_a_coordinator_answers_on_behalf(people, verb):
    reason = {"reason": "Lewat telepon."} if verb == "decline" else {}
    commitment = getattr(transitions, verb)(
        commitment=people.promise(proposed=True), by=people.coordinator, **reason
    )
    assert commitment.is_answered_on_behalf
    assert last_change(commitment)[4] is True


def test_who_speaks_for_the_party_never_answers_on_behalf(people):
    CoordinatorFactory(collaboration=people.collaboration, person=people.representative.person)
    commitment = transitions.accept(
        commitment=people.promise(proposed=True), by=people.representative
    )
    assert not commitment.is_answered_on_behalf


@pytest.mark.parametrize("state", [S.ACCEPTED, S.UNDER_WAY, S.DECLINED, S.CANCELLED])
def test_an_answer_is_given_once(people, state):
    commitment = people.promise(state=state)
    with pytest.raises(IllegalMove):
        transitions.accept(commitment=commitment, by=people.representative)
    assert not commitment.changes.exists()


@pytest.fixture
def on_behalf(people):
    return transitions.accept(commitment=people.promise(proposed=True), by=people.coordinator)


def test_the_party_confirms_an_answer_on_its_behalf(people, on_behalf):
    commitment = transitions.confirm_answer(commitment=on_behalf, by=people.representative)
    assert (commitment.state, commitment.is_answered_on_behalf) == (S.ACCEPTED, False)
    assert last_change(commitment) == (
        "accepted",
        "accepted",
        people.representative,
        "",
        False,
    )


@pytest.mark.parametrize("to", [S.PROPOSED, S.DECLINED])
def test_the_party_corrects_an_answer_on_its_behalf(people, on_behalf, to):
    commitment = transitions.correct_answer(
        commitment=on_behalf, by=people.representative, to=to, reason="Belum dibahas."
    )
    assert (commitment.state, commitment.is_answered_on_behalf) == (to, False)
    assert last_change(commitment)[1:4] == (to, people.representative, "Belum dibahas.")


def test_work_begun_on_behalf_can_still_be_corrected(people, on_behalf):
    transitions.start(commitment=on_behalf, by=people.coordinator)
    commitment = transitions.correct_answer(
        commitment=on_behalf, by=people.representative, to=S.DECLINED, reason="Bukan tugas kami."
    )
    assert commitment.state == S.DECLINED


def test_a_refusal_on_behalf_can_be_turned_into_a_promise(people):
    declined = transitions.decline(
        commitment=people.promise(proposed=True), by=people.coordinator, reason="Katanya tidak."
    )
    commitment = transitions.correct_answer(
        commitment=declined, by=people.representative, to=S.ACCEPTED, reason="Kami sanggup."
    )
    assert commitment.state == S.ACCEPTED


def test_a_correction_is_no_way_round_the_other_moves(people, on_behalf):
    with pytest.raises(IllegalMove):
        transitions.correct_answer(
            commitment=on_behalf, by=people.representative, to=S.CONFIRMED, reason="Sudah."
        )


def test_only_the_party_settles_its_answer(people, on_behalf):
    for user in (people.coordinator, people.other, people.member):
        with pytest.raises(Refused):
            transitions.confirm_answer(commitment=on_behalf, by=user)
        with pytest.raises(Refused):
            transitions.correct_answer(
                commitment=on_behalf, by=user, to=S.DECLINED, reason="Salah."
            )


def test_who_answered_on_its_behalf_does_not_settle_it_as_representative(people, on_behalf):
    party = on_behalf.organization.parties.get(collaboration=people.collaboration)
    RepresentativeFactory(party=party, person=people.coordinator.person)
    assert not people.coordinator.has_perm("agreements.settle_answer", on_behalf)
    assert not Commitment.objects.waiting_for(people.coordinator).exists()
    with pytest.raises(Refused):
        transitions.confirm_answer(commitment=on_behalf, by=people.coordinator)
    with pytest.raises(Refused):
        transitions.correct_answer(
            commitment=on_behalf, by=people.coordinator, to=S.DECLINED, reason="Salah."
        )
    assert people.representative.has_perm("agreements.settle_answer", on_behalf)


def test_an_answer_of_the_party_itself_is_not_corrected(people):
    accepted = people.promise()
    with pytest.raises(Refused):
        transitions.confirm_answer(commitment=accepted, by=people.representative)
    with pytest.raises(Refused):
        transitions.correct_answer(
            commitment=accepted, by=people.representative, to=S.DECLINED, reason="Berubah."
        )


def test_history_entered_later_carries_its_day(people):
    commitment = transitions.accept(
        commitment=people.promise(proposed=True, made_on=today(-9)),
        by=people.representative,
        on=today(-7),
    )
    assert timezone.localdate(commitment.changes.get().made_at) == today(-7)
