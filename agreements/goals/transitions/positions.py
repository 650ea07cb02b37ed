"""Where a party stands on a theory of change: its own word, or one given on its behalf."""

from django.db import transaction

from agreements.goals.transitions.theory import THEORIES


@transaction.atomic
def state_position(*, theory, by, **said):
    """A representative speaks for the party; the coordinator only where it has not spoken.

    `said`: party, stance, reason, the version that was seen, the day.
    """
    return THEORIES.state(theory, by=by, **said)


@transaction.atomic
def confirm_position(*, consent, by, seen="", on=None):
    """The party stands by what was stated on its behalf."""
    return THEORIES.confirm(consent, by=by, seen=seen, on=on)
