"""Costs of assistance: shares add up, both sides agree, a change is agreed anew."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from agreements.capacity.transitions import (
    assistance,
    assistance_costs,
    assistance_ends,
    assistance_openings,
)
from agreements.models import AssistanceRequest
from collabgov.kit.errors import EditConflict, Refused
from tests.agreements.capacity.assistance_scene import Help, moves
from tests.factories.actors import UserFactory
from tests.factories.assistance import (
    AssistanceCostFactory,
    AssistanceRequestFactory,
    AssistanceResponseFactory,
)
from tests.factories.charter import PartyFactory, RepresentativeFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
SAID = {
    "item": "Uang harian",
    "amount": Decimal(3_000_000),
    "requester_share": Decimal(2_000_000),
    "giver_share": Decimal(1_000_000),
    "budget_line": "5.1.02.01",
    "line_of": "requester",
}


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Help()


@pytest.fixture
def cost(scene):
    asked = scene.answered(scene.submitted())
    return assistance_costs.add_cost(request=asked, by=scene.health_speaker, **SAID)


def test_both_sides_agree_to_an_item(scene, cost):
    again = assistance_costs.add_cost(request=cost.request, by=scene.health_speaker, **SAID)
    assert again == cost
    cost = assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    assert (cost.is_agreed, cost.requester_agreed_on) == (False, TODAY)
    with pytest.raises(Refused, match="Now Dinas PU has to agree"):
        assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    with pytest.raises(Refused, match="who speak for Dinas Kesehatan or Dinas PU"):
        assistance_costs.agree_cost(cost=cost, by=scene.coordinator)
    cost = assistance_costs.agree_cost(cost=cost, by=scene.works_speaker)
    assert cost.is_agreed
    events = [line[0] for line in moves(cost.request)[-3:]]
    assert events == ["cost_added", "cost_agreed", "cost_agreed"]


def test_what_is_entered_later_is_told_on_its_day(scene, cost):
    on = TODAY - dt.timedelta(days=3)
    facts = {"request": cost.request, "by": scene.health_speaker, "on": on}
    assistance_costs.add_cost(**facts, **{**SAID, "item": "Bensin"})
    told = cost.request.changes.order_by("pk").last()
    assert timezone.localdate(told.made_at) == on


def test_nobody_agrees_for_both_sides(scene, cost):
    RepresentativeFactory(party=scene.works, person=scene.health_speaker.person)
    cost = assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    with pytest.raises(Refused, match="Another representative has to agree for Dinas PU"):
        assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)


OTHER = {**SAID, "amount": Decimal(4_000_000), "giver_share": Decimal(2_000_000)}


def agreed(scene, cost):
    cost = assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    return assistance_costs.agree_cost(cost=cost, by=scene.works_speaker)


def edit(cost, by, said=OTHER):
    return assistance_costs.edit_cost(cost=cost, by=by, version=cost.version, **said)


def test_a_cost_that_one_side_agreed_on_is_agreed_anew_when_it_changes(scene, cost):
    cost = assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    assert edit(cost, scene.works_speaker, SAID).requester_agreed_on == TODAY
    cost.refresh_from_db()
    with pytest.raises(EditConflict):
        assistance_costs.edit_cost(cost=cost, by=scene.works_speaker, version=1, **OTHER)
    changed = edit(cost, scene.works_speaker)
    assert (changed.requester_agreed_on, changed.holds_line) == (None, False)
    with pytest.raises(Refused, match="changed since"):
        assistance_costs.agree_cost(cost=changed, by=scene.health_speaker, seen=str(cost.version))
    assistance_costs.remove_cost(cost=changed, by=scene.health_speaker)
    assert not cost.request.costs.exists()


def test_what_both_agreed_on_is_not_wiped_by_one_side(scene, cost):
    cost = agreed(scene, cost)
    for by in (scene.health_speaker, scene.works_speaker, scene.coordinator):
        for act in (
            lambda by=by: edit(cost, by),
            lambda by=by: assistance_costs.remove_cost(cost=cost, by=by),
        ):
            with pytest.raises(Refused, match="so it stands"):
                act()
    cost.refresh_from_db()
    assert (cost.is_agreed, cost.amount) == (True, SAID["amount"])


def test_both_sides_open_it_again_and_only_then_it_changes(scene, cost):
    cost = opening = assistance_openings.open_cost(cost=agreed(scene, cost), by=scene.works_speaker)
    assert (opening.is_agreed, opening.opening_side) == (True, "giver")
    with pytest.raises(Refused, match="so it stands"):
        edit(cost, scene.works_speaker)
    with pytest.raises(Refused, match="agree for Dinas Kesehatan"):
        assistance_openings.open_cost(cost=cost, by=scene.works_speaker)
    with pytest.raises(Refused, match="speak for"):
        assistance_openings.open_cost(cost=cost, by=scene.coordinator)
    colleague = scene.speaker_of(scene.works)
    with pytest.raises(Refused, match="agree for Dinas Kesehatan"):
        assistance_openings.open_cost(cost=cost, by=colleague)
    waits = AssistanceRequest.objects.waiting_for
    assert waits(scene.health_speaker).get() == cost.request
    assert not waits(scene.works_speaker).exists()
    opened = assistance_openings.open_cost(cost=cost, by=scene.health_speaker)
    assert (opened.is_agreed, opened.opening_side, opened.holds_line) == (False, "", False)
    assert edit(opened, scene.works_speaker).amount == OTHER["amount"]
    events = [line[0] for line in moves(cost.request)[-3:]]
    assert events == ["cost_opening", "cost_opened", "cost_edited"]
    assert moves(cost.request)[-2][-1].startswith("Dinas Kesehatan: Uang harian")


def test_nobody_opens_it_for_both_sides(scene, cost):
    cost = agreed(scene, cost)
    RepresentativeFactory(party=scene.works, person=scene.health_speaker.person)
    cost = assistance_openings.open_cost(cost=cost, by=scene.health_speaker)
    with pytest.raises(Refused, match="somebody else"):
        assistance_openings.open_cost(cost=cost, by=scene.health_speaker)
    cost.refresh_from_db()
    assert cost.is_agreed


def test_either_side_keeps_it_as_agreed(scene, cost):
    cost = agreed(scene, cost)
    for by in (scene.works_speaker, scene.health_speaker):
        cost = assistance_openings.open_cost(cost=cost, by=scene.works_speaker)
        with pytest.raises(Refused, match="speak for"):
            assistance_openings.keep_cost(cost=cost, by=scene.coordinator)
        cost = assistance_openings.keep_cost(cost=cost, by=by)
        assert (cost.is_agreed, cost.opening_side) == (True, "")
    assert moves(cost.request)[-1][0] == "cost_kept"
    with pytest.raises(Refused, match="Nobody asks"):
        assistance_openings.keep_cost(cost=cost, by=by)


def test_only_what_both_agreed_on_is_opened_and_only_as_it_was_read(scene, cost):
    with pytest.raises(Refused, match="can be changed"):
        assistance_openings.open_cost(cost=cost, by=scene.works_speaker)
    cost = agreed(scene, cost)
    with pytest.raises(Refused, match="changed since"):
        assistance_openings.open_cost(cost=cost, by=scene.works_speaker, seen="1")


def test_shares_that_do_not_add_up_are_refused(scene, cost):
    for wrong, words in (
        ({"giver_share": Decimal(5)}, "add up"),
        ({"amount": 0, "requester_share": 0, "giver_share": 0}, "more than nothing"),
    ):
        with pytest.raises(ValidationError, match=words):
            assistance_costs.add_cost(
                request=cost.request,
                by=scene.health_speaker,
                **{**SAID, **wrong},
            )


def test_costs_are_shared_once_help_is_promised_and_settled_after_it_was_given(scene, cost):
    with pytest.raises(Refused, match="promised"):
        assistance_costs.add_cost(
            request=scene.submitted(subject="Lain"), by=scene.health_speaker, **SAID
        )
    assistance_ends.complete_assistance(
        request=cost.request, by=scene.health_speaker, result="Selesai.", usefulness="fully"
    )
    cost = assistance_costs.agree_cost(cost=cost, by=scene.works_speaker)
    assert cost.giver_agreed_on == TODAY
    assert AssistanceRequest.objects.waiting_for(scene.health_speaker).get() == cost.request
    assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    assert not AssistanceRequest.objects.waiting_for(scene.health_speaker).exists()


def of_other(scene, **said):
    """The same item and line in another request, not agreed yet."""
    other = scene.answered(scene.submitted(subject="Lain"))
    return assistance_costs.add_cost(request=other, by=scene.health_speaker, **{**SAID, **said})


def test_a_line_is_held_by_its_owner_alone(scene, cost):
    """Whoever enters a cost with the line of the other holds nothing of it, nor does the other."""
    cost = assistance_costs.agree_cost(cost=cost, by=scene.works_speaker)
    other = of_other(scene)
    other = assistance_costs.agree_cost(cost=other, by=scene.health_speaker)
    assert (cost.holds_line, other.holds_line) == (False, True)
    with pytest.raises(ValidationError) as refusal:
        assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    (said,) = refusal.value.messages
    assert "in “Lain” (" in said
    cost.refresh_from_db()
    assert cost.requester_agreed_on is None


def test_where_a_line_pays_is_told_to_who_may_see_it(scene, cost):
    assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    party = PartyFactory(organization=scene.health.organization)
    speaker = UserFactory()
    RepresentativeFactory(party=party, person=speaker.person)
    asked = AssistanceRequestFactory(collaboration=party.collaboration, to_party=party)
    said = {"item": SAID["item"], "budget_line": SAID["budget_line"]}
    other = AssistanceCostFactory(
        request=AssistanceResponseFactory(request=asked).request,
        line_owner=party.organization,
        **said,
    )
    with pytest.raises(ValidationError) as refusal:
        assistance_costs.agree_cost(cost=other, by=speaker)
    (words,) = refusal.value.messages
    assert "in which you do not take part" in words
    assert "Dua enumerator" not in words


def test_of_help_that_is_no_longer_asked_for_nothing_is_paid_and_the_line_is_free(scene, cost):
    assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    other, by = of_other(scene), scene.health_speaker
    with pytest.raises(ValidationError, match="pays for this item"):
        assistance_costs.agree_cost(cost=other, by=by)
    asked = assistance.withdraw_assistance(request=cost.request, by=by, reason="Sudah ada.")
    assert asked.costs.get().is_dropped
    assert assistance_costs.agree_cost(cost=other, by=by).holds_line


def test_help_that_its_giver_refuses_after_all_costs_nothing(scene):
    """What was entered while a coordinator's promise stood; what both agreed on is opened first."""
    asked, speaker = scene.lent()
    facts = {"request": asked, "by": scene.health_speaker}
    one = assistance_costs.add_cost(**facts, **SAID)
    both = assistance_costs.add_cost(**facts, **{**SAID, "item": "Bensin"})
    assistance_costs.agree_cost(cost=one, by=scene.health_speaker)
    both = assistance_costs.agree_cost(cost=both, by=scene.health_speaker)
    both = assistance_costs.agree_cost(cost=both, by=speaker)
    with pytest.raises(Refused, match="before you refuse"):
        scene.corrected(asked, by=speaker)
    both = assistance_openings.open_cost(cost=both, by=speaker)
    assistance_openings.open_cost(cost=both, by=scene.health_speaker)
    refused = scene.corrected(asked, by=speaker)
    assert set(refused.costs.values_list("is_dropped", flat=True)) == {True}
    assert assistance_costs.agree_cost(cost=of_other(scene), by=scene.health_speaker).holds_line


