"""Helper buttons of the form: they change it, keep what was typed and judge nothing."""

import pytest
from django.urls import reverse

from agreements.models import Meeting
from tests.agreements.engagement.posts import NEW, fields_of, fresh, post
from tests.factories.actors import AppointmentFactory, OrganizationFactory, PersonFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, member_of
from tests.factories.engagement import AttendanceFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
SIGNED = {"token", "csrfmiddlewaretoken"}
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def last():
    meeting = MeetingFactory(title="Rapat koordinasi #13")
    party = PartyFactory(collaboration=meeting.collaboration)
    AttendanceFactory(meeting=meeting, organization=party.organization)
    return meeting


@pytest.fixture
def user(last, sign_in):
    return sign_in(member_of(last.collaboration))


@pytest.fixture
def fields(client, user):
    return fresh(client) | {"title": "", "commitment-0-promise": "Setengah", "held_on": "besok"}


@pytest.mark.parametrize("button", ["add_agenda", "add_commitment", "add_new_person", "find"])
def test_a_helper_button_keeps_the_text_and_shows_no_errors(client, fields, button):
    response = post(client, fields, **{button: "1"})
    assert response.status_code == 200
    page = soup_of(response)
    assert not page.select(".is-invalid, .error-summary, .invalid-feedback")
    again = fields_of(response)
    changes = [name for name in fields.keys() - SIGNED if again[name] != fields[name]]
    assert not changes
    assert not Meeting.objects.filter(title="").exists()


@pytest.mark.parametrize(
    ("button", "field"),
    [
        ("add_agenda", "agenda-1-topic"),
        ("add_commitment", "commitment-1-promise"),
    ],
)
def test_a_button_adds_one_more_row(client, fields, button, field):
    assert field in fields_of(post(client, fields, **{button: "1"}))


@pytest.mark.parametrize(
    ("button", "field"),
    [("add_agenda", "agenda-1-topic"), ("add_commitment", "commitment-1-promise")],
)
def test_with_htmx_only_the_new_row_comes_back(client, fields, button, field):
    response = client.post(reverse("agreements:meeting-create"), {**fields, button: "1"}, **HTMX)
    page = soup_of(response)
    assert not page.find("form")
    assert page.find(attrs={"name": field})
    assert page.find(attrs={"data-new-row": True})["data-added"]
    assert "HX-Request" in response["Vary"]


def test_a_row_too_many_gives_the_form_back_with_a_sentence(client, fields):
    fields |= {f"agenda-{number}-topic": "x" for number in range(100)}
    response = client.post(
        reverse("agreements:meeting-create"), {**fields, "add_agenda": "1"}, **HTMX
    )
    assert response["HX-Retarget"] == "#meeting-form"
    assert "100" in soup_of(response).find(class_="picker-notice").text
    assert "agenda-100-topic" not in fields_of(response)


@pytest.mark.parametrize(
    ("button", "field"),
    [("remove_agenda", "agenda-0-topic"), ("remove_commitment", "commitment-0-promise")],
)
def test_a_row_is_removed(client, fields, button, field):
    assert field not in fields_of(post(client, fields, **{button: "0"}))


def test_an_attendee_is_removed_from_the_list(client, fields):
    again = fields_of(post(client, fields, remove_attendance="0"))
    assert "attendance-0-organization" not in again
    assert "attendance-1-organization" in again


def test_search_without_a_script_shows_who_can_be_added(client, fields):
    OrganizationFactory(name="Dinas Kesehatan")
    response = post(client, fields, find="1", attendee_search="dinas kesehatan")
    button = soup_of(response).find("button", attrs={"name": "add_attendee"})
    assert button["aria-label"].endswith("Dinas Kesehatan")
    assert fields_of(response)["attendee_search"] == "dinas kesehatan"


def test_enter_in_the_search_box_searches_and_saves_nothing(client, user):
    fields = fresh(client)
    before = Meeting.objects.count()
    response = post(client, fields, enter="1", attendee_search="dinas")
    assert response.status_code == 200
    assert Meeting.objects.count() == before


def test_the_first_button_of_the_form_is_the_one_that_saves(client, user):
    form = soup_of(client.get(reverse("agreements:meeting-create"))).find(id="meeting-form")
    assert form.find("button")["name"] == "enter"
    assert post(client, fresh(client), enter="1").status_code == 302


def test_the_live_search_offers_people_with_their_organization(client, user):
    post_held = AppointmentFactory(person=PersonFactory(full_name="Rina Wulandari"))
    response = client.get(reverse("agreements:meeting-attendees"), {"attendee_search": "rina"})
    button = soup_of(response).find("button")
    assert button["value"] == f"p{post_held.person_id}-o{post_held.organization_id}"
    assert "Rina Wulandari" in button["aria-label"]
    assert not soup_of(response).find("html")


