"""What the database refuses of rules, guidelines, knowledge and trainings, whoever asks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.capacity.arrangement_kinds import (
    GroundRuleState,
    GuidelineState,
    KnowledgeAccess,
    KnowledgeState,
    TrainingState,
)
from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.kinds import DecisionKind
from agreements.engagement.states import DecisionState
from agreements.models import GroundRule, Guideline, KnowledgeAsset, KnowledgeUse, Training
from tests.constraints import assert_refused
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.arrangements import (
    GroundRuleFactory,
    GuidelineFactory,
    KnowledgeAssetFactory,
    KnowledgeChangeFactory,
    KnowledgeUseFactory,
    TrainingFactory,
    TrainingReceiverFactory,
    ruling_in,
)
from tests.factories.charter import CollaborationFactory
from tests.factories.discovery import JointFindingFactory
from tests.factories.documents import DocumentFactory
from tests.factories.engagement import DecisionFactory, MeetingFactory

pytestmark = pytest.mark.django_db
R, G, K, T = GroundRuleState, GuidelineState, KnowledgeState, TrainingState


def today():
    return timezone.localdate()


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("ground_rule_says_something", {"text": ""}),
        ("ground_rule_value_is_known", {"core_value": "greed"}),
        ("ground_rule_state_is_known", {"state": "lost"}),
        ("ground_rule_adopted_by_a_decision", {"state": R.ADOPTED}),
        ("ground_rule_adopted_by_a_decision", {"adopted_on": today}),
        ("ground_rule_adopted_by_a_decision", {"adopted": True, "adopted_on": None}),
        ("ground_rule_ends_as_it_began", {"ended_on": today}),
        ("ground_rule_ends_as_it_began", {"state": R.WITHDRAWN}),
        ("ground_rule_ends_as_it_began", {"adopted": True, "state": R.REPLACED}),
    ],
)
def test_a_ground_rule_cannot_be_stored_like_this(constraint, fields):
    told = {name: value() if callable(value) else value for name, value in fields.items()}
    assert_refused(constraint, lambda: GroundRuleFactory(**told))


def test_a_rule_that_holds_is_ended_by_a_decision_only():
    rule = GroundRuleFactory(adopted=True)
    rows = GroundRule.objects.filter(pk=rule.pk)
    over = {"state": R.WITHDRAWN, "ended_on": today()}
    assert_refused("ground_rule_ends_as_it_began", lambda: rows.update(**over))
    ruling = ruling_in(rule.collaboration)
    early = over | {"ended_by": ruling, "ended_on": rule.adopted_on - timedelta(days=1)}
    assert_refused("ground_rule_ends_after_it_began", lambda: rows.update(**early))
    assert rows.update(**over | {"ended_by": ruling})


def test_a_rule_replaces_another_one_and_each_is_replaced_once():
    rule = GroundRuleFactory(adopted=True)
    rows = GroundRule.objects.filter(pk=rule.pk)
    assert_refused("ground_rule_replaces_another", lambda: rows.update(replaces=rule))
    new = {"collaboration": rule.collaboration, "adopted": True, "replaces": rule}
    GroundRuleFactory(**new)
    assert_refused("ground_rule_replaced_once", lambda: GroundRuleFactory(**new))


@pytest.mark.parametrize(
    ("old", "new"), [(R.PROPOSED, R.REPLACED), (R.ADOPTED, R.PROPOSED), (R.WITHDRAWN, R.ADOPTED)]
)
def test_a_ground_rule_moves_only_as_its_states_say(old, new):
    over = {"state": R.WITHDRAWN, "ended_on": today()}
    fields = {R.PROPOSED: {}, R.ADOPTED: {"adopted": True}, R.WITHDRAWN: over}[old]
    rows = GroundRule.objects.filter(pk=GroundRuleFactory(**fields).pk)
    assert_refused("ground_rule_moves_only", lambda: rows.update(state=new))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": DecisionKind.SUBSTANTIVE, "settles": []},
        {"settles": [Settlement.ROLES]},
        {"state": DecisionState.PROPOSED, "decided_on": None},
        {"state": DecisionState.REVOKED},
    ],
)
def test_a_rule_begins_and_ends_by_a_procedural_decision_that_holds(fields):
    place = CollaborationFactory()
    decision = ruling_in(place, **fields)
    told = {"adopted": True, "decision": decision, "adopted_on": today()}
    assert_refused(
        "ground_rule_adopted_by_a_ruling", lambda: GroundRuleFactory(collaboration=place, **told)
    )
    rows = GroundRule.objects.filter(pk=GroundRuleFactory(collaboration=place, adopted=True).pk)
    over = {"state": R.WITHDRAWN, "ended_on": today(), "ended_by": decision}
    assert_refused("ground_rule_ended_by_a_ruling", lambda: rows.update(**over))


def test_a_rule_stays_when_its_decision_no_longer_holds():
    rule = GroundRuleFactory(adopted=True)
    type(rule.decision).objects.filter(pk=rule.decision_id).update(state=DecisionState.REVOKED)
    assert GroundRule.objects.filter(pk=rule.pk).update(position=7)
    assert GroundRule.objects.get(pk=rule.pk).stands_on_nothing


def test_a_rule_is_of_one_collaboration():
    foreign = ruling_in(CollaborationFactory())
    told = {"adopted": True, "decision": foreign}
    assert_refused("ground_rule_of_one_collaboration", lambda: GroundRuleFactory(**told))
    old = GroundRuleFactory(adopted=True)
    assert_refused("ground_rule_of_one_collaboration", lambda: GroundRuleFactory(replaces=old))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("guideline_has_a_title", {"title": ""}),
        ("guideline_kind_is_known", {"kind": "poem"}),
        ("guideline_state_is_known", {"state": "lost"}),
        ("guideline_issued_in_writing", {"state": G.ISSUED}),
        ("guideline_issued_in_writing", {"issued": True, "document": None}),
        ("guideline_issued_in_writing", {"issued": True, "number": ""}),
        ("guideline_issued_in_writing", {"issued": True, "issued_on": None}),
        ("guideline_issued_in_writing", {"issued_on": today}),
        ("guideline_draft_is_not_reviewed", {"reviewed_by": UserFactory}),
        ("guideline_revoked_has_a_day", {"issued": True, "state": G.REVOKED}),
        ("guideline_revoked_has_a_day", {"issued": True, "revoked_on": today}),
    ],
)
def test_a_guideline_cannot_be_stored_like_this(constraint, fields):
    told = {name: value() if callable(value) else value for name, value in fields.items()}
    assert_refused(constraint, lambda: GuidelineFactory(**told))


def test_a_guideline_is_not_issued_before_its_reviewers_word():
    row = GuidelineFactory(in_review=True, reviewer=OrganizationFactory())
    paper = DocumentFactory(collaboration=row.collaboration)
    Guideline.objects.filter(pk=row.pk).update(handed_in=paper.versions.get())
    told = {"state": G.ISSUED, "number": "1", "document": paper, "issued_on": today()}
    rows = Guideline.objects.filter(pk=row.pk)
    assert_refused("guideline_reviewed_before_issued", lambda: rows.update(**told))
    assert rows.update(reviewed_by=UserFactory(), **told)


def test_a_number_is_given_once_by_whoever_issues_it():
    row = GuidelineFactory(issued=True)
    same = {"collaboration": row.collaboration, "owner": row.owner, "number": row.number}
    assert_refused("guideline_number_once", lambda: GuidelineFactory(**same))
    assert GuidelineFactory(**same | {"number": ""}, issued=False).pk


@pytest.mark.parametrize(("old", "new"), [(G.DRAFTING, G.ISSUED), (G.ISSUED, G.DRAFTING)])
def test_a_guideline_moves_only_as_its_states_say(old, new):
    rows = Guideline.objects.filter(pk=GuidelineFactory(issued=old == G.ISSUED).pk)
    assert_refused("guideline_moves_only", lambda: rows.update(state=new))


@pytest.mark.parametrize(
    ("constraint", "make"),
    [
        ("guideline_of_one_collaboration", GuidelineFactory),
        ("knowledge_of_one_collaboration", KnowledgeAssetFactory),
        ("training_of_one_collaboration", TrainingFactory),
    ],
)
def test_their_documents_are_of_the_same_collaboration(constraint, make):
    assert_refused(constraint, lambda: make(document=DocumentFactory()))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("knowledge_has_a_title", {"title": ""}),
        ("knowledge_kind_is_known", {"kind": "rumour"}),
        ("knowledge_access_is_known", {"access": "thieves"}),
        ("knowledge_state_is_known", {"state": "lost"}),
        ("knowledge_lies_somewhere", {"address": ""}),
    ],
)
def test_an_asset_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: KnowledgeAssetFactory(**fields))


def test_what_is_given_on_request_lies_nowhere_and_has_no_document_for_all():
    asked = {"access": KnowledgeAccess.REQUEST}
    assert KnowledgeAssetFactory(address="", **asked).pk
    paper = DocumentFactory()
    told = {"document": paper, "collaboration": paper.collaboration}
    assert_refused(
        "knowledge_on_request_is_not_handed_out",
        lambda: KnowledgeAssetFactory(**told, **asked),
    )


def test_an_asset_moves_only_as_its_states_say():
    rows = KnowledgeAsset.objects.filter(pk=KnowledgeAssetFactory().pk)
    assert rows.update(state=K.RETIRED)
    assert_refused("knowledge_moves_only", lambda: rows.update(state="lost"))


def test_a_use_is_in_one_place():
    use = KnowledgeUseFactory()
    rows = KnowledgeUse.objects.filter(pk=use.pk)
    assert_refused("knowledge_use_in_one_place", lambda: rows.update(meeting=None))
    finding = JointFindingFactory(collaboration=use.collaboration)
    assert_refused("knowledge_use_in_one_place", lambda: rows.update(finding=finding))


@pytest.mark.parametrize(
    ("constraint", "name", "make"),
    [
        (
            "knowledge_use_once_in_a_decision",
            "decision",
            lambda place: DecisionFactory(meeting=MeetingFactory(collaboration=place)),
        ),
        (
            "knowledge_use_once_in_a_finding",
            "finding",
            lambda place: JointFindingFactory(collaboration=place),
        ),
        (
            "knowledge_use_once_in_a_meeting",
            "meeting",
            lambda place: MeetingFactory(collaboration=place),
        ),
    ],
)
def test_a_use_is_recorded_once(constraint, name, make):
    asset = KnowledgeAssetFactory()
    told = {"meeting": None, name: make(asset.collaboration)}
    KnowledgeUseFactory(asset=asset, **told)
    assert_refused(constraint, lambda: KnowledgeUseFactory(asset=asset, **told))
    assert KnowledgeUseFactory(
        asset=KnowledgeAssetFactory(collaboration=asset.collaboration), **told
    ).pk


def test_a_use_is_of_one_collaboration():
    foreign = MeetingFactory()
    assert_refused(
        "knowledge_use_of_one_collaboration", lambda: KnowledgeUseFactory(meeting=foreign)
    )


def test_a_line_of_an_assets_history_tells_what_is_known():
    assert_refused("knowledge_change_event_is_known", lambda: KnowledgeChangeFactory(event="burnt"))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("training_has_a_topic", {"topic": ""}),
        ("training_state_is_known", {"state": "lost"}),
        ("training_held_counts_who_came", {"held": True, "participants": None}),
        ("training_held_counts_who_came", {"held": True, "participants": 0}),
        ("training_held_counts_who_came", {"participants": 3}),
    ],
)
def test_a_training_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: TrainingFactory(**fields))


def test_a_training_that_was_held_stays_held():
    rows = Training.objects.filter(pk=TrainingFactory(held=True).pk)
    back = {"state": T.PLANNED, "participants": None}
    assert_refused("training_moves_only", lambda: rows.update(**back))


def test_nobody_trains_oneself():
    row = TrainingReceiverFactory()
    own = {"training": row.training, "organization": row.training.giver}
    assert_refused("training_not_for_the_giver", lambda: TrainingReceiverFactory(**own))
    rows = Training.objects.filter(pk=row.training_id)
    assert_refused("training_given_to_others", lambda: rows.update(giver=row.organization))


def test_an_organization_receives_a_training_once():
    row = TrainingReceiverFactory()
    same = {"training": row.training, "organization": row.organization}
    assert_refused("training_receiver_once", lambda: TrainingReceiverFactory(**same))
