"""How an agreement stands on a day, in words: 42 days left, waits for a signature since then."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.instruments.family import is_left_behind, left_behind_words
from agreements.instruments.states import PREPARING, SIGNING, AgreementState
from agreements.instruments.waiting import waiting_of

S = AgreementState
SOON, VERY_SOON = 90, 30
DAYS_UP_TO = 365  # a term that goes on for longer is told by its last day


@dataclass(frozen=True)
class Standing:
    """`words` say it all; `note` is the smaller second line, when there is one."""

    words: str
    tone: str = ""  # a tone of the badges; empty when nothing presses
    icon: str = "clock"
    note: str = ""


def standing_of(agreement, *, today=None):
    today = today or timezone.localdate()
    if agreement.state in PREPARING:
        return _on_its_way(agreement, today)
    if agreement.state == S.IN_FORCE:
        return _holding(agreement, today)
    if agreement.state == S.SUSPENDED:
        words = _("Suspended since %s") % _day(agreement.state_since)
        return Standing(words, "warn", "pause-circle", _asked_to_end(agreement))
    return _over(agreement)


def whom_of(waiting, most=3):
    """Whom it waits for, short; of many parties the first, and how many more."""
    names = [organization.label for organization in waiting.organizations] or [waiting.who]
    return in_short(names, most)


def in_short(names, most=3):
    """A few names in a row; of many the first, and how many more."""
    if len(names) == 1:
        return names[0]
    last, rest = names[-1], names[:-1]
    if len(names) > most:
        rest = names[: most - 1]
        words = _("%(names)s and %(count)s more")
        return words % {"names": ", ".join(rest), "count": len(names) - len(rest)}
    return _("%(names)s and %(last)s") % {"names": ", ".join(rest), "last": last}


def days_left(agreement, *, today=None):
    """Days until its last one; None without a last day."""
    if agreement.last_day is None:
        return None
    return (agreement.last_day - (today or timezone.localdate())).days


def _on_its_way(agreement, today):
    if is_left_behind(agreement):
        return Standing(left_behind_words(), "bad", "slash-circle")
    waiting = waiting_of(agreement, today=today)
    words = {"whom": whom_of(waiting), "day": _day(waiting.since)}
    if waiting.organizations:
        sentence = _("Waits for the signature of %(whom)s since %(day)s")
    elif agreement.state in SIGNING and agreement.signed_on and agreement.starts_on:
        words["day"] = _day(agreement.starts_on)
        return Standing(_("Signed by all, in force from %(day)s") % words, "info", "check-lg")
    else:
        words["stage"] = agreement.stage or agreement.get_state_display()
        sentence = _("%(stage)s since %(day)s, waits for %(whom)s")
    if not waiting.is_late:
        return Standing(sentence % words, icon="hourglass-split", note=_allowed(waiting))
    late = ngettext("%d day over", "%d days over", waiting.days_over) % waiting.days_over
    return Standing(f"{sentence % words} ({late})", "bad", "hourglass-split")


def _allowed(waiting):
    """How long the stage goes on, where it is limited."""
    if not waiting.limit:
        return ""
    left = waiting.limit - waiting.days
    if left == 0:
        return _("the last day of this stage")
    return ngettext("%d day left at this stage", "%d days left at this stage", left) % left


def _holding(agreement, today):
    note = _asked_to_end(agreement)
    left = days_left(agreement, today=today)
    if agreement.starts_on and agreement.starts_on > today:
        words = _("In force from %s") % _day(agreement.starts_on)
        return Standing(words, "info", "calendar-event", note)
    if left is None:
        return Standing(_("In force, without a last day"), "good", "check-circle-fill", note)
    if left < 0:
        words = _("Its last day was %s") % _day(agreement.last_day)
        return Standing(words, "bad", "clock-history", note)
    return Standing(_left_in_words(agreement, left), *_urgency(agreement, left), note)


def _left_in_words(agreement, left):
    if left == 0:
        return _("In force, today is its last day")
    if left > DAYS_UP_TO:
        return _("In force until %s") % _day(agreement.last_day)
    return ngettext("In force, %d day left", "In force, %d days left", left) % left


def _urgency(agreement, left):
    if getattr(agreement, "is_renewed", False) or left > SOON:
        return "good", "check-circle-fill"
    return ("bad", "clock") if left <= VERY_SOON else ("warn", "clock")


def _asked_to_end(agreement):
    if agreement.termination_decided_on:
        return _("will be terminated on %s") % _day(agreement.termination_on)
    if agreement.termination_asked_on:
        return _("termination requested on %s") % _day(agreement.termination_asked_on)
    return ""


def _over(agreement):
    words = {
        S.ENDED: _("Ended on %s"),
        S.TERMINATED: _("Terminated on %s"),
        S.ABANDONED: _("Abandoned on %s"),
    }[S(agreement.state)]
    return Standing(words % _day(agreement.over_on), "neutral", "slash-circle")


def _day(day):
    return date_format(day, "SHORT_DATE_FORMAT")
