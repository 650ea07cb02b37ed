"""Addresses of official assistance."""

from django.urls import path

from agreements.capacity.views import assistance as pages
from agreements.capacity.views import assistance_costs as costs
from agreements.capacity.views import assistance_lists as lists
from agreements.capacity.views import assistance_verbs as verbs

VERBS = {
    "print": pages.AssistancePrint,
    "edit": pages.AssistanceEdit,
    "submit": pages.AssistanceSubmit,
    "emergency": pages.AssistanceEmergency,
    "withdraw": pages.AssistanceWithdraw,
    "again": pages.AssistanceAgain,
    "answer": verbs.AssistanceAnswer,
    "confirm-answer": verbs.AssistanceConfirm,
    "correct-answer": verbs.AssistanceCorrect,
    "begin": verbs.AssistanceBegin,
    "given": verbs.AssistanceGiven,
    "complete": verbs.AssistanceComplete,
    "unfulfilled": verbs.AssistanceUnfulfilled,
    "escalate": verbs.AssistanceEscalate,
    "superior": verbs.AssistanceSuperior,
}
COST_VERBS = {
    "edit": costs.CostEdit,
    "agree": costs.CostAgree,
    "open": costs.CostOpen,
    "keep": costs.CostKeep,
    "remove": costs.CostRemove,
}
ENTRIES = {"ground": lists.GroundEdit, "refusal": lists.RefusalEdit, "clock": lists.TermEdit}

urlpatterns = [
    path("assistance/", pages.AssistanceList.as_view(), name="assistance-list"),
    path("assistance/lists/", lists.AssistanceLists.as_view(), name="assistance-lists"),
    path(
        "assistance/lists/grounds/new/",
        lists.GroundCreate.as_view(),
        name="assistance-ground-create",
    ),
    path(
        "assistance/lists/refusals/new/",
        lists.RefusalCreate.as_view(),
        name="assistance-refusal-create",
    ),
    *(
        path(
            f"assistance/lists/{noun}s/<int:pk>/edit/",
            view.as_view(),
            name=f"assistance-{noun}-edit",
        )
        for noun, view in ENTRIES.items()
    ),
    path("assistance/<int:pk>/", pages.AssistanceDetail.as_view(), name="assistance-detail"),
    *(
        path(f"assistance/<int:pk>/{verb}/", view.as_view(), name=f"assistance-{verb}")
        for verb, view in VERBS.items()
    ),
    path(
        "assistance/<int:pk>/costs/new/",
        costs.CostCreate.as_view(),
        name="assistance-cost-create",
    ),
    *(
        path(
            f"assistance-costs/<int:pk>/{verb}/",
            view.as_view(),
            name=f"assistance-cost-{verb}",
        )
        for verb, view in COST_VERBS.items()
    ),
    path(
        "collaborations/<int:pk>/assistance/new/",
        pages.AssistanceCreate.as_view(),
        name="assistance-create",
    ),
]
