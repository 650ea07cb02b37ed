"""What stays inside: confidential topics, with what was decided and promised on them.

A decision stays inside by its own topic, whichever meeting took that up; what this meeting marks
as confidential, and what was marked after its minutes were shared, stays inside as well.
"""

from django.db.models import Q

from agreements.engagement.models import AgendaItem, Decision


def secret_threads(meeting):
    """Topics that are confidential now: the meeting's, and those it decided or promised on.

    Of the latter it is enough that any meeting marked them.
    """
    items = AgendaItem.objects.order_by()
    told = Q(decisions__decided_in=meeting) | Q(decisions__commitments__meeting=meeting)
    told = Q(thread__in=items.filter(told).values("thread"))
    rows = items.filter(Q(meeting=meeting) | told, is_confidential=True)
    return {str(thread) for thread in rows.values_list("thread", flat=True)}


def stays_inside(row, secret=()):
    """Whether a row of minutes is for those inside only."""
    is_marked = row.get("is_confidential") or row.get("stays_inside")
    return bool(is_marked or row.get("thread") in secret)


def open_rows(rows, secret=()):
    """What everybody may read: of an open topic, without the decisions that stay inside."""
    told = [row for row in rows if not stays_inside(row, secret)]
    return [
        row | {"decisions": open_rows(row["decisions"], secret)} if "decisions" in row else row
        for row in told
    ]


def open_work(meeting, agenda, commitments):
    """(What the meeting decided, what was promised there) without what stays inside.

    The decisions stand in the order of the agenda; one that a later meeting decided is not ours.
    """
    places = {item.thread: place for place, item in enumerate(agenda)}
    rows = Decision.objects.around(meeting).select_related("agenda_item").order_by("pk")
    rows = list(rows.with_secrecy())
    inside = {row.pk for row in rows if row.is_confidential}
    decided = [row for row in rows if row.pk not in inside and _decided_in(row) == meeting.pk]
    last = len(places)
    decided.sort(key=lambda row: places.get(_thread_of(row), last))
    return decided, [row for row in commitments if row.decision_id not in inside]


def _thread_of(decision):
    return decision.agenda_item and decision.agenda_item.thread


def _decided_in(decision):
    """The meeting that decided it; none did yet where no day stands."""
    return (decision.decided_in_id or decision.meeting_id) if decision.decided_on else None
