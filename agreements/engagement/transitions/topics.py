"""Add a topic, close one that runs through meetings, or open it again; each is in the history."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open
from agreements.engagement.models import AgendaItem, Meeting, MeetingChange
from agreements.engagement.states import EDITABLE, MeetingState
from collabgov.kit.errors import IllegalMove
from collabgov.kit.models import save_checked


@transaction.atomic
def add_topic(*, meeting, by, topic, phase):
    """Put a topic at the end of the agenda of a planned meeting; it stands there once."""
    lock_open(meeting.collaboration_id)
    fresh = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if fresh.state != MeetingState.PLANNED:
        raise IllegalMove(_("Topics are put on the agenda of a planned meeting."))
    topic = topic[: AgendaItem._meta.get_field("topic").max_length]
    if twin := fresh.agenda_items.filter(topic=topic).first():
        return twin
    last = fresh.agenda_items.aggregate(last=Max("position"))["last"] or 0
    item = AgendaItem(
        meeting=fresh, topic=topic, phase=phase, position=last + 1, is_sample=fresh.is_sample
    )
    save_checked(item)
    return _told(item, fresh, by=by, said=_("Topic added: %(topic)s."), reason="")


@transaction.atomic
def close_item(*, item, by, reason=""):
    """The topic is dealt with: it follows to no further meeting, and nothing is decided on it."""
    fresh, meeting = _held_fast(item)
    if AgendaItem.objects.closed_threads({fresh.thread}):
        raise IllegalMove(_("This topic is closed already."))
    fresh.is_open, fresh.closed_at = False, timezone.now()
    fresh.save(update_fields=["is_open", "closed_at"])
    return _told(fresh, meeting, by=by, said=_("Topic closed: %(topic)s."), reason=reason)


@transaction.atomic
def reopen_item(*, item, by, reason=""):
    """The topic is taken up again: it follows to the next meeting."""
    fresh, meeting = _held_fast(item)
    if fresh.is_open:
        raise IllegalMove(_("This topic is open already."))
    closed = AgendaItem.objects.filter(
        thread=fresh.thread, meeting__collaboration=meeting.collaboration_id
    )
    closed.exclude(closed_at=None).update(closed_at=None)
    fresh.is_open, fresh.closed_at = True, None
    fresh.save(update_fields=["is_open", "closed_at"])
    return _told(fresh, meeting, by=by, said=_("Topic reopened: %(topic)s."), reason=reason)


def _held_fast(item):
    """The item and its meeting, locked; only its latest meeting says how a topic goes on."""
    collaboration_id = item.meeting.collaboration_id
    lock_open(collaboration_id)
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=item.meeting_id)
    if meeting.state not in EDITABLE:
        raise IllegalMove(
            _("“%(state)s”: this meeting can no longer be changed.")
            % {"state": meeting.get_state_display()}
        )
    fresh = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    later = AgendaItem.objects.after(meeting).exclude(meeting__state=MeetingState.CANCELLED)
    if later.filter(thread=fresh.thread).exists():
        raise IllegalMove(_("A later meeting took this topic up. Close or reopen it there."))
    return fresh, meeting


def _told(item, meeting, *, by, said, reason):
    meeting.version += 1
    meeting.save(update_fields=["version", "updated_at"])
    note = " ".join([said % {"topic": item.topic}, *reason.split()])
    MeetingChange.objects.create(
        meeting=meeting, from_state=meeting.state, to_state=meeting.state, note=note, made_by=by
    )
    return item
