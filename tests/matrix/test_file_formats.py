"""Every page asked for a file: a file, or the page as ever, and never a fault."""

import pytest

from tests.html import content_of
from tests.matrix.places import PLACES
from tests.matrix.table import Cell, cells_of_place
from tests.matrix.walk import undone

ANSWERED = tuple(
    place for place in PLACES if "GET" in {cell.method for cell in cells_of_place(place)}
)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("place", ANSWERED, ids=str)
def test_no_address_fails_when_it_is_asked_for_a_file(place, form, walker, db):
    for which in sorted({cell.object for cell in cells_of_place(place)}):
        for persona in ("admin", "auditor", "coordinator"):
            cell = Cell(str(place), which, "GET", persona)
            record = place.model and walker.world.record(place.model, which, persona)
            path = place.path(record).removesuffix("?format=csv")
            path += f"{'&' if '?' in path else '?'}format={form}"
            with undone():
                answer = walker.clients[persona].get(path)
                content_of(answer)  # a file that is sent is closed once it was read
                assert answer.status_code < 500, (cell, path)
