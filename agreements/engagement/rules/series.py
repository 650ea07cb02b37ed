"""Who runs a series, who keeps the public holidays, who answers an invitation."""

import rules

from agreements.charter.rules import (
    coordinates,
    is_member_of,
    is_open,
    represented_organizations,
)


@rules.predicate
def keeps_holidays(user, holiday=None):
    """An admin keeps the list."""
    return user.is_admin


@rules.predicate
def answers_invitation(user, attendance):
    """The person who is invited; those who work for the organization or speak for it there."""
    collaboration = attendance.meeting.collaboration
    if user.is_auditor or not is_open.test(user, collaboration):
        return False
    if user.person_id is not None and attendance.person_id == user.person_id:
        return True
    home = attendance.organization_id
    if user.organization_id == home and is_member_of(user, collaboration):
        return True
    return home in represented_organizations(user, collaboration)


rules.add_perm("agreements.edit_series", coordinates)
rules.add_perm("agreements.manage_holidays", keeps_holidays)
rules.add_perm("agreements.answer_invitation", answers_invitation)
