"""Who may do what with agreements: one who may and one who may not, for each rule."""

import pytest

from agreements.instruments import transitions as verbs
from tests.agreements.instruments.scene import Table, a_file, day
from tests.factories.actors import UserFactory
from tests.factories.charter import coordinator_of, member_of, representative_in


@pytest.fixture
def people(table):
    """By what they are to the collaboration; `second` speaks for the second party."""
    return {
        "coordinator": table.coordinator,
        "first": table.speakers[0],
        "second": table.speakers[1],
        "other speaker": representative_in(table.collaboration),
        "member": member_of(table.collaboration),
        "admin": UserFactory(admin=True),
        "auditor": coordinator_of(table.collaboration, auditor=True),
        "elsewhere": Table().coordinator,
    }


def who_may(people, rule, record=None):
    return {name for name, user in people.items() if user.has_perm(f"agreements.{rule}", record)}


def test_the_coordinator_drafts_unless_it_is_closed(table, people):
    assert who_may(people, "draft_agreement", table.collaboration) == {"coordinator"}
    table.collaboration.state = "closed"
    assert who_may(people, "draft_agreement", table.collaboration) == set()


def test_the_coordinator_runs_an_agreement_and_every_part_of_it(table, people):
    agreement = table.draft()
    clause = verbs.add_clause(agreement=agreement, by=table.coordinator, text="Data.")
    paper = verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="letter", document=table.letter()
    )
    place = agreement.parties.first()
    for record in (agreement, clause, paper, place):
        assert who_may(people, "edit_agreement", record) == {"coordinator"}
    amendment = table.amendment(table.in_force(title="Lain"))
    assert who_may(people, "edit_agreement", amendment) == {"coordinator"}


def test_who_speaks_for_the_party_signs_and_the_coordinator_on_its_behalf(table, people):
    agreement = table.ready()
    place = agreement.parties.get(party=table.parties[0])
    assert who_may(people, "sign_agreement", place) == {"coordinator", "first"}
    signature = table.sign(agreement, 0, by=table.coordinator)
    assert who_may(people, "confirm_signature", signature) == {"first"}
    assert who_may(people, "take_back_signature", signature) == {"coordinator", "first"}
    assert who_may(people, "edit_agreement", signature) == {"coordinator"}
    own = table.sign(agreement, 1)
    assert who_may(people, "confirm_signature", own) == set()


def test_each_of_its_parties_may_ask_to_terminate(table, people):
    agreement = table.in_force()
    assert who_may(people, "request_termination", agreement) == {"coordinator", "first", "second"}


def test_who_asked_to_terminate_may_drop_it_and_no_other_party(table, people):
    agreement = table.in_force()
    assert who_may(people, "drop_termination", agreement) == {"coordinator"}
    verbs.request_termination(
        agreement=agreement, by=table.speakers[1], reason="Beban.", effective_on=day(9)
    )
    assert who_may(people, "drop_termination", agreement) == {"coordinator", "second"}
    agreement.refresh_from_db()
    said = {"reason": "Beban.", "effective_on": day(9), "file": a_file()}
    agreement = verbs.terminate(agreement=agreement, by=table.coordinator, **said)
    assert who_may(people, "drop_termination", agreement) == {"coordinator"}


def test_who_owes_it_may_promise_it(table, people):
    agreement = table.draft()
    clause = verbs.add_clause(
        agreement=agreement,
        by=table.coordinator,
        text="Data.",
        is_obligation=True,
        owed_by=agreement.parties.get(party=table.parties[1]),
        due_on=day(3),
    )
    assert who_may(people, "promise_obligation", clause) == {"coordinator", "second"}
    free = verbs.add_clause(agreement=agreement, by=table.coordinator, text="Umum.")
    assert who_may(people, "promise_obligation", free) == {"coordinator"}


def test_admins_keep_the_kinds(people):
    assert who_may(people, "manage_agreement_types") == {"admin"}
