"""What every test may ask for: a client that checks each page, signing in, counting queries."""

import gc

import pytest
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as drawing

from tests.emptying import clear_dead_rows, delete_what_is_there
from tests.factories.actors import UserFactory
from tests.html import check_html
from tests.matrix.counting import pytest_terminal_summary  # noqa: F401 - a hook

# How fast inputs are drawn says what else the machine does, nothing of what is tested.
drawing.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
drawing.load_profile("here")


def pytest_collection_finish():
    """What was loaded by now stays to the end: looking for garbage in it only takes time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


class CheckedClient(Client):
    """The test client; every HTML answer is held against the house rules."""

    def request(self, **request):
        response = super().request(**request)
        if response.get("Content-Type", "").startswith("text/html") and response.content:
            check_html(response)
        return response


@pytest.fixture(scope="session", autouse=True)
def emptied_by_deleting():
    """Tables that a test committed to are emptied in a third of the time."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(DatabaseOperations, "sql_flush", delete_what_is_there)
        yield


@pytest.fixture(scope="module", autouse=True)
def without_dead_rows(django_db_blocker):
    """Between two files the tables are as small as what they hold."""
    yield
    if connection.connection is not None and not connection.in_atomic_block:
        with django_db_blocker.unblock():
            clear_dead_rows()


@pytest.fixture(autouse=True)
def default_language(settings):
    """Each test begins in the site's language, whatever page an earlier one asked for."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def client():
    return CheckedClient()


@pytest.fixture
def sign_in(client, db):
    """Sign in as a user, or as a new member of staff of an organization; returns the user."""

    def sign_in(who=None, **fields):
        is_user = who is not None and hasattr(who, "role")
        user = who if is_user else UserFactory(organization=who, **fields)
        client.force_login(user)
        return user

    return sign_in


@pytest.fixture
def assert_flat_queries(client):
    """Check that a page costs as many queries with many rows as with few, and at most `ceiling`."""

    def sql(url):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return [query["sql"] for query in captured]

    def check(url, *, grow, ceiling):
        few = sql(url)
        grow()
        many = sql(url)
        assert len(many) == len(few), "The page asks row by row:\n" + "\n".join(many[len(few) :])
        assert len(many) <= ceiling, "\n".join(many)

    return check
