"""A paper says what each signature is, and what amendments changed above the old signatures."""

import pytest
from django.utils import translation

from agreements.instruments import transitions as verbs
from agreements.letters.content import words_of
from agreements.letters.writing import written
from agreements.models import Agreement, Clause
from tests.agreements.instruments.scene import Table, a_file, day
from tests.agreements.letters.test_writing import text_of
from tests.html import soup_of


@pytest.fixture
def table(db):
    return Table()


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def signed(agreement, place=0):
    return words_of(agreement)["parties"][place]["signed"]


def test_a_power_of_attorney_and_a_word_not_confirmed_yet_stand_under_the_party(table):
    agreement = table.ready()
    power = {"authority": "power_of_attorney", "power": table.letter()}
    table.sign(agreement, 0, by=table.coordinator, **power)
    name, by_right, on_behalf = signed(agreement).splitlines()
    assert name.startswith(f"{table.posts[0]}, signed on ")
    assert by_right.startswith("By power of attorney: ")
    who = str(table.coordinator)
    assert on_behalf == f"Recorded on its behalf by {who}, not yet confirmed by the party"
    assert "____" in signed(agreement, 1)


def test_what_the_party_signed_or_confirmed_itself_has_no_mark(table):
    agreement = table.ready()
    table.sign(agreement, 0)
    assert len(signed(agreement).splitlines()) == 1
    table.sign(agreement, 1, by=table.coordinator)
    assert "not yet confirmed" in signed(agreement, 1)
    signature = agreement.parties.last().signatures.get()
    verbs.confirm_signature(signature=signature, by=table.speakers[1])
    assert "not yet confirmed" not in signed(agreement, 1)


def test_whoever_signs_from_elsewhere_is_named_with_the_organization(table):
    agreement = table.ready()
    power = {"authority": "power_of_attorney", "power": table.letter()}
    table.sign(agreement, 0, appointment=table.posts[1], **power)
    assert str(table.posts[1].organization) in signed(agreement)


def test_a_party_that_does_not_sign_and_one_that_signed_elsewhere_get_no_empty_line(table):
    first, second = table.parties
    agreement = table.draft(parties=[(first, True, ""), (second, False, "")])
    assert signed(agreement, 1) == "named in it, does not sign"
    said = {"type": table.kind, "title": "Lama", "starts_on": day(-9), "ends_on": day(9)}
    registered = verbs.register_agreement(
        collaboration=table.collaboration,
        by=table.coordinator,
        signed_on=day(-9),
        file=a_file(),
        parties=[(party, True, "") for party in table.parties],
        **said,
    )
    assert signed(registered).startswith("Signed elsewhere on ")


def test_what_was_given_up_is_not_offered_for_signing(table):
    agreement = table.ready()
    verbs.abandon(agreement=agreement, by=table.coordinator, reason="Batal.")
    agreement.refresh_from_db()
    assert signed(agreement) == "not signed"


@pytest.fixture
def amended(table):
    """Pasal 2 was forty, and is sixty by an amendment that both signed."""
    agreement = table.draft()
    owes = {"is_obligation": True, "owed_by": agreement.parties.first()}
    add = {"agreement": agreement, "by": table.coordinator}
    verbs.add_clause(number="Pasal 2", text="Melatih 40 kader.", **add, **owes)
    verbs.add_clause(number="Pasal 3", text="Melapor.", **add)
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    table.signed(agreement)
    amendment = table.amendment(agreement, changes={})
    second, third = Clause.objects.order_by("position")
    more = {"number": "Pasal 2", "text": "Melatih 60 kader.", "due_on": None, **owes}
    put = {"amendment": amendment, "by": table.coordinator}
    verbs.change_clause(clause=second, **put, **more)
    verbs.take_out_clause(clause=third, **put)
    amendment = verbs.offer_amendment(amendment=amendment, by=table.coordinator)
    table.sign(agreement, 0, amendment=amendment)
    agreement.refresh_from_db()
    return agreement, amendment


def test_an_amendment_being_signed_is_named_and_changes_nothing(amended):
    words = words_of(amended[0])
    assert "is being signed; it is not part of this text" in words["notice"]
    assert [clause["changed"] for clause in words["clauses"]] == ["", ""]


def test_an_amendment_in_effect_stands_beside_what_it_changed(table, amended):
    agreement, amendment = amended
    table.sign(agreement, 1, amendment=amendment, by=table.coordinator)
    agreement.refresh_from_db()
    words = words_of(agreement)
    (clause,) = words["clauses"]
    assert clause["text"] == "Melatih 60 kader."
    assert clause["changed"].startswith("As changed by Amendment (addendum) 1, in effect since")
    assert words["notice"].startswith("This text is as Amendment (addendum) 1 changed it")
    (shown,) = words["amendments"]
    assert shown["changes"] == [
        "Pasal 2, Text: Melatih 40 kader. → Melatih 60 kader.",
        "Pasal 3: taken out. It said: “Melapor.”",
    ]
    original, under = signed(agreement, 1).split("\n\n")
    assert "not yet confirmed" not in original
    assert under.startswith("Amendment (addendum) 1: ")
    assert "not yet confirmed" in under


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("id", ["Sebagaimana diubah dengan Adendum 1", "belum dikonfirmasi", "Melatih 40 kader."]),
        ("en", ["As changed by Amendment", "not yet confirmed by the party", "Melatih 40 kader."]),
    ],
)
def test_page_and_document_say_it_in_either_language(
    table, amended, client, sign_in, language, words
):
    agreement, amendment = amended
    table.sign(agreement, 1, amendment=amendment, by=table.coordinator)
    reader = table.coordinator
    type(reader).objects.filter(pk=reader.pk).update(language=language)
    reader.refresh_from_db()
    sign_in(reader)
    page = soup_of(client.get(f"/agreements/{agreement.pk}/print/")).get_text()
    with translation.override(language):
        document = text_of(written(words_of(Agreement.objects.get(pk=agreement.pk))))
    for word in words:
        assert word in page
        assert word in document
