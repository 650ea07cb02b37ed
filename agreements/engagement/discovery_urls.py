"""Addresses of discovery: statements, questions, findings, proposals, assessments."""

from django.urls import path

from agreements.engagement.views.assessments import (
    AssessmentCreate,
    AssessmentDetail,
    AssessmentMove,
    EntryCreate,
    EntryEdit,
    EntryOption,
    EntryRemove,
)
from agreements.engagement.views.discovery import DiscoveryPart
from agreements.engagement.views.proposals import (
    ProposalAccept,
    ProposalCreate,
    ProposalDecision,
    ProposalDetail,
    ProposalEdit,
    ProposalList,
    ProposalReturn,
    ProposalWithdraw,
)
from agreements.engagement.views.questions import (
    ContributionCreate,
    ContributionRemove,
    FindingCreate,
    FindingEdit,
    QuestionCreate,
    QuestionDrop,
    QuestionEdit,
    QuestionMove,
)
from agreements.engagement.views.statements import (
    StatementAcknowledge,
    StatementConfirm,
    StatementCreate,
    StatementEdit,
    StatementWithdraw,
)

HERE = "collaborations/<int:pk>"


def verb(noun, word, view, name=""):
    """An address about one record: its verb is the end of the address and of its name."""
    return path(f"{noun}s/<int:pk>/{word}/", view.as_view(), name=f"{noun}-{name or word}")


def create(noun, view):
    return path(f"{HERE}/{noun}s/new/", view.as_view(), name=f"{noun}-create")


urlpatterns = [
    path(f"{HERE}/discovery/", DiscoveryPart.as_view(), name="collaboration-discovery"),
    create("statement", StatementCreate),
    verb("statement", "edit", StatementEdit),
    verb("statement", "confirm", StatementConfirm),
    verb("statement", "withdraw", StatementWithdraw),
    verb("statement", "acknowledge", StatementAcknowledge),
    create("question", QuestionCreate),
    verb("question", "edit", QuestionEdit),
    verb("question", "drop", QuestionDrop),
    path("questions/<int:pk>/move/<slug:verb>/", QuestionMove.as_view(), name="question-move"),
    create("finding", FindingCreate),
    verb("finding", "edit", FindingEdit),
    verb("finding", "contributions/new", ContributionCreate, "contribute"),
    verb("contribution", "remove", ContributionRemove),
    create("proposal", ProposalCreate),
    path("proposals/", ProposalList.as_view(), name="proposal-list"),
    path("proposals/<int:pk>/", ProposalDetail.as_view(), name="proposal-detail"),
    verb("proposal", "edit", ProposalEdit),
    verb("proposal", "accept", ProposalAccept),
    verb("proposal", "return", ProposalReturn),
    verb("proposal", "withdraw", ProposalWithdraw),
    verb("proposal", "decision", ProposalDecision),
    create("assessment", AssessmentCreate),
    path("assessments/<int:pk>/", AssessmentDetail.as_view(), name="assessment-detail"),
    path(
        "assessments/<int:pk>/move/<slug:verb>/", AssessmentMove.as_view(), name="assessment-move"
    ),
    verb("assessment", "entries/new", EntryCreate, "entry"),
    path("entries/<int:pk>/edit/", EntryEdit.as_view(), name="entry-edit"),
    path("entries/<int:pk>/option/", EntryOption.as_view(), name="entry-option"),
    path("entries/<int:pk>/remove/", EntryRemove.as_view(), name="entry-remove"),
]
