"""Minutes that were shared before versions were kept have one afterwards."""

from importlib import import_module
from pathlib import Path

from django.apps import apps

from agreements import migrations
from agreements.engagement.snapshot import says_the_same, snapshot_of
from agreements.engagement.states import MeetingState
from agreements.models import MinutesVersion
from tests.factories.action import CommitmentFactory
from tests.factories.engagement import MeetingChangeFactory

(FOUND,) = Path(migrations.__path__[0]).glob("*_minutes_of_before.py")


def keep():
    import_module(f"agreements.migrations.{FOUND.stem}").keep(apps, None)


def was(scene, state):
    scene.meeting.state = state
    scene.meeting.save()
    for reached in (MeetingState.MINUTES_SHARED, state):
        MeetingChangeFactory(meeting=scene.meeting, to_state=reached, made_by=scene.coordinator)


def test_adopted_minutes_become_an_adopted_version(scene):
    CommitmentFactory(collaboration=scene.collaboration, meeting=scene.meeting)
    was(scene, MeetingState.MINUTES_ADOPTED)
    keep()
    keep()
    version = MinutesVersion.objects.get()
    assert version.is_adopted
    assert version.adopted_by == scene.coordinator
    assert says_the_same(version.content, snapshot_of(scene.meeting))
    assert not version.answers.exists()


def test_shared_minutes_ask_those_who_were_there(scene):
    was(scene, MeetingState.MINUTES_SHARED)
    keep()
    version = MinutesVersion.objects.get()
    asked = {row.party for row in version.answers.all()}
    assert asked == {scene.own, scene.health, scene.works}
    scene.all_confirm()
    assert scene.adopt().state == MeetingState.MINUTES_ADOPTED


def test_a_meeting_that_was_only_held_gets_none(scene):
    keep()
    assert not MinutesVersion.objects.exists()
