"""Where the record of a line is, and its history; a record that is gone has its history only."""

from django.apps import apps
from django.urls import reverse

from dashboards.audit.tables import PAGES, PART_OF, above

LARGEST = 2**63 - 1


class Places:
    """Addresses for the lines of a page; one question a table, together with the names."""

    def __init__(self, names, *, knows_gone):
        self._names = names
        self._knows_gone = knows_gone  # whether the reader may read the history of what is gone

    def want(self, key, pk):
        if number := _number(key, pk):
            self._names.want(apps.get_model(key), number)

    def of(self, key, pk):
        """The page of a record and its history."""
        number = _number(key, pk)
        if not number:
            return "", ""
        history = reverse("dashboards:history", args=[key.partition(".")[2], number])
        record = self._names.record(apps.get_model(key), number)
        if record is not None:
            return record.get_absolute_url(), history
        return (history, history) if self._knows_gone else ("", "")


def _number(key, pk):
    """The number of a record with a page; 0 for anything else."""
    text = str(pk)
    is_number = key in PAGES and text.isascii() and text.isdecimal()
    return int(text) if is_number and int(text) <= LARGEST else 0


def home_of(source, state):
    """The record with a page that a row is, or is a part of: its table and number."""
    column = PART_OF.get(source)
    if source in PAGES or column is None:
        return source, state.pgh_obj_id
    return above(source), getattr(state, f"{column}_id")
