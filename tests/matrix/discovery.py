"""Rows of discovery in the world of the matrix: a statement, a question and so on of each side."""

from agreements.models import (
    Assessment,
    AssessmentEntry,
    FindingContribution,
    InterestStatement,
    JointFinding,
    Proposal,
    Question,
)
from tests.factories.charter import PartyFactory
from tests.factories.discovery import (
    AssessmentEntryFactory,
    AssessmentFactory,
    FindingContributionFactory,
    InterestStatementFactory,
    JointFindingFactory,
    ProposalFactory,
    QuestionFactory,
)


def keep_discovery(world, *sides):
    """What each side stated through others, asked, found with two others, and proposed to all."""
    said = [InterestStatementFactory(party=side.party, on_behalf=True) for side in sides]
    world.keep(InterestStatement, *said)
    about = [{"collaboration": side.collaboration} for side in sides]
    both = list(zip(sides, about, strict=True))
    world.keep(Question, *(QuestionFactory(raised_by=side.party, **of) for side, of in both))
    world.keep(Proposal, *(ProposalFactory(from_party=side.party, **of) for side, of in both))
    findings = [
        JointFindingFactory(parties=[side.party, PartyFactory(**of)], **of) for side, of in both
    ]
    world.keep(JointFinding, *findings)
    more = [FindingContributionFactory(finding=finding) for finding in findings]
    world.keep(FindingContribution, *more)
    sheets = [AssessmentFactory(**of) for of in about]
    world.keep(Assessment, *sheets)
    entries = [
        AssessmentEntryFactory(assessment=sheet, party=side.party, recorded_by=side.staff)
        for sheet, side in zip(sheets, sides, strict=True)
    ]
    world.keep(AssessmentEntry, *entries)
