"""What the forms of a charter do with good input and with bad."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter.states import CycleState, PartyState
from agreements.models import Collaboration
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import (
    CollaborationFactory,
    CycleFactory,
    PartyFactory,
    coordinator_of,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def send(client, sign_in, collaboration):
    """Post as the coordinator; returns the answer."""
    sign_in(coordinator_of(collaboration, language="en"))

    def send(name, record, data=None, *words):
        return client.post(reverse(f"agreements:{name}", args=[record.pk, *words]), data or {})

    return send


def day(offset=0):
    date = timezone.localdate() + timedelta(days=offset)
    return f"{date.day}/{date.month}/{date.year}"


def charter_of(collaboration, **changes):
    return {
        "title": collaboration.title,
        "purpose": collaboration.purpose,
        "initiator": collaboration.initiator_id,
        "focus": collaboration.focus,
        "formality": collaboration.formality,
        "starts_on": day(-365),
        "time_zone": collaboration.time_zone,
        "source_note": "",
        "version": collaboration.version,
        **changes,
    }


def errors_of(response):
    assert response.status_code == 200
    return [link["href"] for link in soup_of(response).select(".error-summary a")]


def test_a_party_is_added_and_the_page_leads_back_to_the_parties(send, collaboration):
    organization = OrganizationFactory()
    response = send(
        "party-create",
        collaboration,
        {
            "organization": organization.pk,
            "state": "invited",
            "basis": "mandated",
            "voice": "consulted",
            "starts_on": "3 Mei 2026",
        },
    )
    assert response.url == reverse("agreements:collaboration-parties", args=[collaboration.pk])
    party = collaboration.parties.get()
    assert (party.organization, party.state) == (organization, PartyState.INVITED)
    assert party.starts_on.isoformat() == "2026-05-03"


def test_a_party_twice_is_a_sentence_on_the_form(send, collaboration):
    party = PartyFactory(collaboration=collaboration)
    response = send(
        "party-create",
        collaboration,
        {
            "organization": party.organization_id,
            "state": "active",
            "basis": "voluntary",
            "voice": "decides",
            "starts_on": day(),
        },
    )
    assert "already a party in that time" in response.content.decode()


def test_searching_an_organization_gives_the_form_back_without_errors(send, collaboration):
    OrganizationFactory(name="Dinas Kesehatan Sulbar")
    data = {"organization_q": "kesehatan", "organization_find": "1", "starts_on": "1/2/2026"}
    response = send("party-create", collaboration, data)
    assert errors_of(response) == []
    soup = soup_of(response)
    assert "Dinas Kesehatan Sulbar" in soup.text
    assert soup.find(id="id_starts_on")["value"] == "1/2/2026"


def test_every_wrong_field_is_named_and_nothing_typed_is_lost(send, collaboration):
    response = send(
        "collaboration-edit",
        collaboration,
        charter_of(collaboration, title="", purpose="Tujuan baru", starts_on="31/2/2026"),
    )
    assert errors_of(response) == ["#id_title", "#id_starts_on"]
    assert soup_of(response).find(id="id_purpose").text.strip() == "Tujuan baru"


def test_the_charter_is_edited(send, collaboration):
    send("collaboration-edit", collaboration, charter_of(collaboration, title="Baru"))
    collaboration.refresh_from_db()
    assert (collaboration.title, collaboration.version) == ("Baru", 2)


@pytest.mark.parametrize("version", ["1", "", "x", "-5", "9" * 30])
def test_an_old_or_wrong_version_shows_both_texts_and_saves_nothing(send, collaboration, version):
    Collaboration.objects.filter(pk=collaboration.pk).update(title="Dari rekan", version=2)
    data = charter_of(collaboration, title="Dari saya", version=version)
    response = send("collaboration-edit", collaboration, data)
    soup = soup_of(response)
    cells = [cell.text.strip() for cell in soup.select(".conflict td")]
    assert cells == ["Dari rekan", "Dari saya"]
    assert soup.find(id="id_title")["value"] == "Dari saya"
    assert soup.find("input", attrs={"name": "version"})["value"] == "2"
    collaboration.refresh_from_db()
    assert collaboration.title == "Dari rekan"
    send("collaboration-edit", collaboration, data | {"version": "2"})
    collaboration.refresh_from_db()
    assert collaboration.title == "Dari saya"


@pytest.mark.parametrize(
    "garbage",
    ["\x00", "<script>", "9" * 400, "-1", "0", "None", "٣", "1' OR '1'='1", "\ud83d\ude00"],
)
@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("collaboration-edit", ("title", "focus", "initiator", "starts_on", "version")),
        ("party-create", ("organization", "organization_q", "state", "basis", "starts_on")),
        ("driver-create", ("kind", "description", "declared_by", "noted_on")),
        ("cycle-create", ("label", "starts_on", "ends_on")),
        ("coordinator-create", ("person", "person_q", "starts_on", "ends_on")),
        ("collaboration-close", ("reason", "ends_on")),
    ],
)
def test_hostile_input_is_never_an_error_of_ours(send, collaboration, name, fields, garbage):
    text = garbage.encode("utf-16", "surrogatepass").decode("utf-16")
    response = send(name, collaboration, dict.fromkeys(fields, text))
    assert response.status_code == 200


def test_a_driver_is_recorded_edited_and_removed(send, collaboration):
    party, foreign = PartyFactory(collaboration=collaboration), PartyFactory()
    driver = {
        "kind": "uncertainty",
        "description": "Data berbeda-beda.",
        "declared_by": party.pk,
        "noted_on": day(),
    }
    send("driver-create", collaboration, driver)
    row = collaboration.drivers.get(kind="uncertainty")
    assert row.declared_by == party
    refused = send("driver-create", collaboration, driver | {"declared_by": foreign.pk})
    assert errors_of(refused) == ["#id_declared_by"]
    send("driver-edit", row, driver | {"description": "Lain.", "version": 1})
    row.refresh_from_db()
    assert row.description == "Lain."
    send("driver-remove", row)
    assert collaboration.drivers.count() == 1


def test_the_last_driver_stays_and_the_form_says_why(send, collaboration):
    response = send("driver-remove", collaboration.drivers.get())
    assert "keeps at least one driver" in response.content.decode()


def test_days_back_to_front_are_shown_at_the_last_day(send, collaboration):
    data = {"label": "2026", "starts_on": day(), "ends_on": day(-1)}
    assert errors_of(send("cycle-create", collaboration, data)) == ["#id_ends_on"]


def test_cycles_that_share_days_are_refused(send, collaboration):
    cycle = CycleFactory(collaboration=collaboration)
    data = {"label": "Lagi", "starts_on": cycle.ends_on, "ends_on": cycle.ends_on}
    response = send("cycle-create", collaboration, data)
    assert "already covers" in response.content.decode()


def test_a_term_is_opened_and_closed(send, collaboration):
    party = PartyFactory(collaboration=collaboration)
    person = AppointmentFactory(organization=party.organization).person
    send("representative-create", party, {"person": person.pk, "starts_on": day()})
    term = party.representatives.get()
    send("representative-end", term, {"ends_on": day(1)})
    term.refresh_from_db()
    assert term.ends_on == timezone.localdate() + timedelta(days=1)


def test_a_stranger_or_a_day_gone_by_is_refused_at_its_field(send, collaboration):
    party = PartyFactory(collaboration=collaboration)
    stranger = {"person": PersonFactory().pk, "starts_on": day()}
    assert errors_of(send("representative-create", party, stranger)) == ["#id_person"]
    person = AppointmentFactory(organization=party.organization).person
    early = {"person": person.pk, "starts_on": day(-1)}
    assert errors_of(send("representative-create", party, early)) == ["#id_starts_on"]


def test_the_last_coordinator_stays_until_somebody_follows(send, collaboration):
    term = collaboration.coordinators.get()
    response = send("coordinator-end", term, {"ends_on": day()})
    assert "First appoint who follows" in response.content.decode()
    person = PersonFactory()
    send("coordinator-create", collaboration, {"person": person.pk, "starts_on": day(1)})
    assert send("coordinator-end", term, {"ends_on": day()}).status_code == 302


def test_a_party_pauses_and_leaves_with_a_reason(send, collaboration):
    party = PartyFactory(collaboration=collaboration)
    assert errors_of(send("party-pause", party, {"reason": "  "})) == ["#id_reason"]
    send("party-pause", party, {"reason": "Menunggu"})
    send("party-move", party, {}, "activate")
    late = send("party-end", party, {"reason": "Selesai", "ends_on": day(1)})
    assert errors_of(late) == ["#id_ends_on"]
    send("party-end", party, {"reason": "Selesai", "ends_on": day()})
    party.refresh_from_db()
    assert party.state == PartyState.LEFT


def test_an_illegal_button_becomes_a_message(client, send, collaboration):
    cycle = CycleFactory(collaboration=collaboration)
    response = send("cycle-move", cycle, {}, "closed")
    page = client.get(response.url)
    assert "cannot become" in soup_of(page).select_one("#messages").text
    send("cycle-move", cycle, {}, "running")
    cycle.refresh_from_db()
    assert cycle.state == CycleState.RUNNING


def test_an_admin_founds_and_names_the_coordinator(client, sign_in):
    sign_in(UserFactory(admin=True))
    address = reverse("agreements:collaboration-create")
    form = soup_of(client.get(address))
    ticket = form.find("input", attrs={"name": "submission_id"})["value"]
    person, organization = PersonFactory(), OrganizationFactory()
    data = {
        "title": "4+1",
        "purpose": "Bersama.",
        "initiator": organization.pk,
        "focus": "policy",
        "formality": "formal",
        "starts_on": day(),
        "time_zone": "Asia/Jakarta",
        "submission_id": ticket,
    }
    assert errors_of(client.post(address, data)) == ["#id_coordinator"]
    data |= {"coordinator": person.pk}
    first, second = client.post(address, data), client.post(address, data)
    collaboration = Collaboration.objects.get()
    assert first.url == second.url == collaboration.get_absolute_url()
    assert collaboration.coordinators.get().person == person
    page = soup_of(client.post(address, data | {"purpose": "Sesuatu yang lain."}))
    assert page.find("textarea", attrs={"name": "purpose"}).text.strip() == "Sesuatu yang lain."
    assert page.select_one(f'.alert a[href="{collaboration.get_absolute_url()}"]')
    assert page.find("input", attrs={"name": "submission_id"})["value"] != ticket


def test_a_purpose_and_a_driver_have_a_length(send, collaboration):
    charter = charter_of(collaboration, purpose="x" * 4001)
    assert errors_of(send("collaboration-edit", collaboration, charter)) == ["#id_purpose"]
    driver = {"kind": "leadership", "description": "x" * 4001, "noted_on": day()}
    assert errors_of(send("driver-create", collaboration, driver)) == ["#id_description"]
    assert collaboration.drivers.count() == 1
    driver["description"] = "x" * 4000
    assert send("driver-create", collaboration, driver).status_code == 302
    assert send("driver-create", collaboration, driver).status_code == 302
    assert collaboration.drivers.count() == 2
