"""What the page of an agreement offers leads somewhere: to whom it may, and only when it may."""

import pytest
from django.urls import reverse
from django.utils import translation

from agreements.documents.transitions import withdraw
from agreements.instruments import transitions as verbs
from agreements.instruments.hints import hints_of
from agreements.instruments.models import Agreement, Clause
from agreements.instruments.possible import POSSIBLE
from agreements.instruments.views.verbs_steps import MOVES
from agreements.instruments.ways import ANY_PARTY, COORDINATOR
from agreements.instruments.wire import pack_clause
from collabgov.kit.errors import IllegalMove
from tests.agreements.instruments.scene import a_file, day
from tests.html import soup_of


def links(client, sign_in, user, agreement):
    sign_in(user)
    return {link.get("href") for link in soup_of(client.get(agreement.get_absolute_url()))("a")}


def move_of(agreement, verb):
    return reverse("agreements:agreement-move", args=[agreement.pk, verb])


def test_every_move_has_its_button_its_page_and_one_say_when_it_is_possible():
    buttons = [way.verb for way in (*COORDINATOR, *ANY_PARTY)]
    assert sorted(buttons) == sorted(MOVES) == sorted(POSSIBLE)


def test_what_has_no_last_day_is_not_offered_to_be_renewed(table, client, sign_in):
    table.kind.may_be_open_ended = True
    table.kind.save()
    agreement = table.in_force(ends_on=None)
    page = move_of(agreement, "renew")
    assert page not in links(client, sign_in, table.coordinator, agreement)
    assert "tidak ada yang diperbarui" in client.get(page).context["closed"]
    with pytest.raises(IllegalMove):
        verbs.renew(agreement=agreement, by=table.coordinator)
    verbs.end(agreement=agreement, by=table.coordinator, reason="Sepakat.")
    assert page in links(client, sign_in, table.coordinator, agreement)


def test_the_page_of_a_renewal_says_which_one_there_is(table, client, sign_in):
    agreement = table.in_force()
    renewal = verbs.renew(agreement=agreement, by=table.coordinator)
    sign_in(table.coordinator)
    closed = client.get(move_of(agreement, "renew")).context["closed"]
    assert f"“{renewal}”" in closed


def test_a_decided_termination_is_dropped_by_the_coordinator_alone(table, client, sign_in):
    agreement, asks = table.in_force(), table.speakers[0]
    said = {"agreement": agreement, "reason": "Beban.", "effective_on": day(9)}
    verbs.request_termination(by=asks, **said)
    page = move_of(agreement, "drop-termination")
    assert page in links(client, sign_in, asks, agreement)
    verbs.terminate(by=table.coordinator, file=a_file(), **said)
    assert page not in links(client, sign_in, asks, agreement)
    assert client.get(page).status_code == 403
    assert page in links(client, sign_in, table.coordinator, agreement)


def owed(table, agreement):
    place = agreement.parties.get(party=table.parties[1])
    return verbs.add_clause(
        agreement=agreement, by=table.coordinator, text="Data.", is_obligation=True, owed_by=place
    )


def test_who_owes_it_finds_where_to_promise_it(table, client, sign_in):
    agreement = table.draft()
    clause = owed(table, agreement)
    page = reverse("agreements:clause-promise", args=[clause.pk])
    assert page not in links(client, sign_in, table.speakers[1], agreement)
    Agreement.objects.filter(pk=agreement.pk).update(state="in_force", signed_on=day(0), stage=None)
    seen = [
        page in links(client, sign_in, user, agreement)
        for user in (*table.speakers, table.coordinator)
    ]
    assert seen == [False, True, True]
    assert client.get(page).status_code == 200


def test_what_a_clause_says_is_packed_without_asking_who_owes_it(table, django_assert_num_queries):
    clause = owed(table, table.draft())
    fresh = Clause.objects.get(pk=clause.pk)
    with django_assert_num_queries(0):
        assert pack_clause(fresh)["owed_by"] == clause.owed_by.pk


def test_a_gap_to_come_is_not_told_as_if_it_were_past(table):
    agreement = table.in_force()
    renewal = verbs.renew(agreement=agreement, by=table.coordinator)
    Agreement.objects.filter(pk=renewal.pk).update(starts_on=day(400), ends_on=day(800))
    with translation.override("en"):
        words = " ".join(hints_of(Agreement.objects.get(pk=renewal.pk)))
    assert "What it renews ends on" in words


def test_a_withdrawn_document_is_not_its_text(table):
    agreement = table.draft()
    paper = verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="text", file=a_file()
    )
    nothing = "Belum ada pasal maupun naskahnya"
    assert nothing not in " ".join(hints_of(agreement))
    withdraw(document=paper.document, by=table.coordinator, reason="Salah berkas.")
    assert nothing in " ".join(hints_of(agreement))
