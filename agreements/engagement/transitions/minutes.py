"""Minutes: shared in versions, answered by each party that was present, adopted, corrected."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.models import Party
from agreements.charter.transitions.locking import lock_open, require_reason
from agreements.engagement.adoption import has_somebody, lacking, nobody_came
from agreements.engagement.kinds import MeetingEvent
from agreements.engagement.models import Meeting, MeetingChange, MinutesAnswer, MinutesVersion
from agreements.engagement.snapshot import says_the_same, snapshot_of
from agreements.engagement.states import MEETING_MOVES, SHAREABLE, MeetingState
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move

DAYS, FEWEST, MOST = 7, 1, 30  # to answer in


@transaction.atomic
def share_minutes(*, meeting, by, days=DAYS, reason="", now=None):
    """The parties that were present are asked; from now only the coordinator edits.

    Shared again, the minutes are the next version: it says why, and everybody is asked anew.
    """
    fresh, now = locked(meeting), now or timezone.now()
    if fresh.state not in SHAREABLE:
        raise IllegalMove(_("Only the minutes of a meeting that was held can be shared."))
    if not FEWEST <= days <= MOST:
        raise ValidationError({"days": _("Give the parties from 1 to 30 days.")})
    before = fresh.minutes.newest()
    day = timezone.localdate(now)
    content = snapshot_of(fresh, today=day)
    if not has_somebody(content):
        raise Refused(nobody_came())
    version = MinutesVersion(
        meeting=fresh,
        number=before.number + 1 if before else 1,
        content=content,
        reason=require_reason(reason) if before else (reason or "").strip(),
        shared_at=now,
        shared_by=by,
        answer_by=day + dt.timedelta(days=days),
        is_sample=fresh.is_sample,
    )
    save_checked(version)
    _ask(version, day)
    event = MeetingEvent.SHARED_AGAIN if before else ""
    _move(fresh, MeetingState.MINUTES_SHARED, by=by, note=version.reason, event=event)
    return version


def _ask(version, day):
    """A row for each party that was present: silence is a fact of its own."""
    there = [each["party"] for each in version.content["attendance"] if each["present"]]
    for party in Party.objects.filter(pk__in=[pk for pk in there if pk]).order_by("pk"):
        save_checked(MinutesAnswer(minutes=version, party=party, is_sample=version.is_sample))


@transaction.atomic
def adopt_minutes(*, meeting, by, now=None):
    """All have answered or the day has passed, and nothing is open: nobody changes them now."""
    fresh, now = locked(meeting), now or timezone.now()
    require_move(MEETING_MOVES, current=fresh_state(fresh), target=MeetingState.MINUTES_ADOPTED)
    version = fresh.minutes.newest()
    if version is None or version.is_adopted:
        raise Refused(_("Share the minutes as they are now first."))
    if not says_the_same(version.content, snapshot_of(fresh)):
        raise Refused(_("The meeting was edited after the minutes were shared: share them again."))
    sentences = lacking(
        version,
        list(version.answers.for_list()),
        own_organization=by.organization_id,
        today=timezone.localdate(now),
    )
    if sentences:
        raise Refused(" ".join(sentences))
    version.adopted_at, version.adopted_by = now, by
    save_checked(version)
    return _move(fresh, MeetingState.MINUTES_ADOPTED, by=by)


@transaction.atomic
def correct_minutes(*, meeting, by, reason):
    """Adopted minutes turn out wrong: the coordinator edits again; the adopted version stays."""
    words, fresh = require_reason(reason), locked(meeting)
    if fresh.state != MeetingState.MINUTES_ADOPTED:
        raise IllegalMove(_("Only adopted minutes are corrected."))
    event = MeetingEvent.CORRECTION_BEGUN
    return _move(fresh, MeetingState.MINUTES_SHARED, by=by, note=words, event=event)


def locked(meeting):
    """The meeting as it is now, held until the end of the transaction."""
    lock_open(meeting.collaboration_id)
    rows = Meeting.objects.select_related("collaboration", "facilitator")
    return rows.select_for_update(of=("self",)).get(pk=meeting.pk)


def fresh_state(meeting):
    return MeetingState(meeting.state)


def _move(fresh, target, *, by, note="", event=""):
    source, fresh.state = fresh.state, target
    fresh.version += 1
    fresh.save(update_fields=["state", "version", "updated_at"])
    MeetingChange.objects.create(
        meeting=fresh, from_state=source, to_state=target, note=note, made_by=by, event=event
    )
    return fresh
