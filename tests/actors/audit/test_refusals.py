"""Who tried what is written down: once a minute each, and never more than the table can bear."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from actors.audit import refusals
from actors.audit.kinds import EventKind, Outcome
from actors.audit.models import AccessEvent
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, member_of

pytestmark = pytest.mark.django_db


def test_a_verb_of_somebody_else_is_recorded_as_refused(client, sign_in):
    collaboration = CollaborationFactory(title="Stunting")
    user = sign_in(member_of(collaboration))
    assert client.get(f"/collaborations/{collaboration.pk}/edit/").status_code == 403
    event = AccessEvent.objects.get()
    assert (event.kind, event.outcome, event.user) == (EventKind.REFUSED, Outcome.REFUSED, user)
    assert event.path == f"/collaborations/{collaboration.pk}/edit/"
    assert (event.about_label, event.collaboration_id) == ("Stunting", collaboration.pk)
    assert event.details == {"method": "GET"}


def test_a_record_of_others_is_recorded_and_never_told(client, sign_in):
    collaboration = CollaborationFactory(title="Secret")
    sign_in()
    answer = client.get(f"/collaborations/{collaboration.pk}/")
    assert answer.status_code == 404
    assert "Secret" not in answer.content.decode()
    event = AccessEvent.objects.get()
    assert (event.kind, event.about_label) == (EventKind.FOREIGN, "Secret")


def test_a_record_that_is_not_there_is_recorded_as_missing(client, sign_in):
    sign_in()
    assert client.get("/collaborations/987654321/").status_code == 404
    event = AccessEvent.objects.get()
    assert (event.kind, event.outcome) == (EventKind.MISSING, Outcome.FAILED)


def test_a_foreign_record_costs_as_many_writes_as_a_missing_one(client, sign_in):
    foreign = CollaborationFactory().pk
    sign_in()
    client.get("/")

    def writes(pk):
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/collaborations/{pk}/")
        return sum("INSERT INTO" in query["sql"] for query in captured)

    assert writes(foreign) == writes(987_654_321) == 1


def test_the_same_refusal_is_one_line_a_minute(client, sign_in, monkeypatch):
    sign_in()
    for _again in range(3):
        client.get("/collaborations/987654321/")
    assert AccessEvent.objects.count() == 1
    monkeypatch.setattr(refusals, "WINDOW", timedelta(0))  # no line can be made older
    client.get("/collaborations/987654321/")
    assert AccessEvent.objects.count() == 2


def test_a_stranger_cannot_flood_the_table(client, sign_in):
    sign_in()
    for pk in range(1, refusals.AT_MOST + 6):
        client.get(f"/collaborations/{pk + 10_000}/")
    assert AccessEvent.objects.count() == refusals.AT_MOST
    assert AccessEvent.objects.newest_first().first().details["more_may_follow"] is True


def test_the_flood_of_one_hides_no_refusal_of_another(client, sign_in, monkeypatch):
    monkeypatch.setattr(refusals, "AT_MOST", 2)
    for _person in range(2):
        sign_in(UserFactory())
        for pk in (111, 222, 333):
            client.get(f"/collaborations/{pk}/")
    assert AccessEvent.objects.count() == 4


def test_no_number_of_missing_records_hides_a_probe_of_a_real_one(client, sign_in):
    """Each kind has room of its own: nobody silences the log with harmless tries."""
    foreign, seen = CollaborationFactory(), CollaborationFactory()
    user = sign_in(member_of(seen))
    AccessEvent.objects.bulk_create(
        AccessEvent(kind=EventKind.MISSING, outcome=Outcome.FAILED, user=user, path=f"/{pk}/")
        for pk in range(1_000)
    )
    client.get("/collaborations/987654321/")
    client.get(f"/collaborations/{foreign.pk}/")
    client.get(f"/collaborations/{seen.pk}/edit/")
    kinds = AccessEvent.objects.filter(user=user).values_list("kind", flat=True)
    assert (kinds.filter(kind=EventKind.MISSING).count(), set(kinds[:2])) == (
        1_000,
        {EventKind.FOREIGN, EventKind.REFUSED},
    )


def forged(client, address, path="/accounts/login/"):
    client.handler.enforce_csrf_checks = True
    assert client.post(path, {"username": "x"}, REMOTE_ADDR=address).status_code == 403


def test_one_stranger_does_not_silence_another(client, monkeypatch):
    monkeypatch.setattr(refusals, "AT_MOST", 1)
    for address in ("10.0.0.1", "10.0.0.1", "10.0.0.2"):
        forged(client, address)
    assert sorted(AccessEvent.objects.values_list("ip", flat=True)) == ["10.0.0.1", "10.0.0.2"]


def test_strangers_from_everywhere_together_stay_bounded(client, monkeypatch):
    monkeypatch.setattr(refusals, "AT_MOST_OF_STRANGERS", 2)
    for number in range(4):
        forged(client, f"10.0.0.{number}")
    first, last = AccessEvent.objects.order_by("pk")
    assert "more_may_follow" not in first.details
    assert last.details["more_may_follow"] is True


@pytest.mark.parametrize("path", ["/nowhere/", "/nowhere/7/", "/collaborations/x/"])
def test_an_address_that_leads_nowhere_is_not_recorded(client, sign_in, path):
    sign_in()
    assert client.get(path).status_code == 404
    assert not AccessEvent.objects.exists()


def test_a_number_no_row_can_have_is_missing_and_no_error(client, sign_in):
    sign_in()
    assert client.get(f"/collaborations/{'9' * 30}/").status_code == 404
    assert AccessEvent.objects.get().kind == EventKind.MISSING


def test_a_forged_form_is_recorded(client, db):
    client.handler.enforce_csrf_checks = True
    assert client.post("/accounts/login/", {"username": "x"}).status_code == 403
    event = AccessEvent.objects.get()
    assert (event.kind, event.user, event.path) == (EventKind.REFUSED, None, "/accounts/login/")


def test_a_page_stays_refused_when_the_log_cannot_be_written(client, sign_in, monkeypatch, caplog):
    def fail(*_args, **_kwargs):
        raise DatabaseError

    monkeypatch.setattr(refusals, "record_event", fail)
    sign_in()
    assert client.get("/collaborations/987654321/").status_code == 404
    assert "could not be recorded" in caplog.text


def test_reading_writes_nothing(client, sign_in):
    sign_in()
    assert client.get("/").status_code == 200
    assert not AccessEvent.objects.exists()
