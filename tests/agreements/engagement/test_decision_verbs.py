"""The way of a decision: each move, what is refused, and the line it leaves."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone, translation

from agreements.charter.stances import Stance
from agreements.engagement import transitions
from agreements.engagement.decision_kinds import DecisionEvent
from agreements.engagement.kinds import DecisionKind, DecisionRule
from agreements.engagement.snapshot import snapshot_of
from agreements.engagement.states import DecisionState, MeetingState
from agreements.models import Collaboration
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.engagement.deciding import Scene, moves
from tests.factories.charter import PartyFactory
from tests.factories.deliberation import OptionFactory
from tests.factories.engagement import AgendaItemFactory, DecisionFactory, MeetingFactory
from tests.factories.instruments import AgreementFactory

pytestmark = pytest.mark.django_db
S = DecisionState


@pytest.fixture
def scene():
    return Scene()


def test_a_proposal_goes_its_way_and_each_step_leaves_a_line(scene):
    decision = scene.put_forward()
    assert decision.state == S.PROPOSED
    transitions.begin_deliberation(decision=decision, by=scene.coordinator)
    scene.decide(decision, decided_in=scene.later)
    transitions.take_effect(decision=decision, by=scene.coordinator)
    decision.refresh_from_db()
    assert decision.state == S.IN_EFFECT
    assert decision.effective_on == timezone.localdate()
    assert moves(decision) == ["proposed", "under_deliberation", "decided", "in_effect"]
    first = decision.changes.earliest("pk")
    assert (first.event, first.made_by) == (DecisionEvent.PUT_FORWARD, scene.health_speaker)


def test_the_same_text_put_forward_twice_is_one_proposal(scene):
    assert scene.put_forward() == scene.put_forward()
    assert scene.put_forward(text="Lain") != scene.put_forward()


def test_nothing_is_put_forward_in_a_meeting_whose_minutes_are_adopted(scene):
    type(scene.first).objects.filter(pk=scene.first.pk).update(state=MeetingState.MINUTES_ADOPTED)
    with pytest.raises(Refused, match="disahkan"):
        scene.put_forward()


def test_it_is_decided_in_a_later_meeting_on_that_day(scene):
    decision = scene.decide(scene.deliberated(), decided_in=scene.later)
    assert decision.decided_on == scene.later.held_on
    assert decision.place == scene.later
    assert decision.meeting == scene.first


def test_the_minutes_of_the_meeting_that_decided_it_tell_it(scene):
    AgendaItemFactory(meeting=scene.later, thread=scene.item.thread)
    decision = scene.decide(scene.deliberated(), decided_in=scene.later)
    other = AgendaItemFactory(meeting=scene.first, position=98)
    loose = transitions.put_forward(agenda_item=other, by=scene.coordinator, text="Lepas")
    scene.decide(loose, decided_in=scene.later)
    content = snapshot_of(scene.later)
    assert [each["text"] for each in content["agenda"][0]["decisions"]] == [decision.text]
    assert [each["text"] for each in content["decisions"]] == ["Lepas"]


def test_decided_where_it_was_put_needs_no_other_meeting(scene):
    decision = scene.decided()
    assert decision.decided_in is None
    assert (decision.place, decision.decided_on) == (scene.first, scene.first.held_on)


def test_a_proposal_may_be_decided_at_once(scene):
    assert moves(scene.decide(scene.put_forward())) == ["proposed", "decided"]


def test_what_takes_effect_by_then_does_so_at_once(scene):
    decision = scene.decide(scene.deliberated(), effective_on=scene.first.held_on)
    assert decision.state == S.IN_EFFECT
    ahead = timezone.localdate() + dt.timedelta(days=3)
    waits = scene.decide(scene.deliberated(text="Lain"), effective_on=ahead)
    assert waits.state == S.DECIDED
    with pytest.raises(Refused):
        transitions.take_effect(decision=waits, by=scene.coordinator)


def test_the_daily_command_lets_a_decision_take_effect_on_its_day_once(scene):
    ahead = timezone.localdate() + dt.timedelta(days=3)
    decision = scene.decide(scene.deliberated(), effective_on=ahead)
    call_command("advance_agreements", verbosity=0)
    decision.refresh_from_db()
    assert decision.state == S.DECIDED
    today = timezone.localdate()
    type(decision).objects.update(decided_on=today, effective_on=today)
    for _twice in range(2):
        call_command("advance_agreements", verbosity=0)
    decision.refresh_from_db()
    assert decision.state == S.IN_EFFECT
    last = decision.changes.latest("pk")
    assert (last.made_by, last.to_state) == (None, S.IN_EFFECT)
    assert decision.changes.filter(to_state=S.IN_EFFECT).count() == 1


def test_it_cannot_take_effect_before_it_is_decided(scene):
    early = scene.first.held_on - dt.timedelta(days=1)
    with pytest.raises(ValidationError) as refusal:
        scene.decide(scene.deliberated(), effective_on=early)
    assert refusal.value.error_dict.keys() >= {"effective_on"} or refusal.value.messages


@pytest.mark.parametrize(
    "place",
    [
        lambda scene: MeetingFactory(planned=True, collaboration=scene.collaboration),
        lambda scene: MeetingFactory(),
        lambda scene: MeetingFactory(
            collaboration=scene.collaboration,
            held_on=scene.first.held_on - dt.timedelta(days=1),
        ),
    ],
    ids=["planned", "foreign", "earlier"],
)
def test_it_is_decided_only_in_a_meeting_of_ours_that_took_place(scene, place):
    with pytest.raises(ValidationError) as refusal:
        scene.decide(scene.deliberated(), decided_in=place(scene))
    assert refusal.value.message_dict.keys() == {"decided_in"}


def test_what_is_on_the_agenda_of_a_planned_meeting_is_not_decided_before_it(scene):
    type(scene.first).objects.filter(pk=scene.first.pk).update(state=MeetingState.PLANNED)
    with pytest.raises(ValidationError):
        scene.decided()


def test_no_day_before_the_meeting_that_took_it_up_and_none_to_come(scene):
    decision = scene.deliberated()
    for day in (scene.first.held_on - dt.timedelta(days=1), timezone.localdate() + dt.timedelta(2)):
        with pytest.raises(ValidationError) as refusal:
            scene.decide(decision, on=day)
        assert refusal.value.message_dict.keys() == {"on"}


def test_the_option_chosen_is_one_of_the_topic(scene):
    own, foreign = OptionFactory(agenda_item=scene.item), OptionFactory()
    with pytest.raises(ValidationError):
        scene.decide(scene.put_forward(), option=foreign)
    assert scene.decide(scene.put_forward(), option=own).option == own


def test_the_agreement_that_came_of_it_is_of_the_same_collaboration(scene):
    decision = scene.decided()
    with pytest.raises(ValidationError):
        transitions.name_instrument(
            decision=decision, by=scene.coordinator, instrument=AgreementFactory()
        )
    own = AgreementFactory(collaboration=scene.collaboration)
    fresh = transitions.name_instrument(decision=decision, by=scene.coordinator, instrument=own)
    assert fresh.instrument == own
    assert decision.changes.filter(event=DecisionEvent.INSTRUMENT_NAMED).count() == 1
    with pytest.raises(Refused):
        transitions.name_instrument(
            decision=scene.put_forward(text="Lain"), by=scene.coordinator, instrument=own
        )
    with pytest.raises(ValidationError):
        transitions.name_instrument(decision=decision, by=scene.coordinator, instrument=None)


def test_it_is_withdrawn_with_a_reason_until_it_is_decided(scene):
    decision = scene.deliberated()
    with pytest.raises(ValidationError):
        transitions.withdraw_decision(decision=decision, by=scene.coordinator, reason=" ")
    gone = transitions.withdraw_decision(decision=decision, by=scene.coordinator, reason="Batal.")
    assert gone.state == S.WITHDRAWN
    assert gone.changes.latest("pk").note == "Batal."
    with pytest.raises(IllegalMove):
        transitions.withdraw_decision(
            decision=scene.decided(text="Lain"), by=scene.coordinator, reason="Batal."
        )


@pytest.mark.parametrize("verb", ["begin_deliberation", "decide", "take_effect"])
def test_what_is_withdrawn_moves_no_more(scene, verb):
    decision = scene.deliberated()
    transitions.withdraw_decision(decision=decision, by=scene.coordinator, reason="Batal.")
    with pytest.raises(IllegalMove):
        getattr(transitions, verb)(decision=decision, by=scene.coordinator)


def test_a_later_decision_changes_an_earlier_one_when_it_is_decided(scene):
    earlier = scene.decided()
    later = scene.put_forward(text="Lain", amends=earlier, amends_how="amended")
    earlier.refresh_from_db()
    assert earlier.state == S.DECIDED
    scene.decide(later, decided_in=scene.later)
    earlier.refresh_from_db()
    assert earlier.state == S.AMENDED
    assert earlier.changes.latest("pk").note == "Lain"


def test_if_the_earlier_one_cannot_be_changed_neither_moves(scene):
    earlier = scene.decide(scene.deliberated(), decided_in=scene.later)
    later = scene.put_forward(text="Lain", amends=earlier, amends_how="revoked")
    with pytest.raises(Refused):
        scene.decide(later)
    later.refresh_from_db()
    earlier.refresh_from_db()
    assert (earlier.state, later.state) == (S.DECIDED, S.PROPOSED)


def test_a_decision_that_is_taken_revokes_an_earlier_one(scene):
    earlier, later = scene.decided(), scene.decided(text="Lain")
    fresh = transitions.amend(decision=earlier, later=later, how="revoked", by=scene.coordinator)
    later.refresh_from_db()
    assert fresh.state == S.REVOKED
    assert (later.amends, later.amends_how) == (earlier, "revoked")


@pytest.mark.parametrize("which", ["proposal", "foreign", "itself", "busy"])
def test_nothing_else_changes_a_decision(scene, which):
    earlier = scene.decided()
    busy = scene.decided(text="Sibuk")
    busy.amends, busy.amends_how = scene.decided(text="Ketiga"), "amended"
    busy.save()
    later = {
        "proposal": scene.put_forward(text="Lain"),
        "foreign": DecisionFactory(),
        "itself": earlier,
        "busy": busy,
    }[which]
    with pytest.raises((Refused, ValidationError)):
        transitions.amend(decision=earlier, later=later, how="revoked", by=scene.coordinator)
    earlier.refresh_from_db()
    assert earlier.state == S.DECIDED


def test_only_a_standing_decision_of_ours_is_named_as_the_one_to_change(scene):
    for wrong in (DecisionFactory(), scene.put_forward()):
        with pytest.raises(ValidationError):
            scene.put_forward(text="Lain", amends=wrong, amends_how="amended")


def test_a_review_keeps_what_it_found_and_when_to_look_again(scene):
    decision = scene.decided()
    again = timezone.localdate() + dt.timedelta(days=90)
    said = {"decision": decision, "by": scene.coordinator}
    fresh = transitions.review(note="Berjalan.", review_on=again, **said)
    assert (fresh.reviewed_on, fresh.review_on) == (timezone.localdate(), again)
    assert fresh.changes.latest("pk").note == "Berjalan."
    with pytest.raises(ValidationError):
        transitions.review(note=" ", **said)
    with pytest.raises(ValidationError):
        transitions.review(note="Ya.", review_on=timezone.localdate(), **said)
    with pytest.raises(Refused):
        transitions.review(
            decision=scene.put_forward(text="Lain"), by=scene.coordinator, note="Ya."
        )


def test_only_a_procedural_decision_settles_how_you_work(scene):
    with pytest.raises(ValidationError):
        scene.put_forward(settles=["schedule"])
    with pytest.raises(ValidationError):
        scene.put_forward(kind=DecisionKind.PROCEDURAL, settles=["weather"])
    decision = scene.put_forward(kind=DecisionKind.PROCEDURAL, settles=["schedule", "roles"])
    assert decision.settles == ["schedule", "roles"]


def test_in_a_closed_collaboration_nothing_moves(scene):
    decision = scene.deliberated()
    row = scene.says(decision, scene.works, Stance.OBJECT, reason="Belum.")
    day = scene.collaboration.starts_on
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(state="closed", ends_on=day)
    said = {"decision": decision, "by": scene.coordinator}
    for act in (
        lambda: scene.put_forward(text="Lain"),
        lambda: scene.decide(decision),
        lambda: transitions.begin_deliberation(**said),
        lambda: transitions.take_effect(**said),
        lambda: transitions.withdraw_decision(reason="Batal.", **said),
        lambda: transitions.review(note="Ya.", **said),
        lambda: transitions.name_instrument(instrument=None, **said),
        lambda: transitions.amend(later=decision, how="revoked", **said),
        lambda: scene.says(decision, scene.health),
        lambda: transitions.confirm_decision_position(position=row, by=scene.works_speaker),
        lambda: scene.answer(row),
        lambda: transitions.add_option(agenda_item=scene.item, by=scene.coordinator, title="A"),
    ):
        with pytest.raises(Refused, match="ditutup"):
            act()


@pytest.mark.parametrize(
    ("stances", "carries"),
    [
        ([Stance.SUPPORT, Stance.OBJECT], False),
        ([Stance.SUPPORT, Stance.STAND_ASIDE], True),
        ([Stance.STAND_ASIDE, Stance.STAND_ASIDE], False),
        ([Stance.ACCEPT, Stance.SUPPORT], True),
    ],
)
def test_a_majority_has_more_for_it_than_against(scene, stances, carries):
    decision = scene.deliberated(rule=DecisionRule.MAJORITY)
    for party, stance in zip((scene.health, scene.works), stances, strict=True):
        scene.says(decision, party, stance, reason="Sebab.")
    if carries:
        assert scene.decide(decision).state == S.DECIDED
    else:
        with pytest.raises(Refused, match="suara terbanyak"):
            scene.decide(decision)


@pytest.mark.parametrize("rule", [DecisionRule.CHAIR, DecisionRule.MANDATE])
def test_the_chair_decides_whatever_was_said(scene, rule):
    decision, _row = scene.objected(rule=rule)
    assert scene.decide(decision).state == S.DECIDED


def test_options_are_added_once_put_right_and_never_once_chosen(scene):
    said = {"agenda_item": scene.item, "by": scene.health_speaker, "proposed_by": scene.health}
    option = transitions.add_option(title="Per kecamatan", pros="Teliti.", cost=5, **said)
    assert transitions.add_option(title="Per kecamatan", pros="Teliti.", cost=5, **said) == option
    other = transitions.add_option(title="Per desa", **said)
    assert (option.position, other.position) == (1, 2)
    facts = {"title": "Per kecamatan", "proposed_by": None}
    fresh = transitions.edit_option(option=option, by=scene.coordinator, version=1, **facts)
    assert fresh.proposed_by is None
    scene.decide(scene.deliberated(), option=option)
    with pytest.raises(Refused, match="sudah dipilih"):
        transitions.edit_option(option=option, by=scene.coordinator, version=2, **facts)
    with pytest.raises(Refused, match="sudah dipilih"):
        transitions.remove_option(option=option, by=scene.coordinator)
    transitions.remove_option(option=other, by=scene.coordinator)
    assert scene.item.options.count() == 1


def test_an_option_is_proposed_by_a_party_of_the_collaboration(scene):
    stranger = PartyFactory()
    with pytest.raises(ValidationError):
        transitions.add_option(
            agenda_item=scene.item, by=scene.coordinator, title="A", proposed_by=stranger
        )


def test_a_topic_of_another_item_has_its_own_options(scene):
    other = OptionFactory(agenda_item=AgendaItemFactory(meeting=scene.first, position=99))
    with pytest.raises(ValidationError):
        scene.decide(scene.deliberated(), option=other)


def test_the_history_tells_what_became_of_an_option(scene):
    decision = scene.deliberated()
    said = {"agenda_item": scene.item, "by": scene.health_speaker, "proposed_by": scene.health}
    option = transitions.add_option(title="Per kecamatan", cons="Lambat.", **said)
    fresh = transitions.edit_option(
        option=option, by=scene.coordinator, version=1, title="Per desa", proposed_by=scene.health
    )
    transitions.remove_option(option=fresh, by=scene.coordinator)
    told = decision.changes.order_by("pk").values_list("event", "note", "made_by")[2:]
    assert list(told) == [
        ("option_added", "Per kecamatan", scene.health_speaker.pk),
        ("option_edited", "Per desa", scene.coordinator.pk),
        ("option_removed", "Per desa · Lambat.", scene.coordinator.pk),
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_state_has_a_word_of_its_own(language):
    with translation.override(language):
        labels = [str(label) for label in S.labels]
    assert len(set(labels)) == len(labels)
