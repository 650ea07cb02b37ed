"""What the database refuses of official assistance, whoever asks."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from agreements.capacity.assistance_kinds import CORRECTIONS, ENDED, MOVES, AssistanceState
from agreements.models import (
    AssistanceGround,
    AssistanceRequest,
    AssistanceTerm,
)
from tests.constraints import assert_refused
from tests.factories.assistance import (
    AssistanceChangeFactory,
    AssistanceCostFactory,
    AssistanceEscalationFactory,
    AssistanceGroundFactory,
    AssistanceRequestFactory,
    AssistanceResponseFactory,
    AssistanceTermFactory,
    GroundKindFactory,
    RefusalGroundFactory,
)
from tests.factories.charter import PartyFactory
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - dt.timedelta(days=1)
S = AssistanceState


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        ("ground_kind_has_a_name", GroundKindFactory, {"name": ""}),
        (
            "ground_kind_verified_names_its_rule",
            GroundKindFactory,
            {"is_verified": True, "law": ""},
        ),
        ("refusal_ground_has_a_name", RefusalGroundFactory, {"name": ""}),
        (
            "refusal_ground_verified_names_its_rule",
            RefusalGroundFactory,
            {"is_verified": True, "law": ""},
        ),
        ("assistance_term_takes_a_day", AssistanceTermFactory, {"days": 0}),
        ("assistance_term_takes_a_day", AssistanceTermFactory, {"superior_days": 366}),
        ("assistance_term_verified_names_its_rule", AssistanceTermFactory, {"is_verified": True}),
        ("assistance_state_is_known", AssistanceRequestFactory, {"state": "x"}),
        ("assistance_says_what", AssistanceRequestFactory, {"subject": ""}),
        ("assistance_says_what", AssistanceRequestFactory, {"what": ""}),
        ("assistance_emergency_says_why", AssistanceRequestFactory, {"is_emergency": True}),
        ("assistance_submitted_has_its_clock", AssistanceRequestFactory, {"submitted_on": None}),
        ("assistance_submitted_has_its_clock", AssistanceRequestFactory, {"answer_due_on": None}),
        (
            "assistance_submitted_has_its_clock",
            AssistanceRequestFactory,
            {"draft": True, "submitted_on": TODAY},
        ),
        (
            "assistance_needed_after_it_is_asked",
            AssistanceRequestFactory,
            {"needed_by": TODAY - dt.timedelta(days=9)},
        ),
        ("assistance_ended_says_how", AssistanceRequestFactory, {"completed": True, "result": ""}),
        (
            "assistance_ended_says_how",
            AssistanceRequestFactory,
            {"completed": True, "ended_on": None},
        ),
        ("assistance_ended_says_how", AssistanceRequestFactory, {"feedback": "Terima kasih."}),
        (
            "assistance_usefulness_is_of_help_given",
            AssistanceRequestFactory,
            {"completed": True, "state": S.UNFULFILLED},
        ),
        (
            "assistance_usefulness_is_of_help_given",
            AssistanceRequestFactory,
            {"completed": True, "usefulness": "x"},
        ),
        ("assistance_submitted_has_a_ground", AssistanceRequestFactory, {"grounds": []}),
        ("assistance_change_event_is_known", AssistanceChangeFactory, {"event": "x"}),
        ("assistance_outcome_is_known", AssistanceResponseFactory, {"outcome": "x", "state": "x"}),
        (
            "assistance_only_a_refusal_has_a_ground",
            AssistanceResponseFactory,
            {"refused": True, "outcome": "accept"},
        ),
        ("assistance_partial_says_what", AssistanceResponseFactory, {"offered": ""}),
        (
            "assistance_only_a_part_withholds",
            AssistanceResponseFactory,
            {"outcome": "accept", "withheld": "Satu orang lagi tidak."},
        ),
        (
            "assistance_refusal_is_written",
            AssistanceResponseFactory,
            {"refused": True, "refusal_ground": None},
        ),
        (
            "assistance_refusal_is_written",
            AssistanceResponseFactory,
            {"refused": True, "letter": None},
        ),
        (
            "assistance_refusal_is_written",
            AssistanceResponseFactory,
            {"refused": True, "reason": "   Anggaran habis.                  "},
        ),
        (
            "assistance_answer_fits_its_state",
            AssistanceResponseFactory,
            {"refused": True, "state": S.WITHDRAWN},
        ),
        (
            "assistance_answer_fits_its_state",
            AssistanceResponseFactory,
            {"refused": True, "state": S.PARTLY},
        ),
        ("assistance_answer_fits_its_state", AssistanceResponseFactory, {"state": S.ACCEPTED}),
        ("assistance_escalation_has_a_reason", AssistanceEscalationFactory, {"reason": ""}),
        (
            "assistance_escalation_answered_with_words",
            AssistanceEscalationFactory,
            {"answered_on": TODAY},
        ),
        (
            "assistance_escalation_answered_with_words",
            AssistanceEscalationFactory,
            {"answer": "Ya."},
        ),
        (
            "assistance_escalation_due_after_it_began",
            AssistanceEscalationFactory,
            {"escalated_on": TODAY, "due_on": YESTERDAY},
        ),
        (
            "assistance_escalation_closed_with_a_reason",
            AssistanceEscalationFactory,
            {"closed_on": TODAY},
        ),
        (
            "assistance_escalation_closed_with_a_reason",
            AssistanceEscalationFactory,
            {"closed_because": "Selesai."},
        ),
        ("assistance_kind_is_known", AssistanceRequestFactory, {"kind": "x"}),
        ("assistance_cost_names_an_item", AssistanceCostFactory, {"item": ""}),
        ("assistance_cost_shares_add_up", AssistanceCostFactory, {"giver_share": Decimal(2)}),
        (
            "assistance_cost_shares_are_not_negative",
            AssistanceCostFactory,
            {"requester_share": Decimal(4_000_000), "giver_share": Decimal(-1_000_000)},
        ),
        ("assistance_cost_agreed_by_somebody", AssistanceCostFactory, {"giver_agreed_on": TODAY}),
        (
            "assistance_cost_is_something",
            AssistanceCostFactory,
            {"amount": 0, "requester_share": 0, "giver_share": 0},
        ),
    ],
)
def test_the_database_refuses(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_help_is_asked_of_another_party():
    party = PartyFactory()
    facts = {"collaboration": party.collaboration, "from_party": party, "to_party": party}
    name = "assistance_asked_of_another_party"
    assert_refused(name, lambda: AssistanceRequestFactory(**facts))


def test_who_is_liable_instead_of_the_requester_stands_in_a_document():
    asked = AssistanceRequestFactory()
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    name = "assistance_other_liability_has_a_document"
    assert_refused(name, lambda: rows.update(liable_party=asked.to_party))
    paper = DocumentFactory(collaboration=asked.collaboration)
    rows.update(liable_party=asked.to_party, liability_document=paper)


@pytest.mark.parametrize("field", ["from_party", "to_party", "liable_party", "liability_document"])
def test_all_of_a_request_is_of_one_collaboration(field):
    asked = AssistanceRequestFactory()
    other = DocumentFactory() if field == "liability_document" else PartyFactory()
    changes = {field: other}
    if field != "liability_document":
        changes["liability_document"] = DocumentFactory(collaboration=asked.collaboration)
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    assert_refused("assistance_of_one_collaboration", lambda: rows.update(**changes))


def test_a_request_follows_one_of_its_own_collaboration():
    asked, other = AssistanceRequestFactory(), AssistanceRequestFactory()
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    assert_refused("assistance_of_one_collaboration", lambda: rows.update(follows=other))


def test_letter_and_cost_are_of_the_collaboration_of_their_request():
    name, other = "assistance_letter_of_one_collaboration", DocumentFactory()
    assert_refused(name, lambda: AssistanceResponseFactory(letter=other))
    elsewhere = PartyFactory().collaboration
    name = "assistance_cost_of_one_collaboration"
    assert_refused(name, lambda: AssistanceCostFactory(collaboration=elsewhere))


def as_if_long_ago():
    """What waits for the end of the transaction is asked now, so that it does not answer later.

    Else the trigger of the one table would hide that the other table has none.
    """
    connection.check_constraints()


def test_the_last_ground_stays():
    asked = AssistanceRequestFactory()
    ground = asked.grounds.get()
    as_if_long_ago()
    name = "assistance_submitted_has_a_ground"
    assert_refused(name, AssistanceGround.objects.filter(pk=ground.pk).delete)
    other = AssistanceRequestFactory()
    as_if_long_ago()
    rows = AssistanceGround.objects.filter(pk=ground.pk)
    assert_refused(name, lambda: rows.update(request=other))
    again = lambda: AssistanceGroundFactory(request=asked, kind=ground.kind)  # noqa: E731
    assert_refused("assistance_ground_once", again)


def test_an_answer_stays_with_its_request():
    answer = AssistanceResponseFactory()
    as_if_long_ago()
    name = "assistance_answer_fits_its_state"
    requests = AssistanceRequest.objects.filter(pk=answer.request_id)
    assert_refused(name, lambda: requests.update(state=S.ACCEPTED))
    answers = type(answer).objects.filter(pk=answer.pk)
    assert_refused(name, lambda: answers.update(outcome="accept", withheld=""))
    assert_refused(name, answer.delete)


def test_a_request_has_one_answer_and_each_clock_one_row():
    asked = AssistanceResponseFactory().request
    name = "agreements_assistanceresponse_request_id_key"
    assert_refused(name, lambda: AssistanceResponseFactory(request=asked))
    AssistanceTermFactory()
    name = "agreements_assistanceterm_is_emergency_key"
    again = {"is_emergency": False, "days": 3, "superior_days": 3}
    assert_refused(name, lambda: AssistanceTerm.objects.create(**again))


KNOWN = {(a, b) for moves in (MOVES, CORRECTIONS) for a, found in moves.items() for b in found}


@pytest.mark.parametrize("source", S)
def test_no_state_follows_another_but_as_known(source):
    asked = AssistanceRequestFactory(state=source, **_facts(source))
    found = {target for target in S if target != source and _is_taken(asked, target)}
    assert found == {target for state, target in KNOWN if state == source}
    transaction.set_rollback(True)


def _facts(state):
    """What belongs to a state; what is asked at the end of a transaction is not asked here."""
    is_draft, is_over = state == S.DRAFT, state in ENDED
    return {
        "submitted_on": None if is_draft else TODAY,
        "answer_due_on": None if is_draft else TODAY,
        "ended_on": TODAY if is_over else None,
        "result": "Selesai." if is_over else "",
    }


def _is_taken(asked, target):
    """Whether the database takes the move; it is taken back either way."""
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    try:
        with transaction.atomic():
            rows.update(state=target, **_facts(target))
            raise Undo
    except IntegrityError as refusal:
        return "assistance_moves_as_known" not in str(refusal)
    except Undo:
        return True


class Undo(Exception):
    """Takes a change back that the database took."""


def test_one_escalation_at_a_time():
    first = AssistanceEscalationFactory()
    name = "assistance_escalated_once_at_a_time"
    assert_refused(name, lambda: AssistanceEscalationFactory(request=first.request))
    first.closed_on, first.closed_because = TODAY, "Bantuan sudah datang."
    first.save()
    AssistanceEscalationFactory(request=first.request)


def test_the_giver_says_what_it_gave_and_when():
    name = "assistance_giver_says_what_and_when"
    ended = {"state": S.UNFULFILLED, "ended_on": TODAY, "result": "Tidak datang."}
    for wrong in (
        {**ended, "giver_says": "Datang."},
        {**ended, "given_on": TODAY},
        {"giver_says": "Datang.", "given_on": TODAY},
    ):
        assert_refused(name, lambda wrong=wrong: AssistanceRequestFactory(**wrong))
    AssistanceRequestFactory(**ended, giver_says="Datang.", given_on=TODAY)


def test_a_part_of_a_ground_has_no_parts():
    part = RefusalGroundFactory(parent=RefusalGroundFactory())
    name = "refusal_ground_has_two_levels"
    assert_refused(name, lambda: RefusalGroundFactory(parent=part))
    whole = part.parent
    whole.parent = RefusalGroundFactory()
    assert_refused(name, whole.save)
