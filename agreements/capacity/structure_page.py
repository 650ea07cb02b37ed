"""What the pages of structures show: the tree, who leads in it, what is vacant, what happened."""

from dataclasses import dataclass, field

from agreements.capacity.leadership_gaps import leadership_of, trouble_of
from agreements.capacity.models import ArrangementChange, RoleAssignment, Structure
from agreements.charter.history import Line

FEW = 5  # lines of a history that are shown at once


@dataclass
class Branch:
    """A structure, its roles of today and later, and the structures that are part of it."""

    structure: Structure
    roles: list = field(default_factory=list)
    parts: list = field(default_factory=list)


def structures_of(collaboration):
    structures = list(Structure.objects.filter(collaboration=collaboration).for_tree())
    roles = list(RoleAssignment.objects.filter(collaboration=collaboration).for_list())
    standing = [body for body in structures if not body.is_over]
    return {
        "tree": _tree(standing, roles),
        "former_structures": [body for body in structures if body.is_over],
        **_split([row for row in roles if row.structure_id is None]),
        "leadership": leadership_of(collaboration, structures=structures, roles=roles),
    }


def structure_facts(structure):
    roles = structure.roles.for_list()
    parts = structure.parts.for_tree()
    lines = [
        line_of(change) for change in ArrangementChange.objects.of_structure(structure).for_page()
    ]
    return {
        **_split(roles),
        "parts": [part for part in parts if not part.is_over],
        "former_parts": [part for part in parts if part.is_over],
        "history": lines[:FEW],
        "older_history": lines[FEW:],
    }


def _tree(structures, roles):
    """Those at the top; what is part of one that has ended stands at the top too."""
    branches = {body.pk: Branch(body) for body in structures}
    for row in roles:
        if row.structure_id in branches and not row.is_over:
            branches[row.structure_id].roles.append(_with_trouble(row))
    top = []
    for branch in branches.values():
        above = branches.get(branch.structure.parent_id)
        (above.parts if above else top).append(branch)
    return top


def _split(roles):
    now = [_with_trouble(row) for row in roles if not row.is_over]
    return {"roles": now, "former_roles": [row for row in roles if row.is_over]}


def _with_trouble(row):
    row.trouble = trouble_of(row) if row.is_running else ""
    return row


def line_of(change):
    what = change.get_event_display()
    return Line(what, change.subject, change.note, str(change.made_by), change.made_at)
