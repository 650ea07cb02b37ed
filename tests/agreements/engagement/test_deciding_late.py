"""What happened while a form to decide stood open."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements.engagement.states import MeetingState
from agreements.models import Decision, Meeting
from tests.agreements.engagement.deciding import Scene
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


def test_minutes_that_were_adopted_meanwhile_take_no_decision(scene):
    decision, seen = scene.deliberated(), scene.later
    Meeting.objects.filter(pk=seen.pk).update(state=MeetingState.MINUTES_ADOPTED)
    with pytest.raises(ValidationError, match="sudah disahkan"):
        scene.decide(decision, decided_in=seen)
    assert not Decision.objects.exclude(decided_on=None).exists()


def test_what_would_change_a_decision_that_was_changed_can_only_be_withdrawn(
    client, scene, sign_in
):
    earlier = scene.decided()
    one, two = (
        scene.put_forward(text=text, amends=earlier, amends_how="amended") for text in ("B", "C")
    )
    scene.decide(one)
    sign_in(scene.coordinator)
    address = reverse("agreements:decision-decide", args=[two.pk])
    page = soup_of(client.get(two.get_absolute_url()))
    assert not page.select(f"a[href='{address}']")
    assert "sudah tidak berlaku" in page.main.get_text()
    assert "sudah tidak berlaku" in soup_of(client.get(address)).main.get_text()
