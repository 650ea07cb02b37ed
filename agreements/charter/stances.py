"""Where a party stands on something it is asked about; silence is a word of its own.

A theory of change, the definition of the problem and a decision are all asked about in this way:
one row for each party, which the party states itself, or which is given on its behalf and marked
until the party confirms it.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from agreements.charter.kinds import Voice
from agreements.charter.models import Party
from collabgov.kit.models import SampleMarked, Timestamped


class Stance(TextChoices):
    """What a party says; silence is not agreement."""

    SUPPORT = "support", _("Supports")
    ACCEPT = "accept", _("Accepts")
    STAND_ASIDE = "stand_aside", _("Stands aside")
    OBJECT = "object", _("Objects")
    NOT_STATED = "not_stated", _("Not stated yet")


STANCE_NOTES = {
    Stance.SUPPORT: _("it is ours too"),
    Stance.ACCEPT: _("we can live and work with it"),
    Stance.STAND_ASIDE: _("not ours, but we do not stop it"),
    Stance.OBJECT: _("not like this; the reason says why"),
}
SILENT = (Stance.NOT_STATED, Stance.OBJECT)
FOR_IT = (Stance.SUPPORT, Stance.ACCEPT)


def deciding(collaboration, *, today=None):
    """The parties whose word is asked for on that day; who is only consulted is not."""
    rows = Party.objects.current(today=today).filter(collaboration=collaboration)
    return rows.filter(voice=Voice.DECIDES)


def deciding_on(collaboration, day):
    """The parties whose word was asked for on that day, whatever became of them since.

    Every count of silence goes by it: who joined later was not silent, who left later was there.

    Args:
        collaboration: the record, its id, or an expression of the rows outside.
        day: a date, or such an expression.
    """
    rows = Party.objects.there_on(day).filter(collaboration=collaboration)
    return rows.filter(voice=Voice.DECIDES)


class PartyStance(Timestamped, SampleMarked):
    """Where one party stands on the record that the subclass names; an objection has a reason."""

    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="%(class)ss", verbose_name=_("party")
    )
    stance = models.CharField(
        _("position"), max_length=12, choices=Stance, default=Stance.NOT_STATED
    )
    reason = models.TextField(_("reason"), blank=True)
    stated_on = models.DateField(_("stated on"), null=True, editable=False)
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("stated by"),
    )
    is_on_behalf = models.BooleanField(
        _("stated on behalf, not yet confirmed by the party"), default=False, editable=False
    )

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.party}: {Stance(self.stance).label}"


def stance_constraints(name, *, about):
    """The rules of such a table; `name` begins theirs, `about` is what each party has one on."""
    return [
        models.UniqueConstraint(
            fields=[about, "party"],
            name=f"{name}_once",
            violation_error_message=_("This party has a position already."),
        ),
        models.CheckConstraint(
            name=f"{name}_objection_has_a_reason",
            condition=~Q(stance=Stance.OBJECT) | ~Q(reason=""),
            violation_error_code="reason",
            violation_error_message=_("Say what the objection is."),
        ),
        models.CheckConstraint(
            name=f"{name}_stated_by_somebody",
            condition=Q(stance=Stance.NOT_STATED, stated_on=None, stated_by=None)
            | (~Q(stance=Stance.NOT_STATED) & Q(stated_on__isnull=False)),
        ),
        models.CheckConstraint(
            name=f"{name}_stance_is_known", condition=Q(stance__in=Stance.values)
        ),
    ]
