"""Where a party stands on a theory of change: its own word, or one given on its behalf."""

from django.db import transaction

from agreements.goals.transitions.theory import THEORIES


@transaction.atomic
def state_position(*, theory, party, by, stance, reason="", on=None):
    """A representative speaks for the party; the coordinator only where it has not spoken."""
    return THEORIES.state(theory, party=party, by=by, stance=stance, reason=reason, on=on)


@transaction.atomic
def confirm_position(*, consent, by, on=None):
    """The party stands by what was stated on its behalf."""
    return THEORIES.confirm(consent, by=by, on=on)
