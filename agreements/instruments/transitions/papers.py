"""The documents of an agreement: attach and detach."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import require_reason
from agreements.documents.holding import require_standing
from agreements.documents.kinds import DocumentKind
from agreements.documents.transitions import add_document
from agreements.instruments.guards import missing_documents
from agreements.instruments.kinds import DocumentRole
from agreements.instruments.models import AgreementDocument
from agreements.instruments.states import PATH, AgreementState
from agreements.instruments.transitions.beginning import come_into_force
from agreements.instruments.transitions.moving import lock_agreement, lock_part, log, save
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

S, R = AgreementState, DocumentRole
KINDS = {
    R.TEXT: DocumentKind.AGREEMENT,
    R.SIGNED_COPY: DocumentKind.SIGNED_COPY,
    R.LETTER: DocumentKind.LETTER,
    R.LEGISLATURE: DocumentKind.LEGISLATURE_APPROVAL,
    R.WORK_PLAN: DocumentKind.PLAN,
    R.TERMINATION: DocumentKind.TERMINATION_LETTER,
}


@transaction.atomic
def attach_document(
    *, agreement, by, role, document=None, file=None, title="", requirement=None, party=None
):
    """A document of the collaboration, or a new file, becomes one of the agreement.

    When a signed agreement waited for nothing but this one, it is in force now.
    """
    fresh = lock_agreement(agreement)
    paper = attach(
        fresh,
        by=by,
        role=role,
        document=document,
        file=file,
        title=title,
        requirement=requirement,
        party=party,
    )
    if not come_into_force(fresh, by=by):
        save(fresh)
    return paper


def attach(
    agreement, *, by, role, document=None, file=None, title="", requirement=None, party=None
):
    """The same for an agreement that is locked already."""
    if requirement is not None and requirement.type_id != agreement.type_id:
        raise Refused(_("This kind of agreement does not ask for that document."))
    if party is not None and party.agreement_id != agreement.pk:
        raise Refused(_("This party is not in the agreement."))
    found = document_for(
        agreement,
        by=by,
        kind=KINDS.get(R(role), DocumentKind.OTHER),
        document=document,
        file=file,
        title=title or str(requirement or R(role).label),
    )
    paper = AgreementDocument(
        agreement=agreement,
        document=found,
        role=role,
        requirement=requirement,
        party=party,
        is_sample=agreement.is_sample,
    )
    save_checked(paper)
    log(agreement, "document_added", by=by, subject=found)
    return paper


def document_for(agreement, *, by, kind, document, file, title, field="file"):
    """The document that was chosen, or one made of the file that was handed in."""
    if document is not None:
        if document.collaboration_id != agreement.collaboration_id:
            raise Refused(_("This document belongs to another collaboration."))
        require_standing(document)
        return document
    if file is None:
        raise ValidationError({field: _("Choose a document or a file.")})
    return add_document(
        collaboration=agreement.collaboration,
        by=by,
        kind=kind,
        title=title[:200],
        file=file,
        is_sample=agreement.is_sample,
    )


@transaction.atomic
def detach_document(*, paper, by, reason):
    """It was attached in error; what the agreement rests on stays."""
    reason = require_reason(reason)
    fresh, agreement = lock_part(paper)
    name, document = str(fresh), fresh.document
    if fresh.role == R.TERMINATION and agreement.termination_decided_on:
        raise Refused(_("The termination rests on this letter."))
    if fresh.role == R.LEGISLATURE and agreement.legislature_approved_on:
        raise Refused(_("The approval of the legislature rests on this letter."))
    before = missing_documents(agreement, _reached(agreement))
    fresh.delete()
    if len(missing_documents(agreement, _reached(agreement))) > len(before):
        raise Refused(_("The agreement could not be where it is without “%s”.") % document)
    if agreement.is_registered and not agreement.papers.filter(role=R.SIGNED_COPY).exists():
        raise Refused(_("A registered agreement keeps its signed document."))
    save(agreement)
    log(agreement, "document_removed", by=by, subject=name, note=reason)
    return agreement


def _reached(agreement):
    """The furthest state that asked for documents."""
    if agreement.state in PATH:
        return agreement.state
    return S.READY_TO_SIGN if agreement.state == S.PARTLY_SIGNED else S.IN_FORCE
