"""How invitations of one human being are merged, and assessments of one organization."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, Plain, register
from actors.duplicates.work import Line
from agreements.motivation.states import WaveState


def _line(row):
    text = _("Both are asked in the pulse “%(wave)s”: one invitation remains.")
    return Line(text % {"wave": row.wave}, row.wave.get_absolute_url())


class AskedOnce(Join):
    """While a pulse is open nothing is joined: the merge would write down who has answered."""

    def carry_out(self, work, reference, target, source):
        theirs = set(reference.rows(target).values_list("wave", flat=True))
        open_rows = reference.rows(source).filter(wave__in=theirs, wave__state=WaveState.OPEN)
        for row in open_rows.select_related("wave"):
            text = _("Both are asked in the pulse “%(wave)s”. Merge them once it is closed.")
            work.refuse(text % {"wave": row.wave}, row.wave.get_absolute_url())
        if not open_rows:
            super().carry_out(work, reference, target, source)


class NobodysTurn:
    """Only invitations of waves that are not open are joined, and those have no turn."""

    def carry_out(self, work, reference, target, source):
        for row in reference.rows(source):
            text = _("Both are asked in the pulse “%(wave)s”. Merge them once it is closed.")
            work.refuse(text % {"wave": row.invitation.wave}, "")


class AssessedOnce:
    """Two assessments in one year cannot be one: their figures were counted apart and stay.

    Nor are two open at once.
    """

    def carry_out(self, work, reference, target, source):
        waiting = reference.rows(source).filter(state=WaveState.OPEN).first()
        if waiting and reference.rows(target).filter(state=WaveState.OPEN).exists():
            text = _("“%(wave)s”: both organizations are asking their people now. Close one first.")
            work.refuse(text % {"wave": waiting}, waiting.get_absolute_url())
            return
        years = {row.opens_on.year for row in reference.rows(target)}
        both = [row for row in reference.rows(source) if row.opens_on.year in years]
        for row in both:
            text = _(
                "“%(wave)s”: both organizations have assessed themselves in this year. What was"
                " counted of each stays as it is, so these two records cannot become one."
            )
            work.refuse(text % {"wave": row}, row.get_absolute_url())
        if not both:
            Plain().carry_out(work, reference, target, source)


register("agreements.pulseinvitation", "person", AskedOnce(same=("wave",), says=_line))
register("agreements.pulseturn", "invitation", NobodysTurn())
register("agreements.pulsewave", "organization", AssessedOnce())
