"""What can never be stored about a decision, whoever writes it; two who act at the same moment."""

import datetime as dt

import pytest
from django.db import transaction
from django.utils import timezone

from agreements.charter.stances import Stance
from agreements.engagement.states import DecisionState
from agreements.models import Decision, Position
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.engagement.deciding import Scene
from tests.constraints import assert_refused
from tests.factories.deliberation import (
    DecisionChangeFactory,
    ObjectionAnswerFactory,
    OptionFactory,
    PositionChangeFactory,
    PositionFactory,
    PutForwardFactory,
)
from tests.factories.engagement import DecisionFactory, MeetingFactory
from tests.factories.instruments import AgreementFactory
from tests.together import beside, wait_for_a_lock

TODAY = timezone.localdate
db = pytest.mark.django_db


@db
@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("decision_rule_is_known", {"rule": "x"}),
        ("decision_decided_has_a_day", {"decided_on": None}),
        ("decision_decided_has_a_day", {"state": "proposed", "decided_on": dt.date(2026, 1, 1)}),
        ("decision_takes_effect_once_decided", {"effective_on": dt.date(2001, 1, 1)}),
        ("decision_reviewed_once_decided", {"reviewed_on": dt.date(2001, 1, 1)}),
        ("decision_reviewed_once_decided", {"review_note": "Baik."}),
        ("decision_says_how_it_amends", {"amends_how": "amended"}),
        ("decision_settles_how_to_work", {"settles": ["schedule"]}),
        ("decision_settles_how_to_work", {"kind": "procedural", "settles": ["cuaca"]}),
    ],
)
def test_what_a_decision_never_says(name, facts):
    assert_refused(name, lambda: DecisionFactory(**facts))


@db
def test_a_proposal_has_not_chosen_yet():
    option = OptionFactory()
    proposal = {"meeting": option.agenda_item.meeting, "agenda_item": option.agenda_item}
    assert_refused(
        "decision_chooses_once_decided", lambda: PutForwardFactory(option=option, **proposal)
    )


@db
def test_a_decision_amends_another_and_says_how():
    one = DecisionFactory()
    rows = Decision.objects.filter(pk=one.pk)
    assert_refused("decision_amends_another", lambda: rows.update(amends=one, amends_how="revoked"))
    assert_refused(
        "decision_says_how_it_amends",
        lambda: DecisionFactory(meeting=one.meeting, amends=one, amends_how=""),
    )


@db
@pytest.mark.parametrize("what", ["decided_in", "instrument", "amends", "option"])
def test_a_decision_names_what_is_of_its_collaboration_and_topic(what):
    foreign = {
        "decided_in": MeetingFactory,
        "instrument": AgreementFactory,
        "amends": DecisionFactory,
        "option": OptionFactory,
    }[what]()
    more = {"amends_how": "revoked"} if what == "amends" else {}
    assert_refused("decision_names_its_own", lambda: DecisionFactory(**{what: foreign}, **more))


@db
def test_rows_below_a_decision():
    assert_refused("decision_change_event_is_known", lambda: DecisionChangeFactory(event="x"))
    option = OptionFactory()
    twin = {"agenda_item": option.agenda_item, "title": option.title}
    assert_refused("option_once", lambda: OptionFactory(**twin))
    assert_refused("option_says_what", lambda: OptionFactory(title=""))
    assert_refused("option_cost_is_not_negative", lambda: OptionFactory(cost=-1))
    assert_refused("position_change_event_is_known", lambda: PositionChangeFactory(event="x"))
    assert_refused("position_change_stance_is_known", lambda: PositionChangeFactory(stance="x"))
    assert_refused("objection_answer_says_something", lambda: ObjectionAnswerFactory(text=""))
    assert_refused(
        "objection_answer_names_the_objection", lambda: ObjectionAnswerFactory(objection="")
    )


@db
def test_positions():
    row = PositionFactory()
    again = {"decision": row.decision, "party": row.party}
    assert_refused("position_once", lambda: PositionFactory(**again))
    assert_refused(
        "position_stance_is_known", lambda: PositionFactory(stance="x", stated_on=TODAY())
    )
    assert_refused("position_stated_by_somebody", lambda: PositionFactory(stance=Stance.SUPPORT))
    assert_refused(
        "position_objection_has_a_reason", lambda: PositionFactory(objects=True, reason="")
    )


