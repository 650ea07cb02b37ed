"""What a coordinator's part of the trail keeps to itself: addresses, and records of others."""

import csv
import io
import re

import pytest
from django.urls import reverse

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import AccessEvent
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of
from tests.factories.engagement import MeetingFactory
from tests.html import content_of

pytestmark = pytest.mark.django_db
URL = reverse("dashboards:audit")
SECRET = "Rahasia Sangkuriang"


@pytest.fixture
def mine():
    return CollaborationFactory(title="Mine")


@pytest.fixture
def coordinator(client, mine):
    user = coordinator_of(mine, language="en")
    client.force_login(user)
    return user


def everything(client, collaboration):
    """All that a reader can get out of the trail."""
    history = reverse("dashboards:history", args=["collaboration", collaboration.pk])
    pages = [client.get(URL), client.get(URL, {"kind": "foreign"}), client.get(history)]
    assert [page.status_code for page in pages] == [200] * 3
    files = [content_of(client.get(URL, {"format": "csv"})).decode("utf-8-sig")]
    return "\n".join([*(page.content.decode() for page in pages), *files])


def test_a_refused_record_of_others_is_named_to_no_coordinator(client, mine, coordinator):
    other = CollaborationFactory(title=SECRET)
    meeting = MeetingFactory(collaboration=other, title=SECRET)
    for path in (f"/collaborations/{other.pk}/", f"/meetings/{meeting.pk}/"):
        assert client.get(path).status_code == 404
    assert AccessEvent.objects.filter(about_label__contains=SECRET).count() == 2
    assert SECRET not in everything(client, mine)
    client.force_login(coordinator_of(other))
    assert SECRET in everything(client, other)


def test_emails_are_for_who_reads_everything(client, mine, coordinator):
    somebody = UserFactory(email="rina@contoh.test", person__full_name="Rina")
    nameless = UserFactory(email="tanpa@contoh.test", person=None)
    for user in (somebody, nameless):
        record_event(EventKind.EXPORTED, user=user, about=mine, list="x")
    MeetingFactory(collaboration=mine, logged_by=nameless)
    found = everything(client, mine)
    assert "Rina" in found
    assert "An account without a name" in found
    assert not {somebody.email, nameless.email} & set(re.findall(r"[\w.]+@[\w.]+", found))
    client.force_login(UserFactory(admin=True, language="en"))
    assert "rina@contoh.test" in everything(client, mine)


def test_the_file_has_a_column_of_emails_only_for_them(client, mine, coordinator):
    def header():
        text = content_of(client.get(URL, {"format": "csv"})).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text)))
        assert {len(row) for row in rows} == {len(rows[0])}
        return rows[0]

    assert "Email" not in header()
    client.force_login(UserFactory(auditor=True, language="en"))
    assert "Email" in header()


def test_who_is_no_way_to_look_emails_up(client, mine, coordinator):
    somebody = UserFactory(email="rina@contoh.test", person__full_name="Sari")
    PartyFactory(collaboration=mine, organization=somebody.organization)
    record_event(EventKind.EXPORTED, user=somebody, about=mine, list="x")

    def found(text):
        return [line.who.name for line in client.get(URL, {"who": text}).context["lines"]]

    assert found("rina@contoh") == []
    assert found("sari") == ["Sari"]
    assert "email" not in client.get(URL).context["filter"].fields["who"].help_text
    client.force_login(UserFactory(auditor=True))
    assert found("rina@contoh") == ["Sari"]
