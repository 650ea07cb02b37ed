"""The page of an organization: the register for everyone, its work only as far as one may look."""

from datetime import timedelta

import pytest
from django.urls import reverse

from agreements.action.states import CommitmentState
from agreements.engagement.states import MeetingState
from dashboards.charts.base import DASH
from tests.factories.action import CommitmentFactory
from tests.factories.actors import AppointmentFactory, OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, member_of
from tests.factories.engagement import AttendanceFactory, MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return OrganizationFactory(
        name="Dinas Kesehatan",
        address="Jalan Sehat 1\nMamuju",
        phone="0426-21234, 0426-21235",
        email="dinkes@contoh.test",
        website="https://dinkes.contoh.test/",
    )


@pytest.fixture
def work(office, today):
    """A party that came to one of two meetings, owes one promise late and kept one in time."""
    collaboration = CollaborationFactory(title="Kolaborasi rahasia")
    PartyFactory(collaboration=collaboration, organization=office)
    for days, came in ((3, True), (10, False)):
        meeting = MeetingFactory(
            collaboration=collaboration,
            held_on=today - timedelta(days=days),
            state=MeetingState.HELD,
            title=f"Rapat {days}",
        )
        AttendanceFactory(meeting=meeting, organization=office, is_present=came)
    ours = {"collaboration": collaboration, "organization": office}
    CommitmentFactory(**ours, overdue=True, promise="Mengirim data")
    CommitmentFactory(**ours, proposed=True)
    CommitmentFactory(**ours, state=CommitmentState.CANCELLED)
    return collaboration


def figures(soup):
    return [item.select_one(".stat-figure").text for item in soup.select(".stats .stat")]


def test_the_address_is_that_of_the_record(office):
    assert office.get_absolute_url() == f"/organizations/{office.pk}/"
    assert reverse("dashboards:organization", args=[office.pk]) == office.get_absolute_url()


def test_the_register_part_is_for_everyone_with_contacts_that_work(page, sign_in, office):
    sign_in()
    links = {link["href"] for link in page(office.get_absolute_url()).select("main a")}
    assert {"tel:042621234", "mailto:dinkes@contoh.test", "https://dinkes.contoh.test/"} <= links


def test_a_member_sees_what_it_does_and_every_number_opens_its_records(
    page, sign_in, client, office, work
):
    sign_in(member_of(work))
    soup = page(office.get_absolute_url())
    assert figures(soup)[:2] == ["2", "1"]
    assert figures(soup)[3] == "1"
    for stat, rows in zip(soup.select(".stats a.stat"), (2, 1, 1, 1), strict=True):
        listed = page(stat["href"])
        assert len(listed.select("main .row-title")) == rows, stat["href"]
    assert "Rapat 10" in soup.text
    assert len(soup.select("#chart-months .gantt-row")) == 6


def test_an_outsider_reads_no_title_and_no_number_of_what_others_do(page, sign_in, office, work):
    sign_in()
    soup = page(office.get_absolute_url())
    assert not soup.select(".stats")
    assert not soup.select("#meetings, #commitments, #collaborations")
    for secret in ("rahasia", "Rapat 3", "Mengirim data", "KMT-"):
        assert secret not in soup.text
    assert soup.select_one(".empty a")["href"] == reverse("agreements:collaboration-list")


def test_only_what_one_sees_is_counted(page, sign_in, office, work):
    shared = CollaborationFactory()
    PartyFactory(collaboration=shared, organization=office)
    CommitmentFactory(collaboration=shared, organization=office)
    sign_in(member_of(shared))
    soup = page(office.get_absolute_url())
    assert figures(soup) == ["1", "0", DASH, "0"]
    assert "rahasia" not in soup.text


def test_who_takes_part_with_it_may_log_a_meeting_there(page, sign_in, office, work):
    button = f"/meetings/new/?collaboration={work.pk}"
    sign_in(member_of(work))
    assert page(office.get_absolute_url()).select_one("main .btn-primary")["href"] == button
    sign_in(UserFactory(auditor=True, organization=office))
    assert not page(office.get_absolute_url()).select("main .btn-primary")
    sign_in(UserFactory(admin=True))
    edit = page(office.get_absolute_url()).select_one("main .btn-primary")["href"]
    assert edit == reverse("actors:organization-edit", args=[office.pk])


def test_a_guest_of_a_meeting_has_work_without_being_a_party(page, sign_in, work):
    guest = OrganizationFactory()
    AttendanceFactory(meeting=work.meetings.first(), organization=guest)
    sign_in(member_of(work))
    assert page(guest.get_absolute_url()).select("#meetings .row-title")


def test_the_page_costs_the_same_however_much_the_organization_does(
    sign_in, office, work, assert_flat_queries
):
    sign_in(member_of(work))

    def more(number=1):
        for _each in range(number):
            OrganizationFactory(parent=office)
            AppointmentFactory(organization=office)
            CommitmentFactory(collaboration=work, organization=office)
            meeting = MeetingFactory(collaboration=work, state=MeetingState.HELD)
            AttendanceFactory(meeting=meeting, organization=office)

    more()
    assert_flat_queries(office.get_absolute_url(), grow=lambda: more(2), ceiling=16)


@pytest.mark.parametrize("pk", [0, 987_654_321])
def test_a_missing_organization_is_not_found(client, sign_in, pk):
    sign_in()
    assert client.get(f"/organizations/{pk}/").status_code == 404
