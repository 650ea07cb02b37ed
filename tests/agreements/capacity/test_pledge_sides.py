"""Whose word it is: what coordinators say for a party is marked, and the party puts it right."""

from decimal import Decimal

import pytest
from django.urls import reverse

from agreements.capacity.states import DeliveryState, PledgeState
from agreements.capacity.transitions import deliveries, pledges
from agreements.models import Pledge
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.seen import mark_of
from dashboards.panels.pledges import pledges_for_me
from dashboards.sight import Sight
from tests.agreements.capacity.scenes import ahead
from tests.constraints import assert_refused
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
)
from tests.factories.pledges import PledgeFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
D, S = DeliveryState, PledgeState


def line_of(pledge):
    return pledge.changes.order_by("pk").last()


def runner_of(scene, organization):
    """A coordinator who works for one of the parties."""
    user = UserFactory(organization=organization)
    CoordinatorFactory(collaboration=scene.collaboration, person=user.person)
    return user


def speaker_of_two(scene):
    """Somebody who speaks for two parties beside the giver, and works for neither."""
    user = UserFactory()
    for _number in range(2):
        party = PartyFactory(collaboration=scene.collaboration)
        RepresentativeFactory(party=party, person=user.person)
    return user


class TestAnswersOnBehalf:
    @pytest.fixture
    def answered(self, scene):
        return pledges.accept(pledge=scene.offer(), by=scene.coordinator)

    def test_it_is_marked_and_counts_as_no_promise(self, scene, answered):
        assert (answered.state, answered.accepted_on_behalf) == (S.ACCEPTED, True)
        assert not Pledge.objects.promised().exists()
        assert list(Pledge.objects.unsaid()) == [answered]

    def test_the_receiver_says_it_itself(self, scene, answered):
        own = pledges.accept(pledge=answered, by=scene.receiver)
        assert (own.state, own.accepted_on_behalf) == (S.ACCEPTED, False)
        line = line_of(answered)
        assert (line.made_by, line.is_on_behalf) == (scene.receiver, False)
        assert list(Pledge.objects.promised()) == [own]
        with pytest.raises(IllegalMove):
            pledges.accept(pledge=answered, by=scene.receiver)

    def test_a_coordinator_does_not_say_it_twice(self, scene, answered):
        for verb in (
            lambda: pledges.accept(pledge=answered, by=scene.coordinator),
            lambda: pledges.decline(pledge=answered, by=scene.coordinator, reason="x"),
        ):
            with pytest.raises(IllegalMove):
                verb()

    def test_the_receiver_declines_it_and_what_was_scheduled_goes(self, scene, answered):
        facts = {"quantity": Decimal(6), "planned_on": ahead(9)}
        row = deliveries.schedule(pledge=answered, by=scene.giver, **facts)
        gone = pledges.decline(pledge=answered, by=scene.receiver, reason="Tidak pernah setuju.")
        row.refresh_from_db()
        assert (gone.state, gone.accepted_on_behalf) == (S.DECLINED, False)
        assert row.state == D.CANCELLED

    def test_what_the_receiver_accepted_itself_is_not_declined_later(self, scene):
        pledge = scene.accepted()
        with pytest.raises(IllegalMove):
            pledges.decline(pledge=pledge, by=scene.receiver, reason="Berubah pikiran.")
        rows = Pledge.objects.filter(pk=pledge.pk)
        assert_refused("pledge_declined_in_time", lambda: rows.update(state=S.DECLINED))

    def test_what_came_in_the_meantime_is_disputed_before(self, scene, answered):
        scene.deliver(answered, 3)
        with pytest.raises(IllegalMove):
            pledges.decline(pledge=answered, by=scene.receiver, reason="Tidak.")

    def test_the_receiver_is_asked_and_offered_the_buttons(self, client, sign_in, scene, answered):
        assert list(Pledge.objects.waiting_for(scene.receiver)) == [answered]
        sign_in(scene.receiver)
        main = soup_of(client.get(answered.get_absolute_url())).main
        assert main.select_one(f"form[action$='/pledges/{answered.pk}/accept/']")
        assert main.select_one(f"a[href$='/pledges/{answered.pk}/decline/']")
        assert "belum dikonfirmasi penerima" in main.text
        sign_in(scene.coordinator)
        main = soup_of(client.get(answered.get_absolute_url())).main
        assert not main.select_one("form[action$='/accept/']")

    def test_the_database_holds_when_there_is_such_a_mark(self):
        name = "pledge_accepted_on_behalf_of_somebody"
        assert_refused(name, lambda: PledgeFactory(accepted_on_behalf=True, offered=True))
        assert_refused(name, lambda: PledgeFactory(accepted_on_behalf=True, to_all=True))


