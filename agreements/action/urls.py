"""Addresses of the action pages."""

from django.urls import path

from agreements.action.views import create, pages, quick, verbs

VERBS = {
    "accept": verbs.Accept,
    "decline": verbs.Decline,
    "confirm-answer": verbs.ConfirmAnswer,
    "correct-answer": verbs.CorrectAnswer,
    "start": verbs.Start,
    "progress": verbs.UpdateProgress,
    "report-done": verbs.ReportDone,
    "take-back": verbs.TakeBack,
    "confirm": verbs.Confirm,
    "send-back": verbs.SendBack,
    "not-kept": verbs.MarkNotKept,
    "due-date": verbs.MoveDueDate,
    "cancel": verbs.Cancel,
}

urlpatterns = [
    path("commitments/", pages.CommitmentList.as_view(), name="commitment-list"),
    path("commitments/updates/", quick.QuickUpdate.as_view(), name="commitment-quick"),
    path("commitments/<int:pk>/", pages.CommitmentDetail.as_view(), name="commitment-detail"),
    *(
        path(f"commitments/<int:pk>/{verb}/", view.as_view(), name=f"commitment-{verb}")
        for verb, view in VERBS.items()
    ),
    path(
        "collaborations/<int:pk>/commitments/new/",
        create.CommitmentCreate.as_view(),
        name="commitment-create",
    ),
]