def test_what_comes_after_all_is_paid_again_without_a_line_that_pays_elsewhere(scene, cost):
    """What was agreed on is owed again; only the line, which somebody used meanwhile, goes."""
    by, cost = scene.health_speaker, agreed(scene, cost)
    asked = assistance_ends.mark_unfulfilled(
        request=scene.missed(cost.request), by=by, result="Tidak datang."
    )
    assert asked.costs.get().is_dropped
    assistance_costs.agree_cost(cost=of_other(scene), by=by)
    asked = assistance_ends.say_given(
        request=asked, by=scene.works_speaker, giver_says="Dua orang datang."
    )
    cost.refresh_from_db()
    assert (cost.is_dropped, cost.is_agreed, cost.amount) == (False, True, SAID["amount"])
    assert (cost.budget_line, cost.line_owner, cost.holds_line) == ("", None, False)
    event, *_states, note = moves(asked)[-2]
    assert event == "cost_blanked"
    assert note.startswith("Uang harian, 5.1.02.01: Rp3,000,000")
    assert " → Uang harian: Rp3,000,000" in note


def test_of_help_that_is_not_promised_no_cost_is_settled(scene, cost):
    by = scene.health_speaker
    assistance.withdraw_assistance(request=cost.request, by=by, reason="Sudah ada.")
    cost.refresh_from_db()
    cost.request.refresh_from_db()
    for act in (
        lambda: assistance_costs.agree_cost(cost=cost, by=by),
        lambda: assistance_costs.edit_cost(cost=cost, by=by, version=cost.version, **SAID),
        lambda: assistance_costs.remove_cost(cost=cost, by=by),
    ):
        with pytest.raises(Refused, match="promised"):
            act()


