"""Builds the meetings that come again, and some answers to their invitations."""

import datetime as dt

from django.utils import timezone

from actors.accounts.models import User
from agreements.demo.shapes import INVENTED
from agreements.engagement import transitions
from agreements.engagement.recurrence import LONGEST, days_of, rule_of
from agreements.models import Attendance


def build_series(recurring, *, collaboration, scene):
    """Begin each series with two meetings ahead; fills `scene.series`."""
    for each in recurring:
        series = _begin(each, collaboration, scene)
        scene.series[each.key] = series
        for reply in each.replies:
            _answer(reply, series, scene)


def _begin(each, collaboration, scene):
    first_on = scene.calendar.day(each.on)
    starts_at, ends_at = (dt.time.fromisoformat(hour) for hour in each.hours)
    now = timezone.make_aware(dt.datetime.combine(scene.calendar.today, dt.time.max))
    rule = rule_of(each.pattern, first_on)
    span = {"since": now.date() + dt.timedelta(days=1), "until": now.date() + LONGEST}
    ahead = days_of(rule, first_on, holidays=transitions.holidays_of(collaboration), **span).meets[
        : each.ahead
    ]
    done = transitions.begin_series(
        collaboration=collaboration,
        by=scene.coordinator,
        now=now,
        is_sample=True,
        title=each.title,
        kind=each.kind,
        place=each.place,
        starts_at=starts_at,
        ends_at=ends_at,
        facilitator=scene.people.get(each.facilitator),
        rule=rule,
        first_on=first_on,
        last_on=ahead[-1],
        skips_holidays=True,
    )
    # Where a holiday takes one of the days, the second is further away than is planned at first.
    if done.series.meetings.count() < each.ahead:
        transitions.plan_ahead(series=done.series, by=scene.coordinator, now=now)
    done.series.meetings.update(source_note=INVENTED)
    return done.series


def _answer(reply, series, scene):
    """An office says whether it comes to the next one."""
    rows = Attendance.objects.filter(meeting__series=series)
    invitation = rows.filter(organization=scene.organizations[reply.body]).order_by(
        "meeting__held_on"
    )
    transitions.answer_invitation(
        attendance=invitation.select_related("meeting").first(),
        by=User.objects.get(person=scene.people[reply.post]),
        answer=reply.answer,
        note=reply.note,
    )
