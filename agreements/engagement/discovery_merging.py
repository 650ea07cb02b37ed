"""How statements, contributions and proposals are merged when two parties turn out to be one."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, Plain, register
from actors.duplicates.work import Line
from agreements.engagement.models import Acknowledgement

LEAST = 2


def _own_line(statement):
    text = _("Understood “%(statement)s” of the other: of oneself it is no sign any more.")
    return Line(text % {"statement": _short(statement)}, statement.get_absolute_url())


def _short(record):
    text = str(record)
    return text if len(text) <= 80 else f"{text[:79]}…"


class Understood:
    """Two words about one statement become one; one about the other's own goes."""

    def carry_out(self, work, reference, target, source):
        rows = reference.rows(source).select_related("statement")
        for row in rows.filter(statement__party=target):
            work.joined.append(_own_line(row.statement))
            work.remove(row)
        settle = Join(same=("statement",), settle=_note_says, says=_heard_line)
        settle.carry_out(work, reference, target, source)


class Stated:
    """The statements move; what the kept party had understood of them is its own now."""

    def carry_out(self, work, reference, target, source):
        own = Acknowledgement._base_manager.filter(party=target, statement__party=source)
        for row in own.select_related("statement").order_by("pk"):
            work.joined.append(_own_line(row.statement))
            work.remove(row)
        Plain().carry_out(work, reference, target, source)


def _note_says(target, source):
    return {"note": target.note or source.note}


def _heard_line(row):
    text = _("Both understood “%(statement)s”: that is said once.")
    return Line(text % {"statement": _short(row.statement)}, row.statement.get_absolute_url())


class Contributed:
    """Two contributions to one finding become one, where two other parties stay beside it."""

    def carry_out(self, work, reference, target, source):
        theirs = set(reference.rows(target).values_list("finding", flat=True))
        both = reference.rows(source).filter(finding__in=theirs).select_related("finding")
        alone = [row for row in both if row.finding.contributions.count() <= LEAST]
        for row in alone:
            text = _(
                "Only these two contributed to “%(finding)s”: a finding of one is no joint"
                " finding. Add another party first."
            )
            work.refuse(text % {"finding": _short(row.finding)}, row.finding.get_absolute_url())
        if not alone:
            settle = Join(same=("finding",), settle=_brought_says, says=_brought_line)
            settle.carry_out(work, reference, target, source)


def _brought_says(target, source):
    notes = dict.fromkeys(note for note in (target.note, source.note) if note)
    return {"note": "\n".join(notes)}


def _brought_line(row):
    text = _("Both contributed to “%(finding)s”: one contribution remains.")
    return Line(text % {"finding": _short(row.finding)}, row.finding.get_absolute_url())


class Proposed:
    """Nobody proposes something to themselves: what lay between the two is for all."""

    def __init__(self, other):
        self.other = other

    def carry_out(self, work, reference, target, source):
        for row in reference.rows(source).filter(**{self.other: target}):
            work.change(row, to_party_id=None, is_on_behalf=False)
            text = _("“%(proposal)s” was between the two: it is addressed to all from then on.")
            work.joined.append(Line(text % {"proposal": _short(row)}, row.get_absolute_url()))
        Plain().carry_out(work, reference, target, source)


register("agreements.acknowledgement", "party", Understood())
register("agreements.intereststatement", "party", Stated())
register("agreements.findingcontribution", "party", Contributed())
register("agreements.proposal", "from_party", Proposed("to_party"))
register("agreements.proposal", "to_party", Proposed("from_party"))
