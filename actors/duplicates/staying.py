"""What a merge joined and somebody changed since: that stays joined when the merge is taken back.

Else an undo would bring back rights that were ended after the merge.
"""

from django.utils.translation import gettext as _

from actors.duplicates import steps

NOT_COMPARED = frozenset({"version", "updated_at"})


def note_joined(written):
    """At the end of a merge: what each removed row is part of, and what that row says then."""
    gone = {steps.key_of(step): step for step in removed_in(written)}
    for step in gone.values():
        while further := gone.get((step["model"], step["into"])):
            step["into"] = further["into"]
        step["left"] = _says(steps.model_of(step)._base_manager, step["into"])


def changed_since(written):
    """Removed rows whose joined row somebody changed or removed, each with a sentence about it."""
    found = {}
    for step in removed_in(written):
        if step["into"] is None:  # it became part of nothing, so nothing of it was changed
            continue
        rows = steps.model_of(step)._base_manager.select_for_update(no_key=True, of=("self",))
        now = _says(rows, step["into"])
        if now is None:
            text = _("%(kind)s no. %(into)s is gone; no. %(row)s does not come back.")
        elif any(now[name] != value for name, value in step["left"].items() if name in now):
            text = _("%(kind)s no. %(into)s was changed since; no. %(row)s stays part of it.")
        else:
            continue
        found[steps.key_of(step)] = text % steps.about(step)
    return with_what_hangs_on(found, written)


def with_what_hangs_on(found, written):
    """The same, and the removed rows that cannot stand without those or share their joined row."""
    staying, more = dict(found), True
    while more:
        joined = joined_rows(staying, written)
        more = [step for step in removed_in(written) if _hangs_on(step, staying, joined)]
        text = _("%(kind)s no. %(row)s stays part of no. %(into)s as well.")
        staying |= {steps.key_of(step): text % steps.about(step) for step in more}
    return staying


def joined_rows(staying, written):
    """The rows that such rows stay part of: they go on saying what both said."""
    return {
        (step["model"], step["into"])
        for step in removed_in(written)
        if steps.key_of(step) in staying
    }


def removed_in(written):
    return [step for step in written if step["what"] == steps.REMOVED]


def _hangs_on(step, staying, joined):
    if steps.key_of(step) in staying:
        return False
    is_shared = (step["model"], step["into"]) in joined
    return is_shared or any(named in staying for named in steps.named_by(step))


def _says(rows, pk):
    row = rows.filter(pk=pk).first()
    if row is None:
        return None
    return {name: value for name, value in steps.values_of(row).items() if name not in NOT_COMPARED}
