"""What the page of an agreement shows, read in a fixed number of queries."""

from django.db.models import Prefetch

from agreements.action.clause_changes import mark_commitments
from agreements.action.models import Commitment
from agreements.charter.rules import represented_organizations
from agreements.instruments.difference import difference
from agreements.instruments.family import is_left_behind
from agreements.instruments.guards import is_meant, is_only_for_legislature, missing_next
from agreements.instruments.hints import hints_of
from agreements.instruments.kinds import Benefit, SigningItem
from agreements.instruments.lines import history_of
from agreements.instruments.models import AgreementDocument, Clause, Signature
from agreements.instruments.overlaps import overlapping
from agreements.instruments.rules import coordinates_it
from agreements.instruments.signed import signature_of, waits_for_word
from agreements.instruments.standing import standing_of
from agreements.instruments.states import (
    AFTER_WRITING,
    BINDING,
    OPEN_AMENDMENT,
    PREPARING,
    SIGNING,
    AgreementState,
    AmendmentState,
)
from agreements.instruments.strip import days_here, lost_its_stage, strip_of
from agreements.instruments.typing_in import text_is_open
from agreements.instruments.waiting import waiting_of
from agreements.instruments.ways import address, ways_of


class Reader:
    """What this user is to this agreement: two questions to the database for the whole page."""

    def __init__(self, user, agreement):
        self.user = user
        self.runs_it = coordinates_it(user, agreement)
        self.spoken_for = represented_organizations(user, agreement.collaboration_id)

    def speaks_for(self, place):
        return place.party.organization_id in self.spoken_for

    def may_promise(self, clause):
        """Whoever owes it, or the coordinator; see `promise_obligation` among the rules."""
        return self.runs_it or (clause.owed_by is not None and self.speaks_for(clause.owed_by))

    def may_drop(self, agreement):
        """Whether the request to terminate is theirs to drop; asked only where there is one."""
        is_asked = agreement.state in BINDING and agreement.termination_asked_on
        return bool(is_asked) and self.user.has_perm("agreements.drop_termination", agreement)

    def is_party(self, agreement):
        return any(self.speaks_for(place) for place in agreement.parties.all())


def facts_of(agreement, user):
    """Everything on the page, section by section."""
    reader = Reader(user, agreement)
    amendments = list(agreement.amendments.all())
    open_one = next((row for row in amendments if row.state in OPEN_AMENDMENT), None)
    changes = list(agreement.changes.for_list())
    renewals = _with_standing(agreement.renewals.for_register())
    agreement.is_renewed = any(row.state != AgreementState.ABANDONED for row in renewals)
    agreement.standing = standing_of(agreement)
    may_edit = reader.runs_it
    return {
        "strip": strip_of(agreement, changes),
        "lost_its_stage": lost_its_stage(agreement),
        "waiting": waiting_of(agreement),
        "days_here": days_here(agreement),
        "missing": missing_next(agreement) if may_edit else [],
        "hints": hints_of(agreement) if may_edit else [],
        "overlapping": overlapping(agreement) if agreement.state in PREPARING else [],
        "ways": _ways(agreement, reader, open_one),
        "open_amendment": open_one,
        "places": places_of(agreement, reader, open_one),
        **_clauses(agreement, reader, [row for each in amendments for row in each.changes.all()]),
        "children": _with_standing(agreement.children.for_register().live_first()),
        "renewals": renewals,
        "amendments": [(row, difference(row)) for row in reversed(amendments)],
        **_documents(agreement, reader),
        "bases": list(agreement.bases.select_related("legal_basis")),
        "history": history_of(changes, agreement.type.stages.all()),
        "benefits": [str(Benefit(one).label) for one in agreement.benefits],
        "may_edit": may_edit,
        "may_write": may_edit and open_one is None and text_is_open(agreement),
    }


def _ways(agreement, reader, open_amendment):
    return ways_of(
        agreement,
        runs_it=reader.runs_it,
        is_party=reader.is_party(agreement),
        may_drop=reader.may_drop(agreement),
        is_held_up=open_amendment is not None,
    )


