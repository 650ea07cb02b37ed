"""The quick update: all my open promises on one screen, saved together, nothing typed is lost."""

import pytest
from django.urls import reverse

from agreements.action import transitions
from agreements.action.states import CommitmentState
from agreements.models import ProgressUpdate
from tests.agreements.action.people import today
from tests.factories.action import CommitmentFactory
from tests.html import soup_of

S = CommitmentState
URL = reverse("agreements:commitment-quick")


def asked(response):
    return {link.text for link in soup_of(response).select(".quick-row a.row-title")}


def say(commitment, progress, note=""):
    return {f"c{commitment.pk}-progress": progress, f"c{commitment.pk}-note": note}


@pytest.fixture
def member(people, sign_in):
    people.member.language = "en"
    people.member.save()
    return sign_in(people.member)


def test_it_asks_about_what_we_owe_and_nothing_else(people, member, client):
    people.promise(promise="owed")
    people.promise(promise="late", overdue=True)
    people.promise(promise="asked", proposed=True)
    people.promise(promise="done", reported=True)
    CommitmentFactory(collaboration=people.collaboration, promise="theirs")
    assert asked(client.get(URL)) == {"owed", "late"}


def test_one_save_for_all(people, member, client):
    going, done, stuck, silent = (people.promise(promise=str(n)) for n in range(4))
    response = client.post(
        URL,
        say(going, "under_way", "Separuh.")
        | say(done, "done")
        | say(stuck, "help", "Butuh data.")
        | say(silent, "", ""),
        follow=True,
    )
    assert "3 updates are saved." in response.content.decode()
    for row, state in ((going, S.UNDER_WAY), (done, S.REPORTED_DONE), (stuck, S.ACCEPTED)):
        row.refresh_from_db()
        assert row.state == state
    assert going.updates.get().note == "Separuh."
    assert stuck.updates.get().needs_help
    assert not silent.updates.exists()
    assert asked(response) == {"3"}


def test_one_error_saves_nothing_and_loses_nothing(people, member, client):
    fine, wrong = people.promise(promise="fine"), people.promise(promise="wrong")
    response = client.post(
        URL, say(fine, "under_way", "Separuh <b>jalan</b>.") | say(wrong, "help", "")
    )
    page = soup_of(response)
    assert page.find("input", {"name": f"c{fine.pk}-note"})["value"] == "Separuh <b>jalan</b>."
    assert page.find("input", {"name": f"c{fine.pk}-progress", "checked": True})
    assert page.select_one(f".error-summary a[href='#c{wrong.pk}-note']")
    assert not ProgressUpdate.objects.exists()


@pytest.mark.parametrize(
    ("progress", "note", "field"),
    [
        ("", "Ditulis tanpa pilihan", "progress_0"),
        ("flying", "", "progress_0"),
        ("done", "\0", "note"),
    ],
)
def test_a_wrong_row_says_what_is_wrong(people, member, client, progress, note, field):
    commitment = people.promise()
    page = soup_of(client.post(URL, say(commitment, progress, note)))
    assert page.select_one(f".error-summary a[href='#c{commitment.pk}-{field}']")
    assert page.find(id=f"c{commitment.pk}-{field}")


def test_a_row_that_moved_meanwhile_keeps_what_was_typed(people, member, client):
    commitment, other = people.promise(promise="gone"), people.promise(promise="here")
    transitions.cancel(commitment=commitment, by=people.coordinator, reason="Berhenti.")
    response = client.post(
        URL, say(commitment, "under_way", "Kalimat panjang saya") | say(other, "done")
    )
    page = soup_of(response)
    assert page.find("input", {"name": f"c{commitment.pk}-note"})["value"] == "Kalimat panjang saya"
    assert page.select_one(".error-summary")
    other.refresh_from_db()
    assert other.state == S.ACCEPTED


def test_a_screen_sent_twice_is_saved_once(people, member, client):
    going, done = people.promise(), people.promise()
    sent = say(going, "under_way", "Separuh.") | say(done, "done")
    client.post(URL, sent)
    again = client.post(URL, sent, follow=True)
    assert again.status_code == 200
    assert "There was nothing new to save." in again.content.decode()
    assert going.updates.count() == 1
    assert done.changes.count() == 1


def test_the_promise_of_others_cannot_be_slipped_in(people, member, client):
    theirs = CommitmentFactory(collaboration=people.collaboration)
    foreign = CommitmentFactory()
    client.post(
        URL,
        say(theirs, "done")
        | say(foreign, "done")
        | {"c999999999999999999-note": "x", "c٣-note": "x", "c1e3-note": "x"},
    )
    for row in (theirs, foreign):
        row.refresh_from_db()
        assert row.state == S.ACCEPTED


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", "Semua komitmen Anda sudah diperbarui"), ("en", "All your commitments are up to date")],
)
def test_when_all_is_told_it_says_so(people, sign_in, client, language, words):
    people.member.language = language
    people.member.save()
    sign_in(people.member)
    commitment = people.promise()
    assert words not in client.get(URL).content.decode()
    client.post(URL, say(commitment, "under_way"))
    assert words in client.get(URL).content.decode()


@pytest.mark.parametrize("who", ["auditor", "outsider", "admin"])
def test_who_owes_nothing_is_asked_nothing(people, sign_in, client, who):
    people.promise(promise="owed")
    sign_in(getattr(people, who))
    assert not asked(client.get(URL))


def test_the_screen_costs_the_same_however_long(people, member, assert_flat_queries):
    people.promise(overdue=True)
    assert_flat_queries(
        URL, grow=lambda: [people.promise(person=people.other.person) for _ in range(5)], ceiling=9
    )


def test_a_long_list_is_asked_in_parts(people, member, client):
    for _ in range(52):
        people.promise()
    page = soup_of(client.get(URL))
    assert len(page.select(".quick-row")) == 50
    assert "There are more" in page.text
    assert people.promise(due_on=today(1)).promise in asked(client.get(URL))
