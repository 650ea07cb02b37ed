"""What the calendar decides: begin, amend, terminate, end; and the command that applies it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from agreements.instruments import transitions as verbs
from agreements.models import AgreementChange
from tests.agreements.instruments.scene import a_file, day, last_line, same


def applied(offset):
    return [(each.what, str(each.agreement)) for each in verbs.advance(today=day(offset))]


def command(offset, **options):
    said = StringIO()
    call_command("advance_agreements", today=day(offset).isoformat(), stdout=said, **options)
    return said.getvalue()


def test_on_its_last_day_it_still_holds_and_the_day_after_it_is_ended(table):
    agreement = table.in_force()
    assert applied(365) == []
    assert applied(366) == [("ended", str(agreement))]
    agreement.refresh_from_db()
    assert (agreement.state, agreement.over_on) == ("ended", day(365))
    line = last_line(agreement)
    assert (line.from_state, line.to_state, line.made_by) == ("in_force", "ended", None)
    lines = AgreementChange.objects.count()
    assert applied(366) == []
    assert AgreementChange.objects.count() == lines


def test_a_suspended_one_ends_too(table):
    agreement = table.in_force()
    verbs.suspend(agreement=agreement, by=table.coordinator, reason="Jeda.")
    assert applied(366) == [("ended", str(agreement))]


def test_what_has_no_last_day_holds_on(table):
    table.kind.may_be_open_ended = True
    table.kind.save()
    table.in_force(ends_on=None)
    assert applied(9999) == []


def test_what_is_under_it_ends_with_it_unless_it_was_said_to_stay(table):
    top = table.in_force(title="Induk", ends_on=day(10))
    along = table.in_force(title="Ikut", parent=top)
    below = table.in_force(title="Cucu", parent=along)
    stays = table.in_force(title="Tinggal", parent=top)
    type(stays).objects.filter(pk=stays.pk).update(stands_alone=True)
    assert applied(11) == [("ended", "Induk"), ("ended", "Ikut"), ("ended", "Cucu")]
    below.refresh_from_db()
    assert (below.state, below.over_on) == ("ended", day(10))
    stays.refresh_from_db()
    assert stays.state == "in_force"


def test_an_open_amendment_lapses_with_it(table):
    agreement = table.in_force()
    amendment = table.offered(agreement)
    assert applied(366) == [("ended", str(agreement))]
    amendment.refresh_from_db()
    assert amendment.state == "lapsed"
    assert agreement.changes.filter(event="amendment_moved", subject="1 lapsed").exists()


def test_one_that_goes_along_takes_its_open_amendment_with_it(table):
    top = table.in_force(title="Induk", ends_on=day(10))
    child = table.in_force(title="Anak", parent=top)
    amendment = table.amendment(child)
    assert len(applied(11)) == 2
    amendment.refresh_from_db()
    assert amendment.state == "lapsed"


def test_an_extension_that_everybody_signed_comes_before_the_end(table):
    agreement = table.in_force()
    amendment = table.offered(
        agreement, kind="extension", changes={"ends_on": day(500)}, effective_on=day(365)
    )
    for number in range(2):
        table.sign(agreement, number, amendment=amendment)
    assert applied(364) == []
    assert applied(400) == [("amended", str(agreement))]
    agreement.refresh_from_db()
    assert (agreement.state, agreement.ends_on) == ("in_force", day(500))


def test_a_short_one_that_was_forgotten_begins_and_ends(table):
    agreement = table.signed(table.ready(starts_on=day(3), ends_on=day(5)))
    assert applied(9) == [("in_force", str(agreement)), ("ended", str(agreement))]
    agreement.refresh_from_db()
    assert (agreement.state, agreement.over_on) == ("ended", day(5))


def test_unsigned_ones_never_begin(table):
    agreement = table.ready()
    table.sign(agreement, 0)
    before = same(agreement)
    assert applied(400) == []
    assert same(agreement) == before


def test_days_pass_in_a_closed_collaboration_too(table):
    agreement = table.in_force()
    type(table.collaboration).objects.update(state="closed", ends_on=day(0))
    assert applied(366) == [("ended", str(agreement))]


def test_a_decided_termination_takes_effect_on_its_day(table):
    agreement = table.in_force()
    verbs.terminate(
        agreement=agreement,
        by=table.coordinator,
        reason="Beban.",
        effective_on=day(7),
        file=a_file(),
    )
    assert applied(6) == []
    assert applied(9) == [("terminated", str(agreement))]
    agreement.refresh_from_db()
    assert (agreement.over_on, agreement.termination_reason) == (day(7), "Beban.")


def test_the_command_says_each_move_and_finds_nothing_the_second_time(table):
    agreement = table.in_force()
    said = command(366)
    assert f"Ended: {agreement} ({table.collaboration})" in said
    assert said.splitlines()[-1] == f"{day(366).isoformat()}: 1 move."
    assert command(366) == f"{day(366).isoformat()}: nothing to do.\n"
    assert command(366, verbosity=0) == ""


def test_the_command_counts_in_plain_english(table):
    parent = table.in_force(title="Induk")
    table.in_force(title="Anak", parent=parent)
    assert command(366).splitlines()[-1] == f"{day(366).isoformat()}: 2 moves."


def test_the_command_wants_a_day(db):
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        call_command("advance_agreements", today="besok")


@pytest.fixture
def terminated_soon(table):
    """A parent to be terminated on the fifth day, a child to end on the fourth, and its own."""
    top = table.in_force(title="Induk")
    child = table.in_force(title="Anak", parent=top, ends_on=day(4))
    below = table.in_force(title="Cucu", parent=child)
    verbs.terminate(
        agreement=top,
        by=table.coordinator,
        reason="Beban.",
        effective_on=day(5),
        file=a_file(),
        children={child.pk: "along", below.pk: "along"},
    )
    return top, child, below


@pytest.mark.parametrize("days", [(4, 5), (5,), (9,)])
def test_what_was_over_by_itself_is_not_terminated_along(terminated_soon, days):
    for offset in days:
        list(verbs.advance(today=day(offset)))
    for agreement in terminated_soon:
        agreement.refresh_from_db()
    assert [(each.state, each.over_on) for each in terminated_soon] == [
        ("terminated", day(5)),
        ("ended", day(4)),
        ("ended", day(4)),
    ]


def test_on_the_day_of_a_termination_that_comes_first(table):
    top = table.in_force(title="Induk")
    child = table.in_force(title="Anak", parent=top, ends_on=day(5))
    said = {"reason": "Beban.", "effective_on": day(5), "file": a_file()}
    verbs.terminate(agreement=top, by=table.coordinator, children={child.pk: "along"}, **said)
    assert applied(9) == [("terminated", "Induk"), ("terminated", "Anak")]
