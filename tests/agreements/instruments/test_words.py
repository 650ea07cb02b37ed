"""The words of an agreement are the database's own: whatever changes, the search knows it."""

import pytest
from django.db import connection

from agreements.models import Agreement, AgreementParty, AgreementWords, Clause
from tests.factories.instruments import (
    AgreementFactory,
    AgreementPartyFactory,
    AgreementWordsFactory,
    ClauseFactory,
)

pytestmark = pytest.mark.django_db


def found(text):
    rows = Agreement.objects.having(text).nearest_first(text)
    return [agreement.title for agreement in rows]


@pytest.fixture
def agreement():
    return AgreementFactory(title="Payung", subject="Layanan keliling", number="7/KB/2024")


@pytest.mark.parametrize(
    "text", ["payung", "keliling", "7/KB/2024", "kb", "2024", "KB/2024", "b/20", "layan"]
)
def test_an_agreement_is_found_by_its_own_words_and_parts_of_its_number(agreement, text):
    assert found(text) == ["Payung"]


def test_what_is_edited_is_found_by_its_new_words_only(agreement):
    Agreement.objects.filter(pk=agreement.pk).update(title="Tenda", number="8/PKS", subject="")
    assert found("tenda") == found("8/pks") == ["Tenda"]
    assert found("payung") == found("7/KB") == found("keliling") == []


def test_a_clause_counts_from_its_first_day_to_its_last(agreement):
    clause = ClauseFactory(agreement=agreement, text="Menyerahkan data balita dan/atau ibu.")
    assert found("balita") == found("atau") == ["Payung"]
    clause.text = "Menyerahkan laporan."
    clause.save()
    assert (found("laporan"), found("balita")) == (["Payung"], [])
    Clause.objects.update(is_removed=True)
    assert found("laporan") == []
    Clause.objects.update(is_removed=False)
    assert found("laporan") == ["Payung"]
    clause.delete()
    assert found("laporan") == []


def test_clauses_written_at_once_are_all_found(agreement):
    other = AgreementFactory(title="Lain")
    Clause.objects.bulk_create(
        [Clause(agreement=each, text="Bertukar data.") for each in (agreement, other, agreement)]
    )
    assert set(found("bertukar")) == {"Payung", "Lain"}


@pytest.mark.parametrize("text", ["119/OPD/2023", "119/opd", "OPD/2023", "119/ODP/2023", "9/OP"])
def test_a_party_s_own_number_is_found_whole_in_part_and_mistyped(agreement, text):
    AgreementPartyFactory(agreement=agreement, own_number="119/OPD/2023")
    AgreementPartyFactory(agreement=agreement, own_number="55/BPD/2023")
    assert found(text) == ["Payung"]


def test_a_party_s_own_number_is_no_longer_found_once_it_changed(agreement):
    place = AgreementPartyFactory(agreement=agreement)
    assert found("119/OPD") == []
    AgreementParty.objects.update(own_number="119/OPD")
    assert found("119/OPD") == ["Payung"]
    place.delete()
    assert found("119/OPD") == []


def test_whose_number_it_is_comes_before_whoever_mentions_it(agreement):
    ClauseFactory(agreement=agreement, text="Melanjutkan perjanjian 119/OPD/2023.")
    filed = AgreementFactory(title="Zakat")
    AgreementPartyFactory(agreement=filed, own_number="119/OPD/2023")
    assert found("119/OPD/2023") == ["Zakat", "Payung"]


def test_words_go_with_their_agreement(agreement):
    kept = AgreementWordsFactory(agreement=agreement)
    assert str(kept) == "Payung"
    ClauseFactory(agreement=agreement)
    AgreementPartyFactory(agreement=agreement, own_number="1/A")
    agreement.delete()
    assert not AgreementWords.objects.exists()


def test_a_text_too_long_for_the_index_is_kept_all_the_same(agreement):
    for number in range(3):
        said = " ".join(f"kata{number}{at}\N{MATHEMATICAL SCRIPT CAPITAL A}" for at in range(9_000))
        ClauseFactory(agreement=agreement, text=said)
    assert found("kata00") == ["Payung"]


@pytest.mark.parametrize("name", ["agreements_found", "agreements_headed"])
def test_a_search_reads_the_index_however_many_rows_have_the_word(name):
    with connection.cursor() as cursor:
        cursor.execute("SELECT proconfig FROM pg_proc WHERE proname = %s", [name])
        assert cursor.fetchone() == (["enable_seqscan=off"],)


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        ("words @@ to_tsquery('simple', 'balita:*')", "agreement_words_all"),
        ("heading @@ to_tsquery('simple', 'balita:*')", "agreement_words_heading"),
        ("numbers LIKE '%%119/pks%%'", "agreement_words_numbers"),
        ("numbers %%> '119/psk'", "agreement_words_numbers"),
    ],
)
def test_every_question_of_the_search_has_an_index(condition, index):
    """Whatever the plan of so few rows would be: without scanning it can use the index."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT 1 FROM agreements_agreementwords WHERE {condition}", [])
        assert index in "\n".join(line for (line,) in cursor.fetchall())


def test_what_was_found_is_compared_and_not_looked_up_one_by_one(db):
    """Of a word in nearly all agreements a join would read each of them by its id."""
    rows = Agreement.objects.all()
    plans = [found.order_by().explain() for found in (rows.having("data"), rows.headed("data"))]
    assert all("hashed SubPlan" in plan for plan in plans)
