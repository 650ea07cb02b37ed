"""Who may carry an import on: whoever may write what it writes."""

import rules

from actors.importing.registry import KINDS


@rules.predicate
def may_write_its_rows(user, run):
    kind = KINDS.get(run.kind) if run is not None else None
    return kind is not None and kind.may(user, kind.subject_of(run))


rules.add_perm("actors.carry_out_import", may_write_its_rows)
