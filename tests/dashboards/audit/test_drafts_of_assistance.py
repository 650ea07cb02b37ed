"""What the trail tells of requests for assistance: no draft to others, all to both sides."""

import pytest
from django.urls import reverse

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from agreements.capacity.transitions import assistance
from tests.agreements.capacity.assistance_scene import Help
from tests.factories.actors import UserFactory
from tests.factories.charter import coordinator_of

pytestmark = pytest.mark.django_db
SECRET = "Rahasia Sangkuriang"
TRAIL = reverse("dashboards:audit")


@pytest.fixture
def scene():
    return Help()


@pytest.fixture
def draft(scene):
    made = scene.drafted(subject=SECRET, what="Dua orang.")
    record_event(EventKind.EXPORTED, user=scene.health_speaker, about=made, list="x")
    return made


def told(client, user, scene):
    """All that the reader gets out of the trail of the collaboration."""
    client.force_login(user)
    here = {"collaboration": scene.collaboration.pk}
    history = reverse("dashboards:history", args=["collaboration", scene.collaboration.pk])
    pages = [client.get(TRAIL), client.get(TRAIL, here), client.get(history)]
    assert [page.status_code for page in pages] == [200] * 3
    rows = client.get(TRAIL, {"format": "csv"})
    text = b"".join(rows.streaming_content) if rows.streaming else rows.content
    return "".join([*(page.content.decode() for page in pages), text.decode("utf-8-sig")])


def test_a_coordinator_reads_nothing_of_a_draft_until_it_is_handed_in(client, scene, draft):
    assert SECRET not in told(client, scene.coordinator, scene)
    assistance.submit_assistance(request=draft, by=scene.health_speaker)
    assert SECRET in told(client, scene.coordinator, scene)


def test_a_draft_that_was_withdrawn_stays_its_partys_own(client, scene, draft):
    assistance.withdraw_assistance(request=draft, by=scene.health_speaker, reason="Batal.")
    assert SECRET not in told(client, scene.coordinator, scene)


def test_who_belongs_to_its_party_and_who_oversees_reads_it(client, scene, draft):
    own = coordinator_of(scene.collaboration, organization=scene.health.organization)
    assert SECRET in told(client, own, scene)
    for role in ({"admin": True}, {"auditor": True}):
        assert SECRET in told(client, UserFactory(**role), scene)


def test_both_sides_read_what_happened_to_a_request_and_others_do_not(client, scene):
    asked = scene.submitted()
    there = reverse("dashboards:history", args=["assistancerequest", asked.pk])
    for user, status in (
        (scene.health_speaker, 200),
        (scene.works_speaker, 200),
        (UserFactory(organization=scene.works.organization), 200),
        (scene.asked_speaker, 403),
        (UserFactory(), 404),
    ):
        client.force_login(user)
        assert client.get(there).status_code == status
    client.force_login(scene.works_speaker)
    assert there in client.get(asked.get_absolute_url()).content.decode()