@pytest.mark.parametrize("line", ["  5.1.02.01 ", "5.1. 02. 01"])
def test_spaces_and_capitals_make_no_other_budget_line(scene, cost, line):
    assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    other = of_other(scene, item=" Uang   HARIAN ", budget_line=line)
    with pytest.raises(ValidationError, match="already, in “Dua enumerator”"):
        assistance_costs.agree_cost(cost=other, by=scene.health_speaker)


def test_a_code_is_of_whose_budget_it_is(scene, cost):
    """Two agencies write the same account code; each of the two lines pays the item once."""
    assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    by, other = scene.works_speaker, {"from_party": scene.works, "to_party": scene.health}
    asked = scene.submitted(subject="Lain", by=by, **other)
    asked = scene.answered(asked, by=scene.health_speaker)
    theirs = assistance_costs.add_cost(request=asked, by=by, **SAID)
    assert theirs.line_owner == scene.works.organization
    assert assistance_costs.agree_cost(cost=theirs, by=by).holds_line
    theirs.refresh_from_db()
    theirs = edit(theirs, by, {**SAID, "line_of": "giver"})
    with pytest.raises(ValidationError, match="pays for this item"):
        assistance_costs.agree_cost(cost=theirs, by=scene.health_speaker)


def test_whose_line_it_is_follows_from_who_pays_or_is_said(scene, cost):
    assert cost.line_owner == scene.health.organization
    facts = {"request": cost.request, "by": scene.works_speaker, "budget_line": "5.1.02.09"}
    both = {"amount": 3, "requester_share": 2, "giver_share": 1}
    with pytest.raises(ValidationError, match="whose budget line"):
        assistance_costs.add_cost(item="Bensin", **both, **facts)
    alone = {"amount": 3, "requester_share": 0, "giver_share": 3}
    given = assistance_costs.add_cost(item="Bensin", **alone, **facts)
    assert given.line_owner == scene.works.organization
    with pytest.raises(ValidationError, match="a side that pays"):
        assistance_costs.add_cost(item="Makan", line_of="requester", **alone, **facts)


