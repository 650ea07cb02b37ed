"""Valid meetings and what belongs to them."""

import datetime as dt
import uuid

import factory

from agreements.engagement.kinds import DecisionKind, Phase
from agreements.engagement.states import MeetingState
from agreements.models import AgendaItem, Attendance, Decision, Meeting, MeetingChange, MeetingDraft
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, days_ago


class MeetingFactory(factory.django.DjangoModelFactory):
    """A working meeting held a week ago at nine."""

    class Meta:
        model = Meeting

    class Params:
        planned = factory.Trait(state=MeetingState.PLANNED, held_on=days_ago(-7))

    collaboration = factory.SubFactory(CollaborationFactory)
    title = factory.Sequence(lambda n: f"Rapat koordinasi {n}")
    held_on = days_ago(7)
    starts_at = dt.time(9, 0)
    state = MeetingState.HELD
    logged_by = factory.SubFactory(UserFactory)


class AttendanceFactory(factory.django.DjangoModelFactory):
    """An organization that was present, nobody named."""

    class Meta:
        model = Attendance

    meeting = factory.SubFactory(MeetingFactory)
    organization = factory.SubFactory(OrganizationFactory)


class AgendaItemFactory(factory.django.DjangoModelFactory):
    """A topic that was deliberated, with notes."""

    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.Sequence(lambda n: n + 1)
    topic = factory.Sequence(lambda n: f"Topik {n}")
    phase = Phase.DELIBERATION
    notes = "Dibahas dua pilihan."


class DecisionFactory(factory.django.DjangoModelFactory):
    """A substantive decision by consensus."""

    class Meta:
        model = Decision

    meeting = factory.SubFactory(MeetingFactory)
    kind = DecisionKind.SUBSTANTIVE
    text = factory.Sequence(lambda n: f"Keputusan {n}")


class MeetingChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a meeting's history."""

    class Meta:
        model = MeetingChange

    meeting = factory.SubFactory(MeetingFactory)
    to_state = MeetingState.HELD
    made_by = factory.SubFactory(UserFactory)


class MeetingDraftFactory(factory.django.DjangoModelFactory):
    """A draft with a title and nothing else."""

    class Meta:
        model = MeetingDraft

    user = factory.SubFactory(UserFactory)
    submission_id = factory.LazyFunction(uuid.uuid4)
    title = "Rapat yang belum disimpan"
