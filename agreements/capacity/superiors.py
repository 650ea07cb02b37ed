"""Who stands above two organizations: the nearest one that both belong to."""

from actors.models import Organization

MOST_LEVELS = 12


def common_superior(one, other):
    """The nearest organization above both, or None; neither of the two is above itself."""
    first, second = _above(one), _above(other)
    return next((each for each in first if each in second), None)


def _above(organization):
    """Those above it, the nearest first; a circle in the register ends the climb."""
    found, parent_id = [], organization.parent_id
    while parent_id is not None and len(found) < MOST_LEVELS:
        parent = Organization.everything.get(pk=parent_id)
        if parent in found:
            break
        found.append(parent)
        parent_id = parent.parent_id
    return found
