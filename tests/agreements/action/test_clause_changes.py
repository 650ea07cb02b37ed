"""A clause that was changed after a promise: both pages say so, and nothing is rewritten."""

import pytest
from django.utils import timezone

from agreements.action import transitions as action
from agreements.action.clause_changes import change_to_tell
from agreements.instruments import transitions as verbs
from agreements.models import Clause, Commitment
from tests.agreements.instruments.scene import Table, day
from tests.html import soup_of

OLD, NEW = "Melatih 40 kader.", "Melatih 60 kader."


@pytest.fixture
def table(db):
    table = Table()
    agreement = table.draft()
    table.owes = {"is_obligation": True, "owed_by": agreement.parties.first(), "due_on": day(30)}
    verbs.add_clause(
        agreement=agreement, by=table.coordinator, number="Pasal 2", text=OLD, **table.owes
    )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    table.signed(agreement)
    table.agreement = agreement
    return table


def promised(table):
    clause = Clause.objects.get()
    return verbs.promise_obligation(clause=clause, by=table.coordinator, due_on=day(30))


def amended(table, *, is_merged=True, **said):
    """The clause by an amendment that both parties signed."""
    amendment = table.amendment(table.agreement, changes={})
    fields = {"number": "Pasal 2", "text": NEW, **table.owes} | said
    put = {"amendment": amendment, "by": table.coordinator, "clause": Clause.objects.get()}
    if said.get("text", NEW):
        verbs.change_clause(**put, **fields)
    else:
        verbs.take_out_clause(**put)
    amendment = verbs.offer_amendment(amendment=amendment, by=table.coordinator)
    if is_merged:
        table.signed(table.agreement, amendment=amendment)
    amendment.refresh_from_db()
    return amendment


def told(commitment):
    return change_to_tell(Commitment.objects.get(pk=commitment.pk))


def test_it_is_told_from_the_day_it_is_in_effect_and_the_promise_stays_as_it_was(table):
    promise = promised(table)
    assert told(promise) is None
    amendment = amended(table)
    assert told(promise).amendment == amendment
    promise.refresh_from_db()
    assert (promise.promise, promise.due_on) == (OLD, day(30))


def test_not_while_it_is_being_signed(table):
    promise = promised(table)
    amended(table, is_merged=False)
    assert told(promise) is None


def test_not_of_a_promise_made_afterwards(table):
    amended(table)
    assert told(promised(table)) is None


def test_not_of_a_promise_of_a_later_day_whatever_happened_to_the_amendment_since(table):
    amendment = amended(table)
    promise = promised(table)
    type(amendment).objects.filter(pk=amendment.pk).update(
        state_since=day(-1), updated_at=timezone.now()
    )
    assert told(promise) is None


@pytest.mark.parametrize("said", [{"due_on": "later"}, {"text": ""}])
def test_another_day_and_taking_it_out_are_told_too(table, said):
    promise = promised(table)
    if "due_on" in said:
        said = {"text": OLD, "due_on": day(60)}
    amended(table, **said)
    assert told(promise) is not None


def test_another_number_promises_nothing_else(table):
    promise = promised(table)
    amended(table, text=OLD, number="Pasal 3")
    assert told(promise) is None


def test_what_is_over_and_what_has_no_clause_tell_nothing(table):
    promise = promised(table)
    amended(table)
    action.cancel(commitment=promise, by=table.coordinator, reason="Diganti.")
    assert told(promise) is None
    Commitment.objects.update(clause=None, state="accepted")
    assert told(promise) is None


def page(client, sign_in, user, record, language="en"):
    type(user).objects.filter(pk=user.pk).update(language=language)
    user.refresh_from_db()
    sign_in(user)
    return soup_of(client.get(record.get_absolute_url()))


@pytest.mark.parametrize(
    ("language", "mark", "change"),
    [
        ("en", "The clause was changed on", "Change the commitment"),
        ("id", "Pasalnya diubah pada", "Ubah komitmennya"),
    ],
)
def test_both_pages_say_it_with_the_way_to_the_change(
    table, client, sign_in, language, mark, change
):
    promise, amendment = promised(table), amended(table)
    way = f'a[href="{amendment.get_absolute_url()}#changes"]'
    shown = page(client, sign_in, table.coordinator, table.agreement, language)
    row = shown.select_one("#obligations")
    assert mark in row.get_text()
    assert row.select(way)
    assert row.find("a", href=f"{promise.get_absolute_url()}#next-title").text.startswith(change)
    facts = page(client, sign_in, table.speakers[0], promise, language)
    assert mark in facts.select_one(".commitment-facts").get_text()
    assert facts.select(way)
    theirs = page(client, sign_in, table.speakers[0], table.agreement, language)
    assert mark in theirs.select_one("#obligations").get_text()
    assert change not in theirs.select_one("#obligations").get_text()


def test_a_clause_that_nobody_owes_any_more_still_shows_the_promise(table, client, sign_in):
    promise = promised(table)
    amended(table, is_obligation=False, owed_by=None, due_on=None)
    shown = page(client, sign_in, table.coordinator, table.agreement).select_one("#obligations")
    assert promise.code in shown.get_text()
    assert "The clause was changed on" in shown.get_text()
    assert not shown.select('a[href*="/promise/"]')


def test_the_new_words_can_be_promised_once(table, client, sign_in):
    def offered():
        shown = page(client, sign_in, table.coordinator, table.agreement)
        return bool(shown.select('#obligations a[href*="/promise/"]'))

    assert offered()
    promise = promised(table)
    assert not offered()
    amended(table)
    assert offered()
    action.cancel(commitment=promise, by=table.coordinator, reason="Diganti.")
    assert offered()
    promised(table)
    assert not offered()
    assert (
        "The clause was changed"
        not in page(client, sign_in, table.coordinator, table.agreement).get_text()
    )
