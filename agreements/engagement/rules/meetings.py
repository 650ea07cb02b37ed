"""Who may change a meeting: those who take part, until the coordinator publishes its minutes.

Nobody does once the collaboration is closed.
"""

import rules

from agreements.charter.rules import is_coordinator_of, is_open, takes_part
from agreements.engagement.states import MeetingState

OPEN_TO_PARTIES = (MeetingState.PLANNED, MeetingState.HELD)


@rules.predicate
def may_edit(user, meeting):
    """Anybody who takes part while it is planned or held; the coordinator while shared."""
    if meeting.state in OPEN_TO_PARTIES:
        return is_open(user, meeting.collaboration) and takes_part.test(user, meeting.collaboration)
    if meeting.state == MeetingState.MINUTES_SHARED:
        return publishes_minutes.test(user, meeting)
    return False


@rules.predicate
def publishes_minutes(user, meeting):
    """Publishing minutes is the coordinator's verb."""
    return is_open(user, meeting.collaboration) and is_coordinator_of(user, meeting.collaboration)


rules.add_perm("agreements.edit_meeting", may_edit)
rules.add_perm("agreements.publish_minutes", publishes_minutes)
