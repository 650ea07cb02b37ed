"""Moves between states: which may follow which."""

from django.utils.translation import gettext as _

from collabgov.kit.errors import IllegalMove


def require_move(moves, *, current, target):
    """Raise IllegalMove unless `moves` (state → set of states) lets `current` become `target`."""
    if target not in moves.get(current, frozenset()):
        raise IllegalMove(
            _("“%(current)s” cannot become “%(target)s”.")
            % {"current": current.label, "target": target.label}
        )
