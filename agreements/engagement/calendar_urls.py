"""Addresses of meetings as other calendars read them."""

from django.urls import path

from agreements.engagement.views.calendar_files import MeetingFile

urlpatterns = [
    path("meetings/<int:pk>/meeting.ics", MeetingFile.as_view(), name="meeting-file"),
]
