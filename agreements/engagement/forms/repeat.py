"""A form that was saved, changed in an old page and sent again: what of it is new."""

from agreements.engagement.forms.conflict import differences, is_recorded
from agreements.engagement.forms.prefill import typed_of
from agreements.engagement.forms.sheet import MeetingSheet
from agreements.engagement.forms.typed import without_rows
from collabgov.kit.ids import as_id

OF_A_NEW_FORM = ("collaboration", "prefilled_for", "prefilled_from")


def says_the_same(typed, meeting):
    """Whether the text holds nothing that is not saved with the meeting: it was sent twice."""
    if names_another_collaboration(typed, meeting):
        return False
    mine, saved = _sheet(typed, meeting), _sheet(typed_of(meeting), meeting)
    if not (mine.is_valid() and saved.is_valid()) or differences(mine, saved):
        return False
    return is_recorded(mine.lines()["commitments"], saved.recorded)


def names_another_collaboration(typed, meeting):
    return as_id(typed.get("collaboration")) not in (None, meeting.collaboration_id)


def as_change(typed, meeting):
    """The text of a new form as the text of a change to the meeting that the form made.

    Topics keep their rows, and promises that are on record are not recorded again.
    """
    sheet = _sheet(typed, meeting)
    sheet.is_valid()
    recorded = {
        row.number
        for row in sheet.commitments
        if row.is_valid() and row.line() and is_recorded([row.line()], sheet.recorded)
    }
    text = {name: words for name, words in typed.items() if name not in OF_A_NEW_FORM}
    text = without_rows(text, "commitment", recorded)
    return text | _rows_kept(sheet, meeting) | {"version": str(meeting.version)}


def _rows_kept(sheet, meeting):
    """Name the saved row of each topic: the one of the same words, else the next one left."""
    left = list(meeting.agenda_items.for_list())
    begun = [row for row in sheet.agenda if row["topic"].value()]
    named = {}
    for row in begun:
        same = next((item for item in left if item.topic == row["topic"].value().strip()), None)
        if same:
            named[row.number] = same
            left.remove(same)
    for row in begun:
        if row.number not in named and left:
            named[row.number] = left.pop(0)
    return {f"agenda-{number}-id": str(item.pk) for number, item in named.items()}


def _sheet(typed, meeting):
    return MeetingSheet(typed, collaborations=(), meeting=meeting, check=True)
