"""Search in the register: titles, subjects, clauses, numbers by part and with a typo; ranked."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from actors.models import AccessEvent
from agreements.instruments.searching import words_of
from agreements.models import Agreement
from tests.agreements.instruments.shelf import Shelf
from tests.factories.instruments import AgreementFactory, AgreementPartyFactory, ClauseFactory
from tests.html import soup_of

URL = reverse("agreements:agreement-list")


@pytest.fixture
def library(db):
    titled = AgreementFactory(title="Data balita terpadu", number="119/PKS/2023", in_force=True)
    subject = AgreementFactory(
        title="Layanan keliling", subject="Pendataan balita", number="12/KB/2024"
    )
    clause = AgreementFactory(title="Payung kerja sama")
    ClauseFactory(agreement=clause, number="Pasal 4", text="Menyerahkan data balita dan ibu hamil.")
    AgreementFactory(title="Beasiswa sekolah", number="119/PKS/2019")
    return {"titled": titled, "subject": subject, "clause": clause}


def found(text):
    rows = Agreement.objects.having(text).nearest_first(text)
    return [agreement.title for agreement in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("balita", ["Data balita terpadu", "Layanan keliling", "Payung kerja sama"]),
        # "pendataan" has the stem of "data"
        ("data balita", ["Data balita terpadu", "Layanan keliling", "Payung kerja sama"]),
        ("BALITA Hamil", ["Payung kerja sama"]),
        ("bali", ["Data balita terpadu", "Layanan keliling", "Payung kerja sama"]),
        ("menyerah", ["Payung kerja sama"]),
        ("serahkan", ["Payung kerja sama"]),  # the stem of what the clause says
        ("119/PKS/2023", ["Data balita terpadu"]),
        ("119/pks", ["Beasiswa sekolah", "Data balita terpadu"]),
        ("PKS/2023", ["Data balita terpadu"]),
        ("119/PSK/2023", ["Data balita terpadu"]),
        ("tidak ada", []),
        ("???", []),
    ],
)
def test_words_find_what_has_them(library, text, expected):
    assert found(text) == expected


def test_a_clause_that_was_taken_out_is_not_found(library):
    library["clause"].clauses.update(is_removed=True)
    assert found("hamil") == []


@pytest.mark.parametrize("text", ["'", "a & | !", "\\", "%", ":*", "(", "<->", "x" * 200, "\x00"])
def test_hostile_text_is_only_text(library, text):
    assert found(text) == []


def test_words_are_few_short_and_bare():
    assert words_of("  (Data)  data, 119/PKS/2023. ") == ("data", "119/pks/2023")
    assert len(words_of(" ".join(f"kata{n}" for n in range(50)))) == 8


def test_of_very_many_found_only_some_are_put_in_order(library, monkeypatch, client, sign_in):
    """The newest, and the newest that have the words in title or subject; a file has them all."""
    monkeypatch.setattr("agreements.instruments.filters.COUNT_UP_TO", 1)
    sign_in(role="admin", language="en")
    page = client.get(f"{URL}?q=balita")
    listed = [link.text for link in soup_of(page).select("#agreements a.row-title")]
    assert listed == ["Layanan keliling", "Payung kerja sama"]
    assert soup_of(page).select_one("#agreements .chips .count").text == "3"
    assert client.get(f"{URL}?q=balita&format=csv").content.count(b"Memorandum") == 3


@pytest.mark.parametrize("is_own", [True, False])
def test_the_very_number_is_the_first_however_many_have_it_in_theirs(
    db, monkeypatch, client, sign_in, is_own
):
    first = AgreementFactory(title="Yang dicari", number="1/MOU" if is_own else "")
    if not is_own:
        AgreementPartyFactory(agreement=first, own_number="1/MOU")
    for number in ("11/MOU", "21/MOU", "101/MOU"):
        AgreementFactory(title=f"Lain {number}", number=number)
    monkeypatch.setattr("agreements.instruments.filters.COUNT_UP_TO", 1)
    sign_in(role="admin")
    page = soup_of(client.get(f"{URL}?q=1/mou"))
    assert page.select_one("#agreements a.row-title").text == "Yang dicari"


@pytest.mark.parametrize("text", ["balita", "data balita", "119/pks"])
def test_a_search_asks_the_words_three_times_at_most(library, text, client, sign_in):
    """For the page, for the counts, and for whether a number was mistyped."""
    sign_in(role="admin")
    with CaptureQueriesContext(connection) as captured:
        client.get(f"{URL}?q={text}")
    assert sum(query["sql"].count("agreements_found") for query in captured) <= 3


def test_a_number_of_a_party_says_whose_it_is(client, sign_in):
    shelf = Shelf()
    shelf.bank_place.own_number = "44/BANK/2026"
    shelf.bank_place.save()
    sign_in(shelf.coordinator)
    excerpt = soup_of(client.get(f"{URL}?q=44/bank")).select_one(".excerpt")
    assert " ".join(excerpt.text.split()) == "Bank daerah: 44/BANK/2026"
    assert excerpt.mark.text == "44/BANK/2026"


def test_the_list_shows_the_clause_with_the_words_marked(client, sign_in):
    shelf = Shelf()
    ClauseFactory(agreement=shelf.long, number="Pasal 7", text="Data <b>balita</b> diserahkan.")
    sign_in(shelf.coordinator)
    excerpt = soup_of(client.get(f"{URL}?q=balita")).select_one(".excerpt")
    assert excerpt.mark.text == "balita"
    assert "Pasal 7" in excerpt.text
    assert excerpt.find("b") is None


@pytest.mark.parametrize("query", ["", "?show=in_force", "?q=soon", "?show=over&q=soon"])
def test_the_file_holds_exactly_what_the_filter_shows(client, sign_in, query):
    shelf = Shelf()
    sign_in(shelf.coordinator)
    page = soup_of(client.get(URL + query))
    listed = [link.text.strip() for link in page.select("#agreements a.row-title")]
    address = f"{URL}{query}{'&' if query else '?'}format=csv"
    rows = list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))
    assert [row["title"] for row in rows] == listed
    assert client.get(address.replace("csv", "xlsx")).content[:2] == b"PK"


def test_a_file_is_safe_and_written_down(client, sign_in):
    shelf = Shelf()
    shelf.hold("=1+1")
    sign_in(shelf.coordinator)
    body = client.get(f"{URL}?show=in_force&format=csv").content.decode()
    assert '"\'=1+1"' in body
    assert AccessEvent.objects.filter(kind="exported").count() == 1


def test_no_file_of_what_was_not_understood(client, sign_in):
    sign_in(Shelf().coordinator)
    assert client.get(f"{URL}?state=asleep&format=csv").status_code == 400
