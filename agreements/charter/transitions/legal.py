"""Keep the register of legal bases, and say which of them a collaboration rests on."""

from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Lower

from agreements.charter.kinds import CharterEvent
from agreements.charter.legal import CollaborationLegalBasis, LegalBasis
from agreements.charter.transitions.locking import lock_open, lock_row, log
from collabgov.kit.access import require_rule
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago

LOADING = 7_602_003  # an advisory lock: two servers that start at once load one after the other
VERIFYING = ("is_verified", "verified_note")


@dataclass(frozen=True)
class Loaded:
    """What a loading did, in numbers of legal bases."""

    added: int
    there: int


@transaction.atomic
def add_legal_basis(*, by, is_sample=False, **fields):
    """Put a rule on the register; only an admin marks it verified. Sent twice, it adds one."""
    require_rule(by, "agreements.add_legal_basis")
    _require_may_verify(by, None, fields)
    said = {**fields, "added_by": by}
    if twin := made_a_moment_ago(LegalBasis.objects, when="created_at", **said):
        return twin
    return save_checked(LegalBasis(is_sample=is_sample, **said))


@transaction.atomic
def edit_legal_basis(*, legal_basis, by, version, **fields):
    """Correct what is known about a rule; EditConflict when the form is older."""
    fresh = lock_row(legal_basis)
    require_rule(by, "agreements.edit_legal_basis", fresh)
    _require_may_verify(by, fresh, fields)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    return save_checked(fresh)


def _require_may_verify(by, saved, fields):
    was = saved or LegalBasis()
    if any(name in fields and fields[name] != getattr(was, name) for name in VERIFYING):
        require_rule(by, "agreements.verify_legal_basis", saved)


@transaction.atomic
def load_legal_bases(*, entries):
    """Add what the supplied list has and the register has not; what is there is never changed.

    An entry is known again by its key, whatever an admin made of the row, and otherwise by its
    level, number, year and issuer.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOADING])
    added = 0
    for key, fields in entries.items():
        same = Q(list_key=key) | Q(
            level=fields["level"],
            number_lower=fields["number"].lower(),
            year=fields["year"],
            issuer_lower=fields["issuer"].lower(),
        )
        rows = LegalBasis.objects.alias(number_lower=Lower("number"), issuer_lower=Lower("issuer"))
        if not rows.filter(same).exists():
            save_checked(LegalBasis(list_key=key, **fields))
            added += 1
    return Loaded(added, len(entries) - added)


@transaction.atomic
def rest_on(*, collaboration, legal_basis, by, is_sample=False, **fields):
    """The collaboration rests on this rule; `fields`: article, note. Sent twice, it adds one."""
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, "legal_basis": legal_basis, **fields}
    links = CollaborationLegalBasis.objects
    if twin := made_a_moment_ago(links, when="created_at", **said):
        return twin
    link = save_checked(CollaborationLegalBasis(is_sample=is_sample, **said))
    log(fresh, CharterEvent.BASIS_ADDED, by=by, subject=link)
    return link


@transaction.atomic
def rest_on_no_longer(*, link, by):
    """It was named in error, or fell away; the rule stays on the register."""
    collaboration = lock_open(link.collaboration_id)
    fresh = lock_row(link)
    log(collaboration, CharterEvent.BASIS_REMOVED, by=by, subject=fresh)
    fresh.delete()
    return collaboration
