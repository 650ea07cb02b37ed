"""Somebody else goes to a planned meeting, or leads it, in the place of who leaves."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.engagement.models import Meeting, MeetingChange, SeriesChange
from agreements.engagement.states import MeetingState
from agreements.engagement.transitions.planning import planned_of, running
from collabgov.kit.errors import IllegalMove


@transaction.atomic
def replace_envoy(*, meeting, person, successor, by, note):
    """The invitation of a person goes to a successor; without one, to their organization."""
    fresh = _planned(meeting)
    for row in fresh.attendances.filter(person=person):
        others = fresh.attendances.filter(organization=row.organization, person=successor)
        if others.exists():
            row.delete()
            continue
        row.person = successor
        row.save(update_fields=["person"])
    return _changed(fresh, by=by, note=note)


@transaction.atomic
def replace_facilitator(*, meeting, successor, by, note):
    """Somebody else leads the meeting, or that is still open."""
    fresh = _planned(meeting)
    series = fresh.series
    follows = fresh.follows_series and series is not None and series.facilitator == successor
    fresh.facilitator, fresh.follows_series = successor, follows
    return _changed(fresh, by=by, note=note)


@transaction.atomic
def replace_series_facilitator(*, series, successor, by, note):
    """Somebody else leads the meetings that follow the series, and those it plans from now on."""
    fresh = running(series)
    old, fresh.facilitator = fresh.facilitator, successor
    fresh.version += 1
    fresh.save(update_fields=["facilitator", "version", "updated_at"])
    for meeting in planned_of(fresh).filter(follows_series=True, facilitator=old):
        meeting.facilitator = successor
        _changed(meeting, by=by, note=note)
    SeriesChange.objects.create(
        series=fresh, from_state=fresh.state, to_state=fresh.state, note=note, made_by=by
    )
    return fresh


@transaction.atomic
def replace_presenter(*, item, successor, by, note):
    """Somebody else presents the topic of a planned meeting, or that is still open."""
    fresh = _planned(item.meeting)
    topic = lock_row(item)
    topic.presenter = successor
    topic.save(update_fields=["presenter"])
    said = _("Presenter of “%(topic)s”: %(name)s.") % {
        "topic": topic.topic,
        "name": successor or "—",
    }
    return _changed(fresh, by=by, note=" ".join(part for part in (said, note) if part))


def _planned(meeting):
    lock_open(meeting.collaboration_id)
    fresh = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if fresh.state != MeetingState.PLANNED:
        raise IllegalMove(_("This meeting is no longer planned."))
    return fresh


def _changed(fresh, *, by, note):
    fresh.version += 1
    fresh.save(update_fields=["facilitator", "follows_series", "version", "updated_at"])
    MeetingChange.objects.create(
        meeting=fresh, from_state=fresh.state, to_state=fresh.state, note=note, made_by=by
    )
    return fresh