def test_somebody_without_a_post_comes_from_where_they_last_attended(client, user, last):
    row = AttendanceFactory(meeting=last, person=PersonFactory(full_name="Rina Wulandari"))
    response = client.get(reverse("agreements:meeting-attendees"), {"attendee_search": "rina"})
    assert soup_of(response).find("button")["value"] == f"p{row.person_id}-o{row.organization_id}"


def test_a_search_without_hits_says_what_to_do(client, user):
    response = client.get(reverse("agreements:meeting-attendees"), {"attendee_search": "zzqqxx"})
    assert "zzqqxx" in response.content.decode()


@pytest.mark.parametrize("nonsense", ["", "a", "\x00", "%", "'; --", "x" * 5000])
def test_the_live_search_answers_any_text(client, user, nonsense):
    url = reverse("agreements:meeting-attendees")
    assert client.get(url, {"attendee_search": nonsense}).status_code == 200


def test_an_organization_found_is_added_ticked_and_can_promise(client, fields):
    organization = OrganizationFactory()
    response = post(client, fields, add_attendee=f"o{organization.pk}", attendee_search="x")
    again = fields_of(response)
    row = next(name for name, text in again.items() if text == str(organization.pk))
    assert again[row.replace("organization", "present")] == "on"
    assert again["attendee_search"] == ""
    owners = soup_of(response).find("select", attrs={"name": "commitment-0-organization"})
    assert owners.find("option", value=str(organization.pk))


def test_an_attendee_on_the_list_is_ticked_not_doubled(client, fields, last):
    organization = last.attendances.get().organization
    again = fields_of(post(client, fields, add_attendee=f"o{organization.pk}"))
    named = [name for name, text in again.items() if text == str(organization.pk)]
    assert len([name for name in named if name.startswith("attendance")]) == 1


@pytest.mark.parametrize("value", ["", "o987654321", "p987654321", "o-1", "ox", "p1-o", "-", "é"])
def test_a_foreign_attendee_is_refused_in_words(client, fields, value):
    response = post(client, fields, add_attendee=value)
    assert response.status_code == 200
    assert fields_of(response).keys() == fields.keys()


def test_another_collaboration_refills_what_nobody_touched(client, user, last):
    other = PartyFactory(organization=user.organization).collaboration
    MeetingFactory(collaboration=other, title="Rapat pokja #4", place="Aula")
    fields = fresh(client, collaboration=last.collaboration_id)
    fields |= {"collaboration": str(other.pk), "commitment-0-promise": "Tetap"}
    again = fields_of(post(client, fields, use_collaboration="1"))
    assert (again["title"], again["place"]) == ("Rapat pokja #5", "Aula")
    assert again["commitment-0-promise"] == "Tetap"
    assert again["prefilled_for"] == str(other.pk)


def test_another_collaboration_leaves_what_was_touched(client, user, last):
    other = PartyFactory(organization=user.organization).collaboration
    MeetingFactory(collaboration=other, title="Rapat pokja #4")
    fields = fresh(client, collaboration=last.collaboration_id)
    listed = fields["attendance-0-organization"]
    del fields["attendance-0-present"]
    fields |= {"collaboration": str(other.pk), "title": "Judul saya"}
    party = PartyFactory(collaboration=other)
    again = fields_of(post(client, fields, use_collaboration="1"))
    assert again["title"] == "Judul saya"
    assert again["attendance-0-organization"] == listed
    offered = next(name for name, text in again.items() if text == str(party.organization_id))
    assert again[offered.replace("organization", "kind")] == "offered"
    assert offered.replace("organization", "present") not in again


def test_a_collaboration_of_others_refills_nothing(client, user, fields):
    foreign = CollaborationFactory()
    fields |= {"collaboration": str(foreign.pk)}
    response = post(client, fields, use_collaboration="1")
    assert foreign.title not in response.content.decode()


def test_saving_leaves_the_card_of_the_last_button_behind(client, user):
    """A button leads to its card; a form posted to a bare address is answered with one."""
    query = {"collaboration": str(user.organization.parties.get().collaboration_id)}
    form = soup_of(client.get(reverse(NEW), query)).find(id="meeting-form")
    assert form["action"] == f"{reverse(NEW)}?collaboration={query['collaboration']}"
    assert form.find("button", attrs={"name": "find"})["formaction"] == "#attendee-picker"
    assert not form.find("button", attrs={"name": "save"}).has_attr("formaction")
