"""On which laws and regulations an agreement rests."""

from django.db import transaction

from agreements.instruments.models import AgreementLegalBasis
from agreements.instruments.transitions.moving import (
    lock_agreement,
    lock_part,
    log,
    require_open_text,
    save,
)
from collabgov.kit.models import save_checked


@transaction.atomic
def add_legal_basis(*, agreement, by, legal_basis, article=""):
    fresh = lock_agreement(agreement)
    require_open_text(fresh)
    basis = AgreementLegalBasis(
        agreement=fresh,
        legal_basis=legal_basis,
        article=" ".join(article.split()),
        is_sample=fresh.is_sample,
    )
    save_checked(basis)
    save(fresh)
    log(fresh, "basis_added", by=by, subject=basis)
    return basis


@transaction.atomic
def remove_legal_basis(*, basis, by):
    fresh, agreement = lock_part(basis)
    require_open_text(agreement)
    name = str(fresh)
    fresh.delete()
    save(agreement)
    log(agreement, "basis_removed", by=by, subject=name)
    return agreement
