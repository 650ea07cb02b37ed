"""Addresses of minutes: share, answer, correct, and each version as it was."""

from django.urls import path

from agreements.engagement.views import minutes, papers

urlpatterns = [
    path("meetings/<int:pk>/share/", minutes.MinutesShare.as_view(), name="meeting-share"),
    path("meetings/<int:pk>/correct/", minutes.MinutesCorrect.as_view(), name="meeting-correct"),
    path(
        "meetings/<int:pk>/agenda/print/",
        papers.AgendaPrint.as_view(),
        name="meeting-agenda-print",
    ),
    path(
        "meetings/<int:pk>/agenda.docx",
        papers.AgendaDocx.as_view(),
        name="meeting-agenda-docx",
    ),
    path(
        "meetings/<int:pk>/minutes/print/",
        papers.MinutesPrint.as_view(),
        name="meeting-minutes-print",
    ),
    path(
        "meetings/<int:pk>/minutes.docx",
        papers.MinutesDocx.as_view(),
        name="meeting-minutes-docx",
    ),
    path(
        "meetings/<int:pk>/minutes/<int:number>/",
        minutes.MinutesVersionDetail.as_view(),
        name="minutes-version",
    ),
    path("minutes/<int:pk>/answer/", minutes.MinutesAnswerGive.as_view(), name="minutes-answer"),
    path(
        "minutes/<int:pk>/confirm/",
        minutes.MinutesAnswerConfirm.as_view(),
        name="minutes-answer-confirm",
    ),
    path(
        "minutes/<int:pk>/reply/",
        minutes.MinutesAnswerReply.as_view(),
        name="minutes-answer-reply",
    ),
    path(
        "minutes/<int:pk>/settle/",
        minutes.MinutesAnswerSettle.as_view(),
        name="minutes-answer-settle",
    ),
]
