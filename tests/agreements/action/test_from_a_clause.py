"""A commitment that follows from a clause names the agreement wherever commitments are read."""

import pytest
from django.utils import translation

from agreements.action.history import story_of
from agreements.instruments import transitions as verbs
from tests.agreements.instruments.scene import Table, day


@pytest.fixture
def promise(db):
    table = Table()
    agreement = table.draft(title="PKS pertukaran data")
    clause = verbs.add_clause(
        agreement=agreement,
        by=table.coordinator,
        number="Pasal 4",
        text="Mengirim data tiap bulan.",
        is_obligation=True,
        owed_by=agreement.parties.first(),
    )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    table.signed(agreement)
    made = verbs.promise_obligation(clause=clause, by=table.coordinator, due_on=day(30))
    made.reader = table.coordinator
    return made


def test_its_page_links_to_the_agreement(promise, client, sign_in):
    sign_in(promise.reader)
    page = client.get(promise.get_absolute_url()).content.decode()
    assert promise.clause.agreement.get_absolute_url() in page
    assert "PKS pertukaran data" in page
    assert "Pasal 4" in page


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Promised in the agreement"), ("id", "Dijanjikan dalam kesepakatan")],
)
def test_its_story_begins_with_the_agreement_and_with_no_meeting(promise, language, words):
    with translation.override(language):
        assert [line.title for line in story_of(promise)] == [words]


def test_its_export_names_the_agreement(promise, client, sign_in):
    sign_in(promise.reader)
    answer = client.get("/commitments/?format=csv")
    text = b"".join(answer).decode("utf-8-sig")
    assert "PKS pertukaran data" in text
