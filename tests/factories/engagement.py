"""Valid meetings and what belongs to them."""

import datetime as dt
import hashlib
import uuid

import factory
from django.utils import timezone

from agreements.engagement.kinds import DecisionKind, Phase, Word
from agreements.engagement.snapshot import snapshot_of
from agreements.engagement.states import SETTLED, DecisionState, MeetingState
from agreements.engagement.transitions.minutes import DAYS
from agreements.models import (
    AgendaItem,
    Attendance,
    CalendarFeed,
    Decision,
    Meeting,
    MeetingChange,
    MeetingDraft,
    MinutesAnswer,
    MinutesVersion,
)
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, days_ago


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
    """A substantive decision by consensus, decided in its meeting unless its state says else."""

    class Meta:
        model = Decision

    meeting = factory.SubFactory(MeetingFactory)
    kind = DecisionKind.SUBSTANTIVE
    state = DecisionState.DECIDED
    decided_on = factory.LazyAttribute(lambda o: o.meeting.held_on if o.state in SETTLED else None)
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


class MinutesVersionFactory(factory.django.DjangoModelFactory):
    """The first version, shared today, of minutes that say what the meeting says."""

    class Meta:
        model = MinutesVersion

    class Params:
        adopted = factory.Trait(
            adopted_at=factory.LazyFunction(timezone.now),
            adopted_by=factory.SelfAttribute("shared_by"),
        )

    meeting = factory.SubFactory(MeetingFactory, state=MeetingState.MINUTES_SHARED)
    number = factory.LazyAttribute(lambda o: o.meeting.minutes.count() + 1)
    content = factory.LazyAttribute(lambda o: snapshot_of(o.meeting))
    reason = factory.LazyAttribute(lambda o: "Ada yang kurang." if o.number > 1 else "")
    shared_at = factory.LazyFunction(timezone.now)
    shared_by = factory.SubFactory(UserFactory)
    answer_by = days_ago(-DAYS)


class MinutesAnswerFactory(factory.django.DjangoModelFactory):
    """A party that was present and has not answered yet; `confirms` has."""

    class Meta:
        model = MinutesAnswer

    class Params:
        confirms = factory.Trait(
            word=Word.CONFIRM, answered_on=days_ago(0), answered_by=factory.SubFactory(UserFactory)
        )
        objects = factory.Trait(
            word=Word.OBJECT,
            text="Tidak pernah disepakati.",
            answered_on=days_ago(0),
            answered_by=factory.SubFactory(UserFactory),
        )

    minutes = factory.SubFactory(MinutesVersionFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..minutes.meeting.collaboration")
    )


class CalendarFeedFactory(factory.django.DjangoModelFactory):
    """A feed made a month ago; its address ends in `token`, which no row holds."""

    class Meta:
        model = CalendarFeed

    class Params:
        token = factory.Sequence(lambda n: f"alamat-rahasia-{n}")

    user = factory.SubFactory(UserFactory)
    token_hash = factory.LazyAttribute(lambda feed: hashlib.sha256(feed.token.encode()).hexdigest())
    made_on = days_ago(30)
    expires_on = days_ago(-335)
