"""The history of a record: who changed what, for exactly those who may read it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from actors.audit.kinds import EventKind
from actors.models import AccessEvent
from collabgov.kit.audit import as_system, because
from tests.factories.action import CommitmentFactory
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    RegionFactory,
    UserFactory,
)
from tests.factories.charter import (
    CollaborationFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
    member_of,
    representative_in,
)
from tests.factories.engagement import AttendanceFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def url_of(record):
    return reverse("dashboards:history", args=[record._meta.model_name, record.pk])


def text_of(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").main.get_text(" ").split())


def change(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


# --- who may read it --------------------------------------------------------------------------


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def people(collaboration):
    """One reader of every kind, by name."""
    return {
        "outsider": UserFactory(),
        "member": member_of(collaboration),
        "representative": representative_in(collaboration),
        "coordinator": coordinator_of(collaboration),
        "admin": UserFactory(admin=True),
        "auditor": UserFactory(auditor=True),
    }


READERS = ("outsider", "member", "representative", "coordinator", "admin", "auditor")


def answers(client, people, record):
    codes = []
    for who in READERS:
        client.force_login(people[who])
        codes.append(client.get(url_of(record)).status_code)
    return codes


def test_a_collaboration_is_read_by_its_coordinator(client, people, collaboration):
    assert answers(client, people, collaboration) == [404, 403, 403, 200, 200, 200]


def test_a_commitment_is_read_by_who_promised_it(client, people, collaboration):
    theirs = CommitmentFactory(
        collaboration=collaboration, organization=people["member"].organization
    )
    assert answers(client, people, theirs) == [404, 200, 403, 200, 200, 200]


def test_a_representative_reads_what_their_party_promised(client, people, collaboration):
    party = collaboration.parties.get(representatives__person=people["representative"].person)
    theirs = CommitmentFactory(collaboration=collaboration, organization=party.organization)
    assert answers(client, people, theirs)[1:3] == [403, 200]


def test_a_meeting_is_read_by_the_organization_that_logged_it(client, people, collaboration):
    meeting = MeetingFactory(collaboration=collaboration, logged_by=people["member"])
    assert answers(client, people, meeting) == [404, 200, 403, 200, 200, 200]
    nobodys = MeetingFactory(collaboration=collaboration, logged_by=None)
    assert answers(client, people, nobodys) == [404, 403, 403, 200, 200, 200]


def test_an_organization_is_read_by_its_own_people(client, people):
    own = people["member"].organization
    assert answers(client, people, own) == [403, 200, 403, 403, 200, 200]


def test_a_person_is_read_by_themselves_and_their_organization(client, people):
    colleague = AppointmentFactory(organization=people["member"].organization).person
    assert answers(client, people, colleague) == [403, 200, 403, 403, 200, 200]
    assert answers(client, people, people["outsider"].person)[0] == 200


def test_an_account_is_read_by_oneself_and_who_reads_all(client, people):
    assert answers(client, people, people["member"]) == [404, 200, 404, 404, 200, 200]


def test_a_region_is_read_by_who_reads_all(client, people):
    assert answers(client, people, RegionFactory()) == [403, 403, 403, 403, 200, 200]


def test_a_coordinator_elsewhere_reads_nothing_here(client, collaboration):
    client.force_login(coordinator_of(CollaborationFactory()))
    assert client.get(url_of(collaboration)).status_code == 404


@pytest.mark.parametrize("model", ["nothing", "party", "accessevent", "session", "Meeting"])
def test_a_kind_of_record_without_a_history_is_not_there(client, model):
    client.force_login(UserFactory(admin=True))
    assert client.get(f"/audit/{model}/1/").status_code == 404


def test_a_foreign_record_is_written_down_under_its_own_name(client, people):
    meeting = MeetingFactory(title="Secret meeting")
    client.force_login(people["outsider"])
    assert client.get(url_of(meeting)).status_code == 404
    event = AccessEvent.objects.get()
    assert (event.kind, event.about_label) == (EventKind.FOREIGN, "Secret meeting")


# --- what it says -----------------------------------------------------------------------------


def test_it_says_who_in_which_role_and_from_what_to_what(client, collaboration):
    user = coordinator_of(collaboration, language="en", person__full_name="Rina")
    client.force_login(user)
    page = f"/collaborations/{collaboration.pk}/edit/"
    form = client.get(page).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    client.post(page, typed | {"purpose": "Fewer children are stunted each year"})
    client.post(page, typed | {"purpose": "Fewer children are hungry each year", "version": 2})
    answer = client.get(url_of(collaboration))
    text = text_of(answer)
    assert "Rina" in text
    assert user.organization.name in text
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.select_one(".changes del").get_text().endswith("stunted")
    assert page.select_one(".changes ins").get_text().endswith("hungry")
    assert page.select(".changes del .visually-hidden")


def test_values_are_said_as_people_know_them(client):
    admin = UserFactory(admin=True, language="en")
    parent = OrganizationFactory(name="The office above")
    office = OrganizationFactory()
    change(office, parent=parent, kind="university", is_active=False)
    client.force_login(admin)
    text = text_of(client.get(url_of(office)))
    assert "Belongs to The office above" in text
    assert "now: University" in text
    assert "before: yes → now: no" in text


def test_a_command_is_the_system_and_a_reason_is_told(client):
    office = OrganizationFactory()
    with as_system("tidy"), because("The ministry was renamed"):
        change(office, name="New name")
    client.force_login(UserFactory(admin=True, language="en"))
    text = text_of(client.get(url_of(office)))
    assert "The system (tidy)" in text
    assert "Reason: The ministry was renamed" in text


def test_parts_are_in_the_history_of_the_whole_also_when_they_are_gone(client):
    meeting = MeetingFactory()
    kept, gone = AttendanceFactory.create_batch(2, meeting=meeting)
    name = gone.organization.name
    gone.delete()
    other = AttendanceFactory()
    client.force_login(UserFactory(admin=True, language="en"))
    text = text_of(client.get(url_of(meeting)))
    assert f"Deleted: Attendance {name}" in text
    assert kept.organization.name in text
    assert other.organization.name not in text


def test_a_part_that_has_the_number_of_its_whole_is_named(client):
    meeting = MeetingFactory()
    present = AttendanceFactory(pk=meeting.pk + 1_000_000, meeting=meeting)
    same = AttendanceFactory(pk=meeting.pk, meeting=meeting)
    client.force_login(UserFactory(admin=True, language="en"))
    text = text_of(client.get(url_of(meeting)))
    for each in (present, same):
        assert f"Added: Attendance {each.organization.name}" in text
    assert f"Added: Meeting {meeting.title}" not in text


def test_parts_of_parts_are_there_too(client):
    spoken = RepresentativeFactory(person__full_name="Sari")
    client.force_login(UserFactory(auditor=True))
    assert "Sari" in text_of(client.get(url_of(spoken.party.collaboration)))


def test_a_history_costs_the_same_however_long(client, sign_in, assert_flat_queries):
    collaboration = CollaborationFactory()
    PartyFactory(collaboration=collaboration)
    sign_in(coordinator_of(collaboration))

    def grow():
        for number in range(3):
            PartyFactory(collaboration=collaboration)
            change(collaboration, title=f"Title {number}")

    client.get(url_of(collaboration))  # in a test all is one transaction:
    grow()  # from here on, rows know the account of the last request
    assert_flat_queries(url_of(collaboration), grow=grow, ceiling=30)


# --- contact details --------------------------------------------------------------------------


@pytest.fixture
def reachable():
    person = PersonFactory()
    change(person, phone="0812-3456", email="p@contoh.test", consent_note="Asked in May")
    return person


def test_an_auditor_reads_that_a_phone_number_changed_but_not_which(client, reachable):
    client.force_login(UserFactory(auditor=True))
    text = text_of(client.get(url_of(reachable)))
    assert "0812-3456" not in text
    assert "p@contoh.test" not in text
    assert "hanya ditampilkan kepada yang memerlukannya" in text
    assert not AccessEvent.objects.filter(kind=EventKind.VIEWED).exists()


def test_who_may_see_contacts_sees_them_and_is_written_down(client, reachable):
    admin = UserFactory(admin=True)
    client.force_login(admin)
    assert "0812-3456" in text_of(client.get(url_of(reachable)))
    event = AccessEvent.objects.get(kind=EventKind.VIEWED)
    assert (event.user, event.about_pk) == (admin, str(reachable.pk))
    assert event.details["fields"] == ["consent_note", "email", "phone"]


def test_a_colleague_does_not_read_the_phone_number(client, reachable):
    post = AppointmentFactory(person=reachable)
    client.force_login(UserFactory(organization=post.organization))
    answer = client.get(url_of(reachable))
    assert answer.status_code == 200
    assert "0812-3456" not in answer.content.decode()


def test_addresses_of_machines_are_for_who_reads_all(client):
    office = OrganizationFactory()
    client.force_login(UserFactory(admin=True))
    page = f"/organizations/{office.pk}/edit/"
    form = client.get(page).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    client.post(page, typed | {"name": "Renamed"}, REMOTE_ADDR="10.9.8.7")
    assert "10.9.8.7" in text_of(client.get(url_of(office)))
    client.force_login(UserFactory(organization=office))
    assert "10.9.8.7" not in text_of(client.get(url_of(office)))


# --- the way there ----------------------------------------------------------------------------


@pytest.mark.parametrize("may", [True, False])
def test_pages_of_records_lead_to_their_history_for_who_may_read_it(client, may):
    collaboration = CollaborationFactory()
    records = [
        collaboration,
        MeetingFactory(collaboration=collaboration),
        CommitmentFactory(collaboration=collaboration),
        PersonFactory(),
        OrganizationFactory(),
        RegionFactory(),
    ]
    client.force_login(UserFactory(auditor=True) if may else member_of(collaboration))
    for record in records:
        answer = client.get(record.get_absolute_url())
        assert (url_of(record) in answer.content.decode()) == may, record


# --- what is gone -----------------------------------------------------------------------------


def test_who_reads_all_reads_the_history_of_what_is_gone(client):
    office = OrganizationFactory(name="Dinas Keliru")
    address = url_of(office)
    office.delete()
    client.force_login(UserFactory(auditor=True, language="en"))
    said = text_of(client.get(address))
    assert "Dinas Keliru" in said
    assert "no longer there" in said
    assert "Deleted" in said
    client.force_login(UserFactory())
    assert client.get(address).status_code == 404


def test_what_never_was_has_no_history(client):
    client.force_login(UserFactory(admin=True))
    assert client.get(reverse("dashboards:history", args=["organization", 987])).status_code == 404
