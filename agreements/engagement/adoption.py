"""What is lacking before minutes are adopted: the page shows it, the verb refuses with it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.engagement.kinds import Word


def lacking(version, answers, *, own_organization, today):
    """Sentences, one for each thing; nothing when the minutes can be adopted.

    Silence is no agreement: it lets the day pass, and somebody else has to have confirmed. What was
    recorded for a party can be put right by it until that day, too.
    """
    sentences = [] if has_somebody(version.content) else [nobody_came()]
    if open_ := [row for row in answers if row.waits_for_a_reply]:
        words = _("Reply first to: %(parties)s.")
        sentences.append(words % {"parties": _names(open_)})
    if today <= version.answer_by:
        sentences += _still_to_come(version, answers)
    others = [row for row in answers if row.party.organization_id != own_organization]
    if answers and not any(row.word == Word.CONFIRM for row in others or answers):
        sentences.append(
            _("No party but your own has confirmed them, and silence is no agreement.")
            if others
            else _("Your organization has not confirmed them, and silence is no agreement.")
        )
    return sentences


def has_somebody(content):
    """Whether anybody was there; guests alone are somebody, though nobody asks them."""
    return any(each["present"] for each in content["attendance"])


def nobody_came():
    return _("Nobody is on the list as present. Write down who was there, then share the minutes.")


def _still_to_come(version, answers):
    """Parties that have not said it themselves, and still have time to."""
    for words, rows in (
        (
            _("These have until %(day)s to answer: %(parties)s."),
            [row for row in answers if row.is_silent],
        ),
        (
            _("Recorded for these, who have until %(day)s to confirm or change it: %(parties)s."),
            [row for row in answers if row.is_on_behalf],
        ),
    ):
        if rows:
            day = date_format(version.answer_by, "DATE_FORMAT")
            yield words % {"day": day, "parties": _names(rows)}


def _names(answers):
    return ", ".join(row.party.organization.label for row in answers)
