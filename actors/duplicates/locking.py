"""The two records of a merge, locked so that nobody merges, edits or newly names them meanwhile."""

from contextlib import contextmanager

from django.db import OperationalError, connection
from django.utils.translation import gettext as _
from psycopg.errors import DeadlockDetected, LockNotAvailable

from actors.accounts.models import User
from actors.accounts.own_gain import OWN_AFFAIR
from actors.duplicates.fields import REGISTERS
from actors.duplicates.kinds import Kind
from actors.duplicates.models import Merge
from actors.duplicates.rules import is_own_affair
from actors.organizations.transitions import lock_the_tree
from collabgov.kit.errors import Refused

PATIENCE = "800ms"  # less than the second after which PostgreSQL ends one of two that wait


def lock_pair(kind, keep, away, *, by, merged=False):
    """Both rows, the kept one first; refused for what is no pair of the register.

    Merges come one after another, by the lock of the tree. New rows that name the kept record may
    come meanwhile. Whoever is writing one that names the other is waited for, so that it moves
    along; whoever comes later waits, and names the kept one (the triggers `follow_merge_*`).
    Neither is a record of `by`, as their account stands once nobody changes it any more.
    With `merged`, the second one is part of the first already (a merge is taken back).
    """
    if keep == away:
        raise Refused(_("Choose two different records of the register."))
    everything = REGISTERS[Kind(kind)].everything
    lock_the_tree()
    _be_patient(PATIENCE)
    kept = everything.select_for_update(of=("self",), no_key=True).filter(pk=keep).first()
    gone = everything.select_for_update(of=("self",)).filter(pk=away).first()
    if kept is None or gone is None:
        raise Refused(_("Choose two different records of the register."))
    for row in (kept, gone):
        if row.merged_into_id is not None and not (merged and row == gone):
            text = _("“%(name)s” was already merged into another record.")
            raise Refused(text % {"name": row})
    _refuse_own_affair(Merge(kind=kind, kept_id=keep, away_id=away), by)
    return kept, gone


def _be_patient(duration):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [duration])


def _refuse_own_affair(merge, by):
    """An admin could take the rights of another person or organization for themself."""
    account = User.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)
    if is_own_affair(account, merge):
        raise Refused(_(OWN_AFFAIR))


@contextmanager
def first_come():
    """Whoever is saving something goes first: a merge that would keep them waiting steps back.

    The short patience that `lock_pair` sets ends with the block, not with the transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('lock_timeout')")
        (before,) = cursor.fetchone()
    try:
        yield
        if not connection.needs_rollback:  # going back ends it as well
            _be_patient(before)
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
            raise
        text = _("Somebody is saving something about one of the two. Try again in a moment.")
        raise Refused(text) from error
