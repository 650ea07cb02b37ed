"""Offering, answering, moving and withdrawing a pledge: who, when, and what the history says."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from agreements.capacity.kinds import ResourceKind
from agreements.capacity.querysets.pledges import SAID
from agreements.capacity.states import PledgeState
from agreements.capacity.transitions import needs, pledges
from agreements.charter.states import CollaborationState
from agreements.models import Collaboration, Pledge
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.capacity.scenes import ahead
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.engagement import AttendanceFactory, DecisionFactory, MeetingFactory
from tests.factories.pledges import ResourceNeedFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
S = PledgeState


def line_of(pledge):
    return pledge.changes.order_by("pk").last()


def test_a_party_offers_and_the_receiver_accepts(scene):
    pledge = scene.offer()
    assert (pledge.state, pledge.is_on_behalf, pledge.original_due_on) == (
        S.OFFERED,
        False,
        pledge.due_on,
    )
    assert (line_of(pledge).from_state, line_of(pledge).to_state) == ("", S.OFFERED)
    accepted = pledges.accept(pledge=pledge, by=scene.receiver)
    assert accepted.state == S.ACCEPTED
    assert (line_of(pledge).to_state, line_of(pledge).is_on_behalf) == (S.ACCEPTED, False)


def test_any_other_party_accepts_what_is_for_all(scene):
    pledge = scene.offer(receiver=None)
    assert pledges.accept(pledge=pledge, by=scene.third).state == S.ACCEPTED
    assert not line_of(pledge).is_on_behalf


def test_what_a_coordinator_accepts_for_the_receiver_is_marked_so(scene):
    pledge = scene.offer()
    pledges.accept(pledge=pledge, by=scene.coordinator)
    assert line_of(pledge).is_on_behalf


def test_declining_says_why(scene):
    pledge = scene.offer()
    with pytest.raises(ValidationError):
        pledges.decline(pledge=pledge, by=scene.receiver, reason=" ")
    declined = pledges.decline(pledge=pledge, by=scene.receiver, reason="Sudah cukup.")
    assert (declined.state, line_of(pledge).note) == (S.DECLINED, "Sudah cukup.")
    with pytest.raises(IllegalMove):
        pledges.accept(pledge=pledge, by=scene.receiver)


def test_nobody_pledges_to_oneself(scene):
    with pytest.raises(ValidationError, match="oneself"):
        scene.offer(receiver=scene.giver.organization)


def test_who_meets_its_own_need_pledges_to_itself(scene):
    own = scene.giver.organization
    need = ResourceNeedFactory(collaboration=scene.collaboration, organization=own)
    with pytest.raises(ValidationError, match="oneself"):
        scene.offer(need=need, receiver=None)


def test_a_form_sent_twice_makes_one_pledge(scene):
    assert scene.offer().pk == scene.offer().pk
    assert Pledge.objects.count() == 1


def test_a_member_offers_for_the_own_organization_only(scene):
    assert scene.offer(by=scene.worker).is_on_behalf is False
    with pytest.raises(ValidationError, match="own organization"):
        scene.offer(by=scene.worker, giver=scene.third.organization)


def test_what_a_coordinator_records_waits_for_the_givers_word(scene):
    pledge = scene.offer(by=scene.coordinator)
    assert pledge.is_on_behalf
    assert line_of(pledge).is_on_behalf
    with pytest.raises(Refused, match="speaks for the giver"):
        pledges.stand_by(pledge=pledge, by=scene.coordinator)
    kept = pledges.stand_by(pledge=pledge, by=scene.giver)
    assert not kept.is_on_behalf
    assert line_of(pledge).made_by == scene.giver
    with pytest.raises(Refused, match="itself"):
        pledges.stand_by(pledge=pledge, by=scene.giver)


def test_a_coordinator_alone_never_makes_a_promise_of_what_was_heard_in_a_meeting(scene):
    meeting = MeetingFactory(collaboration=scene.collaboration)
    AttendanceFactory(meeting=meeting, organization=scene.giver.organization, is_present=True)
    heard = scene.offer(by=scene.coordinator, meeting=meeting, receiver=None)
    taken = pledges.accept(pledge=heard, by=scene.coordinator)
    assert taken.is_on_behalf
    assert not Pledge.objects.filter(SAID).exists()
    pledges.stand_by(pledge=taken, by=scene.giver)
    assert Pledge.objects.filter(SAID).exists()


@pytest.mark.parametrize("field", ["giver", "receiver"])
def test_only_parties_give_and_receive(scene, field):
    by = scene.coordinator
    with pytest.raises(ValidationError, match="takes part"):
        scene.offer(by=by, **{field: OrganizationFactory()})


def test_what_it_comes_from_is_of_this_collaboration(scene):
    for name, record in (
        ("meeting", MeetingFactory()),
        ("decision", DecisionFactory()),
        ("need", ResourceNeedFactory()),
    ):
        with pytest.raises(ValidationError, match="another collaboration"):
            scene.offer(**{name: record})


def test_it_meets_a_need_of_its_kind_and_is_for_whose_need_it_is(scene):
    facts = {"collaboration": scene.collaboration, "organization": scene.receiver.organization}
    need = ResourceNeedFactory(unit="Anak", **facts)
    pledge = scene.offer(need=need, receiver=None)
    assert pledge.receiver == scene.receiver.organization
    with pytest.raises(ValidationError, match="counted otherwise"):
        scene.offer(need=need, kind=ResourceKind.STAFF)
    with pytest.raises(ValidationError, match="receiver"):
        scene.offer(need=need, receiver=scene.third.organization)
    needs.close_need(need=need, by=scene.coordinator, reason="Sudah cukup.")
    with pytest.raises(ValidationError, match="closed"):
        scene.offer(need=need, what="Lagi")


def test_money_is_rupiah_and_everything_else_has_a_unit(scene):
    money = scene.offer(kind=ResourceKind.FUND, unit="", quantity=Decimal(150_000_000))
    with translation.override("id"):
        assert money.amount == "Rp150.000.000"
    for fields in ({"kind": ResourceKind.FUND, "unit": "USD"}, {"unit": " "}):
        with pytest.raises(ValidationError, match="rupiah"):
            scene.offer(**fields)
    for quantity in (0, -3):
        with pytest.raises(ValidationError, match="above zero"):
            scene.offer(quantity=Decimal(quantity))


def test_withdrawing_needs_a_reason_and_is_final(scene):
    pledge = scene.accepted()
    with pytest.raises(ValidationError):
        pledges.withdraw(pledge=pledge, by=scene.giver, reason="")
    gone = pledges.withdraw(pledge=pledge, by=scene.giver, reason="Anggaran dipotong.")
    assert (gone.state, line_of(pledge).note) == (S.WITHDRAWN, "Anggaran dipotong.")
    with pytest.raises(IllegalMove):
        pledges.withdraw(pledge=pledge, by=scene.giver, reason="Lagi.")


def test_another_day_keeps_the_first_one_and_says_why(scene):
    pledge = scene.accepted()
    first = pledge.due_on
    moved = pledges.move_due_date(
        pledge=pledge, by=scene.giver, new_due_on=ahead(60), reason="Pengadaan terlambat."
    )
    assert (moved.due_on, moved.original_due_on, moved.was_moved) == (ahead(60), first, True)
    line = line_of(pledge)
    assert (line.old_due_on, line.new_due_on, line.note) == (
        first,
        ahead(60),
        "Pengadaan terlambat.",
    )
    for day, words in ((ahead(60), "already"), (ahead(-1), "past")):
        with pytest.raises(ValidationError, match=words):
            pledges.move_due_date(pledge=pledge, by=scene.giver, new_due_on=day, reason="x")
    pledges.withdraw(pledge=pledge, by=scene.giver, reason="Batal.")
    with pytest.raises(IllegalMove):
        pledges.move_due_date(pledge=pledge, by=scene.giver, new_due_on=ahead(90), reason="x")


def test_a_closed_collaboration_takes_nothing(scene):
    pledge = scene.offer()
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=ahead(0)
    )
    for verb in (
        lambda: scene.offer(what="Lagi"),
        lambda: pledges.accept(pledge=pledge, by=scene.receiver),
        lambda: pledges.decline(pledge=pledge, by=scene.receiver, reason="x"),
        lambda: pledges.withdraw(pledge=pledge, by=scene.giver, reason="x"),
        lambda: pledges.stand_by(pledge=pledge, by=scene.giver),
        lambda: needs.state_need(
            collaboration=scene.collaboration, by=scene.giver, what="x", kind="data", quantity=1
        ),
    ):
        with pytest.raises(Refused, match="closed"):
            verb()


class TestNeeds:
    def state(self, scene, by=None, **fields):
        usual = {"what": " Bapak  asuh ", "kind": "foster", "quantity": Decimal(20), "unit": "anak"}
        by = by or scene.worker
        return needs.state_need(collaboration=scene.collaboration, by=by, **{**usual, **fields})

    def test_a_member_states_a_need_of_all_or_of_its_own(self, scene):
        need = self.state(scene)
        assert (need.what, need.organization, need.is_open) == ("Bapak asuh", None, True)
        assert line_of(need).to_state == "open"
        assert self.state(scene, organization=scene.worker.organization).pk != need.pk
        with pytest.raises(ValidationError, match="own organization"):
            self.state(scene, organization=scene.third.organization)
        assert self.state(scene, scene.coordinator, organization=scene.third.organization)

    def test_sent_twice_it_is_one(self, scene):
        assert self.state(scene).pk == self.state(scene).pk

    def test_its_party_takes_part_and_its_goal_is_of_here(self, scene):
        with pytest.raises(ValidationError, match="takes part"):
            self.state(scene, scene.coordinator, organization=OrganizationFactory())

    def test_it_is_closed_with_a_reason_and_opened_again(self, scene):
        need = self.state(scene)
        closed = needs.close_need(need=need, by=scene.coordinator, reason="Terpenuhi.")
        assert (closed.is_open, line_of(need).note) == (False, "Terpenuhi.")
        with pytest.raises(IllegalMove):
            needs.close_need(need=need, by=scene.coordinator, reason="Lagi.")
        assert needs.reopen_need(need=need, by=scene.coordinator).is_open

    def test_it_is_put_right_until_pledges_count_on_it(self, scene):
        need = self.state(scene)
        said = {"what": "Lain", "kind": "foster", "quantity": Decimal(30), "unit": "orang"}
        fresh = needs.edit_need(need=need, by=scene.coordinator, version=1, **said)
        assert (fresh.unit, fresh.version, line_of(need).made_by) == (
            "orang",
            2,
            scene.coordinator,
        )
        scene.offer(need=fresh, unit="orang")
        with pytest.raises(Refused, match="stay as they are"):
            needs.edit_need(need=need, by=scene.coordinator, version=2, **said | {"unit": "anak"})
        with pytest.raises(Refused, match="meantime"):
            needs.edit_need(need=need, by=scene.coordinator, version=1, **said)


def test_an_outsider_sees_no_pledge(scene):
    pledge = scene.offer()
    PartyFactory(collaboration=CollaborationFactory())
    assert not Pledge.objects.visible_to(UserFactory()).exists()
    assert list(Pledge.objects.visible_to(scene.worker)) == [pledge]
