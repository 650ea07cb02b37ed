"""Meetings and decisions as tables for a file."""

from django.utils.translation import gettext_lazy as _

from actors.importing.exporting import columns_of
from agreements.charter.stances import Stance
from agreements.models import Meeting

MEETING_COLUMNS = (
    (_("date"), lambda meeting: meeting.held_on),
    (_("starts at"), lambda meeting: meeting.starts_at and meeting.starts_at.strftime("%H:%M")),
    (_("time zone"), lambda meeting: meeting.zone),
    (_("title"), lambda meeting: meeting.title),
    (_("collaboration"), lambda meeting: meeting.collaboration.title),
    (_("kind"), lambda meeting: meeting.get_kind_display()),
    (_("place or link"), lambda meeting: meeting.place),
    (_("state"), lambda meeting: meeting.get_state_display()),
    (_("present organizations"), lambda meeting: meeting.present_organizations),
)

decision_table = columns_of(
    (_("date"), lambda decision: decision.day),
    (_("decision"), lambda decision: decision.text),
    (_("kind"), lambda decision: decision.get_kind_display()),
    (_("reached by"), lambda decision: decision.get_rule_display()),
    (_("state"), lambda decision: decision.get_state_display()),
    (_("parties that support"), lambda decision: decision.counted[Stance.SUPPORT]),
    (_("parties that accept"), lambda decision: decision.counted[Stance.ACCEPT]),
    (_("parties that stand aside"), lambda decision: decision.counted[Stance.STAND_ASIDE]),
    (_("parties that object"), lambda decision: decision.counted[Stance.OBJECT]),
    (_("parties that have not said"), lambda decision: decision.counted[Stance.NOT_STATED]),
    (_("said on behalf, not confirmed"), lambda decision: decision.counted_on_behalf.total()),
    (_("option chosen"), lambda decision: decision.option and decision.option.title),
    (_("commitments"), lambda decision: decision.commitment_count),
    (_("commitments kept"), lambda decision: decision.confirmed_count),
    (_("agreement"), lambda decision: decision.instrument and decision.instrument.title),
    (_("review on"), lambda decision: decision.review_on),
    (_("meeting"), lambda decision: decision.place.title),
    (_("collaboration"), lambda decision: decision.meeting.collaboration.title),
    (_("confidential"), lambda decision: _("yes") if decision.is_confidential else _("no")),
)


def meeting_table(rows):
    """One's own drafts are no meetings yet: their tab exports none."""
    return columns_of(*MEETING_COLUMNS)(row for row in rows if isinstance(row, Meeting))
