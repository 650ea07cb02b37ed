"""The pages of a decision: the register, its whole story, and the forms on its way."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter.stances import Stance
from agreements.engagement import transitions
from agreements.engagement.states import DecisionState
from agreements.models import AgendaItem, Collaboration, Decision, Option
from tests.agreements.engagement.deciding import Scene
from tests.factories.action import CommitmentFactory
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.deliberation import (
    ObjectionAnswerFactory,
    OptionFactory,
    PositionChangeFactory,
    PositionFactory,
)
from tests.factories.engagement import AgendaItemFactory, DecisionFactory, MeetingFactory
from tests.factories.instruments import AgreementFactory

pytestmark = pytest.mark.django_db
LIST = "agreements:decision-list"


@pytest.fixture
def scene():
    return Scene()


def url(name, record, *more):
    return reverse(f"agreements:{name}", args=[record.pk, *more])


def text_of(client, record):
    return client.get(record.get_absolute_url()).content.decode()


def test_a_topic_is_decided_three_meetings_later_and_its_page_tells_how(client, scene, sign_in):
    middle = MeetingFactory(
        collaboration=scene.collaboration,
        held_on=scene.first.held_on + dt.timedelta(days=7),
        title="Rapat kedua",
    )
    AgendaItemFactory(meeting=middle, thread=scene.item.thread, notes="Biaya dihitung ulang.")
    AgendaItemFactory(meeting=scene.later, thread=scene.item.thread, notes="Disepakati.")
    sign_in(scene.health_speaker)
    client.post(url("option-create", scene.item), {"title": "Per desa", "cost": "1.000.000"})
    client.post(url("option-create", scene.item), {"title": "Per kecamatan"})
    client.post(
        url("decision-create", scene.item),
        {"text": "Data diverifikasi ulang", "kind": "substantive", "rule": "consensus"},
    )
    decision = Decision.objects.get()
    sign_in(scene.coordinator)
    client.post(url("decision-move", decision, "deliberate"))
    sign_in(scene.works_speaker)
    says = {"party": scene.works.pk, "stance": "object", "reason": "Beban belum dianggarkan."}
    client.post(url("decision-position", decision), says)
    row = decision.positions.get()
    sign_in(scene.coordinator)
    chosen = Option.objects.get(title="Per kecamatan")
    decide = {"decided_in": scene.later.pk, "option": chosen.pk}
    refused = client.post(url("decision-decide", decision), decide).content.decode()
    assert "Dinas PU" in refused
    sign_in(scene.health_speaker)
    client.post(url("objection-answer", row), {"text": "APBD perubahan menampungnya."})
    sign_in(scene.works_speaker)
    client.post(
        url("decision-position", decision), {"party": scene.works.pk, "stance": "stand_aside"}
    )
    sign_in(scene.coordinator)
    client.post(url("decision-decide", decision), decide)
    CommitmentFactory(
        collaboration=scene.collaboration,
        organization=scene.health.organization,
        decision=decision,
        promise="Kirim daftar",
    )
    page = text_of(client, decision)
    for said in (
        "Data diverifikasi ulang",
        "Rapat kedua",
        "Biaya dihitung ulang.",
        "Disepakati.",
        "Per desa",
        "Rp1.000.000",
        "Dipilih",
        "Beban belum dianggarkan.",
        "APBD perubahan menampungnya.",
        "Tidak menghalangi",
        "Belum menyatakan sikap",
        "Kirim daftar",
        scene.later.title,
    ):
        assert said in page, said
    assert "0 mendukung, 0 menerima, 1 tidak menghalangi, 0 berkeberatan, 1 belum" in page


def test_nobody_silent_is_shown_as_agreeing(client, scene, sign_in):
    decision = scene.decided()
    sign_in(scene.health_speaker)
    page = client.get(decision.get_absolute_url())
    assert [row.stance for row in page.context["positions"]] == [Stance.NOT_STATED] * 2
    assert "2 belum menyatakan sikap" in page.content.decode()
    assert "Mendukung" not in page.content.decode()


def test_an_open_objection_is_told_before_and_after(client, scene, sign_in):
    decision, _row = scene.objected()
    sign_in(scene.coordinator)
    assert client.get(decision.get_absolute_url()).context["unanswered"] == ["Dinas PU"]
    other = scene.deliberated(text="Lain")
    scene.says(other, scene.health, by=scene.coordinator)
    scene.decide(other)
    scene.says(other, scene.health, Stance.OBJECT, reason="Tidak ditanya.")
    page = client.get(other.get_absolute_url())
    assert page.context["unanswered"] == [scene.health.organization.label]
    assert page.context["is_blocked"]


@pytest.mark.parametrize("who", ["member", "auditor", "admin", "representative"])
def test_everybody_inside_reads_and_only_the_coordinator_is_offered_the_moves(
    client, scene, sign_in, who
):
    decision = scene.deliberated()
    people = {
        "member": lambda: member_of(scene.collaboration),
        "auditor": lambda: UserFactory(role="auditor"),
        "admin": lambda: UserFactory(role="admin"),
        "representative": lambda: scene.health_speaker,
    }
    sign_in(people[who]())
    page = text_of(client, decision)
    assert url("decision-decide", decision) not in page
    assert client.get(url("decision-decide", decision)).status_code == 403
    sign_in(scene.coordinator)
    assert url("decision-decide", decision) in text_of(client, decision)


def test_outsiders_find_nothing(client, scene, sign_in):
    decision, row = scene.objected()
    option = OptionFactory(agenda_item=scene.item)
    sign_in(OrganizationFactory())
    for name, record in (
        ("decision-detail", decision),
        ("decision-decide", decision),
        ("decision-position", decision),
        ("decision-create", scene.item),
        ("option-create", scene.item),
        ("option-edit", option),
        ("objection-answer", row),
    ):
        assert client.get(url(name, record)).status_code == 404


def test_who_is_only_consulted_is_not_asked(client, scene, sign_in):
    decision = scene.deliberated()
    sign_in(scene.asked_speaker)
    assert url("decision-position", decision) not in text_of(client, decision)
    assert client.get(url("decision-position", decision)).status_code == 403


def test_what_the_coordinator_said_is_confirmed_by_the_party(client, scene, sign_in):
    decision = scene.deliberated()
    row = scene.says(decision, scene.health, by=scene.coordinator)
    sign_in(scene.health_speaker)
    assert url("position-confirm", row) in text_of(client, decision)
    client.post(url("position-confirm", row))
    row.refresh_from_db()
    assert not row.is_on_behalf


def test_the_ways_of_the_coordinator(client, scene, sign_in):
    decision, later = scene.decided(), scene.decided(text="Penggantinya")
    agreement = AgreementFactory(collaboration=scene.collaboration)
    sign_in(scene.coordinator)
    client.post(url("decision-move", decision, "take-effect"))
    client.post(url("decision-review", decision), {"note": "Berjalan baik."})
    client.post(url("decision-instrument", decision), {"instrument": agreement.pk})
    page = text_of(client, decision)
    assert "Berjalan baik." in page
    assert agreement.title in page
    client.post(url("decision-amend", decision), {"later": later.pk, "how": "revoked"})
    decision.refresh_from_db()
    assert decision.state == DecisionState.REVOKED
    assert "Penggantinya" in text_of(client, decision)
    other = scene.put_forward(text="Ditarik")
    assert client.post(url("decision-withdraw", other), {"reason": ""}).status_code == 200
    client.post(url("decision-withdraw", other), {"reason": "Tidak perlu."})
    assert "Tidak perlu." in text_of(client, other)
    assert client.post(url("decision-move", other, "nothing")).status_code == 404


def test_an_option_is_edited_and_removed(client, scene, sign_in):
    option = OptionFactory(agenda_item=scene.item, proposed_by=scene.health)
    decision = scene.put_forward()
    sign_in(scene.health_speaker)
    assert url("option-edit", option) in text_of(client, decision)
    said = {"title": "Lain", "cost": "2500", "version": 1, "proposed_by": scene.health.pk}
    answer = client.post(url("option-edit", option), said)
    assert answer.url == f"{decision.get_absolute_url()}#options"
    option.refresh_from_db()
    assert (option.title, option.cost) == ("Lain", 2500)
    page = client.post(url("option-edit", option), {"title": "Nanti", "version": 1})
    assert "Nanti" in page.content.decode()
    client.post(url("option-remove", option))
    assert not Option.objects.exists()


def test_a_closed_topic_says_how_to_go_on(client, scene, sign_in):
    decision = scene.deliberated()
    AgendaItem.objects.filter(pk=scene.item.pk).update(closed_at=timezone.now(), is_open=False)
    sign_in(scene.coordinator)
    for name, record, said in (
        ("decision-decide", decision, {"decided_in": scene.first.pk}),
        ("decision-create", scene.item, {"text": "A", "kind": "procedural", "rule": "chair"}),
        ("option-create", scene.item, {"title": "A"}),
        ("decision-position", decision, {"party": scene.health.pk, "stance": "support"}),
    ):
        page = client.post(url(name, record), said)
        assert page.status_code == 200
        assert "sudah ditutup. Buka kembali" in page.content.decode()


def test_the_meeting_leads_to_its_decisions_and_to_new_ones(client, scene, sign_in):
    decision = scene.put_forward()
    meeting = scene.first.get_absolute_url()
    offered = url("decision-create", scene.item), url("option-create", scene.item)
    sign_in(scene.health_speaker)
    page = client.get(meeting).content.decode()
    assert decision.get_absolute_url() in page
    assert all(address in page for address in offered)
    sign_in(UserFactory(role="auditor"))
    page = client.get(meeting).content.decode()
    assert not any(address in page for address in offered)


def test_in_a_closed_collaboration_nothing_is_offered(client, scene, sign_in):
    decision, row = scene.objected()
    day = scene.collaboration.starts_on
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(state="closed", ends_on=day)
    sign_in(scene.coordinator)
    page = text_of(client, decision)
    for address in (url("decision-decide", decision), url("objection-answer", row)):
        assert address not in page


def test_what_is_put_forward_is_not_touched_by_the_meeting_form(client, scene, sign_in):
    decision = scene.put_forward()
    sign_in(scene.coordinator)
    page = client.get(reverse("agreements:meeting-edit", args=[scene.first.pk])).content.decode()
    assert decision.text in page
    assert f">\n{decision.text}</textarea>" not in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"q": "posyandu"}, "posyandu"),
        ({"kind": "procedural"}, "jadwal"),
        ({"state": "under_deliberation"}, "terbuka"),
        ({"rule": "chair"}, "jadwal"),
        ({"year": "2019"}, "lama"),
        ({"review_due": "1"}, "jadwal"),
    ],
)
def test_the_register_is_narrowed(client, scene, sign_in, query, shown):
    DecisionFactory(meeting=scene.first, text="Data posyandu")
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    DecisionFactory(
        meeting=scene.first, text="jadwal", kind="procedural", rule="chair", review_on=yesterday
    )
    DecisionFactory(meeting=scene.first, text="lama", decided_on=dt.date(2019, 5, 1))
    scene.deliberated(text="terbuka")
    sign_in(scene.health_speaker)
    rows = client.get(reverse(LIST), query).context["page_obj"].object_list
    assert [shown in row.text for row in rows] == [True]


def test_the_register_knows_who_objected_and_what_came_of_nothing(client, scene, sign_in):
    decision, _row = scene.objected()
    idle, busy = scene.decided(text="Diam"), scene.decided(text="Sibuk")
    CommitmentFactory(
        collaboration=scene.collaboration,
        organization=scene.health.organization,
        decision=busy,
    )
    sign_in(scene.coordinator)

    def found(**query):
        return list(client.get(reverse(LIST), query).context["page_obj"].object_list)

    assert found(organization=scene.works.organization_id) == [decision]
    assert found(organization=scene.health.organization_id) == []
    assert found(unfollowed="1") == [idle]
    listed = {row.pk: row.commitment_count for row in found()}
    assert (listed[busy.pk], listed[idle.pk]) == (1, 0)


def test_the_file_holds_what_the_filter_shows(client, scene, sign_in):
    DecisionFactory(meeting=scene.first, text="Data posyandu")
    DecisionFactory(meeting=scene.first, text="Jadwal", kind="procedural")
    sign_in(scene.coordinator)
    page = client.get(reverse(LIST), {"kind": "procedural"})
    address = page.context["export_urls"]["CSV"]
    text = b"".join(client.get(address)).decode("utf-8-sig")
    assert "Jadwal" in text
    assert "posyandu" not in text


def test_the_page_costs_the_same_with_much_on_it(scene, sign_in, assert_flat_queries):
    decision, row = scene.objected()
    scene.answer(row)
    OptionFactory(agenda_item=scene.item)
    CommitmentFactory(
        collaboration=scene.collaboration,
        organization=scene.health.organization,
        decision=decision,
    )
    sign_in(scene.coordinator)

    def grow():
        for number in range(4):
            meeting = MeetingFactory(collaboration=scene.collaboration)
            AgendaItemFactory(meeting=meeting, thread=scene.item.thread)
            party = PartyFactory(collaboration=scene.collaboration)
            said = PositionFactory(decision=decision, party=party, objects=True)
            PositionChangeFactory(position=said)
            ObjectionAnswerFactory(position=said, party=scene.health)
            OptionFactory(agenda_item=scene.item, proposed_by=party, title=f"Pilihan {number} x")
            CommitmentFactory(
                collaboration=scene.collaboration,
                organization=party.organization,
                decision=decision,
            )

    assert_flat_queries(decision.get_absolute_url(), grow=grow, ceiling=34)


def test_the_register_costs_the_same_with_many(scene, sign_in, assert_flat_queries):
    scene.objected()
    sign_in(scene.coordinator)

    def grow():
        for number in range(4):
            decision = scene.decided(text=f"Keputusan {number}")
            transitions.name_instrument(
                decision=decision,
                by=scene.coordinator,
                instrument=AgreementFactory(collaboration=scene.collaboration),
            )

    assert_flat_queries(reverse(LIST), grow=grow, ceiling=14)
