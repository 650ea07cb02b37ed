"""Two who act on one agreement at the same moment: the second waits, and reads why not."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from agreements.instruments import transitions as verbs
from agreements.instruments.seeds import KINDS
from agreements.instruments.transitions.loading import load_types
from agreements.models import Agreement, AgreementChange, AgreementType, Signature
from collabgov.kit.errors import AlreadySaved, IllegalMove, Refused
from tests.agreements.instruments.scene import Table, a_file, day
from tests.factories.charter import coordinator_of
from tests.together import beside, wait_for_a_lock

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(first, second):
    """The second begins while the first is not yet saved; returns what the second was refused."""
    with transaction.atomic():
        first()
        thread, raised = beside(second)
        wait_for_a_lock()
    thread.join(timeout=20)
    assert not thread.is_alive()
    return raised[0] if raised else None


def test_two_coordinators_record_the_same_signature_and_one_stands():
    table = Table()
    agreement, other = table.ready(), coordinator_of(table.collaboration)
    refusal = at_once(
        lambda: table.sign(agreement, 0, by=table.coordinator),
        lambda: table.sign(agreement, 0, by=other),
    )
    assert isinstance(refusal, ValidationError)
    assert "sudah menandatangani" in str(refusal)
    assert Signature.objects.get().recorded_by == table.coordinator


def test_the_last_two_signatures_at_once_put_it_in_force_once():
    table = Table()
    agreement = table.ready()
    assert at_once(lambda: table.sign(agreement, 0), lambda: table.sign(agreement, 1)) is None
    agreement.refresh_from_db()
    assert agreement.state == "in_force"
    assert AgreementChange.objects.filter(to_state="in_force", event="moved").count() == 1


def test_signed_while_somebody_gives_it_up_it_is_one_of_both():
    table = Table()
    agreement = table.ready()
    abandon = lambda: verbs.abandon(  # noqa: E731
        agreement=agreement, by=table.coordinator, reason="Batal."
    )
    refusal = at_once(abandon, lambda: table.sign(agreement, 0))
    assert isinstance(refusal, IllegalMove)
    agreement.refresh_from_db()
    assert (agreement.state, Signature.objects.count()) == ("abandoned", 0)


def test_the_last_signature_comes_first_and_it_is_not_given_up():
    table = Table()
    agreement = table.ready()
    table.sign(agreement, 0)
    refusal = at_once(
        lambda: table.sign(agreement, 1),
        lambda: verbs.abandon(agreement=agreement, by=table.coordinator, reason="Batal."),
    )
    assert isinstance(refusal, IllegalMove)
    agreement.refresh_from_db()
    assert agreement.state == "in_force"


def test_two_draft_an_amendment_and_one_is_open():
    table = Table()
    agreement = table.in_force()
    refusal = at_once(lambda: table.amendment(agreement), lambda: table.amendment(agreement))
    assert isinstance(refusal, Refused)
    assert "adendum yang belum selesai" in str(refusal)
    assert agreement.amendments.count() == 1


def test_a_child_signed_while_its_parent_ends_does_not_hold_under_it():
    table = Table()
    parent = table.in_force(title="Induk")
    child = table.ready(title="Anak", parent=parent)
    table.sign(child, 0)
    refusal = at_once(
        lambda: verbs.end(agreement=parent, by=table.coordinator, reason="Selesai."),
        lambda: table.sign(child, 1),
    )
    assert isinstance(refusal, Refused)
    child.refresh_from_db()
    assert child.state == "partly_signed"


def test_a_child_registered_while_its_parent_ends_is_refused():
    table = Table()
    parent = table.in_force(title="Induk")
    refusal = at_once(
        lambda: verbs.end(agreement=parent, by=table.coordinator, reason="Selesai."),
        lambda: verbs.register_agreement(
            collaboration=table.collaboration,
            by=table.coordinator,
            type=table.kind,
            title="Anak",
            parent=parent,
            signed_on=day(0),
            starts_on=day(0),
            ends_on=day(9),
            file=a_file(),
            parties=[(party, True, "") for party in table.parties],
        ),
    )
    assert isinstance(refusal, ValidationError)
    assert Agreement.objects.count() == 1


def test_one_form_sent_twice_at_once_makes_one():
    table = Table()
    key = "6a0f3c9e-0000-4000-8000-000000000001"
    assert (
        at_once(lambda: table.draft(submission_id=key), lambda: table.draft(submission_id=key))
        is None
    )
    assert Agreement.objects.count() == 1
    refusal = at_once(
        lambda: table.draft(submission_id=key), lambda: table.draft(submission_id=key, title="Lain")
    )
    assert isinstance(refusal, AlreadySaved)


def test_the_calendar_twice_at_once_ends_it_once():
    table = Table()
    table.in_force()
    advance = lambda: list(verbs.advance(today=day(366)))  # noqa: E731
    assert at_once(advance, advance) is None
    assert AgreementChange.objects.filter(to_state="ended").count() == 1


def test_two_servers_that_start_at_once_load_the_kinds_once():
    AgreementType.objects.all().delete()
    assert at_once(load_types, load_types) is None
    assert AgreementType.objects.count() == len(KINDS)
