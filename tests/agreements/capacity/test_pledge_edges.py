"""Days, evidence, units and closed collaborations: what needs, pledges and deliveries refuse."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from agreements.capacity.ledger import ledger_of
from agreements.capacity.querysets.pledges import SOON
from agreements.capacity.states import DeliveryState, PledgeState
from agreements.capacity.transitions import deliveries, needs, pledges
from agreements.charter.clock import now_in
from agreements.charter.states import CollaborationState
from agreements.documents import transitions as documents
from agreements.documents.holding import uses_of
from agreements.models import Collaboration, Delivery, Pledge, PledgeChange
from collabgov.kit.errors import IllegalMove, Refused
from dashboards.hub.counts import counts_of
from tests.agreements.capacity.scenes import ahead
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.goals import GoalFactory
from tests.factories.pledges import ResourceNeedFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
D, S = DeliveryState, PledgeState


def planned_of(pledge, scene, quantity=6):
    facts = {"quantity": Decimal(quantity), "planned_on": ahead(9)}
    return deliveries.schedule(pledge=pledge, by=scene.giver, **facts)


class TestWithdrawn:
    def test_what_was_scheduled_is_cancelled_with_the_reason(self, scene):
        pledge = scene.accepted()
        row = planned_of(pledge, scene)
        pledges.withdraw(pledge=pledge, by=scene.giver, reason="Anggaran dipotong.")
        row.refresh_from_db()
        assert row.state == D.CANCELLED
        assert row.changes.order_by("pk").last().note == "Anggaran dipotong."

    def test_nothing_more_is_reported_of_it(self, client, sign_in, scene):
        pledge = scene.accepted()
        row = planned_of(pledge, scene)
        pledges.withdraw(pledge=pledge, by=scene.giver, reason="Batal.")
        facts = {"quantity": Decimal(6), "delivered_on": ahead(0)}
        with pytest.raises(IllegalMove, match="Withdrawn"):
            deliveries.report(delivery=row, by=scene.giver, **facts)
        assert not Delivery.objects.arrived().exists()

    def test_nothing_that_was_scheduled_arrives_after_it(self, scene):
        """A row that somebody scheduled in the old days, when withdrawing left it there."""
        pledge = scene.accepted()
        row = planned_of(pledge, scene)
        Pledge.objects.filter(pk=pledge.pk).update(state=S.WITHDRAWN)
        facts = {"quantity": Decimal(6), "delivered_on": ahead(0)}
        with pytest.raises(IllegalMove, match="Nothing is delivered"):
            deliveries.report(delivery=row, by=scene.giver, **facts)
        Delivery.objects.filter(pk=row.pk).update(state=D.CANCELLED)


class TestDays:
    def test_no_word_is_given_on_a_day_to_come(self, client, sign_in, scene):
        with pytest.raises(ValidationError, match="still to come"):
            scene.offer(made_on=ahead(1), due_on=ahead(30))
        sign_in(scene.giver)
        told = {
            "what": "x",
            "kind": "foster",
            "quantity": "2",
            "unit": "anak",
            "giver": scene.giver.organization_id,
            "made_on": "1/1/2030",
            "due_on": "1/2/2030",
        }
        url = reverse("agreements:pledge-create", args=[scene.collaboration.pk])
        assert client.post(url, told).context["form"].errors.keys() == {"made_on"}

    @pytest.mark.parametrize("reader", ["Etc/GMT+12", "Pacific/Kiritimati"])
    def test_today_is_the_day_where_the_collaboration_is(self, scene, reader):
        """One of the two readers is on another day than the collaboration, whatever the hour."""
        today = now_in(scene.collaboration).date()
        with timezone.override(reader):
            pledge = scene.accepted(made_on=today, due_on=today)
            assert not pledge.is_late
            row = scene.deliver(pledge, 3, delivered_on=today)
            assert deliveries.confirm(delivery=row, by=scene.receiver).confirmed_on == today
            later = today + dt.timedelta(days=1)
            with pytest.raises(ValidationError, match="still to come"):
                scene.deliver(pledge, 3, delivered_on=later)
            with pytest.raises(ValidationError, match="still to come"):
                scene.offer(made_on=later)
            past = today - dt.timedelta(days=1)
            facts = {"pledge": pledge, "by": scene.giver, "reason": "x"}
            with pytest.raises(ValidationError, match="already past"):
                pledges.move_due_date(**facts, new_due_on=past)
            Pledge.objects.filter(pk=pledge.pk).update(
                made_on=past, due_on=past, original_due_on=past
            )
            assert Pledge.objects.get(pk=pledge.pk).is_late

    @pytest.mark.parametrize("reader", ["Etc/GMT+12", "Pacific/Kiritimati"])
    def test_lists_and_figures_are_late_by_the_same_clock_as_the_page(self, scene, reader):
        today = now_in(scene.collaboration).date()
        past = today - dt.timedelta(days=1)
        due, late = scene.accepted(made_on=past, due_on=today), scene.accepted(made_on=past)
        soon = scene.accepted(made_on=past, due_on=today + dt.timedelta(days=SOON))
        beyond = scene.accepted(made_on=past, due_on=today + dt.timedelta(days=SOON + 1))
        planned = scene.accepted(made_on=past, what="Menurut jadwal")
        last = today + dt.timedelta(days=SOON)
        deliveries.schedule(pledge=planned, by=scene.giver, quantity=1, planned_on=last)
        Pledge.objects.filter(pk=late.pk).update(due_on=past)
        with timezone.override(reader):
            rows = Pledge.objects.all()
            assert set(rows.late()) == {late}
            assert set(rows.owed_by(scene.giver)) == {due, late, soon, planned}
            assert beyond not in rows.errands_of(scene.giver)
            assert [row.overdue.total for row in ledger_of(None, rows, {})] == [late.quantity]
            shown = counts_of(scene.collaboration, today=timezone.localdate())
            assert shown["pledges_late"] == 1


class TestNeeds:
    def said(self, need, **fields):
        usual = {name: getattr(need, name) for name in ("what", "kind", "quantity", "unit")}
        usual["organization"] = need.organization
        return {**usual, **fields}

    def test_once_pledges_meet_it_it_stays_whose_it_is(self, scene):
        whose = scene.receiver.organization
        need = ResourceNeedFactory(collaboration=scene.collaboration, organization=whose)
        scene.offer(need=need)
        facts = {"need": need, "by": scene.coordinator, "version": 1}
        for other in (scene.third.organization, None):
            with pytest.raises(Refused, match="whose need"):
                needs.edit_need(**facts, **self.said(need, organization=other))
        assert needs.edit_need(**facts, **self.said(need, what="Lebih jelas")).what == "Lebih jelas"

    def test_its_goal_is_of_here(self, scene):
        with pytest.raises(ValidationError, match="another collaboration"):
            needs.state_need(
                collaboration=scene.collaboration,
                by=scene.coordinator,
                what="x",
                kind="foster",
                quantity=Decimal(1),
                unit="anak",
                goal=GoalFactory(),
            )

    def test_why_it_was_closed_stands_in_the_list(self, client, sign_in, scene):
        need = ResourceNeedFactory(collaboration=scene.collaboration)
        needs.close_need(need=need, by=scene.coordinator, reason="Sudah ditutup APBD.")
        sign_in(scene.third)
        row = soup_of(client.get("/needs/")).select_one(f"#need-{need.pk}")
        assert "Sudah ditutup APBD." in row.text
        needs.reopen_need(need=need, by=scene.coordinator)
        assert "Sudah ditutup" not in soup_of(client.get("/needs/")).main.text

    def test_the_verb_to_change_one_is_a_verb(self, client, sign_in, scene):
        need = ResourceNeedFactory(collaboration=scene.collaboration)
        sign_in(scene.coordinator)
        words = [link.text for link in soup_of(client.get("/needs/")).select(f"#need-{need.pk} a")]
        assert any(word.startswith("Ubah") for word in words)


class TestEvidence:
    def test_what_shows_a_delivery_is_not_withdrawn(self, scene):
        pledge, paper = scene.accepted(), DocumentFactory(collaboration=scene.collaboration)
        row = scene.deliver(pledge, 3, evidence=paper)
        row = deliveries.confirm(delivery=row, by=scene.receiver)
        assert len(uses_of(paper)) == 1
        with pytest.raises(Refused, match="rests on this document"):
            documents.withdraw(document=paper, by=scene.coordinator, reason="Salah unggah.")

    @pytest.mark.parametrize("verb", ["cancel", "dispute"])
    def test_what_did_not_arrive_needs_none(self, scene, verb):
        pledge, paper = scene.accepted(), DocumentFactory(collaboration=scene.collaboration)
        row = scene.deliver(pledge, 3, evidence=paper)
        assert len(uses_of(paper)) == 1
        by = scene.giver if verb == "cancel" else scene.receiver
        getattr(deliveries, verb)(delivery=row, by=by, reason="Keliru.")
        assert uses_of(paper) == []

    def test_a_paper_that_was_withdrawn_meanwhile_is_none(self, scene):
        pledge, paper = scene.accepted(), DocumentFactory(collaboration=scene.collaboration)
        documents.withdraw(
            document=type(paper).objects.get(pk=paper.pk), by=scene.coordinator, reason="x"
        )
        assert paper.withdrawn_at is None  # as a form read it
        with pytest.raises(Refused, match="withdrawn"):
            scene.deliver(pledge, evidence=paper)


def test_of_a_closed_collaboration_nothing_moves(scene):
    need = ResourceNeedFactory(collaboration=scene.collaboration)
    pledge = scene.accepted()
    planned, came = planned_of(pledge, scene), scene.deliver(pledge, 3)
    by = {"by": scene.giver}
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=ahead(0)
    )
    some, day = {"quantity": Decimal(1)}, {"delivered_on": ahead(0)}
    for verb in (
        lambda: scene.deliver(pledge, 1),
        lambda: planned_of(pledge, scene, 2),
        lambda: deliveries.report(delivery=planned, **by, **some, **day),
        lambda: deliveries.confirm(delivery=came, by=scene.receiver),
        lambda: deliveries.dispute(delivery=came, by=scene.receiver, reason="x"),
        lambda: deliveries.cancel(delivery=came, **by, reason="x"),
        lambda: pledges.move_due_date(pledge=pledge, **by, new_due_on=ahead(9), reason="x"),
        lambda: needs.edit_need(need=need, by=scene.coordinator, version=1, what="x"),
        lambda: needs.close_need(need=need, by=scene.coordinator, reason="x"),
        lambda: needs.reopen_need(need=need, by=scene.coordinator),
    ):
        with pytest.raises(Refused, match="closed"):
            verb()


def test_who_takes_no_part_gives_and_receives_nothing(client, sign_in, scene):
    outsider = UserFactory(organization=OrganizationFactory())
    with pytest.raises(ValidationError, match="takes part"):
        scene.offer(by=outsider, giver=outsider.organization)
    pledge = scene.offer()
    sign_in(outsider)
    places = [reverse("agreements:pledge-create", args=[scene.collaboration.pk])]
    names = ("detail", "accept", "decline", "withdraw", "due-date", "stand-by")
    places += [reverse(f"agreements:pledge-{name}", args=[pledge.pk]) for name in names]
    for place in places:
        assert client.post(place).status_code in {404, 405}
    assert Pledge.objects.get().state == S.OFFERED


def test_the_history_of_the_collaboration_tells_it(client, sign_in, scene):
    need = ResourceNeedFactory(collaboration=scene.collaboration, what="Timbangan bayi")
    needs.close_need(need=need, by=scene.coordinator, reason="Terpenuhi.")
    row = scene.deliver(scene.accepted(what="Gawai desa"), 3)
    deliveries.confirm(delivery=row, by=scene.coordinator)
    sign_in(scene.third)
    there = reverse("agreements:collaboration-changes", args=[scene.collaboration.pk])
    text = soup_of(client.get(there)).main.text
    for words in (
        "Timbangan bayi",
        "Terpenuhi.",
        "Kebutuhan: Terbuka → Ditutup",
        "Gawai desa",
        "Janji dukungan: Ditawarkan, menunggu jawaban → Disetujui",
        "Gawai desa: 3\xa0anak",
        "atas nama pihak",
    ):
        assert words in text, words


def test_the_hub_says_when_something_changed_last(scene):
    row = scene.deliver(scene.accepted(), 3)
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(created_at=timezone.now())
    newest = row.changes.order_by("made_at").last()
    PledgeChange.objects.filter(pk=newest.pk).update(made_at=timezone.now())
    newest.refresh_from_db()
    counts = counts_of(scene.collaboration, today=timezone.localdate())
    assert counts["changed_at"] == newest.made_at


def test_a_pledge_that_is_accepted_is_called_so(client, sign_in, scene):
    pledge = scene.accepted()
    sign_in(scene.third)
    assert "Disetujui" in soup_of(client.get(pledge.get_absolute_url())).main.text
