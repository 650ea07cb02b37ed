"""How much each part of a collaboration has, all of it in one question to the database."""

import datetime as dt
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest

from agreements.capacity.structure_kinds import LeadershipRole
from agreements.charter.states import PartyState
from agreements.goals.states import TheoryState
from agreements.instruments.states import PREPARING
from agreements.models import (
    Agreement,
    AreaResponsibility,
    ArrangementChange,
    AssistanceChange,
    Collaboration,
    CollaborationChange,
    CollaborationLegalBasis,
    Commitment,
    ContextFactor,
    Cycle,
    DefinitionChange,
    DiscoveryChange,
    Document,
    Driver,
    Goal,
    Indicator,
    InterestStatement,
    Meeting,
    NeedChange,
    Party,
    PartyChange,
    Pledge,
    PledgeChange,
    ProblemDefinition,
    ProposalChange,
    Question,
    Representative,
    ResourceNeed,
    RoleAssignment,
    SharedTerm,
    Stakeholder,
    Structure,
    TermChange,
    TheoryOfChange,
)
from dashboards.panels.counting import number_of, of_each

Counts = dict[str, Any]
KINDS = Count("kind", distinct=True)
HISTORY = (  # what the page of changes tells, and the way from a line to its collaboration
    (CollaborationChange, "collaboration"),
    (PartyChange, "party__collaboration"),
    (DiscoveryChange, "collaboration"),
    (ProposalChange, "proposal__collaboration"),
    (DefinitionChange, "definition__collaboration"),
    (TermChange, "term__collaboration"),
    (NeedChange, "need__collaboration"),
    (PledgeChange, "pledge__collaboration"),
    (AssistanceChange.objects.handed_in(), "request__collaboration"),
    (ArrangementChange, "collaboration"),
)


def counts_of(collaboration: Collaboration, *, today: dt.date) -> Counts:
    asked = _who(today) | _why(today) | _what(today) | _done(today)
    expressions = {f"of_{name}": asked[name] for name in asked}  # no name of a field
    rows: Any = Collaboration.objects.filter(pk=collaboration.pk).values(**expressions)
    found = rows.get()
    return {name: found[f"of_{name}"] for name in asked}


def _who(today: dt.date) -> Counts:
    speakers = Representative.objects.current(today=today).filter(party=OuterRef("pk"))
    here = Party.objects.exclude(state=PartyState.LEFT)
    unheard = Stakeholder.objects.filter(is_engaged=False, spoken_for_by="")
    return {
        "parties": number_of(here),
        "invited": number_of(here.filter(state__in=[PartyState.PROSPECT, PartyState.INVITED])),
        "silent": number_of(Party.objects.current(today=today).filter(~Exists(speakers))),
        "stakeholders": number_of(Stakeholder.objects.all()),
        "unheard": number_of(unheard),
    }


def _why(today: dt.date) -> Counts:
    bases = CollaborationLegalBasis.objects.all()
    running = Cycle.objects.on(today).filter(collaboration=OuterRef("pk"))
    return {
        "drivers": number_of(Driver.objects.all()),
        "driver_kinds": number_of(Driver.objects.all(), KINDS),
        "factors": number_of(ContextFactor.objects.all()),
        "factor_kinds": number_of(ContextFactor.objects.all(), KINDS),
        "stale": number_of(ContextFactor.objects.stale(today=today)),
        "bases": number_of(bases),
        "bases_over": number_of(bases.filter(legal_basis__in_force=False)),
        "cycles": number_of(Cycle.objects.all()),
        "cycle": Subquery(running.values("label")[:1]),
    }


def _what(today: dt.date) -> Counts:
    indicators = Indicator.objects.active()
    theories = TheoryOfChange.objects.filter(collaboration=OuterRef("pk"))
    theories = theories.exclude(state=TheoryState.SUPERSEDED).first_shown()
    definitions = ProblemDefinition.objects.filter(collaboration=OuterRef("pk")).first_shown()
    agreements = Agreement.objects.all()
    return {
        "definition": Subquery(definitions.values("state")[:1]),
        "terms": number_of(SharedTerm.objects.agreed()),
        "goals": number_of(Goal.objects.all()),
        "indicators": number_of(indicators, path="goal__collaboration"),
        "theory": Subquery(theories.values("state")[:1]),
        "agreements": number_of(agreements),
        "in_force": number_of(agreements.in_force(today=today)),
        "preparing": number_of(agreements.filter(state__in=PREPARING)),
        "documents": number_of(Document.objects.all()),
    }


def _done(today: dt.date) -> Counts:
    held = Meeting.objects.took_place()
    said = InterestStatement.objects.standing()
    led = RoleAssignment.objects.current().filter(
        role=LeadershipRole.ISSUE_COORDINATOR, goal=OuterRef("pk")
    )
    issues = Goal.objects.agreed().filter(_is_arranged(), ~Exists(led))
    return {
        "statements": number_of(said, path="party__collaboration"),
        "open_questions": number_of(Question.objects.open()),
        "meetings": number_of(held),
        "met_on": Subquery(of_each(held).annotate(last=Max("held_on")).values("last")),
        "commitments": number_of(Commitment.objects.open()),
        "late": number_of(Commitment.objects.overdue(today=today)),
        "needs": number_of(ResourceNeed.objects.open()),
        "pledges": number_of(Pledge.objects.promised()),
        "pledges_late": number_of(Pledge.objects.late()),
        "structures": number_of(Structure.objects.current()),
        "uncoordinated": number_of(issues),
        "changed_at": Greatest(*(_last(changes, path) for changes, path in HISTORY)),
    }


def _is_arranged() -> Any:
    """Issues where somebody arranges who leads: a structure, a role or a region is on record."""
    here = {"collaboration": OuterRef("collaboration")}
    areas = AreaResponsibility.objects.filter(goal__collaboration=OuterRef("collaboration"))
    bodies, roles = Structure.objects.filter(**here), RoleAssignment.objects.filter(**here)
    return Exists(bodies) | Exists(roles) | Exists(areas)


def _last(changes: Any, path: str) -> Subquery:
    told = changes if isinstance(changes, QuerySet) else changes.objects.all()
    rows = of_each(told, path=path)
    return Subquery(rows.annotate(last=Max("made_at")).values("last"))