@db
def test_the_database_decides_nothing_over_an_objection_without_an_answer():
    row = PositionFactory(objects=True)
    decide = {"state": DecisionState.DECIDED, "decided_on": TODAY()}
    rows = Decision.objects.filter(pk=row.decision_id)
    assert_refused("decision_answers_objections", lambda: rows.update(**decide))
    answer = ObjectionAnswerFactory(position=row, objection="Kata lain.")
    assert_refused("decision_answers_objections", lambda: rows.update(**decide))
    type(answer).objects.update(objection=row.reason)
    assert rows.update(**decide) == 1


@db
def test_nor_does_it_let_the_rule_be_changed_around_it():
    row = PositionFactory(objects=True, decision__rule="chair")
    rows = Decision.objects.filter(pk=row.decision_id)
    assert rows.update(state=DecisionState.DECIDED, decided_on=TODAY()) == 1
    assert_refused("decision_answers_objections", lambda: rows.update(rule="consensus"))


@db
def test_the_database_takes_no_objection_to_what_is_decided_by_consensus():
    decision = DecisionFactory()
    late = {"decision": decision, "objects": True}
    assert_refused("position_objects_in_time", lambda: PositionFactory(**late))
    row = PositionFactory(decision=decision, stance=Stance.SUPPORT, stated_on=TODAY())
    objects = {"stance": Stance.OBJECT, "reason": "Tidak."}
    rows = Position.objects.filter(pk=row.pk)
    assert_refused("position_objects_in_time", lambda: rows.update(**objects))
    rows.update(is_on_behalf=True)
    assert rows.update(is_on_behalf=False, **objects) == 1


@pytest.mark.django_db(transaction=True)
def test_an_objection_that_comes_first_stops_the_decision_that_waits():
    scene = Scene()
    decision = scene.deliberated()
    with transaction.atomic():
        scene.says(decision, scene.works, Stance.OBJECT, reason="Belum.")
        thread, raised = beside(lambda: scene.decide(decision))
        wait_for_a_lock()
    thread.join()
    assert [type(error) for error in raised] == [Refused]
    decision.refresh_from_db()
    assert decision.state == DecisionState.UNDER_DELIBERATION


@pytest.mark.django_db(transaction=True)
def test_an_objection_that_comes_after_the_decision_is_told_so():
    scene = Scene()
    decision = scene.deliberated()
    scene.says(decision, scene.works)
    with transaction.atomic():
        scene.decide(decision)
        thread, raised = beside(
            lambda: scene.says(decision, scene.works, Stance.OBJECT, reason="Belum.")
        )
        wait_for_a_lock()
    thread.join()
    assert [type(error) for error in raised] == [Refused]
    assert decision.positions.get().stance == Stance.SUPPORT


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", ["decides", "objects"])
def test_also_without_the_verbs_one_of_the_two_is_refused(first):
    row = PositionFactory(stance=Stance.SUPPORT, stated_on=TODAY())

    def decides():
        rows = Decision.objects.filter(pk=row.decision_id)
        rows.update(state=DecisionState.DECIDED, decided_on=TODAY())

    def objects():
        Position.objects.filter(pk=row.pk).update(stance=Stance.OBJECT, reason="Belum.")
        with transaction.get_connection().cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # as at the end of the transaction

    acts = (decides, objects) if first == "decides" else (objects, decides)

    def second():
        with transaction.atomic():
            acts[1]()

    with transaction.atomic():
        acts[0]()
        thread, raised = beside(second)
        wait_for_a_lock()
    thread.join()
    assert [type(error).__name__ for error in raised] == ["IntegrityError"]


@db
def test_a_decision_is_changed_by_one_later_decision_only():
    one = DecisionFactory()
    changes = {"meeting": one.meeting, "amends": one, "amends_how": "amended"}
    DecisionFactory(**changes)
    assert_refused("decision_changed_once", lambda: DecisionFactory(**changes))
    open_ = PutForwardFactory(**changes)
    assert open_.pk


@pytest.mark.django_db(transaction=True)
def test_of_two_who_change_the_same_decision_the_second_is_told():
    scene = Scene()
    earlier = scene.decided(text="Yang lama")
    one, two = (
        scene.deliberated(text=text, amends=earlier, amends_how=how)
        for text, how in (("Diubah", "amended"), ("Dicabut", "revoked"))
    )
    with transaction.atomic():
        scene.decide(one)
        thread, raised = beside(lambda: scene.decide(two))
        wait_for_a_lock()
    thread.join()
    assert [type(error) for error in raised] == [IllegalMove]
    earlier.refresh_from_db()
    two.refresh_from_db()
    assert (earlier.state, two.state) == ("amended", "under_deliberation")
