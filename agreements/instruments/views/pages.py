"""The page of one agreement, and that of one amendment."""

from django.db.models import Prefetch
from django.views.generic import DetailView

from agreements.instruments.difference import difference
from agreements.instruments.hints import hints_of_amendment
from agreements.instruments.kinds import AmendmentKind
from agreements.instruments.models import Agreement, AgreementParty, Amendment
from agreements.instruments.page import Reader, facts_of, places_of, signatures_for_page
from agreements.instruments.standing import standing_of
from agreements.instruments.states import OPEN_AMENDMENT, AmendmentState
from agreements.instruments.transitions.in_effect import moved_meanwhile
from agreements.instruments.ways import address
from collabgov.kit.access import VisibleRowsMixin


def places(prefix=""):
    """The parties with their signatures and the checks on paper, for a page."""
    rows = AgreementParty.objects.for_list().prefetch_related(
        Prefetch("signatures", queryset=signatures_for_page()), "checks"
    )
    return Prefetch(f"{prefix}parties", queryset=rows)


class AgreementDetail(VisibleRowsMixin, DetailView):
    """One agreement: where it stands, who signed, what is owed, what happened."""

    model = Agreement
    template_name = "agreements/instruments/agreement_detail.html"
    context_object_name = "agreement"

    def get_queryset(self):
        rows = super().get_queryset().with_open_amendment()
        return rows.select_related(
            "collaboration",
            "type",
            "stage",
            "parent",
            "renews",
            "carried_by",
            "recorded_by__person",
        ).prefetch_related("type__stages", "type__documents", places(), "amendments__changes")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**facts_of(self.object, self.request.user), **kwargs)


class AmendmentDetail(VisibleRowsMixin, DetailView):
    """One amendment: why, what it changes, who signed it."""

    model = Amendment
    template_name = "agreements/instruments/amendment_detail.html"
    context_object_name = "amendment"

    def get_queryset(self):
        rows = (
            super()
            .get_queryset()
            .select_related(
                "agreement__collaboration",
                "agreement__type",
                "agreement__parent",
                "document",
                "recorded_by__person",
            )
        )
        return rows.prefetch_related("changes__clause", places("agreement__"))

    def get_context_data(self, **kwargs):
        amendment, user = self.object, self.request.user
        reader = Reader(user, amendment.agreement)
        amendment.agreement.standing = standing_of(amendment.agreement)
        writes = reader.runs_it and amendment.state == AmendmentState.DRAFT
        return super().get_context_data(
            parts=difference(amendment),
            outdated=outdated(amendment),
            places=places_of(amendment.agreement, reader, amendment),
            is_signing=amendment.state == AmendmentState.SIGNING,
            moves=moves_of(amendment) if reader.runs_it else [],
            hints=list(hints_of_amendment(amendment)),
            edit_url=address("amendment-edit", amendment.pk) if writes else "",
            clause_url=address("amendment-clause-new", amendment.pk) if writes else "",
            clauses=open_clauses(amendment) if writes else [],
            **kwargs,
        )


def open_clauses(amendment):
    """What a draft may still change; an extension moves the last day only."""
    if amendment.kind == AmendmentKind.EXTENSION:
        return []
    return list(amendment.agreement.clauses.filter(is_removed=False))


def outdated(amendment):
    """Why an open one cannot take effect as it is, before somebody signs it; or nothing."""
    if amendment.state not in OPEN_AMENDMENT:
        return ""
    return moved_meanwhile(amendment.agreement, amendment, amendment.changes.all())


def moves_of(amendment):
    """The verbs of an amendment that its state allows."""
    verbs = {AmendmentState.DRAFT: ("offer",), AmendmentState.SIGNING: ("recall",)}
    found = verbs.get(amendment.state, ())
    found = (*found, "withdraw") if found else ()
    return [
        (verb, address("amendment-move", amendment.pk, verb))
        for verb in found
        if address("amendment-move", amendment.pk, verb)
    ]
