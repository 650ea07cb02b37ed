"""What an amendment does to clauses: say another one, add one, take one out."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.instruments.kinds import ChangeOf
from agreements.instruments.models import AmendmentChange, Clause
from agreements.instruments.transitions.amending import lock_draft
from agreements.instruments.transitions.clauses import require_own_party, tidy
from agreements.instruments.transitions.in_effect import name_of
from agreements.instruments.transitions.moving import log
from agreements.instruments.wire import pack_clause
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def change_clause(*, amendment, by, clause, **fields):
    """The clause as it will be; told the same as it is now, the change is dropped."""
    fresh, agreement = lock_draft(amendment)
    now = _own_clause(agreement, clause)
    wanted = Clause(agreement=agreement, position=now.position, **_said(now, fields))
    _check(wanted)
    row = AmendmentChange.objects.filter(amendment=fresh, clause=now).first()
    if pack_clause(now) == pack_clause(wanted):
        if row is not None:
            row.delete()
        return _done(fresh, agreement, None, by=by)
    row = row or AmendmentChange(amendment=fresh, clause=now, is_sample=fresh.is_sample)
    row.of, row.before, row.after = ChangeOf.CLAUSE, pack_clause(now), pack_clause(wanted)
    return _done(fresh, agreement, row, by=by)


def _said(clause, fields):
    return {name: getattr(clause, name) for name in pack_clause(clause)} | tidy(fields)


@transaction.atomic
def new_clause(*, amendment, by, **fields):
    """A clause that the agreement will have besides; sent twice, it is added once."""
    fresh, agreement = lock_draft(amendment)
    wanted = Clause(agreement=agreement, **tidy(fields))
    _check(wanted)
    said = {"amendment": fresh, "of": ChangeOf.NEW_CLAUSE, "after": pack_clause(wanted)}
    same = AmendmentChange.objects.filter(amendment=fresh, of=ChangeOf.NEW_CLAUSE)
    if twin := next((row for row in same if row.after == said["after"]), None):
        return twin
    return _done(fresh, agreement, AmendmentChange(is_sample=fresh.is_sample, **said), by=by)


@transaction.atomic
def take_out_clause(*, amendment, by, clause):
    """A clause that the agreement will no longer have."""
    fresh, agreement = lock_draft(amendment)
    now = _own_clause(agreement, clause)
    row = AmendmentChange.objects.filter(amendment=fresh, clause=now).first()
    row = row or AmendmentChange(amendment=fresh, clause=now, is_sample=fresh.is_sample)
    row.of, row.before, row.after = ChangeOf.NO_CLAUSE, pack_clause(now), None
    return _done(fresh, agreement, row, by=by)


def _own_clause(agreement, clause):
    if clause.agreement_id != agreement.pk or clause.is_removed:
        raise Refused(_("This clause is not in the agreement."))
    return Clause.objects.select_for_update().get(pk=clause.pk)


def _check(clause):
    require_own_party(clause)
    clause.full_clean(exclude=["agreement"])


def _done(amendment, agreement, row, *, by):
    if row is not None:
        save_checked(row)
    amendment.version += 1
    save_checked(amendment)
    log(agreement, "amendment_edited", by=by, subject=name_of(amendment))
    return row
