"""What the database holds of emergencies: not refused, not taken back, and never left alone."""

import datetime as dt

import pytest
from django.db import connection, transaction
from django.utils import timezone

from agreements.capacity.assistance_kinds import AssistanceState
from agreements.models import AssistanceRequest, AssistanceResponse
from tests.constraints import assert_refused
from tests.factories.actors import UserFactory
from tests.factories.assistance import (
    AssistanceEscalationFactory,
    AssistanceRequestFactory,
    AssistanceResponseFactory,
    RefusalGroundFactory,
)
from tests.factories.documents import DocumentFactory
from tests.together import beside, wait_for_a_lock

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - dt.timedelta(days=1)
S = AssistanceState


def test_an_emergency_is_not_refused():
    asked = AssistanceRequestFactory(emergency=True)
    refuse = lambda: AssistanceResponseFactory(request=asked, refused=True)  # noqa: E731
    assert_refused("assistance_emergency_is_not_refused", refuse)
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    assert_refused("assistance_emergency_is_not_refused", lambda: rows.update(state=S.REFUSED))
    answer = AssistanceResponseFactory(request=asked)
    paper = DocumentFactory(collaboration=asked.collaboration)
    said = {"outcome": "refuse", "reason": "x" * 20, "letter": paper}
    turn = lambda: AssistanceResponse.objects.filter(pk=answer.pk).update(  # noqa: E731
        refusal_ground=RefusalGroundFactory(), **said
    )
    assert_refused("assistance_emergency_is_not_refused", turn)


def test_what_was_refused_does_not_become_an_emergency():
    refused = AssistanceResponseFactory(refused=True).request
    rows = AssistanceRequest.objects.filter(pk=refused.pk)
    flag = lambda: rows.update(is_emergency=True, emergency_reason="Banjir.")  # noqa: E731
    assert_refused("assistance_emergency_is_not_refused", flag)
    move = lambda: rows.update(  # noqa: E731
        is_emergency=True, emergency_reason="Banjir.", state=S.ACCEPTED
    )
    assert_refused("assistance_emergency_is_not_refused", move)


@pytest.mark.django_db(transaction=True)
def test_of_an_emergency_and_a_refusal_at_once_the_second_is_stopped():
    asked = AssistanceRequestFactory()
    facts = {
        "refusal_ground": RefusalGroundFactory(),
        "letter": DocumentFactory(collaboration=asked.collaboration),
        "given_by": UserFactory(),
    }

    def refuse():
        AssistanceResponseFactory(request=asked, refused=True, **facts)

    with transaction.atomic():
        rows = AssistanceRequest.objects.filter(pk=asked.pk)
        rows.update(is_emergency=True, emergency_reason="Banjir.")
        thread, raised = beside(refuse)
        wait_for_a_lock()
    thread.join()
    assert "assistance_emergency_is_not_refused" in str(raised[0])


@pytest.mark.django_db(transaction=True)
def test_of_a_refusal_and_an_emergency_at_once_the_second_is_stopped():
    asked = AssistanceRequestFactory()
    facts = {
        "refusal_ground": RefusalGroundFactory(),
        "letter": DocumentFactory(collaboration=asked.collaboration),
        "given_by": UserFactory(),
    }

    def declare():
        rows = AssistanceRequest.objects.filter(pk=asked.pk)
        rows.update(is_emergency=True, emergency_reason="Banjir.")

    with transaction.atomic():
        AssistanceResponseFactory(request=asked, refused=True, **facts)
        thread, raised = beside(declare)
        wait_for_a_lock()
    thread.join()
    assert "assistance_emergency_is_not_refused" in str(raised[0])


def test_an_emergency_without_help_lies_before_a_superior():
    asked = AssistanceRequestFactory(emergency=True)
    facts = {"state": S.UNFULFILLED, "ended_on": TODAY, "result": "Tidak datang."}
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    name = "assistance_unfulfilled_emergency_is_escalated"
    assert_refused(name, lambda: rows.update(**facts))
    AssistanceEscalationFactory(request=asked)
    rows.update(**facts)
    connection.check_constraints()


def test_what_was_handed_in_as_an_emergency_stays_one():
    asked = AssistanceRequestFactory(emergency=True)
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    assert_refused("assistance_emergency_stays_one", lambda: rows.update(is_emergency=False))
    draft = AssistanceRequestFactory(emergency=True, draft=True)
    AssistanceRequest.objects.filter(pk=draft.pk).update(is_emergency=False)


def test_what_a_superior_said_before_is_not_about_the_help_that_did_not_come():
    asked = AssistanceRequestFactory(emergency=True)
    AssistanceEscalationFactory(
        request=asked,
        escalated_on=TODAY - dt.timedelta(days=5),
        answered_on=YESTERDAY,
        answered_by=UserFactory(),
        answer="Tunggu.",
    )
    facts = {"state": S.UNFULFILLED, "ended_on": TODAY, "result": "Tidak datang."}
    rows = AssistanceRequest.objects.filter(pk=asked.pk)
    name = "assistance_unfulfilled_emergency_is_escalated"
    assert_refused(name, lambda: rows.update(**facts))
    AssistanceEscalationFactory(request=asked)
    rows.update(**facts)
    connection.check_constraints()
