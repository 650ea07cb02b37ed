"""Valid series of meetings and public holidays."""

import datetime as dt

import factory
from django.utils import timezone

from agreements.engagement.recurrence import Pattern, rule_of
from agreements.engagement.states import SeriesState
from agreements.models import Holiday, MeetingSeries, SeriesChange
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory


class MeetingSeriesFactory(factory.django.DjangoModelFactory):
    """A weekly plenary at nine that began today; nothing of it is planned."""

    class Meta:
        model = MeetingSeries

    collaboration = factory.SubFactory(CollaborationFactory)
    title = factory.Sequence(lambda n: f"Rapat pleno {n}")
    first_on = factory.LazyFunction(timezone.localdate)
    rule = factory.LazyAttribute(lambda row: rule_of(Pattern.WEEKLY, row.first_on))
    starts_at = dt.time(9, 0)
    ends_at = dt.time(11, 0)


class SeriesChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a series' history."""

    class Meta:
        model = SeriesChange

    series = factory.SubFactory(MeetingSeriesFactory)
    to_state = SeriesState.RUNNING
    made_by = factory.SubFactory(UserFactory)


class HolidayFactory(factory.django.DjangoModelFactory):
    """A national holiday, each on another day."""

    class Meta:
        model = Holiday

    day = factory.Sequence(lambda n: dt.date(2020, 1, 1) + dt.timedelta(days=n))
    name = factory.Sequence(lambda n: f"Hari Raya {n}")
