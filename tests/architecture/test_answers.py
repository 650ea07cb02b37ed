"""How every address answers: strangers sign in first, foreign rows do not exist, GET only reads."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.shortcuts import resolve_url
from django.test.utils import CaptureQueriesContext

from actors.models import Abbreviation, Appointment, Organization, Person, Region
from tests.architecture.addresses import (
    ADDRESSES,
    MISSING,
    OBJECT_ADDRESSES,
    path_or_none,
    sample_keys,
)
from tests.architecture.test_guards import PUBLIC
from tests.html import plain

REGISTER = (
    Organization,
    Person,
    Appointment,
    Region,
    Abbreviation,
)  # everybody signed in may read these
METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
READS = re.compile(
    r"^\s*(SELECT|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT|DECLARE .* CURSOR FOR SELECT"
    r"|WITH(?!.*\b(INSERT|UPDATE|DELETE)\b))\b",
    re.DOTALL,
)


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_address_has_a_sample(address, pick):
    assert path_or_none(address, pick), f"Say in SAMPLES what stands for {address.placeholders}."


@pytest.mark.parametrize(
    "address", [each for each in ADDRESSES if each.name not in PUBLIC], ids=str
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_asked_to_sign_in(address, method, pick, client):
    path = path_or_none(address, pick)
    response = getattr(client, method)(path)
    assert response.status_code == 302
    assert response.url.startswith(resolve_url(settings.LOGIN_URL))


@pytest.mark.parametrize(
    "address", [each for each in OBJECT_ADDRESSES if each.model not in REGISTER], ids=str
)
def test_a_foreign_record_answers_like_a_missing_one(address, pick, account, client):
    client.force_login(account("luar"))
    keys = sample_keys(address, pick)
    foreign, missing = address.path(**keys), address.path(**keys | {"pk": MISSING})
    for method in METHODS:
        theirs, nobodys = getattr(client, method)(foreign), getattr(client, method)(missing)
        assert theirs.status_code == nobodys.status_code
        assert plain(theirs) == plain(nobodys), method
        if method == "get":
            assert theirs.status_code in {404, 405}


@pytest.mark.parametrize(
    "who", ["koordinator", "admin", "perwakilan", "petugas", "auditor", "luar"]
)
@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_looking_changes_nothing(address, who, pick, account, client):
    client.force_login(account(who))
    path = path_or_none(address, pick)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    assert response.status_code < 500
    writes = [query["sql"] for query in captured if not READS.match(query["sql"])]
    assert not writes