class TestPledgesToAll:
    def test_no_single_party_declines_for_all(self, client, sign_in, scene):
        pledge = scene.offer(receiver=None)
        with pytest.raises(Refused, match="coordinator"):
            pledges.decline(pledge=pledge, by=scene.third, reason="Kami tidak mau.")
        sign_in(scene.third)
        url = reverse("agreements:pledge-decline", args=[pledge.pk])
        assert client.post(url, {"reason": "Kami tidak mau."}).status_code == 403
        main = soup_of(client.get(pledge.get_absolute_url())).main
        assert main.select_one("form[action$='/accept/']")
        assert not main.select_one("a[href$='/decline/']")
        gone = pledges.decline(pledge=pledge, by=scene.coordinator, reason="Tidak perlu.")
        assert (gone.state, line_of(gone).is_on_behalf) == (S.DECLINED, False)

    def test_no_single_party_says_for_all_that_it_did_not_arrive(self, client, sign_in, scene):
        pledge = pledges.accept(pledge=scene.offer(receiver=None), by=scene.third)
        row = scene.deliver(pledge)
        with pytest.raises(Refused, match="coordinator"):
            deliveries.dispute(delivery=row, by=scene.receiver, reason="Kami tidak menerima.")
        sign_in(scene.receiver)
        url = reverse("agreements:delivery-dispute", args=[row.pk])
        assert client.post(url, {"reason": "Kami tidak menerima."}).status_code == 403
        main = soup_of(client.get(pledge.get_absolute_url())).main
        assert main.select_one("form[action$='/confirm/']")
        assert not main.select_one("a[href$='/dispute/']")
        own = deliveries.confirm(delivery=row, by=scene.third)
        assert own.confirmed_for == scene.third.organization

    def test_a_coordinator_says_for_all_that_it_did_not_arrive(self, client, sign_in, scene):
        pledge = pledges.accept(pledge=scene.offer(receiver=None), by=scene.third)
        row = scene.deliver(pledge)
        sign_in(scene.coordinator)
        main = soup_of(client.get(pledge.get_absolute_url())).main
        assert main.select_one("a[href$='/dispute/']")
        gone = deliveries.dispute(delivery=row, by=scene.coordinator, reason="Tidak ada.")
        assert (gone.state, line_of(pledge).is_on_behalf) == (DeliveryState.DISPUTED, False)

    def test_nor_does_a_coordinator_of_the_giver(self, scene):
        row = scene.deliver(pledges.accept(pledge=scene.offer(receiver=None), by=scene.third))
        runner = runner_of(scene, scene.giver.organization)
        with pytest.raises(Refused, match="coordinator"):
            deliveries.dispute(delivery=row, by=runner, reason="Tidak ada.")

    def test_a_coordinator_confirms_for_nobody_in_particular(self, scene):
        row = scene.deliver(pledges.accept(pledge=scene.offer(receiver=None), by=scene.third))
        done = deliveries.confirm(delivery=row, by=scene.coordinator)
        assert (done.is_on_behalf, done.confirmed_for) == (True, None)
        own = deliveries.confirm(delivery=row, by=scene.third)
        assert (own.is_on_behalf, own.confirmed_for) == (False, scene.third.organization)

    def test_who_speaks_for_several_confirms_for_none_of_them_by_chance(self, scene):
        row = scene.deliver(pledges.accept(pledge=scene.offer(receiver=None), by=scene.third))
        done = deliveries.confirm(delivery=row, by=speaker_of_two(scene))
        assert (done.is_on_behalf, done.confirmed_for) == (False, None)


class TestActsOfCoordinators:
    def test_what_they_do_for_the_giver_says_so(self, scene):
        pledge, by = scene.accepted(), scene.coordinator
        facts = {"pledge": pledge, "by": by}
        row = deliveries.schedule(**facts, quantity=Decimal(6), planned_on=ahead(9))
        assert line_of(pledge).is_on_behalf
        deliveries.report(delivery=row, by=by, quantity=Decimal(6), delivered_on=ahead(0))
        assert line_of(pledge).is_on_behalf
        deliveries.cancel(delivery=row, by=by, reason="Salah catat.")
        assert line_of(pledge).is_on_behalf
        scene.deliver(pledge, 4, by=by)
        assert line_of(pledge).is_on_behalf
        pledges.move_due_date(**facts, new_due_on=ahead(60), reason="Menunggu.")
        assert line_of(pledge).is_on_behalf
        pledges.withdraw(**facts, reason="Diminta pemberi.")
        assert line_of(pledge).is_on_behalf

    def test_what_the_givers_own_people_do_does_not(self, scene):
        pledge = scene.accepted()
        pledges.move_due_date(pledge=pledge, by=scene.worker, new_due_on=ahead(60), reason="x")
        assert not line_of(pledge).is_on_behalf
        scene.deliver(pledge, 4, by=scene.worker)
        assert not line_of(pledge).is_on_behalf
        pledges.withdraw(pledge=pledge, by=scene.giver, reason="Habis.")
        assert not line_of(pledge).is_on_behalf

    def test_only_the_receiver_itself_says_that_it_did_not_arrive(self, client, sign_in, scene):
        row = scene.deliver(scene.accepted())
        with pytest.raises(Refused, match="receiver"):
            deliveries.dispute(delivery=row, by=scene.coordinator, reason="Kata orang.")
        sign_in(scene.coordinator)
        url = reverse("agreements:delivery-dispute", args=[row.pk])
        assert client.post(url, {"reason": "x"}).status_code == 403

    def test_a_coordinator_of_the_receiver_leaves_the_givers_word_alone(
        self, client, sign_in, scene
    ):
        pledge, runner = scene.accepted(), runner_of(scene, scene.receiver.organization)
        for verb in (
            lambda: pledges.withdraw(pledge=pledge, by=runner, reason="x"),
            lambda: pledges.move_due_date(
                pledge=pledge, by=runner, new_due_on=ahead(60), reason="x"
            ),
        ):
            with pytest.raises(Refused, match="giver"):
                verb()
        sign_in(runner)
        for name in ("pledge-withdraw", "pledge-due-date"):
            url = reverse(f"agreements:{name}", args=[pledge.pk])
            assert client.get(url).status_code == 403
        main = soup_of(client.get(pledge.get_absolute_url())).main
        assert not main.select("a[href$='/withdraw/'], a[href$='/due-date/']")

    def test_a_confirmation_on_behalf_does_not_count_as_the_receivers(self, scene):
        row = scene.deliver(scene.accepted(), 4)
        deliveries.confirm(delivery=row, by=scene.coordinator)
        assert Pledge.objects.with_amounts().get().confirmed == 0
        deliveries.confirm(delivery=row, by=scene.receiver)
        assert Pledge.objects.with_amounts().get().confirmed == 4


