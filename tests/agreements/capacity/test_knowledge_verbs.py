"""Sharing knowledge, saying where it was used, and what a decision's page then shows."""

import pytest
from django.core.exceptions import ValidationError

from agreements.capacity.arrangement_kinds import (
    KnowledgeAccess,
    KnowledgeEvent,
    KnowledgeKind,
    KnowledgeState,
)
from agreements.capacity.transitions import knowledge
from agreements.charter.states import CollaborationState
from agreements.engagement.resting import beside
from agreements.models import Collaboration, KnowledgeAsset, KnowledgeUse
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.capacity.scenes import ahead
from tests.factories.actors import UserFactory
from tests.factories.arrangements import GroundRuleFactory
from tests.factories.discovery import JointFindingFactory
from tests.factories.documents import DocumentFactory
from tests.factories.engagement import DecisionFactory, MeetingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
S, E = KnowledgeState, KnowledgeEvent


def line_of(asset):
    return asset.changes.order_by("pk").last()


def share(scene, *, by=None, **fields):
    usual = {
        "collaboration": scene.collaboration,
        "custodian": scene.giver.organization,
        "kind": KnowledgeKind.DATASET,
        "title": "Data sasaran",
        "address": "https://data.contoh.test/sasaran",
    }
    return knowledge.share_knowledge(by=by or scene.giver, **{**usual, **fields})


def decision_in(scene):
    return DecisionFactory(meeting=MeetingFactory(collaboration=scene.collaboration))


def test_a_party_shares_what_it_keeps(scene):
    asset = share(scene)
    assert (asset.state, asset.access) == (S.SHARED, KnowledgeAccess.PARTIES)
    assert (line_of(asset).from_state, line_of(asset).to_state) == ("", S.SHARED)
    assert share(scene).pk == asset.pk
    with pytest.raises(ValidationError, match="your own organization"):
        share(scene, by=scene.third)


def test_it_lies_somewhere_or_is_given_on_request(scene):
    with pytest.raises(ValidationError, match="where it lies"):
        share(scene, address=" ")
    asked = {"access": KnowledgeAccess.REQUEST}
    assert share(scene, address="", **asked).pk
    paper = DocumentFactory(collaboration=scene.collaboration)
    with pytest.raises(ValidationError, match="on request only"):
        share(scene, title="Lain", document=paper, **asked)
    with pytest.raises(ValidationError, match="another collaboration"):
        share(scene, title="Lain", document=DocumentFactory())


def test_it_is_changed_retired_and_kept_up_again(scene):
    asset = share(scene)
    told = {"asset": asset, "by": scene.giver}
    changed = knowledge.edit_knowledge(**told, version=1, title="Data  baru")
    assert (changed.title, line_of(asset).event) == ("Data baru", E.EDITED)
    with pytest.raises(EditConflict):
        knowledge.edit_knowledge(**told, version=1, title="Lain")
    gone = knowledge.retire_knowledge(**told, reason="Tidak diperbarui.")
    assert (gone.state, line_of(asset).note) == (S.RETIRED, "Tidak diperbarui.")
    with pytest.raises(IllegalMove):
        knowledge.retire_knowledge(**told, reason="x")
    with pytest.raises(IllegalMove):
        knowledge.record_use(**told, decision=decision_in(scene))
    assert knowledge.restore_knowledge(**told).state == S.SHARED


def test_a_use_is_recorded_once_for_each_place(scene):
    asset = share(scene)
    places = {
        "decision": decision_in(scene),
        "finding": JointFindingFactory(collaboration=scene.collaboration),
        "meeting": MeetingFactory(collaboration=scene.collaboration),
    }
    for name, row in places.items():
        told = {"asset": asset, "by": scene.third, name: row}
        assert knowledge.record_use(**told, note="Dasar.").target == row
        assert (line_of(asset).event, line_of(asset).note) == (E.USED, "Dasar.")
        with pytest.raises(ValidationError, match="on record already"):
            knowledge.record_use(**told)
    assert asset.uses.count() == 3
    assert set(KnowledgeAsset.objects.used()) == {asset}


def test_a_use_names_exactly_one_place_of_this_collaboration(scene):
    told = {"asset": share(scene), "by": scene.giver}
    with pytest.raises(ValidationError, match="Choose one"):
        knowledge.record_use(**told)
    two = {"decision": decision_in(scene), "meeting": decision_in(scene).meeting}
    with pytest.raises(ValidationError, match="Choose one"):
        knowledge.record_use(**told, **two)
    with pytest.raises(ValidationError, match="another collaboration"):
        knowledge.record_use(**told, decision=DecisionFactory())


def test_a_use_is_taken_out_and_the_history_says_so(scene):
    decision = decision_in(scene)
    use = knowledge.record_use(asset=share(scene), by=scene.third, decision=decision)
    asset = knowledge.remove_use(use=use, by=scene.third)
    assert not KnowledgeUse.objects.exists()
    assert (line_of(asset).event, line_of(asset).subject) == (E.USE_REMOVED, decision.text)
    with pytest.raises(Refused, match="removed"):
        knowledge.remove_use(use=use, by=scene.third)


def test_a_closed_collaboration_takes_no_knowledge(scene):
    asset = share(scene)
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=ahead(0)
    )
    with pytest.raises(Refused, match="closed"):
        knowledge.record_use(asset=asset, by=scene.giver, decision=decision_in(scene))


def test_a_decision_tells_what_it_rested_on_and_which_rules_it_brought(scene):
    rule = GroundRuleFactory(collaboration=scene.collaboration, adopted=True)
    asset = share(scene)
    knowledge.record_use(asset=asset, by=scene.giver, decision=rule.decision, note="Dasar.")
    told = [(row.heading, row.words, row.note) for row in beside(rule.decision, scene.third)]
    assert told == [
        ("Knowledge that it rested on", asset.title, "Dasar."),
        ("Ground rules that it adopted", rule.text, ""),
    ]
    assert beside(rule.decision, UserFactory()) == []


@pytest.mark.parametrize(
    ("who", "keeps", "uses"),
    [
        ("giver", True, True),
        ("worker", True, True),
        ("third", False, True),
        ("coordinator", True, True),
    ],
)
def test_who_may_do_what_with_an_asset(scene, who, keeps, uses):
    asset, user = share(scene), getattr(scene, who)
    assert user.has_perm("agreements.keep_knowledge", asset) == keeps
    assert user.has_perm("agreements.use_knowledge", asset) == uses
    assert not UserFactory().has_perm("agreements.use_knowledge", asset)


def test_a_use_is_taken_out_by_whoever_recorded_it_or_keeps_the_asset(scene):
    use = knowledge.record_use(asset=share(scene), by=scene.third, decision=decision_in(scene))
    name = "agreements.remove_knowledge_use"
    may = {
        who
        for who in ("giver", "receiver", "third", "coordinator")
        if getattr(scene, who).has_perm(name, use)
    }
    assert may == {"giver", "third", "coordinator"}
