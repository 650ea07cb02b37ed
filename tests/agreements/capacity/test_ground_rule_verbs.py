"""Proposing, adopting, replacing and withdrawing a ground rule, and what the history says."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from agreements.capacity.arrangement_kinds import CoreValue, GroundRuleState
from agreements.capacity.berakhlak import behaviours
from agreements.capacity.transitions import ground_rules
from agreements.charter.states import CollaborationState
from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.kinds import DecisionKind
from agreements.engagement.states import DecisionState
from agreements.models import Collaboration, Decision, GroundRule
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.capacity.scenes import ahead
from tests.factories.arrangements import GroundRuleFactory, ruling_in
from tests.factories.charter import CollaborationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
S = GroundRuleState


def line_of(rule):
    return rule.changes.order_by("pk").last()


def propose(scene, text="Satu berbicara, yang lain menyimak.", **fields):
    return ground_rules.propose_rule(
        collaboration=scene.collaboration, by=scene.giver, text=text, **fields
    )


def adopt(scene, *rules, decision=None):
    return ground_rules.adopt_rules(
        collaboration=scene.collaboration,
        rules=rules,
        decision=decision or ruling_in(scene.collaboration),
        by=scene.coordinator,
    )


def test_a_party_proposes_a_rule_that_comes_last(scene):
    first, second = propose(scene), propose(scene, "Rapat dimulai tepat waktu.")
    assert (first.state, first.position, second.position) == (S.PROPOSED, 1, 2)
    assert (line_of(first).from_state, line_of(first).to_state) == ("", S.PROPOSED)
    assert propose(scene).pk == first.pk  # sent twice


def test_a_rule_without_words_is_refused(scene):
    with pytest.raises(ValidationError, match="cannot be blank"):
        propose(scene, "  ")


def test_the_template_proposes_what_is_missing_of_the_seven_values(scene):
    told = {"collaboration": scene.collaboration, "by": scene.coordinator}
    rules = ground_rules.propose_template(**told)
    assert [rule.core_value for rule in rules] == list(CoreValue)
    assert [rule.text for rule in rules] == [text for _value, text in behaviours("en")]
    assert all(line_of(rule).to_state == S.PROPOSED for rule in rules)
    with pytest.raises(Refused):
        ground_rules.propose_template(**told)
    ground_rules.withdraw_rule(rule=rules[2], by=scene.coordinator, reason="Diganti.")
    (again,) = ground_rules.propose_template(**told)
    assert again.core_value == CoreValue.COMPETENT


def test_every_value_has_a_behaviour_in_both_languages():
    for language in ("id", "en"):
        words = dict(behaviours(language))
        assert set(words) == set(CoreValue)
        assert all(len(text) > 40 for text in words.values())
    assert dict(behaviours("id")) != dict(behaviours("en"))


def test_a_decision_adopts_a_rule_from_its_day_on(scene):
    rule = propose(scene)
    ruling = ruling_in(scene.collaboration)
    (adopted,) = adopt(scene, rule, decision=ruling)
    assert (adopted.state, adopted.decision, adopted.adopted_on) == (
        S.ADOPTED,
        ruling,
        ruling.decided_on,
    )
    assert (line_of(rule).from_state, line_of(rule).to_state) == (S.PROPOSED, S.ADOPTED)
    with pytest.raises(IllegalMove):
        adopt(scene, rule)


def test_a_decision_that_takes_effect_later_adopts_from_then_on(scene):
    ruling = ruling_in(scene.collaboration, effective_on=ahead(9))
    (adopted,) = adopt(scene, propose(scene), decision=ruling)
    assert adopted.adopted_on == ahead(9)
    assert adopted.is_still_to_come


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": DecisionKind.SUBSTANTIVE, "settles": []},
        {"settles": [Settlement.SCHEDULE]},
        {"state": DecisionState.PROPOSED, "decided_on": None},
        {"state": DecisionState.REVOKED},
    ],
)
def test_only_a_procedural_decision_on_ground_rules_that_holds_adopts(scene, fields):
    with pytest.raises(ValidationError) as refused:
        adopt(scene, propose(scene), decision=ruling_in(scene.collaboration, **fields))
    assert refused.value.message_dict.keys() == {"decision"}


def test_a_decision_of_another_collaboration_adopts_nothing(scene):
    with pytest.raises(ValidationError, match="another collaboration"):
        adopt(scene, propose(scene), decision=ruling_in(CollaborationFactory()))
    with pytest.raises(ValidationError, match="another collaboration"):
        adopt(scene, GroundRuleFactory())
    with pytest.raises(ValidationError, match="Choose the rules"):
        adopt(scene)


def test_an_adopted_rule_ends_the_one_that_it_replaces(scene):
    (old,) = adopt(scene, propose(scene))
    ruling = ruling_in(scene.collaboration)
    new = propose(scene, "Setiap pihak berbicara paling lama lima menit.", replaces=old)
    adopt(scene, new, decision=ruling)
    old.refresh_from_db()
    assert (old.state, old.ended_by, old.ended_on) == (S.REPLACED, ruling, ruling.decided_on)
    assert line_of(old).to_state == S.REPLACED


def test_an_older_decision_replaces_nothing(scene):
    (old,) = adopt(scene, propose(scene))
    older = ruling_in(scene.collaboration)
    day = old.adopted_on - dt.timedelta(days=9)
    Decision.objects.filter(pk=older.pk).update(decided_on=day)
    new = propose(scene, "Lain.", replaces=old)
    with pytest.raises(ValidationError, match="older"):
        adopt(scene, new, decision=older)
    old.refresh_from_db()
    assert old.state == S.ADOPTED


def test_only_a_rule_that_holds_is_replaced(scene):
    with pytest.raises(ValidationError, match="Only a rule that holds"):
        propose(scene, "Lain.", replaces=propose(scene))
    with pytest.raises(ValidationError, match="another collaboration"):
        propose(scene, "Lain.", replaces=GroundRuleFactory(adopted=True))


def test_a_proposal_is_taken_back_with_a_reason_and_without_a_decision(scene):
    rule = propose(scene)
    with pytest.raises(ValidationError):
        ground_rules.withdraw_rule(rule=rule, by=scene.coordinator, reason=" ")
    with pytest.raises(ValidationError, match="without a decision"):
        ground_rules.withdraw_rule(
            rule=rule,
            by=scene.coordinator,
            reason="x",
            decision=ruling_in(scene.collaboration),
        )
    gone = ground_rules.withdraw_rule(rule=rule, by=scene.coordinator, reason="Sudah tercakup.")
    assert (gone.state, gone.ended_on, line_of(rule).note) == (
        S.WITHDRAWN,
        ahead(0),
        "Sudah tercakup.",
    )
    with pytest.raises(IllegalMove):
        adopt(scene, rule)


def test_a_rule_that_holds_is_withdrawn_by_a_decision(scene):
    (rule,) = adopt(scene, propose(scene))
    told = {"rule": rule, "by": scene.coordinator, "reason": "Tidak dipakai."}
    with pytest.raises(ValidationError, match="Choose the decision"):
        ground_rules.withdraw_rule(**told)
    ruling = ruling_in(scene.collaboration)
    gone = ground_rules.withdraw_rule(**told, decision=ruling)
    assert (gone.state, gone.ended_by) == (S.WITHDRAWN, ruling)


def test_adopted_words_stay_and_only_the_place_moves(scene):
    (rule,) = adopt(scene, propose(scene))
    told = {"rule": rule, "by": scene.coordinator}
    with pytest.raises(Refused, match="replaces"):
        ground_rules.edit_rule(**told, version=rule.version, text="Lain.")
    moved = ground_rules.edit_rule(**told, version=rule.version, position=9)
    assert moved.position == 9
    assert line_of(rule).from_state == line_of(rule).to_state == S.ADOPTED


def test_two_who_edit_a_proposal_do_not_overwrite_each_other(scene):
    rule = propose(scene)
    told = {"rule": rule, "by": scene.coordinator, "version": rule.version}
    assert ground_rules.edit_rule(**told, text="Satu.").text == "Satu."
    with pytest.raises(EditConflict):
        ground_rules.edit_rule(**told, text="Dua.")


def test_a_closed_collaboration_takes_no_rule(scene):
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=ahead(0)
    )
    with pytest.raises(Refused, match="closed"):
        propose(scene)
    assert not GroundRule.objects.exists()


def test_of_a_rule_that_is_over_nothing_changes_any_more(scene):
    gone = ground_rules.withdraw_rule(rule=propose(scene), by=scene.coordinator, reason="Lain.")
    with pytest.raises(IllegalMove):
        ground_rules.edit_rule(rule=gone, by=scene.giver, version=gone.version, text="Baru.")


def test_words_that_are_younger_than_their_decision_say_so(scene, client, sign_in):
    old = ruling_in(scene.collaboration, decided_on=ahead(-40), effective_on=None)
    (late,) = adopt(scene, propose(scene), decision=old)
    before = ground_rules.propose_rule(
        collaboration=scene.collaboration, by=scene.giver, text="Rapat mulai jam 9.", on=ahead(-50)
    )
    (early,) = adopt(scene, before, decision=old)
    days = {row.pk: row.worded_later for row in GroundRule.objects.for_list()}
    assert days == {late.pk: ahead(0), early.pk: None}
    sign_in(scene.giver)
    for url in (late.get_absolute_url(), f"/collaborations/{scene.collaboration.pk}/ground-rules/"):
        assert "sesudah keputusan" in client.get(url).content.decode()
    assert "sesudah keputusan" not in client.get(early.get_absolute_url()).content.decode()
