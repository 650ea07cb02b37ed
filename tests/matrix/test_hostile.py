"""Every field of every page takes whatever is typed: no fault, nothing raw shown, nothing kept."""

from urllib.parse import quote_from_bytes, urlsplit

import pytest
from django.db import connection

from tests.html import content_of
from tests.matrix.hostile import ANYWHERE, CASES, NOT_STORED, RAW, bytes_of
from tests.matrix.places import PLACES
from tests.matrix.sheets import sheets_of
from tests.matrix.walk import WRITES, undone

ABLE = ("admin", "coordinator", "representative", "member", "outsider", "anonymous")
FORM = "application/x-www-form-urlencoded"


def pages(walker, place):
    """The place as the first of those who may open it sees it: (client, path, response)."""
    for persona in ABLE:
        record = place.model and walker.world.record(place.model, "own", persona)
        path, client = place.path(record), walker.clients[persona]
        with undone():
            response = client.get(path)
            content_of(response)  # a file that is sent is closed once it was read
        if response.status_code == 200 and "text/html" in response["Content-Type"]:
            return client, path, response
    return None


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_every_field_takes_whatever_is_typed(place, walker, db, record_property):
    found = pages(walker, place)
    if not found:
        return
    client, path, response = found
    faults, sent = [], 0
    for sheet in sheets_of(response, path):
        for case, text in CASES.items():
            for names in fields_for(case, sheet):
                sent += 1
                faults += faults_of(client, sheet, dict.fromkeys(names, text), case)
    record_property("hostile forms", sent)
    assert not faults, "\n".join(faults)


def fields_for(case, sheet):
    """Which fields are overwritten at once: the texts, and for some cases all there are, too."""
    both = sheet.names if case in ANYWHERE else (), sheet.texts
    return {frozenset(names): names for names in both if names}.values()


def faults_of(client, sheet, typed, case):
    """Send the sheet with these fields overwritten; say what was wrong with the answer."""
    body = "&".join(
        f"{quote_from_bytes(name.encode())}={quote_from_bytes(bytes_of(value))}"
        for name, value in (sheet.data | typed).items()
    )
    stored = Stored()
    with undone(), connection.execute_wrapper(stored):
        if sheet.method == "GET":
            response = client.generic("GET", f"{urlsplit(sheet.action).path}?{body[:8000]}")
        else:
            response = client.generic("POST", sheet.action, body.encode(), content_type=FORM)
        text = content_of(response)
    where = f"{sheet.method} {sheet.action} ({case} in {', '.join(typed)})"
    if response.status_code >= 500:
        yield f"{where}: answer {response.status_code}"
    yield from (f"{where}: {raw} stands raw in the answer" for raw in RAW if raw in text)
    yield from (f"{where}: stored by {sql}" for sql in stored.raw)


class Stored:
    """Statements passing through that write a text with something in it that nobody can see."""

    def __init__(self):
        self.raw = []

    def __call__(self, execute, sql, params, many, context):
        if WRITES.search(sql) and any(map(is_raw, params or ())):
            self.raw.append(sql[:60])
        return execute(sql, params, many, context)


def is_raw(value):
    return isinstance(value, str) and any(each in value for each in NOT_STORED)
