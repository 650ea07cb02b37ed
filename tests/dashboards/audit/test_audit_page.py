"""The audit trail: what each reader finds, what the filters leave, and what leaves as a file."""

import csv
import io

import pghistory
import pytest
from django.urls import reverse
from django.utils import timezone

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import AccessEvent
from dashboards.audit import export, views
from tests.factories.action import CommitmentFactory
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of, member_of
from tests.factories.duplicates import MergeFactory
from tests.factories.engagement import AttendanceFactory, MeetingFactory
from tests.html import content_of

pytestmark = pytest.mark.django_db
URL = reverse("dashboards:audit")


@pytest.fixture
def admin(client):
    user = UserFactory(admin=True, language="en")
    client.force_login(user)
    return user


def lines(client, **query):
    answer = client.get(URL, query)
    assert answer.status_code == 200
    return answer.context["lines"]


def records(client, **query):
    return {line.record for line in lines(client, **query)}


# --- who reads what ---------------------------------------------------------------------------


def test_admins_and_auditors_read_everything(client):
    office, collaboration = OrganizationFactory(name="Bappeda"), CollaborationFactory()
    record_event(EventKind.SIGNED_IN, user=UserFactory(person__full_name="Rina"))
    for trait in ("admin", "auditor"):
        client.force_login(UserFactory(**{trait: True}))
        found = lines(client)
        assert {office.name, collaboration.title} <= {line.record for line in found}
        assert "Rina" in {line.who.name for line in found}


def test_a_coordinator_reads_their_collaboration_and_nothing_else(client):
    mine, other = CollaborationFactory(title="Mine"), CollaborationFactory(title="Foreign")
    inside = AttendanceFactory(meeting__collaboration=mine, organization__name="Guest of mine")
    AttendanceFactory(meeting__collaboration=other, organization__name="Guest of others")
    record_event(EventKind.EXPORTED, about=mine, list="inside")
    record_event(EventKind.EXPORTED, about=other, list="outside")
    record_event(EventKind.SIGNED_IN, user=UserFactory())
    client.force_login(coordinator_of(mine))
    answer = client.get(URL)
    text = answer.content.decode()
    found = answer.context["lines"]
    assert "Mine" in text
    assert inside.organization.name in {line.record for line in found}
    for secret in ("Foreign", "Guest of others", "outside"):
        assert secret not in text
    assert not {line.source for line in found} & {"actors.user", "actors.person"}
    assert [line.code for line in found if line.source == "access"] == ["exported"]


def test_a_coordinator_cannot_ask_for_another_collaboration(client):
    """Not even of one in which their organization takes part, and which they see."""
    mine, other = CollaborationFactory(), CollaborationFactory(title="Foreign")
    user = coordinator_of(mine)
    PartyFactory(collaboration=other, organization=user.organization)
    client.force_login(user)
    answer = client.get(URL, {"collaboration": other.pk})
    assert answer.status_code == 200
    assert not answer.context["lines"]
    assert "Foreign" not in answer.content.decode()


def test_machines_are_named_only_to_who_reads_all(client, admin):
    collaboration = CollaborationFactory()
    run_by = coordinator_of(collaboration)
    AccessEvent.objects.create(kind="viewed", ip="10.9.8.6", collaboration_id=collaboration.pk)
    assert "10.9.8.6" in client.get(URL).content.decode()
    client.force_login(run_by)
    assert "10.9.8" not in client.get(URL).content.decode()
    assert "10.9.8" not in content_of(client.get(URL, {"format": "csv"})).decode()


@pytest.mark.parametrize("who", ["outsider", "member"])
def test_others_are_refused(client, who):
    user = UserFactory() if who == "outsider" else member_of(CollaborationFactory())
    client.force_login(user)
    for query in ({}, {"format": "csv"}):
        assert client.get(URL, query).status_code == 403


def test_a_merge_with_its_lists_can_be_read(client, admin):
    left = [{"table": "agreements.Party", "number": 5}]
    MergeFactory(choices={"name": "away"}, steps=[["actors.Region", 7]], left_alone=left)
    (line,) = lines(client, table="actors.merge")
    said = {change.name: change.new for change in line.fields}
    assert said["left_alone"] == "table: agreements.Party, number: 5"
    assert client.get(URL, {"format": "csv"}).status_code == 200


# --- filters ----------------------------------------------------------------------------------


def test_filters_narrow_the_list(client, admin):
    office = OrganizationFactory(name="Bappeda")
    office.name = "Bapperida"
    office.save()
    meeting = MeetingFactory()
    record_event(EventKind.EXPORTED, user=UserFactory(email="rina@contoh.test"), list="x")
    assert records(client, table="actors.organization", record=office.pk) == {
        "Bappeda",
        "Bapperida",
    }
    assert {line.code for line in lines(client, action="update")} == {"update"}
    assert {line.code for line in lines(client, kind="exported")} == {"exported"}
    assert [line.who.email for line in lines(client, who="rina@")] == ["rina@contoh.test"]
    assert meeting.title in records(client, collaboration=meeting.collaboration_id)
    assert not lines(client, since="2099-01-01")
    assert not lines(client, until="1/1/2001")
    assert not lines(client, who="nobody of that name")
    assert not lines(client, ip="10.1.1.1")
    assert not lines(client, request="f" * 16)


def test_a_request_shows_all_that_it_did(client, admin):
    office = OrganizationFactory()
    page = f"/organizations/{office.pk}/edit/"
    form = client.get(page).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    answer = client.post(page, typed | {"name": "Renamed"})
    found = lines(client, request=answer["X-Request-ID"])
    assert "Renamed" in {line.record for line in found}
    assert {line.who.name for line in found} == {str(admin)}


