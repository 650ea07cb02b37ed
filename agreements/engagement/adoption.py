"""What is lacking before minutes are adopted: the page shows it, the verb refuses with it."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.engagement.kinds import Word


def lacking(version, answers, *, own_organization, today):
    """Sentences, one for each thing; nothing when the minutes can be adopted.

    Silence is no agreement: it lets the day pass, and somebody else has to have confirmed.
    """
    sentences = []
    if open_ := [row for row in answers if row.waits_for_a_reply]:
        words = _("Reply first to: %(parties)s.")
        sentences.append(words % {"parties": _names(open_)})
    silent = [row for row in answers if row.is_silent]
    if silent and today <= version.answer_by:
        words = _("These have until %(day)s to answer: %(parties)s.")
        day = date_format(version.answer_by, "DATE_FORMAT")
        sentences.append(words % {"day": day, "parties": _names(silent)})
    others = [row for row in answers if row.party.organization_id != own_organization]
    if others and not any(row.word == Word.CONFIRM for row in others):
        sentences.append(
            _("No party but your own has confirmed them, and silence is no agreement.")
        )
    return sentences


def _names(answers):
    return ", ".join(row.party.organization.label for row in answers)