class TestWhoIsAsked:
    def asked(self, scene, user):
        return len(pledges_for_me(Sight.of(user, [scene.collaboration], is_whole=True)).rows)

    def test_coordinators_are_asked_only_where_nobody_speaks_for_the_receiver(self, scene):
        scene.deliver(scene.accepted(what="Datang", due_on=ahead(90)))
        scene.offer(what="Tawaran")
        assert self.asked(scene, scene.receiver) == 2
        assert self.asked(scene, scene.coordinator) == 0
        silent = PartyFactory(collaboration=scene.collaboration)
        scene.offer(what="Tanpa wakil", receiver=silent.organization)
        assert self.asked(scene, scene.coordinator) == 1

    def test_an_offer_to_all_asks_the_coordinators_and_every_other_party(self, scene):
        scene.offer(receiver=None)
        assert self.asked(scene, scene.coordinator) == self.asked(scene, scene.third) == 1
        assert self.asked(scene, scene.giver) == 0


class TestSeen:
    @pytest.mark.parametrize("name", ["accept", "decline"])
    def test_who_answers_answers_to_the_words_they_read(self, client, sign_in, scene, name):
        pledge = scene.offer()
        old = mark_of(pledge)
        pledges.move_due_date(pledge=pledge, by=scene.giver, new_due_on=ahead(300), reason="x")
        sign_in(scene.receiver)
        url = reverse(f"agreements:pledge-{name}", args=[pledge.pk])
        client.post(url, {"seen": old, "reason": "x"})
        pledge.refresh_from_db()
        assert pledge.state == S.OFFERED
        client.post(url, {"seen": mark_of(pledge), "reason": "x"})
        pledge.refresh_from_db()
        assert pledge.state != S.OFFERED

    def test_who_stands_by_it_too(self, client, sign_in, scene):
        pledge = scene.offer(by=scene.coordinator)
        old = mark_of(pledge)
        pledges.move_due_date(pledge=pledge, by=scene.coordinator, new_due_on=ahead(9), reason="x")
        sign_in(scene.giver)
        client.post(reverse("agreements:pledge-stand-by", args=[pledge.pk]), {"seen": old})
        pledge.refresh_from_db()
        assert pledge.is_on_behalf

    def test_the_buttons_carry_what_was_seen(self, client, sign_in, scene):
        pledge = scene.offer()
        sign_in(scene.receiver)
        page = soup_of(client.get(pledge.get_absolute_url()))
        sent = page.select_one("form[action$='/accept/'] [name=seen]")
        assert sent["value"] == mark_of(pledge)


def test_both_sides_read_the_history_of_a_pledge(client, sign_in, scene):
    pledge = scene.accepted()
    url = reverse("dashboards:history", args=["pledge", pledge.pk])
    for user, status in ((scene.giver, 200), (scene.receiver, 200), (scene.third, 403)):
        sign_in(user)
        assert client.get(url).status_code == status


def test_a_coordinator_of_the_giver_judges_nothing_that_the_giver_offers_or_brings(scene):
    own = coordinator_of(scene.collaboration, organization=scene.giver.organization)
    offered = scene.offer()
    brought = scene.deliver(scene.accepted(what="Lain"))
    verbs = (("accept_pledge", offered), ("decline_pledge", offered), ("confirm_delivery", brought))
    for verb, record in verbs:
        assert not own.has_perm(f"agreements.{verb}", record), verb
        assert scene.coordinator.has_perm(f"agreements.{verb}", record), verb
