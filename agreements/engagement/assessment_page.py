"""What the page of an assessment shows: three sections, each entry with what it became."""

from agreements.engagement.discovery_kinds import AssessmentSection, AssessmentState
from agreements.engagement.discovery_words import SECTION_NOTES
from agreements.engagement.rules.discovery import own_organizations


def sections_of(assessment, user, *, may_record, runs):
    """The sections in their order, also the empty ones.

    What one party said becomes a statement or a proposal of that party, so those who write for it
    are offered that; who runs the collaboration states it on its behalf.
    """
    entries = list(assessment.entries.for_page())
    mine = own_organizations(user, assessment.collaboration_id)
    is_open = assessment.state == AssessmentState.OPEN
    for entry in entries:
        is_own = entry.recorded_by_id == user.pk and may_record
        entry.may_edit = is_open and entry.became is None and (is_own or runs)
        entry.may_turn = may_record and entry.became is None
        is_mine = entry.party is None or entry.party.organization_id in mine
        entry.may_state, entry.may_propose = is_mine or runs, is_mine
    return [
        {
            "key": section.value,
            "label": section.label,
            "note": SECTION_NOTES[section],
            "entries": [entry for entry in entries if entry.section == section],
        }
        for section in AssessmentSection
    ]
