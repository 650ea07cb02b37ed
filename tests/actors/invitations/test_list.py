"""The list of invitations as a file: exactly what the filter shows, noted in the event log."""

import csv
import io

import pytest

from actors.audit.models import AccessEvent
from actors.invitations import transitions
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "/users/invitations/"


def lines_of(page):
    return list(csv.reader(io.StringIO(page.getvalue().decode("utf-8-sig"))))


def test_the_invitations_that_are_shown_leave_as_a_table(offer, admin, sign_in, client):
    sign_in(admin)
    invitation = transitions.invite(**offer)
    headers, *lines = lines_of(client.get(LIST, {"format": "csv"}))
    assert headers[:6] == ["Status", "Orang", "Surel", "Instansi", "Peran", "Diundang oleh"]
    (line,) = lines
    assert line[1:5] == ["Rina Wulandari", "rina@contoh.test", "Dinas Sosial", "Staf"]
    assert line[0] == str(invitation.state.label)
    assert lines_of(client.get(LIST, {"format": "csv", "state": "accepted"}))[1:] == []
    events = AccessEvent.objects.filter(kind="exported", user=admin).order_by("pk")
    assert [event.details["rows"] for event in events] == [1, 0]


def test_the_list_links_to_its_files(offer, admin, sign_in, client):
    transitions.invite(**offer)
    sign_in(UserFactory(auditor=True))
    page = soup_of(client.get(LIST, {"state": "all"}))
    links = [link["href"] for link in page.select(".export-links a")]
    assert links == [f"{LIST}?state=all&format={kind}" for kind in ("xlsx", "csv")]
    for link in links:
        answer = client.get(link)
        assert answer["Content-Disposition"].startswith("attachment")
