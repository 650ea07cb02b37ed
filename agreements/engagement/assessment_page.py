"""What the page of an assessment shows: three sections, each entry with what it became."""

from agreements.engagement.discovery_kinds import AssessmentSection, AssessmentState
from agreements.engagement.discovery_words import SECTION_NOTES


def sections_of(assessment, user, *, may_record, runs):
    """The sections in their order, also the empty ones."""
    entries = list(assessment.entries.for_page())
    is_open = assessment.state == AssessmentState.OPEN
    for entry in entries:
        is_own = entry.recorded_by_id == user.pk and may_record
        entry.may_edit = is_open and entry.became is None and (is_own or runs)
        entry.may_turn = may_record and entry.became is None
    return [
        {
            "key": section.value,
            "label": section.label,
            "note": SECTION_NOTES[section],
            "entries": [entry for entry in entries if entry.section == section],
        }
        for section in AssessmentSection
    ]
