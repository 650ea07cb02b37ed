"""A parent and what rests on it: signed, held up, let go and taken back in the right order."""

import pytest

from agreements.instruments import transitions as verbs
from agreements.models import Signature
from tests.agreements.instruments.scene import a_file, day, last_line, refused_unchanged
from tests.agreements.instruments.test_over import all_along, end, states, suspend, terminate


@pytest.fixture
def family(table):
    """An agreement in force, a child and the child's child, all in force."""
    top = table.in_force(title="Induk")
    child = table.in_force(title="Anak", parent=top)
    return top, child, table.in_force(title="Cucu", parent=child)


def take_back(table, agreement):
    signature = Signature.objects.standing().filter(place__agreement=agreement).first()
    return verbs.take_back_signature(signature=signature, by=table.coordinator, reason="Salah.")


def test_what_is_signed_under_it_keeps_its_parent_signed(table):
    parent = table.signed(table.ready(title="Induk", starts_on=day(5)))
    child = table.ready(title="Anak", parent=parent)
    signature = table.sign(child, 0)
    refused_unchanged(parent, lambda: take_back(table, parent), "“Anak” di bawahnya")
    verbs.take_back_signature(signature=signature, by=table.coordinator, reason="Salah.")
    take_back(table, parent)
    assert states(parent, child) == ["partly_signed", "ready_to_sign"]


def test_one_that_was_given_up_holds_no_signature_of_its_parent(table):
    parent = table.signed(table.ready(title="Induk", starts_on=day(5)))
    child = table.ready(title="Anak", parent=parent)
    table.sign(child, 0)
    verbs.abandon(agreement=child, by=table.coordinator, reason="Batal.")
    take_back(table, parent)
    assert states(parent) == ["partly_signed"]


def test_a_registered_parent_is_not_given_up_under_what_was_signed_because_of_it(table):
    parent = verbs.register_agreement(
        collaboration=table.collaboration,
        by=table.coordinator,
        type=table.kind,
        title="Induk",
        signed_on=day(-1),
        starts_on=day(5),
        ends_on=day(365),
        file=a_file(),
        parties=[(party, True, "") for party in table.parties],
    )
    child = table.ready(title="Anak", parent=parent)
    give_up = lambda: verbs.abandon(  # noqa: E731
        agreement=parent, by=table.coordinator, reason="Salah catat."
    )
    table.sign(child, 0)
    refused_unchanged(parent, give_up, "“Anak” di bawahnya")
    table.sign(child, 1)  # signed by all, it waits for its parent's first day
    refused_unchanged(parent, give_up, "“Anak” di bawahnya")


def test_what_is_over_is_not_resumed_along(table):
    top = table.in_force(title="Induk")
    child = table.in_force(title="Anak", parent=top)
    suspend(table, top, children=all_along(child))
    type(child).objects.filter(pk=child.pk).update(
        starts_on=day(-9), ends_on=day(-1), review_on=None
    )
    verbs.resume(agreement=top, by=table.coordinator)
    assert states(top, child) == ["in_force", "suspended"]
    assert [str(each.agreement) for each in verbs.advance()] == ["Anak"]


def test_a_decision_that_is_dropped_calls_back_the_furthest_that_was_to_stay(table, family):
    top, child, below = family
    said = {child.pk: "along", below.pk: "stays_alone"}
    terminate(table, top, effective_on=day(5), children=said)
    below.refresh_from_db()
    assert below.stands_alone is True
    verbs.drop_termination(agreement=top, by=table.coordinator, reason="Damai.")
    below.refresh_from_db()
    assert below.stands_alone is False
    line = last_line(below)
    assert (line.event, line.subject, line.note) == ("termination_dropped", "Induk", "Damai.")
    end(table, top, children=all_along(child, below))
    assert states(*family) == ["ended"] * 3


def test_what_stays_by_another_decision_still_stays(table, family):
    top, child, below = family
    terminate(table, child, effective_on=day(5), children={below.pk: "stays_alone"})
    terminate(table, top, effective_on=day(7), children=all_along(child))
    verbs.drop_termination(agreement=top, by=table.coordinator)
    below.refresh_from_db()
    assert below.stands_alone is True
    terminate(table, top, effective_on=day(7), children=all_along(child))
    verbs.drop_termination(agreement=child, by=table.coordinator)
    below.refresh_from_db()
    assert below.stands_alone is True


def test_it_is_never_over_before_it_began_also_when_it_goes_along(table):
    top = table.in_force(title="Induk")
    type(top).objects.filter(pk=top.pk).update(starts_on=day(-9), signed_on=day(-9))
    child = table.in_force(title="Anak", parent=top)
    terminate(table, top, effective_on=day(-3), children=all_along(child))
    child.refresh_from_db()
    assert (child.over_on, child.termination_on) == (day(0), day(0))


def test_who_did_not_ask_to_terminate_does_not_drop_it(table):
    agreement = table.in_force()
    ask = {"agreement": agreement, "reason": "Beban.", "effective_on": day(9)}
    drop = lambda by: verbs.drop_termination(agreement=agreement, by=by)  # noqa: E731
    verbs.request_termination(**ask, by=table.speakers[0])
    refused_unchanged(agreement, lambda: drop(table.speakers[1]), "Hanya yang memintanya")
    drop(table.coordinator)
    verbs.request_termination(**ask, by=table.speakers[0])
    drop(table.speakers[0])
    agreement.refresh_from_db()
    assert agreement.termination_asked_on is None


@pytest.mark.parametrize("verb", [end, terminate])
def test_what_was_over_by_itself_does_not_go_along_by_hand_either(table, family, verb):
    top, child, below = family
    rows, past = type(top).objects, {"starts_on": day(-9), "signed_on": day(-9), "review_on": None}
    rows.filter(pk__in=[top.pk, child.pk, below.pk]).update(**past)
    rows.filter(pk=below.pk).update(ends_on=day(-2))
    verb(table, top, children=all_along(child))  # nothing is to be said of what is over
    assert states(*family) == [top.state, top.state, "ended"]
    assert [each.over_on for each in family] == [day(0), day(0), day(-2)]
    assert last_line(below).made_by is None


def test_what_an_amendment_may_still_extend_is_not_taken_for_over(table, family):
    top, child, below = family
    amendment = table.amendment(below)
    type(top).objects.filter(pk=below.pk).update(
        starts_on=day(-9), signed_on=day(-9), ends_on=day(-1), review_on=None
    )
    refused_unchanged(
        below, lambda: end(table, top, children=all_along(child, below)), "adendum yang belum"
    )
    verbs.withdraw_amendment(amendment=amendment, by=table.coordinator, reason="Batal.")
    end(table, top, children=all_along(child))
    assert states(*family) == ["ended"] * 3


def test_no_amendment_takes_effect_and_no_child_is_over_before_the_last_signature(table):
    top = table.in_force(title="Induk")
    child = table.in_force(title="Anak", parent=top)
    type(top).objects.update(starts_on=day(-9))
    type(top).objects.filter(pk=top.pk).update(signed_on=day(-9))
    refused_unchanged(
        child, lambda: table.amendment(child, effective_on=day(-1)), "sebelum kesepakatan berlaku"
    )
    terminate(table, top, effective_on=day(-3), children=all_along(child))
    child.refresh_from_db()
    assert (child.over_on, child.termination_on) == (day(0), day(0))
