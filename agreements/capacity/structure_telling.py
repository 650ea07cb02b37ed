"""What structures, roles and responsibilities add to the history of a collaboration."""

from agreements.capacity.models import ArrangementChange
from agreements.capacity.structure_page import line_of
from agreements.charter.history import also_told


@also_told
def arrangements(collaboration, *, most):
    rows = ArrangementChange.objects.filter(collaboration=collaboration).for_page()
    return [line_of(row) for row in rows[:most]]
