"""One step of the walk: send the request, undo what it did, and say the answer in one word."""

import re
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, transaction
from django.shortcuts import resolve_url
from django.test import Client

from tests.html import BY_NATURE, content_of
from tests.matrix.world import PERSONAS

ASKED_TO_SIGN_IN, SENT_ON = "in", "to"
# The audit trail's context may stand before the statement itself.
WRITES = re.compile(
    r'(?:^|;)\s*(?:INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)\s+"?(?P<table>\w+)', re.I
)
# What is written about a visit, not by it: who was here last, was refused, or saw what.
BOOKKEEPING = frozenset(
    {"django_session", "usersessions_usersession", "actors_accessevent", "site_cache"}
)
LOOKS = ("GET", "HEAD", "OPTIONS")
# What a preview of an import says, worked out once for all who look at it.
PREVIEW = 'UPDATE "actors_importcontent" SET "preview" ='


class Walker:
    """Asks as each persona; every request is undone before the next one."""

    def __init__(self, world):
        self.world = world
        self.clients = {name: self._client(world.people[name]) for name in PERSONAS}
        retire(world.people["deactivated"])

    def _client(self, user):
        client = Client(raise_request_exception=False)
        if user is not None:
            client.force_login(user)
        return client

    def ask(self, place, cell, *, missing=False):
        """The answer to one cell: (word, body, tables written)."""
        record = place.model and self.world.record(place.model, cell.object, cell.persona)
        path = place.missing_path(record) if missing else place.path(record)
        client, written = self.clients[cell.persona], Written()
        cookies = client.cookies.copy()
        with undone(), connection.execute_wrapper(written):
            response = client.generic(cell.method, path)
            body = content_of(response).replace(path.encode(), b"")
        client.cookies = cookies
        return word(response), BY_NATURE.sub(b"", body), written.tables - BOOKKEEPING


class Written:
    """The tables that statements passing through wrote to."""

    def __init__(self):
        self.tables = set()

    def __call__(self, execute, sql, params, many, context):
        found = WRITES.search(sql)
        if found and PREVIEW not in sql:
            self.tables.add(found["table"])
        return execute(sql, params, many, context)


def retire(user):
    """Take away the account while its cookie lives on in somebody's browser."""
    user.is_active = False
    user.save(update_fields=["is_active"])


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def word(response):
    """The status; a redirect is `in` when it asks to sign in, else `to`."""
    if response.status_code not in {301, 302, 303}:
        return str(response.status_code)
    is_sign_in = response.url.startswith(resolve_url(settings.LOGIN_URL))
    return ASKED_TO_SIGN_IN if is_sign_in else SENT_ON
