"""The two records of a merge, locked so that nobody else merges or edits them meanwhile."""

from django.utils.translation import gettext as _

from actors.duplicates.fields import REGISTERS
from actors.duplicates.kinds import Kind
from actors.organizations.transitions import lock_the_tree
from collabgov.kit.errors import Refused


def lock_pair(kind, keep, away, *, merged=False):
    """Both rows, the kept one first; refused for what is no pair of the register.

    Always in the same order, so that A into B and B into A wait for each other. New rows that
    name them may still come: their keys do not change. With `merged`, the second one is part
    of the first already (a merge is taken back).
    """
    if keep == away:
        raise Refused(_("Choose two different records of the register."))
    model = REGISTERS[Kind(kind)]
    lock_the_tree()
    found = model.everything.select_for_update(of=("self",), no_key=True)
    rows = {row.pk: row for row in found.filter(pk__in=(keep, away)).order_by("pk")}
    if len(rows) < 2:
        raise Refused(_("Choose two different records of the register."))
    for pk in (keep, away):
        if rows[pk].merged_into_id is not None and not (merged and pk == away):
            text = _("“%(name)s” was already merged into another record.")
            raise Refused(text % {"name": rows[pk]})
    return rows[keep], rows[away]
