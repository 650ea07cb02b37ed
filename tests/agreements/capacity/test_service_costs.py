"""Costs alone and together: stated, confirmed by the party, added where that means something."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from agreements.capacity.service_kinds import CostBasis, ServiceEvent
from agreements.capacity.service_money import difference_in_words, totals_of
from agreements.capacity.service_page import NEWEST
from agreements.capacity.transitions import service_costs, services
from agreements.models import JointServiceCost
from collabgov.kit.errors import Refused
from tests.agreements.capacity.service_scene import ahead
from tests.factories.documents import DocumentFactory
from tests.factories.services import JointServiceCostFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
E = ServiceEvent


def line_of(service):
    return service.changes.order_by("pk").last()


def test_who_speaks_for_the_party_confirms_by_stating(serving):
    service = serving.running()
    cost = serving.state(service)
    assert (cost.confirmed_by, line_of(service).event) == (serving.giver, E.COST_STATED)


def test_what_others_state_waits_for_the_party(serving):
    service = serving.running()
    cost = serving.state(service, by=serving.coordinator)
    assert cost.confirmed_on is None
    with pytest.raises(Refused, match="speaks for the party"):
        service_costs.confirm_cost(cost=cost, by=serving.coordinator)
    cost = service_costs.confirm_cost(cost=cost, by=serving.giver)
    assert (cost.confirmed_by, line_of(service).event) == (serving.giver, E.COST_CONFIRMED)
    with pytest.raises(Refused, match="already"):
        service_costs.confirm_cost(cost=cost, by=serving.giver)


def test_a_party_states_its_own_costs_only(serving):
    with pytest.raises(ValidationError, match="own party"):
        serving.state(serving.running(), by=serving.served)


def test_a_party_without_a_part_bears_none(serving):
    third = serving.party(serving.third)
    with pytest.raises(ValidationError, match="no part"):
        serving.state(serving.running(), by=serving.coordinator, party=third)


def test_costs_are_of_what_took_place(serving):
    with pytest.raises(Refused, match="Nothing was held"):
        serving.state(serving.plan(name="Baru direncanakan"))
    service = serving.running()
    for day in (ahead(-31), ahead(1)):
        with pytest.raises(ValidationError):
            serving.state(service, held_on=day)
    services.end_service(service=service, by=serving.giver, reason="Selesai.", on=ahead(-7))
    assert serving.state(service, held_on=ahead(-7))
    with pytest.raises(ValidationError, match="after the service ended"):
        serving.state(service, held_on=ahead(-6))


def test_its_source_is_a_document_of_the_collaboration(serving):
    with pytest.raises(ValidationError, match="another collaboration"):
        serving.state(serving.running(), document=DocumentFactory())


def test_confirmed_figures_are_changed_by_the_partys_own_word_only(serving):
    service = serving.running()
    cost = serving.state(service)
    said = {"version": cost.version, "explanation": "Kuitansi", "together": Decimal(1)}
    for user in (serving.coordinator, serving.worker, serving.served):
        with pytest.raises(Refused, match="only who speaks for it"):
            service_costs.edit_cost(cost=cost, by=user, **said)
        with pytest.raises(Refused, match="takes them out itself"):
            service_costs.remove_cost(cost=cost, by=user)
    cost.refresh_from_db()
    assert (cost.together, cost.confirmed_by) == (3_000_000, serving.giver)
    cost = service_costs.edit_cost(cost=cost, by=serving.giver, **said)
    assert (cost.together, cost.confirmed_by, cost.stated_by) == (1, serving.giver, serving.giver)
    line = line_of(service)
    assert (line.event, line.note) == (E.COST_EDITED, "Rp3,000,000 → Rp1")


def test_what_was_not_confirmed_is_changed_by_who_may_state_it(serving):
    cost = serving.state(serving.running(), by=serving.worker)
    said = {"version": cost.version, "explanation": "Kuitansi", "together": Decimal(1)}
    cost = service_costs.edit_cost(cost=cost, by=serving.coordinator, **said)
    assert (cost.together, cost.confirmed_on, cost.stated_by) == (1, None, serving.coordinator)


def test_the_page_offers_no_change_of_what_the_party_confirmed(client, sign_in, serving):
    service = serving.running()
    cost = serving.state(service)
    for user, offered in ((serving.coordinator, 0), (serving.worker, 0), (serving.giver, 2)):
        sign_in(user)
        page = soup_of(client.get(service.get_absolute_url())).select_one("#costs")
        assert len(page.select(f"a[href^='/service-costs/{cost.pk}/']")) == offered
    sign_in(serving.coordinator)
    assert client.get(f"/service-costs/{cost.pk}/edit/").status_code == 403
    assert client.post(f"/service-costs/{cost.pk}/remove/").status_code == 403


def test_the_party_answers_to_the_figures_it_has_read(serving):
    cost = serving.state(serving.running(), by=serving.coordinator)
    said = {"version": cost.version, "explanation": "Kuitansi", "together": Decimal(1)}
    service_costs.edit_cost(cost=cost, by=serving.coordinator, **said)
    with pytest.raises(Refused, match="changed since"):
        service_costs.confirm_cost(cost=cost, by=serving.giver, seen=str(cost.version))


def test_what_the_party_confirmed_only_the_party_takes_out(serving):
    service = serving.running()
    cost = serving.state(service)
    with pytest.raises(Refused, match="takes them out itself"):
        service_costs.remove_cost(cost=cost, by=serving.coordinator)
    service_costs.remove_cost(cost=cost, by=serving.giver)
    assert (JointServiceCost.objects.count(), line_of(service).event) == (0, E.COST_REMOVED)


class TestSums:
    def test_without_one_of_the_two_there_is_no_difference(self):
        assert (
            JointServiceCostFactory.build(alone=None, service=None, party=None).difference is None
        )
        assert difference_in_words(None, "") == ""

    def test_only_confirmed_whole_statements_of_one_basis_are_added(self, serving):
        service = serving.running()
        serving.state(service)
        serving.state(service, held_on=ahead(-4), together=Decimal(1_000_000))
        serving.state(service, held_on=ahead(-3), alone=None)
        serving.state(service, held_on=ahead(-2), by=serving.coordinator)
        serving.state(service, basis=CostBasis.STAFF, together=Decimal(6), alone=Decimal(10))
        spent, staff = totals_of(service.costs.sums_of_bases())
        assert (spent.together, spent.alone) == (4_000_000, 10_000_000)
        assert (spent.counted, spent.stated) == (2, 4)
        assert (staff.together, staff.alone, staff.counted) == (6, 10, 1)

    def test_of_many_the_newest_are_shown_and_all_are_added(self, client, sign_in, serving):
        service = serving.running()
        for day in range(NEWEST + 2):
            serving.state(service, held_on=ahead(-day))
        (total,) = totals_of(service.costs.sums_of_bases())
        assert (total.counted, total.together) == (NEWEST + 2, 3_000_000 * (NEWEST + 2))
        sign_in(serving.giver)
        page = soup_of(client.get(service.get_absolute_url()))
        assert len(page.select("#costs tbody tr")) == NEWEST
        assert not page.select(f"#costs a[href='#cost-{service.costs.earliest('held_on').pk}']")
        assert len(page.select("#history li")) == NEWEST
        assert len(page.select("a[href^='?all=1']")) == 2
        whole = soup_of(client.get(f"{service.get_absolute_url()}?all=1"))
        assert len(whole.select("#costs tbody tr")) == NEWEST + 2
        assert len(whole.select("#history li")) == service.changes.count()
        assert not whole.select("a[href^='?all=1']")

    def test_what_cost_more_together_is_called_more_expensive(self):
        with translation.override("en"):
            assert difference_in_words(Decimal(-2000), "") == "more expensive by Rp2,000"
            assert difference_in_words(Decimal(2000), "") == "less by Rp2,000"
            assert difference_in_words(Decimal(0), "") == "the same"

    def test_a_total_that_was_dearer_together_says_so_without_a_minus(
        self, client, sign_in, serving
    ):
        service = serving.running()
        serving.state(service, together=Decimal(9_000_000), alone=Decimal(4_000_000))
        sign_in(serving.giver)
        page = soup_of(client.get(service.get_absolute_url())).select_one("#costs")
        assert "lebih mahal Rp5.000.000" in " ".join(page.text.split())
        assert "lebih hemat" not in page.text

    def test_nothing_confirmed_has_no_total(self, serving):
        service = serving.running()
        serving.state(service, by=serving.coordinator)
        assert totals_of(service.costs.sums_of_bases()) == []