def test_the_history_says_which_side_agreed_to_which_sums(scene, cost):
    assistance_costs.agree_cost(cost=cost, by=scene.works_speaker)
    event, *_states, note = moves(cost.request)[-1]
    assert event == "cost_agreed"
    assert note.startswith("Dinas PU: Uang harian, 5.1.02.01: Rp3,000,000 (Dinas Kesehatan Rp2,0")
    cost.refresh_from_db()
    other = {**SAID, "amount": Decimal(4_000_000), "giver_share": Decimal(2_000_000)}
    assistance_costs.edit_cost(cost=cost, by=scene.works_speaker, version=cost.version, **other)
    note = moves(cost.request)[-1][-1]
    assert "Rp3,000,000" in note
    assert note.endswith("Rp4,000,000 (Dinas Kesehatan Rp2,000,000, Dinas PU Rp2,000,000)")


def test_what_is_no_longer_paid_is_not_in_the_total(client, scene, cost, sign_in):
    """Its sums stay on the page, each with the word that nothing is paid."""
    sign_in(scene.health_speaker)

    def totals():
        page = soup_of(client.get(cost.request.get_absolute_url()))
        assert "3.000.000" in page.select_one("#costs tbody").get_text()
        return [cell.get_text() for cell in page.select("#cost-totals td")][:3]

    assert totals() == ["3.000.000", "2.000.000", "1.000.000"]
    assistance.withdraw_assistance(
        request=cost.request, by=scene.health_speaker, reason="Sudah ada."
    )
    assert totals() == ["0", "0", "0"]
