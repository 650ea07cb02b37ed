"""Every address, asked by everybody in every way: the answer is the one in the table."""

import pytest

from tests.matrix.domain import VERBS, kind_of
from tests.matrix.places import PLACES
from tests.matrix.table import cells_of_place, expected, rows
from tests.matrix.walk import LOOKS
from tests.matrix.world import PERSONAS

EXPECTED, ROWS = expected(), rows()
# Who changes nothing but what is their own: the language, a draft, a password, a calendar.
ONLY_LOOKS = ("anonymous", "outsider", "auditor", "deactivated")
THEIR_OWN = frozenset({"actors_user", "agreements_calendarfeed", "agreements_meetingdraft"})
NONE: frozenset[str] = frozenset()
# "An auditor changes nothing but verifications" (domain.md, section 2).
CHECKS = {"auditor": frozenset({"agreements_measurement", "agreements_measurementchange"})}


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_every_answer_is_the_one_in_the_table(place, walker, db, count_cells):
    cells, missing = cells_of_place(place), {}
    unexpected = [words for cell in cells if (words := what_is_wrong(walker, place, cell, missing))]
    count_cells(len(cells), len(unexpected))
    assert not unexpected, "\n".join(unexpected)


def what_is_wrong(walker, place, cell, missing):
    """A sentence about an answer that is not the table's, or None.

    `missing` keeps what a missing record answers: it is asked for once per method and persona.
    """
    answer, body, written = walker.ask(place, cell)
    if answer != EXPECTED.get(cell):
        return f"{cell}: {answer}, not {EXPECTED.get(cell, 'in the table')}"
    may_write = frozenset() if cell.method in LOOKS else THEIR_OWN | CHECKS.get(cell.persona, NONE)
    if (cell.method in LOOKS or cell.persona in ONLY_LOOKS) and written - may_write:
        return f"{cell}: wrote to {written}"
    is_hidden = answer == "404" and place.model
    if is_hidden and answer_of_missing(walker, place, cell, missing) != (answer, body):
        return f"{cell}: a record that is hidden does not answer like a missing one"
    return None


def answer_of_missing(walker, place, cell, known):
    """What the place answers about a record that is not there, whichever it is asked about."""
    question = cell.method, cell.persona
    if question not in known:
        known[question] = walker.ask(place, cell, missing=True)[:2]
    return known[question]


def test_the_table_is_about_the_addresses_there_are():
    assert {row["url"] for row in ROWS} == {str(place) for place in PLACES}


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['url']} {row['object']} {row['methods']}"
)
def test_every_row_says_what_the_domain_says(row):
    verb = VERBS[row["verb"]]
    if verb.is_public:
        return
    if row["methods"] == "POST" and verb.sends:
        verb = verb.sends
    for which in row["object"].split():
        for persona in PERSONAS:
            answer = row[persona]
            if answer != "405" and row["methods"] != "OPTIONS":
                assert kind_of(answer) == verb.answer(persona, which), (persona, which, answer)