def _with_standing(agreements):
    rows = list(agreements)
    for row in rows:
        row.standing = standing_of(row)
    return rows


def places_of(agreement, reader, amendment=None):
    """The parties in their order, with the signature each gave, what was checked, what to do.

    With an amendment: also who signed that, whether it is being signed or was merged long ago.
    """
    is_amended = amendment is not None and amendment.state == AmendmentState.SIGNING
    is_to_sign = agreement.state in SIGNING and not agreement.is_registered
    is_open = is_amended or (is_to_sign and not is_left_behind(agreement))
    return [_place(place, reader, amendment, is_open) for place in agreement.parties.all()]


def _place(place, reader, amendment, takes_signatures):
    signature = signature_of(place)
    under = signature_of(place, amendment) if amendment else signature
    speaks = reader.speaks_for(place)
    may_sign = takes_signatures and place.must_sign and under is None
    unconfirmed = [row for row in place.signatures.all() if waits_for_word(row)]
    checked = {row.item: row for row in place.checks.all()}
    return {
        "place": place,
        "signature": signature,
        "under": under if amendment else None,
        "owes_amendment": bool(amendment and may_sign),
        "sign_url": address("agreement-sign", place.pk)
        if may_sign and (speaks or reader.runs_it)
        else "",
        "is_mine": speaks,
        "unconfirmed": unconfirmed,
        "confirm_url": _confirm(unconfirmed, speaks, reader),
        "confirm_under_url": _confirm([row for row in unconfirmed if row == under], speaks, reader),
        "checks": [(item.label, checked.get(item.value)) for item in SigningItem],
        "checked": len(checked),
    }


def _confirm(signatures, speaks, reader):
    """Where the reader says of the first of them that the party did sign, or nothing."""
    theirs = [row for row in signatures if speaks and row.recorded_by_id != reader.user.pk]
    return address("signature-confirm", theirs[0].pk) if theirs else ""


def _clauses(agreement, reader, changes):
    rows = Clause.objects.filter(agreement=agreement).defer("words")
    promised = Commitment.objects.for_list()
    clauses = list(
        rows.select_related("owed_by__party__organization").prefetch_related(
            Prefetch("commitments", queryset=promised)
        )
    )
    for clause in clauses:
        is_promised = mark_commitments(clause, changes)
        is_owed = clause.is_obligation and not clause.is_removed
        is_open = agreement.state == AgreementState.IN_FORCE and is_owed
        may = is_open and not is_promised and reader.may_promise(clause)
        clause.promise_url = address("clause-promise", clause.pk) if may else ""
    standing = [clause for clause in clauses if not clause.is_removed]
    owed = [clause for clause in clauses if _is_owed(clause)]
    return {"clauses": standing, "obligations": owed}


def _is_owed(clause):
    """Also what an amendment took out, or made nobody's duty, while a commitment rests on it."""
    return bool(clause.commitments.all()) or (clause.is_obligation and not clause.is_removed)


def _documents(agreement, reader):
    """Each document asked for with what is there for it; then the papers nobody asked for."""
    papers = list(AgreementDocument.objects.filter(agreement=agreement).for_page())
    for paper in papers:
        paper.url = address("document-detail", paper.document_id)
        paper.detach_url = address("agreement-document-detach", paper.pk) if reader.runs_it else ""
    counted = [paper for paper in papers if not paper.document.is_withdrawn]
    asked, used = [], set()
    for requirement in agreement.type.documents.all():
        if is_only_for_legislature(requirement) and not agreement.legislature_needed:
            continue
        there = [paper for paper in counted if is_meant(paper, requirement)]
        used |= {paper.pk for paper in there}
        asked.append({"requirement": requirement, "papers": there})
    others = [paper for paper in papers if paper.pk not in used]
    return {
        "asked": asked,
        "papers": others,
        "has_paper": agreement.state in AFTER_WRITING and not agreement.is_registered,
        "still_moves_on": agreement.state in PREPARING,
    }


def signatures_for_page():
    """Signatures with everything that is told of them."""
    return (
        Signature.objects.standing().for_list().select_related("confirmed_by__person", "amendment")
    )
