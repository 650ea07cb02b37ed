"""How pledges, guidelines and trainings are merged when two organizations turn out to be one."""

from django.db.models import F, Q
from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, Plain, register, register_notice
from actors.duplicates.work import Line
from actors.organizations.models import Organization
from agreements.capacity.models import Delivery, Training

MOST_NAMED = 20


class ToAnother:
    """Who has pledged something to the other one is not the same: the merge says so first."""

    def __init__(self, other):
        self.other = other

    def carry_out(self, work, reference, target, source):
        crossed = list(reference.rows(source).filter(**{self.other: target}))
        for pledge in crossed:
            text = _("“%(pledge)s” is pledged by one of the two to the other: they are not one.")
            work.refuse(text % {"pledge": pledge}, pledge.get_absolute_url())
        if not crossed:
            Plain().carry_out(work, reference, target, source)


class ConfirmedByAnother:
    """What one of the two brought, the other one has confirmed: they are not the same."""

    def carry_out(self, work, reference, target, source):
        ours = Q(confirmed_for=source, pledge__giver=target)
        theirs = Q(confirmed_for=target, pledge__giver=source)
        crossed = list(Delivery.objects.filter(ours | theirs).select_related("pledge"))
        for row in crossed:
            text = _("“%(pledge)s” was brought by one of the two and confirmed for the other.")
            work.refuse(text % {"pledge": row.pledge}, row.get_absolute_url())
        if not crossed:
            Plain().carry_out(work, reference, target, source)


register("agreements.pledge", "giver", ToAnother("receiver"))
register("agreements.pledge", "receiver", ToAnother("giver"))
register("agreements.delivery", "confirmed_for", ConfirmedByAnother())


@register_notice
def own_deliveries(kept, away):
    """Deliveries of one that somebody of the other confirmed: afterwards it is one organization."""
    if not isinstance(kept, Organization):
        return
    pair = (kept.pk, away.pk)
    crossed = Delivery.objects.filter(
        Q(pledge__giver__in=pair) & Q(confirmed_by__organization__in=pair)
    ).exclude(pledge__giver=F("confirmed_by__organization"))
    for delivery in crossed.select_related("pledge").distinct()[:MOST_NAMED]:
        text = _("“%(pledge)s” was confirmed by the other one. The confirmation stays.")
        yield Line(text % {"pledge": delivery.pledge}, delivery.get_absolute_url())


class TaughtAnother:
    """Who has trained the other one is not the same: the merge says so first."""

    def carry_out(self, work, reference, target, source):
        pairs = Q(giver=source, receivers__organization=target)
        pairs |= Q(giver=target, receivers__organization=source)
        crossed = list(Training.objects.filter(pairs).distinct())
        for training in crossed:
            text = _("“%(training)s” was given by one of the two to the other: they are not one.")
            line = Line(text % {"training": training}, training.get_absolute_url())
            if line not in work.refused:  # both columns ask the same
                work.refused.append(line)
        if not crossed:
            self.move(work, reference, target, source)

    def move(self, work, reference, target, source):
        Plain().carry_out(work, reference, target, source)


class TaughtOnce(TaughtAnother):
    """Both received the same training: afterwards it is one organization that received it."""

    def move(self, work, reference, target, source):
        once = Join(says=_twice_taught, same=("training",))
        once.carry_out(work, reference, target, source)


def _twice_taught(row):
    text = _("“%(training)s” was received by both: it is received once.")
    return Line(text % {"training": row.training}, row.training.get_absolute_url())


class NumberedOnce:
    """Two guidelines of one kind with the same number cannot be issued by one organization."""

    def carry_out(self, work, reference, target, source):
        theirs = {_number(row): row for row in reference.rows(target) if row.number}
        met = [row for row in reference.rows(source) if row.number and _number(row) in theirs]
        for row in met:
            text = _("“%(guideline)s” has the number of one that the other issued.")
            work.refuse(text % {"guideline": row}, row.get_absolute_url())
        if not met:
            Plain().carry_out(work, reference, target, source)


def _number(row):
    return (row.collaboration_id, row.kind, row.number)


register("agreements.training", "giver", TaughtAnother())
register("agreements.trainingreceiver", "organization", TaughtOnce())
register("agreements.guideline", "owner", NumberedOnce())