@pytest.mark.parametrize(
    "query",
    [
        {"since": "99/99/2026"},
        {"record": "-1"},
        {"record": str(2**70)},
        {"record": "\u0663\u0663"},
        {"table": "auth.group"},
        {"table": "' OR 1=1--"},
        {"action": "drop"},
        {"kind": "\x00"},
        {"who": "a\x00b"},
        {"who": "%' ESCAPE"},
        {"ip": "999.1.1.1"},
        {"ip": "::ffff:999.1.1.1"},
        {"organization": "a\x00b"},
        {"organization": "%' _ \\"},
        {"organization": "x " * 50},
        {"reason": "\\1 (.+"},
        {"reason": "%"},
        {"request": "\ufffd"},
        {"collaboration": "x" * 500},
        {"before": "x", "after": "1e400~a~b"},
        {"before": "nan~agreements.meeting~5"},
        {"before": f"1~agreements.meeting~{2**65}"},
        {"before": "1e17~x~1"},
        {"after": "-99999999999999~x~1"},
        {"format": "exe"},
    ],
)
def test_junk_in_the_address_is_no_error(client, admin, query):
    assert client.get(URL, query).status_code == 200


def test_what_is_not_understood_is_said_and_shows_no_line(client, admin):
    OrganizationFactory()
    answer = client.get(URL, {"since": "99/99/2026"})
    assert not answer.context["lines"]
    assert "There is no month 99" in answer.content.decode()


# --- pages ------------------------------------------------------------------------------------


def test_pages_follow_one_another_without_a_gap(client, admin, monkeypatch):
    monkeypatch.setattr(views, "LINES", 4)
    OrganizationFactory.create_batch(3)
    MeetingFactory()
    moment = timezone.now()
    for _number in range(6):  # at the very same moment, across pages
        AccessEvent.objects.create(kind=EventKind.SIGNED_IN, user=admin, at=moment)
    everything = _whole(client)
    assert len(everything) == len(set(everything)) > 12
    mark, pages = None, []
    while True:
        answer = client.get(URL, {"before": mark} if mark else {})
        pages.append([(line.source, line.pk) for line in answer.context["lines"]])
        mark = answer.context["page"].older
        if mark is None:
            break
    assert [ref for page in pages for ref in page] == everything
    newer = client.get(URL, {"after": answer.context["page"].newer})
    assert [(line.source, line.pk) for line in newer.context["lines"]] == pages[-2]


def _whole(client):
    log = views.Log(views.AuditFilter({}, user=client.get(URL).wsgi_request.user).branches())
    return [(ref.source, ref.pk) for refs in log.all(chunk=3) for ref in refs]


def test_the_list_costs_the_same_however_long(client, admin, assert_flat_queries):
    def grow():
        for number in range(4):
            with pghistory.context(request=f"request {MeetingFactory().pk}"):
                meeting = MeetingFactory()
                AttendanceFactory(meeting=meeting)
                meeting.title = f"Changed {number}"
                meeting.save()
            CommitmentFactory()
            record_event(EventKind.SIGNED_IN, user=admin)

    client.get(URL)  # in a test all is one transaction:
    grow()  # from here on, rows know the account of the last request
    assert_flat_queries(f"{URL}?table=agreements.meeting", grow=grow, ceiling=16)


# --- files ------------------------------------------------------------------------------------


def rows_of(answer):
    text = content_of(answer).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_file_holds_exactly_what_the_filter_shows(client, admin):
    OrganizationFactory(name="=HYPERLINK(1)")
    MeetingFactory()
    query = {"table": "actors.organization"}
    shown = lines(client, **query)
    _headers, *rows = rows_of(client.get(URL, query | {"format": "csv"}))
    assert len(rows) == len(shown)
    assert [row[9].lstrip("'") for row in rows] == [line.record for line in shown]
    assert not any(cell.startswith("=") for row in rows for cell in row)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_who_takes_the_file_is_written_down(client, admin, kind):
    answer = client.get(URL, {"format": kind, "table": "actors.organization"})
    assert f".{kind}" in answer["Content-Disposition"]
    event = AccessEvent.objects.get(kind=EventKind.EXPORTED)
    assert event.user == admin
    assert event.details["list"] == "audit"
    assert event.details["filters"] == {"table": "actors.organization"}


def test_without_a_line_in_the_log_there_is_no_file(client, admin, monkeypatch):
    def fail(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(export, "record_event", fail)
    with pytest.raises(RuntimeError):
        client.get(URL, {"format": "csv"})


def test_too_long_a_file_is_refused_with_a_way_out(client, admin, monkeypatch):
    monkeypatch.setattr(export, "MOST_LINES", 2)
    OrganizationFactory.create_batch(4)
    answer = client.get(URL, {"format": "csv", "action": "insert"}, follow=True)
    assert answer.redirect_chain[0][0] == f"{URL}?action=insert"
    assert "More than 2 lines" in answer.content.decode()


def test_an_auditors_file_holds_no_phone_number(client):
    person = PersonFactory()
    person.phone, person.consent_note = "0812-3456", "Asked"
    person.save()
    client.force_login(UserFactory(auditor=True))
    query = {"table": "actors.person", "record": person.pk}
    assert "0812-3456" not in client.get(URL, query).content.decode()
    assert "0812-3456" not in str(rows_of(client.get(URL, query | {"format": "csv"})))
    client.force_login(UserFactory(admin=True))
    assert "0812-3456" in str(rows_of(client.get(URL, query | {"format": "csv"})))
