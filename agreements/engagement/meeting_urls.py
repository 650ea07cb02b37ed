"""Addresses of meetings."""

from django.urls import path

from agreements.engagement.views.detail import MeetingDetail
from agreements.engagement.views.drafts import DraftDiscard, DraftSave
from agreements.engagement.views.form import MeetingCreate, MeetingEdit
from agreements.engagement.views.lists import MeetingList
from agreements.engagement.views.search import AttendeeSearch
from agreements.engagement.views.topics import TopicClose, TopicReopen
from agreements.engagement.views.verbs import (
    MeetingCancel,
    MeetingHold,
    MinutesAdopt,
)

urlpatterns = [
    path("meetings/", MeetingList.as_view(), name="meeting-list"),
    path("meetings/new/", MeetingCreate.as_view(), name="meeting-create"),
    path("meetings/attendees/", AttendeeSearch.as_view(), name="meeting-attendees"),
    path("meetings/drafts/", DraftSave.as_view(), name="meeting-draft-save"),
    path(
        "meetings/drafts/<uuid:submission_id>/discard/",
        DraftDiscard.as_view(),
        name="meeting-draft-discard",
    ),
    path("meetings/<int:pk>/", MeetingDetail.as_view(), name="meeting-detail"),
    path("meetings/<int:pk>/edit/", MeetingEdit.as_view(), name="meeting-edit"),
    path("meetings/<int:pk>/hold/", MeetingHold.as_view(), name="meeting-hold"),
    path("meetings/<int:pk>/cancel/", MeetingCancel.as_view(), name="meeting-cancel"),
    path("meetings/<int:pk>/adopt/", MinutesAdopt.as_view(), name="meeting-adopt"),
    path("meetings/topics/<int:pk>/close/", TopicClose.as_view(), name="topic-close"),
    path("meetings/topics/<int:pk>/reopen/", TopicReopen.as_view(), name="topic-reopen"),
]
