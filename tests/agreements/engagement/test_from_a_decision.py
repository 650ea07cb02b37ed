"""A commitment of the meeting form says which decision it carries out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.engagement.kinds import DecisionKind
from agreements.models import Commitment, Meeting
from tests.agreements.engagement.lines import edit, log, present, promise, topic
from tests.agreements.engagement.posts import errors_of, fresh, post
from tests.factories.charter import CollaborationFactory, PartyFactory, member_of
from tests.html import soup_of

pytestmark = pytest.mark.django_db

NEXT_WEEK = (timezone.localdate() + timedelta(days=7)).isoformat()


@pytest.fixture
def party():
    return PartyFactory(collaboration=CollaborationFactory())


@pytest.fixture
def user(party, sign_in):
    return sign_in(member_of(party.collaboration, language="en"))


@pytest.fixture
def fields(client, user, party):
    return {
        **fresh(client),
        "title": "Rapat koordinasi",
        "agenda-0-topic": "Data sasaran",
        "agenda-0-decision": "Satu data untuk semua.",
        "agenda-1-topic": "Lain-lain",
        "commitment-0-promise": "Mengirim data",
        "commitment-0-organization": str(party.organization_id),
        "commitment-0-due_on": NEXT_WEEK,
    }


def test_the_commitment_carries_out_the_decision_on_its_topic(party, user):
    lines = [
        topic("Pembukaan", number=0, decision="Rapat tiap bulan."),
        topic("Data", number=4, decision="Satu data.", decision_kind=DecisionKind.SUBSTANTIVE),
    ]
    promises = [promise(party.organization, topic=4), promise(party.organization, "Lain")]
    attendances = [present(party.organization)]
    log(party.collaboration, user, attendances=attendances, agenda=lines, commitments=promises)
    carried, other = Commitment.objects.order_by("pk")
    assert carried.decision.text == "Satu data."
    assert other.decision is None


def test_a_later_commitment_can_name_a_decision_of_the_recorded_meeting(party, user):
    attendances = [present(party.organization)]
    agenda = [topic("Data", number=0, decision="Satu data.")]
    meeting = log(party.collaboration, user, attendances=attendances, agenda=agenda)
    kept = [topic("Data", number=0, decision="Satu data.", item_id=meeting.agenda_items.get().pk)]
    edit(
        meeting,
        user,
        attendances=attendances,
        agenda=kept,
        commitments=[promise(party.organization, topic=0)],
    )
    assert Commitment.objects.get().decision == meeting.decisions.get()


def test_the_form_saves_the_link(client, fields):
    assert post(client, fields, **{"commitment-0-topic": "0"}).status_code == 302
    assert Commitment.objects.get().decision.text == "Satu data untuk semua."


def test_the_form_offers_the_topics_it_holds(client, fields):
    response = post(client, {**fields, "add_commitment": "1"})
    offered = soup_of(response).find("select", {"name": "commitment-0-topic"}).find_all("option")
    assert [option["value"] for option in offered] == ["", "0", "1"]
    assert offered[1].text == "Topic 1: Data sasaran"


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ("1", "No decision is written on this topic. Write it, or choose none."),
        ("77", "Choose a topic of the list."),
        ("-1", "Choose a topic of the list."),
    ],
)
def test_a_topic_without_a_decision_is_said_at_its_field(client, fields, chosen, sentence):
    response = post(client, fields, **{"commitment-0-topic": chosen})
    assert not Meeting.objects.exists()
    said = next(text for text in errors_of(response) if sentence in text)
    assert errors_of(response)[said] == "#id_commitment-0-topic"
