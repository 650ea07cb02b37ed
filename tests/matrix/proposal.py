"""Write the table as the site answers today, for a person to read: pytest tests/matrix/proposal.py

Rows that stand keep their verb; a new address has none, and the suite fails until one is chosen.
"""

from tests.matrix.places import PLACES
from tests.matrix.table import cells_of_place, rows, write


def test_write_down_how_every_address_answers(walker, db):
    verbs = {row["url"]: row["verb"] for row in rows()}
    answers = {
        cell: walker.ask(place, cell)[0] for place in PLACES for cell in cells_of_place(place)
    }
    write(verbs, answers)
