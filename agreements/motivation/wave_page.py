"""What the page of a wave says while it runs: who is asked, and as little as can be of the rest."""

from collections import defaultdict
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.engagement.models import AgendaItem
from agreements.motivation.clock import is_answerable, today_of
from agreements.motivation.disclosure import told_so_far
from agreements.motivation.kinds import LEAST, Dimension, PulseEvent
from agreements.motivation.models import PulseItem
from agreements.motivation.reaching import reach_of
from agreements.motivation.resting import rests_until
from agreements.motivation.states import WaveState
from agreements.motivation.transitions.opening import obstacles_to
from collabgov.kit.mail import sends_mail


def standing_of(wave, user):
    rows = list(wave.invitations.for_list())
    by_home = groupby(rows, key=lambda row: row.home)
    asked = [_of_home(home, list(group)) for home, group in by_home]
    return {
        "asked": asked,
        "invited": len(rows),
        "missing": max(0, LEAST - len(rows)),
        "so_far": so_far(wave, rows),
        "sends_mail": sends_mail(),
        **(_before_opening(wave, rows, user) if wave.state == WaveState.DRAFT else {}),
    }


def _before_opening(wave, rows, user):
    """What stands in the way of opening it, what else is to be known, and what it will ask."""
    people = [row.person for row in rows if row.person_id]
    today = today_of(wave)
    reach = reach_of(people, by=user, today=today)
    items = groupby(PulseItem.objects.of_wave(wave), key=lambda item: item.dimension)
    return {
        "obstacles": list(obstacles_to(wave, rows, reach=reach, today=today)),
        "doubts": _doubts_told(people, reach),
        "preview": [{"name": Dimension(key).label, "asked": list(each)} for key, each in items],
    }


def _doubts_told(people, reach):
    """A sentence for each reason, with all whose address is not taken for their own."""
    found = defaultdict(list)
    for person in people:
        if doubt := reach.doubts.get(person.pk):
            found[doubt].append(str(person))
    return [doubt.label % {"names": ", ".join(sorted(found[doubt]))} for doubt in sorted(found)]


def history_of(wave):
    """Its lines, and what was said of its close."""
    changes = list(wave.changes.select_related("made_by__person"))
    closed = (change.note for change in changes if change.event == PulseEvent.CLOSED)
    return {"changes": changes, "why_closed": next(closed, "")}


def is_asked_elsewhere(wave, user):
    """Whether this reader is asked, but by their link alone: the account became theirs later.

    The same whether they have answered or not.
    """
    if user.person_id is None or user.is_auditor or not is_answerable(wave):
        return False
    mine = wave.invitations.of_person(user)
    return mine.exists() and not mine.of_account(user).exists()


def _of_home(home, rows):
    """Who of one house is asked: people by name, and how many more by a link on paper."""
    people = [row.person for row in rows if row.person]
    return {"home": home, "people": people, "unnamed": len(rows) - len(people)}


def so_far(wave, rows):
    """How many have answered, told so that nobody can be guessed from it.

    By links on paper none: whoever used them themselves would subtract them.
    """
    if wave.state != WaveState.OPEN:
        return ""
    asked = [row for row in rows if row.mailed_to]
    waiting = wave.invitations.by_mail().unanswered().order_by().count()
    words = _words_of(*told_so_far(len(asked) - waiting, len(asked)), asked=len(asked))
    if len(asked) == len(rows):
        return words
    beside = _("Links on paper are not counted here.")
    return f"{words} {beside}"


def _words_of(low, high, *, asked):
    if high == asked and low == 0:
        return _("How many have answered is not told while so few are asked.")
    if low == 0:
        return _("Fewer than five have answered so far.")
    return _("At least %(number)s have answered so far.") % {"number": low}


def warning_of(wave):
    """That it cannot be opened yet, because the one before was only just asked."""
    until = rests_until(wave)
    if until is None or wave.opens_on >= until:
        return ""
    return _(
        "The round before closed less than three months earlier: this one can be opened from"
        " %(day)s on. Asked too often, people stop answering, and two results close together could"
        " tell what single people said."
    ) % {"day": date_format(until, "DATE_FORMAT")}


def topics_of(wave):
    """The topics at which its results are talked about, and where later meetings took them up."""
    threads = wave.discussions.order_by().values("item__thread")
    topics = AgendaItem.objects.filter(thread__in=threads).select_related("meeting")
    return topics.order_by("meeting__held_on", "meeting_id", "position")
