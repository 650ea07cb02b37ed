"""Addresses of the pulse."""

from django.urls import path

from agreements.motivation.views import waves
from agreements.motivation.views.answering import PulseAnswerPage
from agreements.motivation.views.remarks import RemarkRemove

OF_COLLABORATION, ONE = "collaborations/<int:pk>/", "pulses/<int:pk>/"

urlpatterns = [
    path(
        f"{OF_COLLABORATION}motivation/",
        waves.MotivationPart.as_view(),
        name="collaboration-motivation",
    ),
    path(f"{OF_COLLABORATION}pulses/new/", waves.PulseCreate.as_view(), name="pulse-create"),
    path(ONE, waves.PulseDetail.as_view(), name="pulse-detail"),
    path(f"{ONE}edit/", waves.PulseEdit.as_view(), name="pulse-edit"),
    path(f"{ONE}asked/", waves.PulseInvited.as_view(), name="pulse-invited"),
    path(f"{ONE}links/", waves.PulseLinks.as_view(), name="pulse-links"),
    path(f"{ONE}discuss/", waves.PulseDiscuss.as_view(), name="pulse-discuss"),
    path(f"{ONE}answer/", waves.PulseAnswerOwn.as_view(), name="pulse-answer-own"),
    path(f"{ONE}close/", waves.PulseClose.as_view(), name="pulse-close"),
    path(f"{ONE}<slug:verb>/", waves.PulseMove.as_view(), name="pulse-move"),
    path("remarks/<uuid:pk>/remove/", RemarkRemove.as_view(), name="pulse-remark-remove"),
    path("pulse/<str:token>/", PulseAnswerPage.as_view(), name="pulse-answer"),
]
