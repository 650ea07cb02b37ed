"""Addresses of the calendar, and of meetings as other calendars read them."""

from django.urls import path

from agreements.engagement.views.calendar import CalendarPage
from agreements.engagement.views.calendar_files import MeetingFile
from agreements.engagement.views.feed_files import FeedFile
from agreements.engagement.views.feeds import FeedPage, FeedRevoke

urlpatterns = [
    path("meetings/<int:pk>/meeting.ics", MeetingFile.as_view(), name="meeting-file"),
    path("calendar/", CalendarPage.as_view(), name="calendar"),
    path("calendar/feed/", FeedPage.as_view(), name="calendar-feed"),
    path("calendar/feed/revoke/", FeedRevoke.as_view(), name="calendar-feed-revoke"),
    path("calendar/feed/<str:token>.ics", FeedFile.as_view(), name="calendar-feed-file"),
]
